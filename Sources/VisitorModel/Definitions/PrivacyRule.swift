/// Which small counts stay inside when figures are published.
public struct PrivacyRule: Sendable, Hashable {
    /// A way of splitting a measure whose parts may point to people.
    public enum Split: String, Sendable, Hashable, CaseIterable {
        case market
        case place
    }

    /// Counts of 1 up to below this are small; a zero says that nobody came and points to nobody.
    public var threshold: Int
    /// The measures that are protected.
    public var measures: Set<String>
    /// The splits that are protected; the totals of protected measures always are.
    public var splits: Set<Split>

    /// Makes a rule.
    public init(threshold: Int = 3, measures: Set<String>, splits: Set<Split> = [.market]) {
        self.threshold = threshold
        self.measures = measures
        self.splits = splits
    }
}
