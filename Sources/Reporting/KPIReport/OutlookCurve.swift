public import VisitorModel

/// A goal's year month by month: what was counted, what is expected, and what the goal asks for.
///
/// All counts are in the unit of the goal; ranges are those of the sample paths, so they belong to one another.
public struct OutlookCurve: Sendable, Hashable {
    /// A month that was counted.
    public struct Counted: Sendable, Hashable {
        /// The month.
        public var month: Month
        /// Its count.
        public var count: Int
        /// Whether missing reports were filled with the usual counts.
        public var isFilled: Bool

        /// Makes a counted month.
        public init(month: Month, count: Int, isFilled: Bool) {
            self.month = month
            self.count = count
            self.isFilled = isFilled
        }
    }

    /// Where a number is expected.
    public struct Spread: Sendable, Hashable {
        /// The middle of the futures.
        public var median: Int
        /// The range that holds 80 % of them.
        public var range80: ClosedRange<Int>
        /// The range that holds 95 % of them.
        public var range95: ClosedRange<Int>

        /// Makes a spread.
        public init(median: Int, range80: ClosedRange<Int>, range95: ClosedRange<Int>) {
            self.median = median
            self.range80 = range80
            self.range95 = range95
        }
    }

    /// A month still to come.
    public struct Ahead: Sendable, Hashable {
        /// The month.
        public var month: Month
        /// Its own count.
        public var count: Spread
        /// The year's total at its end.
        public var total: Spread
        /// What it has to bring; over all months ahead, exactly what the goal lacks.
        public var required: Int
        /// The count of the same month a year before, where there is one to compare with.
        public var yearBefore: Int?

        /// Makes a month ahead.
        public init(month: Month, count: Spread, total: Spread, required: Int, yearBefore: Int?) {
            self.month = month
            self.count = count
            self.total = total
            self.required = required
            self.yearBefore = yearBefore
        }
    }

    /// The goal's year.
    public var year: Period
    /// The goal.
    public var goal: Int
    /// The months counted, in order.
    public var counted: [Counted]
    /// The months to come, in order.
    public var ahead: [Ahead]

    /// Makes a curve.
    public init(year: Period, goal: Int, counted: [Counted], ahead: [Ahead]) {
        self.year = year
        self.goal = goal
        self.counted = counted
        self.ahead = ahead
    }

    /// What was counted so far.
    public var known: Int { counted.reduce(0) { $0 + $1.count } }
}
