/// How a series of another source is watched beside one's own: the rule of the alarm, stated and not felt.
///
/// The ratio own ÷ other is held against the median of the ratios of the same months in earlier years, from the same
/// releases; beyond the limit it is an alarm. The two are never added, and never drawn on one axis.
public struct DriftRule: Sendable, Hashable {
    /// The spans that are held against each other.
    public enum Span: String, Sendable, Hashable, CaseIterable {
        case month
        case quarter
        case calendarYear = "calendar-year"
    }

    /// The definition of one's own series, by its id.
    public var own: String
    /// How far in per cent the ratio may be from the median of the earlier ones.
    public var limit: ExactDecimal
    /// How many earlier ratios make a median worth comparing with.
    public var history: Int
    /// The spans compared.
    public var span: Span

    /// A rule; without arguments an alarm beyond 15 % from the median of at least three earlier ratios, by month.
    public init(own: String, limit: ExactDecimal = 15, history: Int = 3, span: Span = .month) {
        self.own = own
        self.limit = limit
        self.history = history
        self.span = span
    }
}
