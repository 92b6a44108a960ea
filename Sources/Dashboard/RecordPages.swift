import Diagnostics
import Languages
import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel
import Workspace

/// The pages of what the ledger recorded: loads, rows kept aside, doubtful counts.
struct RecordPages {
    let workspace: Workspace
    let language: Language

    /// The section of a page; `nil` for pages of the report.
    ///
    /// - Throws: `LedgerError`.
    func section(of page: PageAddress.Page, through: Month?) throws(LedgerError) -> ReportSection? {
        switch page {
        case .reports: reports()
        case .loads: try loads()
        case .holds: try holds()
        case .findings: try findings(through: through)
        case .overview, .places, .markets, .progress, .indicators, .quality, .definitions: nil
        }
    }

    private func reports() -> ReportSection {
        ReportSection(id: "reports", title: Words.published(language), blocks: [.paragraph(Words.reports(language))])
    }

    private func loads() throws(LedgerError) -> ReportSection {
        var list = try workspace.loadList()
        // The latest is what somebody comes to look for.
        list.loads.reverse()
        return section(
            .loads, Words.account, list.loads.isEmpty ? nil : list.table(in: language, showsHashes: true), Words.noLoads
        )
    }

    private func holds() throws(LedgerError) -> ReportSection {
        let open = HoldList(try workspace.holdEntries().filter(\.isOpen))
        return section(
            .holds, Words.holds, open.entries.isEmpty ? nil : open.table(in: language, isBrief: true),
            Words.noHolds)
    }

    private func findings(through: Month?) throws(LedgerError) -> ReportSection {
        let open = try workspace.findings(through: through).filter { $0.acknowledgement == nil }
        let table = ReportTable(
            caption: Words.findingsCaption(language),
            columns: [
                ReportColumn(Words.place(language)), ReportColumn(Words.doubt(language)),
                ReportColumn(Words.causes(language)), ReportColumn(Words.cell(language)),
                ReportColumn(Words.identity(language)),
            ], rows: open.map(row))
        return section(.findings, Words.findings, open.isEmpty ? nil : table, Words.noFindings)
    }

    private func row(_ entry: LocatedFinding) -> ReportRow {
        let finding = entry.finding
        return ReportRow(
            workspace.placeName(finding.series.place)(language),
            [
                finding.message(naming: workspace.placeName)(language), finding.causesText(language),
                entry.position?.description ?? "", entry.id,
            ].map { ReportCell($0) })
    }

    private func section(
        _ page: PageAddress.Page, _ note: BilingualText, _ table: ReportTable?, _ empty: BilingualText
    ) -> ReportSection {
        ReportSection(
            id: String(page.rawValue.dropFirst()), title: (page == .loads ? Words.files : Words.open)(language),
            blocks: table.map { [.paragraph(note(language)), .table($0)] } ?? [.paragraph(empty(language))])
    }

    private enum Words {
        static let account = BilingualText(
            ja: "読んだ行はすべて、採用・保留・対象外のどれかに入ります。新しいものから並べています。",
            en: "Every row read is accepted, held or ignored. The latest load comes first.")
        static let published = BilingualText(ja: "公表とは", en: "What publishing means")
        static let reports = BilingualText(
            ja: "公表した報告書は、公表した時のファイルのまま残ります。下書きは、いまの台帳から作ります。公表は dmo report --publish --by 名前 で行います。",
            en:
                "A published report stays the very files that were published. A draft is made from the ledger as it is now. To publish: dmo report --publish --by NAME."
        )
        static let files = BilingualText(ja: "読み込んだファイル", en: "Files")
        static let open = BilingualText(ja: "未決定のもの", en: "Open")
        static let noLoads = BilingualText(ja: "まだ何も読み込まれていません。", en: "Nothing has been loaded yet.")
        static let holds = BilingualText(
            ja: "決まるまで数に入らない行です。dmo holds correct、release、dismiss で決めてください。",
            en: "These rows count for nothing until somebody decides: dmo holds correct, release or dismiss.")
        static let noHolds = BilingualText(ja: "保留中の行はありません。", en: "No row is held.")
        static let findings = BilingualText(
            ja: "数に入っていますが、過去や近くの値と合いません。正しければ dmo findings acknowledge で理由を残してください。",
            en:
                "These count, but do not fit their past or their neighbours. If one is right, say so with dmo findings acknowledge."
        )
        static let noFindings = BilingualText(ja: "確かめるべき数値はありません。", en: "No count is doubtful.")
        static let findingsCaption = BilingualText(ja: "確かめるべき数値", en: "Doubtful counts")
        static let place = BilingualText(ja: "場所", en: "Place")
        static let cell = BilingualText(ja: "セル", en: "Cell")
        static let doubt = BilingualText(ja: "疑い", en: "Doubt")
        static let causes = BilingualText(ja: "考えられる原因", en: "Likely causes")
        static let identity = BilingualText(ja: "名前", en: "Identity")
    }
}
