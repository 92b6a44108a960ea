import ArgumentParser
import Languages
import Reporting
import VisitorLedger
import Workspace

/// Lists what was loaded.
struct LoadsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loads",
        abstract: "List what was loaded, with its account.",
        discussion: """
            読み込みの一覧を示します。

            Example:  dmo loads
                      dmo loads --as-of 2019-03-31
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption
    @OptionGroup var asOfOption: AsOfOption

    func run() async throws {
        let workspace = try options.openWorkspace()
        let loads = try await options.reporting {
            try workspace.readLedger()?.loads(asOf: asOfOption.asOf) ?? []
        }
        let language = options.language
        let table = ReportTable(
            caption: Words.caption(language),
            columns: [
                ReportColumn(Words.number(language)), ReportColumn(Words.time(language)),
                ReportColumn(Words.file(language)), ReportColumn(Words.pipeline(language)),
                ReportColumn(Words.read(language), kind: .count), ReportColumn(Words.accepted(language), kind: .count),
                ReportColumn(Words.held(language), kind: .count), ReportColumn(Words.ignored(language), kind: .count),
                ReportColumn(Words.state(language)),
            ], rows: loads.map { Self.row($0, language) })
        options.terminal.print(table, as: formatOption.format) { Self.json(loads) }
    }

    private static func row(_ load: LoadSummary, _ language: Language) -> ReportRow {
        let counts = [
            load.account.rowsRead, load.account.rowsAccepted, load.account.rowsHeld, load.account.rowsIgnored,
        ].map { ReportCell(String($0), exact: String($0)) }
        return ReportRow(
            String(load.id),
            [
                ReportCell(load.recordedAt.description), ReportCell(load.header.fileName),
                ReportCell(load.header.pipeline),
            ] + counts + [ReportCell(state(of: load)(language))])
    }

    private static func state(of load: LoadSummary) -> BilingualText {
        if let withdrawal = load.withdrawal {
            return BilingualText(ja: "取消（\(withdrawal.reason)）", en: "withdrawn (\(withdrawal.reason))")
        }
        if case .held(let reason) = load.disposition {
            return BilingualText(ja: "保留（\(reason.ja)）", en: "held (\(reason.en))")
        }
        return BilingualText(ja: "有効", en: "counts")
    }

    private static func json(_ loads: [LoadSummary]) -> JSONValue {
        [
            "schema": "dmo.loads/1",
            "loads": .array(
                loads.map { load in
                    [
                        "id": .integer(load.id), "recordedAt": .string(load.recordedAt.description),
                        "file": .string(load.header.fileName), "sha256": .string(load.header.sha256),
                        "pipeline": .string(load.header.pipeline), "read": .integer(load.account.rowsRead),
                        "accepted": .integer(load.account.rowsAccepted), "held": .integer(load.account.rowsHeld),
                        "ignored": .integer(load.account.rowsIgnored), "new": .integer(load.newKeys),
                        "revised": .integer(load.revisedKeys), "unchanged": .integer(load.unchangedKeys),
                        "withdrawn": .bool(load.withdrawal != nil),
                    ]
                }),
        ]
    }

    private enum Words {
        static let caption = BilingualText(ja: "読み込みの一覧", en: "Loads")
        static let number = BilingualText(ja: "番号", en: "No.")
        static let time = BilingualText(ja: "日時(UTC)", en: "time (UTC)")
        static let file = BilingualText(ja: "ファイル", en: "file")
        static let pipeline = BilingualText(ja: "処理", en: "pipeline")
        static let read = BilingualText(ja: "行", en: "rows")
        static let accepted = BilingualText(ja: "採用", en: "accepted")
        static let held = BilingualText(ja: "保留", en: "held")
        static let ignored = BilingualText(ja: "対象外", en: "ignored")
        static let state = BilingualText(ja: "状態", en: "state")
    }
}
