import GRDB

extension Ledger {
    /// Undoes a load and keeps it: its values no longer count, and earlier ones hold again.
    ///
    /// - Parameters:
    ///   - load: The load's number.
    ///   - reason: Why, in a sentence.
    ///   - by: Who decides.
    /// - Returns: Which values went back or vanished.
    /// - Throws: `unknownLoad`, `alreadyWithdrawn`, `busy`, `readOnly`.
    public func withdraw(load: Int, reason: String, by: String) throws(LedgerError) -> WithdrawalResult {
        let queue = try makeWriter()
        defer { try? queue.close() }
        do {
            return try queue.inDatabase { db in
                var result: WithdrawalResult?
                try db.inTransaction(.immediate) {
                    result = try withdraw(load, reason: reason, by: by, in: db)
                    return .commit
                }
                guard let result else { throw LedgerError.loadEnded }
                return result
            }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    private func withdraw(_ load: Int, reason: String, by: String, in db: Database) throws -> WithdrawalResult {
        let found = try LoadRecord.fetchAll(db, asOf: nil, where: #"l."id" = :load"#, arguments: ["load": load])
        guard var summary = found.first else { throw LedgerError.unknownLoad(load) }
        if let withdrawal = summary.withdrawal { throw LedgerError.alreadyWithdrawn(load, withdrawal) }
        var result = WithdrawalResult(
            load: summary, restoredKeys: 0, vanishedKeys: 0, unchangedKeys: 0, revisions: [])
        if summary.disposition == .committed {
            let comparison = try LoadComparison(ofLoad: load, listingKeysWithoutEarlier: true, in: db)
            let fileNames = try LoadRecord.fileNames(db)
            result.restoredKeys = comparison.different
            result.vanishedKeys = comparison.withoutEarlier
            result.unchangedKeys = comparison.same
            result.revisions = comparison.pairs.map { pair in
                Revision(
                    series: pair.series.key, period: pair.period, unit: pair.series.unit,
                    old: .init(value: pair.value, load: load, fileName: summary.header.fileName),
                    new: pair.earlier.map {
                        .init(value: $0.value, load: $0.load, fileName: fileNames[$0.load] ?? "")
                    })
            }
        }
        let withdrawal = Withdrawal(
            recordedAt: try LedgerMoment.next(clock(), in: db), reason: StoredText.sentence(reason), by: StoredText.sentence(by))
        try db.execute(
            sql: #"INSERT INTO "withdrawal" ("loadId", "recordedAt", "reason", "withdrawnBy") VALUES (?, ?, ?, ?)"#,
            arguments: [load, withdrawal.recordedAt.description, withdrawal.reason, withdrawal.by])
        summary.withdrawal = withdrawal
        result.load = summary
        return result
    }
}
