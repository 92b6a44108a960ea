/// Who is to report what, how often, from when to when.
public struct ExpectedReport: Sendable, Hashable {
    /// How often a report comes.
    public enum Frequency: String, Sendable, Hashable, Codable, CaseIterable {
        /// Every month.
        case month
        /// Once for three months of a calendar year.
        case quarter
        /// Once a calendar year.
        case year

        /// How many months one report covers.
        public var monthCount: Int {
            switch self {
            case .month: 1
            case .quarter: 3
            case .year: 12
            }
        }

        /// The period one report covers that ends in a month; `nil` when none ends there.
        public func period(endingIn month: Month) -> Period? {
            switch self {
            case .month: .month(month)
            case .quarter: month.number.isMultiple(of: 3) ? .quarter(month.quarter) : nil
            case .year: month.number == 12 ? .calendarYear(month.calendarYear) : nil
            }
        }
    }

    /// The measure reported.
    public var measure: String
    /// The places that report it, each every month.
    public var places: [String]
    /// The first month expected.
    public var from: Month
    /// The last month expected; `nil` while reporting goes on.
    public var to: Month?
    /// How often it comes.
    public var every: Frequency
    /// The months of the year (1 to 12) in which there is anything to report; empty for all. A festival in February
    /// has nothing to report in March, and is not late for it.
    public var season: Set<Int>
    /// The day of the following month by which it is to be there; `nil` where nobody said.
    public var dueDay: Int?

    /// Makes an expectation.
    public init(
        measure: String, places: [String], from: Month, to: Month? = nil, every: Frequency = .month,
        season: Set<Int> = [], dueDay: Int? = nil
    ) {
        self.measure = measure
        self.places = places
        self.from = from
        self.to = to
        self.every = every
        self.season = season
        self.dueDay = dueDay
    }

    /// Whether a place is expected to report in a month: for reports of longer periods, in their last month.
    public func expects(_ place: String, in month: Month) -> Bool { places.contains(place) && expects(month) }

    /// Whether any of its places is expected to report in a month.
    public func expects(_ month: Month) -> Bool {
        month >= from && (to.map { month <= $0 } ?? true) && (season.isEmpty || season.contains(month.number))
            && every.period(endingIn: month) != nil
    }

    /// Whether the report of a month is overdue on a day; with no due day, as soon as the month is over.
    public func isOverdue(_ month: Month, on day: Day) -> Bool {
        let next = month.advanced(by: 1)
        guard day.month >= next else { return false }
        guard let dueDay, day.month == next else { return true }
        return day.number > min(dueDay, next.dayCount)
    }
}
