public import Diagnostics
import GRDB

extension Ledger {
    /// The loads recorded by a moment, oldest first; withdrawn and held ones say so.
    ///
    /// - Parameter asOf: The moment; `nil` for now.
    public func loads(asOf: Timestamp? = nil) throws(LedgerError) -> [LoadSummary] {
        try reading { try LoadRecord.fetchAll($0, asOf: asOf) }
    }

    /// The rows a load kept aside, in the order of its file.
    ///
    /// - Parameter load: The load's number; `nil` for every load that was not withdrawn.
    /// - Throws: `unknownLoad`.
    public func holds(ofLoad load: Int? = nil) throws(LedgerError) -> [RecordedHold] {
        try doubts("hold", ofLoad: load)
    }

    /// The notices and warnings of a load, in the order of its file.
    ///
    /// - Parameter load: The load's number; `nil` for every load that was not withdrawn.
    /// - Throws: `unknownLoad`.
    public func notes(ofLoad load: Int? = nil) throws(LedgerError) -> [Diagnostic] {
        try doubts("note", ofLoad: load).map(\.row.diagnostic)
    }

    /// How much there is.
    public func counts() throws(LedgerError) -> LedgerCounts {
        try reading { db in
            func count(_ source: String) throws -> Int {
                try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(source)") ?? 0
            }
            let standing = #" d WHERE NOT EXISTS (SELECT 1 FROM "withdrawal" w WHERE w."loadId" = d."loadId")"#
            return LedgerCounts(
                loads: try count(#""load""#), withdrawnLoads: try count(#""withdrawal""#),
                series: try count(#""series""#), observations: try count(#""observation""#),
                holds: try count(#""hold""# + standing), notes: try count(#""note""# + standing))
        }
    }

    /// Reads the whole file and checks every page, index and reference.
    ///
    /// - Throws: `damaged` with what SQLite found.
    public func checkIntegrity() throws(LedgerError) {
        try reading { db in
            let findings = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
            guard findings == ["ok"] else {
                throw LedgerError.damaged(path: path, underlying: findings.joined(separator: "; "))
            }
            guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil else {
                throw LedgerError.damaged(path: path, underlying: "foreign key check failed")
            }
        }
    }

    private func doubts(_ table: String, ofLoad load: Int?) throws(LedgerError) -> [RecordedHold] {
        try reading { db in
            if let load {
                let known = try LoadRecord.fetchAll(db, asOf: nil, where: #"l."id" = :load"#, arguments: ["load": load])
                guard !known.isEmpty else { throw LedgerError.unknownLoad(load) }
            }
            return try StoredDoubt.fetchAll(db, table: table, load: load)
        }
    }
}
