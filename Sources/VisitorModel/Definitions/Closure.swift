public import Languages

/// A span in which places were closed, so that no visitor is a count and no gap.
public struct Closure: Sendable, Hashable {
    /// The places that were closed, with everything inside them.
    public var places: Set<String>
    /// The first month.
    public var from: Month
    /// The last month; `nil` while it lasts.
    public var to: Month?
    /// The months of the year it recurs in; empty for all. A camp site may close every winter.
    public var season: Set<Int>
    /// Whether the places were open for part of each month, so that a report is still expected.
    public var isPartial: Bool
    /// Why.
    public var reason: BilingualText

    /// Describes a closure.
    public init(
        places: Set<String>, from: Month, to: Month? = nil, season: Set<Int> = [], isPartial: Bool = false,
        reason: BilingualText
    ) {
        self.places = places
        self.from = from
        self.to = to
        self.season = season
        self.isPartial = isPartial
        self.reason = reason
    }

    /// Whether a place was closed in a month, for all of it or part.
    public func touches(_ place: String, in month: Month) -> Bool {
        places.contains(place) && month >= from && (to.map { month <= $0 } ?? true)
            && (season.isEmpty || season.contains(month.number))
    }

    /// Whether a place was closed for the whole of a month: then its count is a true zero.
    public func closes(_ place: String, in month: Month) -> Bool { !isPartial && touches(place, in: month) }
}
