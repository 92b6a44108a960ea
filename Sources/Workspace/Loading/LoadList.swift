public import Languages
public import Reporting
public import VisitorLedger

/// What was loaded, for people and for machines.
public struct LoadList: Sendable, Hashable {
    /// The name of the JSON's schema.
    public static let schema = "dmo.loads/1"

    /// The loads, oldest first.
    public var loads: [LoadSummary]

    /// One row a load: rows read = accepted + held + ignored.
    ///
    /// - Parameter showsHashes: Whether each file's SHA-256 stands beside its name.
    public func table(in language: Language, showsHashes: Bool = false) -> ReportTable {
        ReportTable(
            caption: Words.caption(language),
            columns: [
                ReportColumn(Words.number(language)), ReportColumn(Words.time(language)),
                ReportColumn(Words.file(language)),
            ] + (showsHashes ? [ReportColumn("SHA-256")] : []) + [
                ReportColumn(Words.pipeline(language)),
                ReportColumn(Words.read(language), kind: .count), ReportColumn(Words.accepted(language), kind: .count),
                ReportColumn(Words.held(language), kind: .count), ReportColumn(Words.ignored(language), kind: .count),
                ReportColumn(Words.state(language)),
            ],
            rows: loads.map { load in
                let account = load.account
                let counts = [account.rowsRead, account.rowsAccepted, account.rowsHeld, account.rowsIgnored]
                let names =
                    [load.recordedAt.description, load.header.fileName] + (showsHashes ? [load.header.sha256] : [])
                    + [load.header.pipeline]
                return ReportRow(
                    String(load.id),
                    names.map { ReportCell($0) } + counts.map { ReportCell(String($0), exact: String($0)) }
                        + [ReportCell(Self.state(of: load)(language))])
            })
    }

    /// JSON of the schema `dmo.loads/1`.
    public var json: JSONValue {
        ["schema": .string(Self.schema), "loads": .array(loads.map(Self.json))]
    }

    private static func json(_ load: LoadSummary) -> JSONValue {
        [
            "id": .integer(load.id), "recordedAt": .string(load.recordedAt.description),
            "file": .string(load.header.fileName), "sha256": .string(load.header.sha256),
            "pipeline": .string(load.header.pipeline), "read": .integer(load.account.rowsRead),
            "accepted": .integer(load.account.rowsAccepted), "held": .integer(load.account.rowsHeld),
            "ignored": .integer(load.account.rowsIgnored), "new": .integer(load.newKeys),
            "revised": .integer(load.revisedKeys), "unchanged": .integer(load.unchangedKeys),
            "withdrawn": .bool(load.withdrawal != nil),
        ]
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

extension Workspace {
    /// What was loaded, withdrawn and held loads included.
    ///
    /// - Parameter asOf: What was known at a moment.
    /// - Throws: `LedgerError`.
    public func loadList(asOf: Timestamp? = nil) throws(LedgerError) -> LoadList {
        LoadList(loads: try readLedger()?.loads(asOf: asOf) ?? [])
    }
}
