import FoundationEssentials
import GRDB

/// What was saved out of a damaged ledger.
public struct LedgerRescue: Sendable, Hashable {
    /// The new ledger, with every load that was whole.
    public var ledgerPath: String
    /// The numbers of all loads as CSV, those of damaged loads included and marked.
    public var tablePath: String
    /// How many loads were saved.
    public var loads: Int
    /// How many observations were saved into the new ledger.
    public var observations: Int
    /// The loads of which something is lost: load their files again.
    public var lostLoads: [Int]

    /// Saves what is whole into a folder; the damaged file is only read.
    ///
    /// - Throws: `notFound`, `notALedger`, `diskFull`, `fileExists` when the folder holds such files already.
    public init(from path: String, into folder: String) throws(LedgerError) {
        let damaged = try DamagedLedger(path: path)
        ledgerPath = folder + "/visitors.sqlite"
        tablePath = folder + "/observations.csv"
        for file in [ledgerPath, tablePath] where FileManager.default.fileExists(atPath: file) {
            throw .fileExists(file)
        }
        let whole = Set(damaged.wholeLoads.map(\.id))
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(Self.table(of: damaged, whole: whole).utf8).write(to: URL(filePath: tablePath), options: .atomic)
            let queue = try DatabaseQueue(path: ledgerPath)
            try LedgerSchema.migrator.migrate(queue)
            try queue.write { db in try Self.copy(damaged, whole: whole, into: db) }
            try queue.close()
        } catch {
            throw LedgerError(error, path: ledgerPath)
        }
        loads = whole.count
        observations = damaged.observations.rows.count { whole.contains($0["loadId"]) }
        lostLoads = damaged.damagedLoads
    }

    private static func copy(_ damaged: DamagedLedger, whole: Set<Int>, into db: Database) throws {
        for row in damaged.loads.rows where whole.contains(row["id"]) { try insert(row, into: "load", db) }
        for row in damaged.series.rows { try insert(row, into: "series", db) }
        for row in damaged.observations.rows where whole.contains(row["loadId"]) { try insert(row, into: "observation", db) }
        var holds: Set<Int> = []
        for row in damaged.holds.rows where whole.contains(row["loadId"]) {
            holds.insert(row["id"])
            try insert(row, into: "hold", db)
        }
        for row in damaged.notes.rows where whole.contains(row["loadId"]) { try insert(row, into: "note", db) }
        for table in ["withdrawal", "ignoredRows"] {
            for row in damaged.others[table] ?? [] where whole.contains(row["loadId"]) { try insert(row, into: table, db) }
        }
        for row in damaged.others["acknowledgement"] ?? [] { try insert(row, into: "acknowledgement", db) }
        for row in damaged.others["holdDecision"] ?? [] where holds.contains(row["holdId"]) {
            if let result = row["resultLoadId"] as Int?, !whole.contains(result) { continue }
            try insert(row, into: "holdDecision", db)
        }
        let decided = DecisionSchema.appendOnly + PublicationSchema.appendOnly + ForecastSchema.appendOnly
        for table in decided where table.hasPrefix("publi") {
            for row in damaged.others[table] ?? [] {
                if table == "publishedLoad", !whole.contains(row["loadId"]) { continue }
                try insert(row, into: table, db)
            }
        }
    }

    private static func insert(_ row: Row, into table: String, _ db: Database) throws {
        // The number a tolerant reading puts before the columns is no column.
        let columns = row.columnNames.filter { $0 != "rowNumber" }
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        try db.execute(
            sql: "INSERT INTO \"\(table)\" (\(names)) VALUES (\(marks))",
            arguments: StatementArguments(columns.map { row[$0] as DatabaseValue }))
    }

    private static func table(of damaged: DamagedLedger, whole: Set<Int>) -> String {
        let series = Dictionary(damaged.series.rows.map { ($0["id"] as Int, $0) }, uniquingKeysWith: { first, _ in first })
        let files = Dictionary(
            damaged.loads.rows.map { ($0["id"] as Int, $0["fileName"] as String) }, uniquingKeysWith: { first, _ in first })
        var text = "load,whole,file,measure,place,origin,market,stay,vintage,unit,period,coefficient,fractionDigits,status,row\n"
        for row in damaged.observations.rows {
            let load: Int = row["loadId"]
            let about = series[row["seriesId"] as Int]
            let names = ["measure", "place", "origin", "market", "stay", "vintage", "unit"].map { name in
                about.map { $0[name] as String } ?? "?"
            }
            let coefficient = (row["coefficient"] as Int?).map { String($0) } ?? ""
            let cells =
                [String(load), whole.contains(load) ? "yes" : "no", files[load] ?? "?"] + names
                + [
                    row["periodId"], coefficient, String(row["fractionDigits"] as Int), row["status"],
                    String(row["firstRow"] as Int),
                ]
            text += cells.map(quoted).joined(separator: ",") + "\n"
        }
        return text
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.contains(where: { ",\"\n\r".contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
