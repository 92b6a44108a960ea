import ByteStreams
import Diagnostics
import Ingestion
import Languages
import PipelineRuntime
import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel
import Workspace

/// What a file would do, before anybody decides: what was understood, what is held, what changes.
struct UploadPreviewPage {
    let upload: Upload
    let workspace: Workspace
    let language: Language

    /// How many rows of a kind are shown before the rest are counted.
    private static let limit = 100

    private var words: LoadPreviewText { LoadPreviewText(upload.preview, of: workspace, in: language) }

    /// In one sentence: where the file stands.
    var headline: String {
        let name = DiagnosticRenderer.printable(upload.name)
        return switch upload.state {
        case .loading: Words.loading(name)(language)
        case .loaded(let number): Words.loaded(name, number)(language)
        case .shown:
            switch upload.report?.fate {
            case .loaded: (upload.preview.changesNothing ? Words.noEffect(name) : Words.shown(name))(language)
            case .unchanged(let load): Words.known(name, load.id)(language)
            case .tried, .refused, .failed, nil: Words.refused(name)(language)
            }
        }
    }

    /// What was understood, what is held, what changes.
    var sections: [ReportSection] { [understood, doubts] + effects }

    private var understood: ReportSection {
        var facts = [(Words.size, "\(upload.size)"), (Words.sentAt, upload.sentAt.description)]
        if let hash = upload.hash { facts.append((Words.hash, hash.hexadecimal)) }
        if let pipeline = upload.report?.pipeline { facts.append((Words.pipeline, pipeline)) }
        if let account = upload.report?.result?.outcome.account { facts.append((Words.rows, account.text(language))) }
        if case .loaded(let result, _) = upload.report?.fate {
            let load = result.load
            facts.append((Words.counts, Words.counts(load.newKeys, load.revisedKeys, load.unchangedKeys)(language)))
        }
        let list = ReportBlock.definitionList(facts.map { ReportDefinition(term: $0.0(language), detail: $0.1) })
        let renewed: [ReportBlock] = upload.isRenewed ? [.paragraph(Words.renewed(language))] : []
        return ReportSection(id: "understood", title: Words.understood(language), blocks: renewed + [list])
    }

    private var doubts: ReportSection {
        let all = upload.report?.diagnostics ?? []
        let table = ReportTable(
            caption: Words.doubts(language),
            columns: [
                ReportColumn(Words.cell(language)), ReportColumn(Words.value(language)),
                ReportColumn(Words.problem(language)), ReportColumn(Words.remedy(language)),
            ],
            rows: all.prefix(Self.limit).map { diagnostic in
                ReportRow(
                    Self.place(of: diagnostic, language),
                    [
                        diagnostic.value.map { String($0.prefix(80)) } ?? "", diagnostic.message(language),
                        diagnostic.remedy?(language) ?? "",
                    ].map { ReportCell(DiagnosticRenderer.printable($0)) })
            })
        let blocks: [ReportBlock] = all.isEmpty ? [.paragraph(Words.noDoubts(language))] : [.table(table)]
        return ReportSection(
            id: "held", title: Words.doubts(language), blocks: blocks + rest(of: all.count))
    }

    private var effects: [ReportSection] {
        var sections: [ReportSection] = []
        for (number, goal) in words.goals.enumerated() {
            sections.append(section("goal-\(number)", goal))
        }
        let figures = words.figures(first: Self.limit)
        if !figures.rows.isEmpty {
            sections.append(
                ReportSection(
                    id: "figures", title: figures.caption,
                    blocks: [.table(figures)] + rest(of: upload.preview.figures.count)))
        }
        for (id, lines) in [
            ("indicators", words.indicators), ("revisions", words.revisions), ("settled", words.settled),
        ] where !lines.lines.isEmpty {
            sections.append(section(id, lines))
        }
        if !upload.preview.newFindings.isEmpty {
            let lines = upload.preview.newFindings.map { entry in
                let cell = entry.position?.cell.map { "\($0): " } ?? ""
                return cell + entry.finding.message(naming: workspace.placeName)(language) + " "
                    + entry.finding.causesText(language)
            }
            sections.append(section("doubts", LoadPreviewText.Lines(title: words.doubtsTitle, lines: lines)))
        }
        return sections
    }

    private func section(_ id: String, _ lines: LoadPreviewText.Lines) -> ReportSection {
        ReportSection(
            id: id, title: lines.title,
            blocks: lines.lines.prefix(Self.limit).map { .paragraph($0) } + rest(of: lines.lines.count))
    }

    private func rest(of count: Int) -> [ReportBlock] {
        count > Self.limit ? [.paragraph(Words.more(count - Self.limit)(language))] : []
    }

    private static func place(of diagnostic: Diagnostic, _ language: Language) -> String {
        guard let position = diagnostic.position else { return "–" }
        if let cell = position.cell { return cell }
        if let row = position.row { return BilingualText(ja: "\(row) 行目", en: "row \(row)")(language) }
        return position.line.map { BilingualText(ja: "\($0) 行目", en: "line \($0)")(language) } ?? "–"
    }

    /// The buttons: load it, or throw it away.
    func decision(_ visitor: Visitor, _ address: PageAddress) -> Markup {
        guard case .shown = upload.state, let token = visitor.formToken else { return "" }
        func form(_ action: String, _ word: BilingualText) -> Markup {
            """
            <form class="upload" method="post" action="\(UploadPages.path)/\(upload.id)/\(action)">
            <input type="hidden" name="form" value="\(token)">
            <button type="submit">\(word(language))</button>
            </form>

            """
        }
        let load: Markup = upload.isLoadable ? form("load", Words.load) : ""
        return "\(load)\(form("discard", Words.discard))"
    }

    private enum Words {
        static let understood = BilingualText(ja: "読み取ったこと", en: "What was understood")
        static let size = BilingualText(ja: "大きさ（バイト）", en: "Size (bytes)")
        static let sentAt = BilingualText(ja: "受け取った日時(UTC)", en: "Received (UTC)")
        static let hash = BilingualText(verbatim: "SHA-256")
        static let pipeline = BilingualText(ja: "処理", en: "Pipeline")
        static let rows = BilingualText(ja: "行の内訳", en: "Rows")
        static let counts = BilingualText(ja: "数値", en: "Counts")
        static let doubts = BilingualText(ja: "保留になる行と注意", en: "Held rows and notes")
        static let noDoubts = BilingualText(ja: "保留になる行はありません。", en: "No row is held.")
        static let cell = BilingualText(ja: "セル", en: "Cell")
        static let value = BilingualText(ja: "値", en: "Value")
        static let problem = BilingualText(ja: "問題", en: "Problem")
        static let remedy = BilingualText(ja: "対処", en: "What to do")
        static let load = BilingualText(ja: "この内容で読み込む", en: "Load exactly this")
        static let discard = BilingualText(ja: "破棄する", en: "Discard")
        static let renewed = BilingualText(
            ja: "表示した後で台帳が変わったため、読み込まずに計算し直しました。もう一度確かめてください。",
            en:
                "The ledger has changed since this was shown, so nothing was loaded and it was worked out anew. Please look again."
        )

        static func counts(_ new: Int, _ revised: Int, _ unchanged: Int) -> BilingualText {
            BilingualText(
                ja: "新規 \(new)、改訂 \(revised)、変わらず \(unchanged)",
                en: "\(new) new, \(revised) revised, \(unchanged) as before")
        }

        static func more(_ count: Int) -> BilingualText {
            BilingualText(ja: "ほか \(count) 件", en: "and \(count) more")
        }

        static func shown(_ name: String) -> BilingualText {
            BilingualText(
                ja: "\(name): まだ読み込んでいません。読み込むと次のようになります。",
                en: "\(name) is not loaded yet. This is what loading it would do.")
        }

        static func noEffect(_ name: String) -> BilingualText {
            BilingualText(ja: "\(name): 読み込んでも数値は変わりません。", en: "\(name): loading this would change no number.")
        }

        static func loading(_ name: String) -> BilingualText {
            BilingualText(ja: "\(name): 読み込んでいます。", en: "\(name) is being loaded.")
        }

        static func loaded(_ name: String, _ number: Int) -> BilingualText {
            BilingualText(
                ja: "\(name): 読み込み \(number) 番として記録しました。", en: "\(name) is in the ledger as load \(number).")
        }

        static func known(_ name: String, _ number: Int) -> BilingualText {
            BilingualText(
                ja: "\(name): 同じ内容を読み込み \(number) 番として記録済みです。", en: "\(name) was loaded before, as load \(number).")
        }

        static func refused(_ name: String) -> BilingualText {
            BilingualText(ja: "\(name): 読み取れません。台帳は変えていません。", en: "\(name) cannot be read. The ledger is as it was.")
        }
    }
}
