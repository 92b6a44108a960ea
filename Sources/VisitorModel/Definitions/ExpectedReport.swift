/// Who is to report what, from when to when.
public struct ExpectedReport: Sendable, Hashable {
    /// The measure reported.
    public var measure: String
    /// The places that report it, each every month.
    public var places: [String]
    /// The first month expected.
    public var from: Month
    /// The last month expected; `nil` while reporting goes on.
    public var to: Month?

    /// Makes an expectation.
    public init(measure: String, places: [String], from: Month, to: Month? = nil) {
        self.measure = measure
        self.places = places
        self.from = from
        self.to = to
    }

    /// Whether a place is expected to report a month.
    public func expects(_ place: String, in month: Month) -> Bool {
        places.contains(place) && month >= from && (to.map { month <= $0 } ?? true)
    }
}
