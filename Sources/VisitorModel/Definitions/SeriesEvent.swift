public import Languages

/// Something that happened once and shows in the counts: a national festival, a typhoon, an epidemic.
public struct SeriesEvent: Sendable, Hashable, Identifiable {
    /// The identifier.
    public var id: String
    /// What people call it.
    public var titles: BilingualText
    /// The measure it shows in; `nil` for all.
    public var measure: String?
    /// The places it shows in; empty for all.
    public var places: Set<String>
    /// The first month.
    public var from: Month
    /// The last month.
    public var to: Month
    /// How many counts it added (below zero: cost), in the measure's unit, where somebody counted; only for an event
    /// of one place and one month, since only then it is known where to take it out.
    public var counted: ExactDecimal?

    /// Describes an event.
    public init(
        id: String, titles: BilingualText, measure: String? = nil, places: Set<String> = [], from: Month, to: Month,
        counted: ExactDecimal? = nil
    ) {
        self.id = id
        self.titles = titles
        self.measure = measure
        self.places = places
        self.from = from
        self.to = to
        self.counted = counted
    }

    /// Whether it shows in a place's counts of a month.
    public func touches(_ place: String, _ measure: String, in month: Month) -> Bool {
        (self.measure ?? measure) == measure && (places.isEmpty || places.contains(place)) && from <= month
            && month <= to
    }
}

/// A point in time from which a series no longer counts what it counted before.
public struct SeriesBreak: Sendable, Hashable, Identifiable {
    /// What changed.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A new counter or gate.
        case counter
        /// Another way of counting or estimating.
        case method
        /// Another idea of whom to count.
        case definition
        /// Another set of places behind the number.
        case coverage

        /// The kind in words.
        public var name: BilingualText {
            switch self {
            case .counter: BilingualText(ja: "計数器の変更", en: "new counter")
            case .method: BilingualText(ja: "調査方法の変更", en: "changed method")
            case .definition: BilingualText(ja: "定義の変更", en: "changed definition")
            case .coverage: BilingualText(ja: "対象の変更", en: "changed coverage")
            }
        }
    }

    /// What is done with a rate of growth across the break.
    public enum Treatment: String, Sendable, Hashable, Codable, CaseIterable {
        /// None is given.
        case refuse
        /// It is given with a footnote.
        case footnote
    }

    /// The identifier.
    public var id: String
    /// What happened, in a few words.
    public var titles: BilingualText
    /// What changed.
    public var kind: Kind
    /// The measure; `nil` for all.
    public var measure: String?
    /// The places; empty for all.
    public var places: Set<String>
    /// The first month counted the new way.
    public var since: Month
    /// What is done with growth across it.
    public var growth: Treatment

    /// Describes a break.
    public init(
        id: String, titles: BilingualText, kind: Kind, measure: String? = nil, places: Set<String> = [],
        since: Month, growth: Treatment = .refuse
    ) {
        self.id = id
        self.titles = titles
        self.kind = kind
        self.measure = measure
        self.places = places
        self.since = since
        self.growth = growth
    }

    /// Whether it concerns a place's series.
    public func concerns(_ place: String, _ measure: String) -> Bool {
        (self.measure ?? measure) == measure && (places.isEmpty || places.contains(place))
    }

    /// Whether something lies on both sides: it begins before the break and ends in it or after.
    public func separates(_ earlier: Period, from later: Period) -> Bool {
        earlier.firstMonth < since && since <= later.lastMonth
    }
}

/// What is known about series beside their numbers: events, breaks, closures.
public struct KnownChanges: Sendable, Hashable {
    /// What happened once.
    public var events: [SeriesEvent]
    /// From when series count something else.
    public var breaks: [SeriesBreak]
    /// When places were closed.
    public var closures: [Closure]

    /// Makes a register; without arguments, an empty one.
    public init(events: [SeriesEvent] = [], breaks: [SeriesBreak] = [], closures: [Closure] = []) {
        self.events = events
        self.breaks = breaks
        self.closures = closures
    }
}
