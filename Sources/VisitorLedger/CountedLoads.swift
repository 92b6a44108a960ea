/// The loads whose observations count at a moment: committed, recorded by then, not withdrawn by then.
enum CountedLoads {
    /// A subquery for `IN`, with the moment bound twice as `:asOf`.
    static let sql = """
        (SELECT l."id" FROM "load" l
        WHERE l."disposition" = 'committed' AND l."recordedAt" <= :asOf
            AND NOT EXISTS (SELECT 1 FROM "withdrawal" w WHERE w."loadId" = l."id" AND w."recordedAt" <= :asOf))
        """

    /// The value for `:asOf`.
    static func bound(_ asOf: Timestamp?) -> String { (asOf ?? .distantFuture).description }
}

/// What the counts that hold depend on; equal states of one ledger mean equal counts, at every moment of the past, too.
public struct CountedState: Sendable, Hashable {
    /// The number of the last load.
    public var lastLoad: Int
    /// How many loads were withdrawn.
    public var withdrawals: Int
}
