import FoundationEssentials
import GRDB
public import Languages

/// What is wrong with a ledger, and what of it is whole.
public struct LedgerExamination: Sendable, Hashable {
    /// The ledger's file.
    public var path: String
    /// What is wrong, one sentence each; empty when nothing is.
    public var problems: [BilingualText]
    /// The loads every number of which can be read.
    public var wholeLoads: [Int]
    /// The loads of which something is lost.
    public var damagedLoads: [Int]
    /// How many observations can be read.
    public var observations: Int

    /// Whether nothing is wrong.
    public var isSound: Bool { problems.isEmpty }

    /// Examines a ledger without changing it.
    ///
    /// The pages are checked as SQLite checks them; then every load's account: rows read are accepted, held and ignored,
    /// and as many observations are there as the load says it brought.
    ///
    /// - Throws: `notFound`, `notALedger`.
    public init(path: String) throws(LedgerError) {
        let damaged = try DamagedLedger(path: path)
        self.path = path
        problems = damaged.problems
        wholeLoads = damaged.wholeLoads.map { $0.id }
        damagedLoads = damaged.damagedLoads
        observations = damaged.observations.rows.count
    }
}

/// Everything that can be read of a ledger, damaged or not.
struct DamagedLedger {
    struct Load {
        let id: Int
        let row: Row
    }

    let problems: [BilingualText]
    let loads: TolerantReading
    let series: TolerantReading
    let observations: TolerantReading
    let holds: TolerantReading
    let notes: TolerantReading
    let wholeLoads: [Load]
    let damagedLoads: [Int]
    /// The small tables, as far as they can be read.
    let others: [String: [Row]]

    init(path: String) throws(LedgerError) {
        guard FileManager.default.fileExists(atPath: path) else { throw .notFound(path: path) }
        do throws(LedgerError) {
            try self.init(path: path, acceptingPartOfSchema: false)
        } catch {
            guard error.code == .damaged else { throw error }
            try self.init(path: path, acceptingPartOfSchema: true)
        }
    }

    /// - Parameter acceptingPartOfSchema: Whether SQLite may go on with the tables it found before the list of tables
    ///   itself, spread over a few pages, became unreadable. Those of the first version, with all numbers, come first.
    private init(path: String, acceptingPartOfSchema: Bool) throws(LedgerError) {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(10)
            if acceptingPartOfSchema {
                configuration.prepareDatabase { db in
                    // Nothing is written: the file is open for reading. The first look fails, and what it found stays.
                    // https://sqlite.org/pragma.html#pragma_writable_schema
                    try db.execute(sql: "PRAGMA writable_schema = ON")
                    _ = try? Row.fetchOne(db, sql: "SELECT 1 FROM sqlite_master")
                }
            }
            self = try DatabaseQueue(path: path, configuration: configuration).inDatabase { db in
                try DamagedLedger(db, path: path)
            }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    private init(_ db: Database, path: String) throws {
        let identity = try Int.fetchOne(db, sql: "PRAGMA application_id")
        guard identity == LedgerSchema.applicationID else { throw LedgerError.notALedger(path: path) }
        var problems: [BilingualText] = []
        let pages = (try? String.fetchAll(db, sql: "PRAGMA integrity_check(20)")) ?? ["the check itself failed"]
        if pages != ["ok"] { problems += pages.map(BilingualText.pages) }
        if let row = try? Row.fetchOne(db, sql: "PRAGMA foreign_key_check") { problems.append(.reference(row[0])) }
        let tables = LedgerSchema.appendOnly + DecisionSchema.appendOnly + PublicationSchema.appendOnly + ForecastSchema.appendOnly
        // An older ledger has fewer tables and is whole.
        if pages != ["ok"] {
            let gone = tables.filter { (try? db.columns(in: $0)) == nil }
            if !gone.isEmpty { problems.append(.unlisted(gone)) }
        }
        let triggers = (try? Set(String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'"))) ?? []
        for table in LedgerSchema.appendOnly where !triggers.isSuperset(of: ["\(table)RefusesUPDATE", "\(table)RefusesDELETE"]) {
            problems.append(.unguarded(table))
        }
        loads = TolerantReading(table: "load", in: db)
        series = TolerantReading(table: "series", in: db)
        observations = TolerantReading(table: "observation", in: db)
        holds = TolerantReading(table: "hold", in: db)
        notes = TolerantReading(table: "note", in: db)
        var others: [String: [Row]] = [:]
        for table in tables where !["load", "series", "observation", "hold", "note"].contains(table) {
            if let rows = try? Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"") { others[table] = rows }
        }
        self.others = others
        let seriesNumbers = Set(series.rows.map { $0["id"] as Int })
        var counts: [Int: Int] = [:]
        var orphans: Set<Int> = []
        for row in observations.rows {
            counts[row["loadId"], default: 0] += 1
            if !seriesNumbers.contains(row["seriesId"]) { orphans.insert(row["loadId"]) }
        }
        var whole: [Load] = []
        var damaged: [Int] = []
        for row in loads.rows {
            let id: Int = row["id"]
            let expected = (row["newKeys"] as Int) + (row["unchangedKeys"] as Int) + (row["revisedKeys"] as Int)
            let closes = row["rowsRead"] as Int
                == (row["rowsAccepted"] as Int) + (row["rowsHeld"] as Int) + (row["rowsIgnored"] as Int)
            if !closes { problems.append(.accountOpen(id)) }
            // A load kept aside whole brought no keys, so how many numbers it should have is not known.
            let isComplete = row["disposition"] == "held" || counts[id, default: 0] == expected
            if !isComplete { problems.append(.lost(id, found: counts[id, default: 0], expected: expected)) }
            if isComplete && closes && !orphans.contains(id) { whole.append(Load(id: id, row: row)) } else { damaged.append(id) }
        }
        let known = Set(loads.rows.map { $0["id"] as Int })
        for id in counts.keys.sorted() where !known.contains(id) {
            damaged.append(id)
            problems.append(.noLoad(id))
        }
        self.problems = problems
        wholeLoads = whole
        damagedLoads = damaged.sorted()
    }
}

extension BilingualText {
    fileprivate static func pages(_ finding: String) -> Self {
        BilingualText(ja: "ファイルの構造: \(finding)", en: "The file's structure: \(finding)")
    }

    fileprivate static func unlisted(_ tables: [String]) -> Self {
        let names = tables.joined(separator: ", ")
        return BilingualText(ja: "表が見つかりません: \(names)", en: "Tables that cannot be found any more: \(names)")
    }

    fileprivate static func reference(_ table: String) -> Self {
        BilingualText(ja: "\(table) の行が、ない行を参照しています。", en: "A row of \(table) refers to one that is not there.")
    }

    fileprivate static func unguarded(_ table: String) -> Self {
        BilingualText(
            ja: "\(table) を書き換えから守る仕組みが外されています。", en: "What guards \(table) against changes has been removed.")
    }

    fileprivate static func accountOpen(_ load: Int) -> Self {
        BilingualText(
            ja: "読み込み \(load) 番の行数が合いません（読んだ行 ≠ 採用 + 保留 + 対象外）。",
            en: "Load \(load): rows read are not accepted + held + ignored.")
    }

    fileprivate static func lost(_ load: Int, found: Int, expected: Int) -> Self {
        BilingualText(
            ja: "読み込み \(load) 番の数値 \(expected) 件のうち \(found) 件しか読めません。",
            en: "Load \(load): of \(expected) numbers only \(found) can be read.")
    }

    fileprivate static func noLoad(_ load: Int) -> Self {
        BilingualText(ja: "読み込み \(load) 番の記録が読めません。", en: "The record of load \(load) cannot be read.")
    }
}
