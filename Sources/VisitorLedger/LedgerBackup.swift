import FoundationEssentials
import GRDB

/// A verified copy of a ledger.
public struct LedgerBackup: Sendable, Hashable {
    /// The copy's file.
    public var path: String
    /// How many rows it holds in all its tables.
    public var rows: Int
    /// How many loads.
    public var loads: Int
}

extension Ledger {
    /// Copies the ledger while it is in use, and checks the copy.
    ///
    /// One state is copied, that of the last finished load. The copy is written beside its final name, checked page by
    /// page, compared value by value with the state it was taken from, and only then given its name: a copy that
    /// exists is whole.
    ///
    /// - Throws: `copyDiffers`, `diskFull`, `notFound` when the folder does not exist, `fileExists` when there is such a
    ///   file already.
    public func backup(to target: String) throws(LedgerError) -> LedgerBackup {
        guard !FileManager.default.fileExists(atPath: target) else {
            throw .fileExists(target)
        }
        let draft = target + ".part"
        Self.removeCopy(draft)
        defer { Self.removeCopy(draft) }
        do {
            let copy = try DatabaseQueue(path: draft)
            let taken = try reading { db in
                try copy.inDatabase { try db.backup(to: $0) }
                return try LedgerDigest(db)
            }
            let kept = try copy.inDatabase { db in
                // One file, no log beside it; this also flushes it.
                try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA journal_mode = DELETE")
                let findings = try String.fetchAll(db, sql: "PRAGMA integrity_check(5)")
                guard findings == ["ok"] else {
                    throw LedgerError.copyDiffers(target, underlying: findings.joined(separator: "; "))
                }
                return try LedgerDigest(db)
            }
            try copy.close()
            guard taken == kept else {
                throw LedgerError.copyDiffers(target, underlying: "\(taken.rows) / \(kept.rows)")
            }
            try FileManager.default.moveItem(atPath: draft, toPath: target)
            return LedgerBackup(
                path: target, rows: kept.rows.values.reduce(0, +), loads: kept.rows["load", default: 0])
        } catch {
            throw LedgerError(error, path: target)
        }
    }

    private static func removeCopy(_ path: String) {
        for ending in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: path + ending) }
    }
}
