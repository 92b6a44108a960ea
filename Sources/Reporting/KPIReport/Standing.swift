public import VisitorMetrics

/// How the headline metric stands in a span that ends with the last month looked at: the month, a year so far, twelve
/// months.
public struct Standing: Sendable, Hashable {
    /// What kind of span it is.
    public var grain: FigureQuery.Grain
    /// The figure of the span's period, cut at the last month looked at.
    public var current: Figure
    /// The same span a year before; `nil` when nothing was counted then.
    public var before: Figure?
    /// The two over the same places in the same months; `nil` where nothing can be compared.
    public var comparison: LikeForLike?

    /// A standing.
    public init(grain: FigureQuery.Grain, current: Figure, before: Figure?, comparison: LikeForLike?) {
        self.grain = grain
        self.current = current
        self.before = before
        self.comparison = comparison
    }
}
