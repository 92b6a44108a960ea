/// One load as the ledger keeps it.
public struct LoadSummary: Sendable, Hashable, Identifiable {
    /// The load's number, rising with time.
    public var id: Int
    /// When it was written.
    public var recordedAt: Timestamp
    /// The file and how it was read.
    public var header: LoadHeader
    /// What became of its rows.
    public var account: LoadAccount
    /// Whether it counts.
    public var disposition: LoadDisposition
    /// Keys (series and period) that had no value before. Zero for a held load.
    public var newKeys: Int
    /// Keys whose value and status stayed as they were. Zero for a held load.
    public var unchangedKeys: Int
    /// Keys whose value or status changed. Zero for a held load.
    public var revisedKeys: Int
    /// How it was undone, when it was.
    public var withdrawal: Withdrawal?
}

/// What a load did, told when it ends.
public struct LoadResult: Sendable, Hashable {
    /// How many revisions are listed at most; the summary counts all.
    public static let revisionLimit = 1_000

    /// The load as it is kept.
    public var load: LoadSummary
    /// What it changed, in the order of the file, the first ``revisionLimit``.
    public var revisions: [Revision]
}

/// What came of a load that is to be recorded only once.
public enum OnceResult: Sendable, Hashable {
    /// It was recorded.
    case loaded(LoadResult)
    /// The same bytes stand already: nothing was written.
    case known(LoadSummary)
}

/// The undoing of a load, which stays in the ledger.
public struct Withdrawal: Sendable, Hashable {
    /// When it was undone.
    public var recordedAt: Timestamp
    /// Why, in the words of whoever did it.
    public var reason: String
    /// Who did it.
    public var by: String
}

/// What undoing a load did.
public struct WithdrawalResult: Sendable, Hashable {
    /// The load, now withdrawn.
    public var load: LoadSummary
    /// Keys that went back to an earlier, different value.
    public var restoredKeys: Int
    /// Keys that have no value any more.
    public var vanishedKeys: Int
    /// Keys whose earlier value was the same.
    public var unchangedKeys: Int
    /// What went back or vanished, in the order of the file, the first ``LoadResult/revisionLimit``.
    public var revisions: [Revision]
}
