import GRDB

extension OpenLoad {
    /// Checks the account, compares with the state before, writes the load's row and commits.
    func finish(_ outcome: LoadOutcome, recordedAt: Timestamp, in db: Database) throws -> LoadResult {
        guard outcome.account.closes else { throw LedgerError.accountDoesNotClose(outcome.account) }
        var summary = LoadSummary(
            id: id, recordedAt: try LedgerMoment.next(recordedAt, in: db), header: header, account: outcome.account,
            disposition: outcome.disposition, newKeys: 0, unchangedKeys: 0, revisedKeys: 0, withdrawal: nil)
        var revisions: [Revision] = []
        if outcome.disposition == .committed {
            let comparison = try LoadComparison(ofLoad: id, listingKeysWithoutEarlier: false, in: db)
            summary.newKeys = comparison.withoutEarlier
            summary.unchangedKeys = comparison.same
            summary.revisedKeys = comparison.different
            let fileNames = try LoadRecord.fileNames(db)
            revisions = comparison.pairs.compactMap { pair in
                pair.earlier.map { earlier in
                    Revision(
                        series: pair.series.key, period: pair.period, unit: pair.series.unit,
                        old: .init(
                            value: earlier.value, load: earlier.load, fileName: fileNames[earlier.load] ?? ""),
                        new: .init(value: pair.value, load: id, fileName: header.fileName))
                }
            }
        }
        try LoadRecord.insert(summary, in: db)
        try db.commit()
        return LoadResult(load: summary, revisions: revisions)
    }
}
