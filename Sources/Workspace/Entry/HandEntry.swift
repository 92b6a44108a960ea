public import VisitorModel

/// A count that came by telephone, by fax or across the counter.
public struct HandEntry: Sendable, Hashable {
    /// The place.
    public var place: String
    /// The month.
    public var month: Month
    /// What is counted.
    public var measure: String
    /// The market, where one is counted.
    public var market: String?
    /// The count.
    public var value: ExactDecimal
    /// How firm it is.
    public var status: ObservationStatus
    /// Where the count comes from, in words: who said it, when, by which means.
    public var source: String
    /// Who enters it.
    public var by: String

    /// An entry.
    public init(
        place: String, month: Month, measure: String, market: String? = nil, value: ExactDecimal,
        status: ObservationStatus = .reported, source: String, by: String
    ) {
        self.place = place
        self.month = month
        self.measure = measure
        self.market = market
        self.value = value
        self.status = status
        self.source = source
        self.by = by
    }
}
