public import VisitorModel

/// A count that was due and is not there.
public struct MissingReport: Sendable, Hashable {
    /// The place that should have reported.
    public let place: String
    /// The month it should have reported.
    public let month: Month
    /// The market, when markets are counted apart.
    public let market: String?
    /// Why there is no number.
    public let status: ObservationStatus

    /// Makes a record of a missing count.
    public init(place: String, month: Month, market: String? = nil, status: ObservationStatus = .notReported) {
        self.place = place
        self.month = month
        self.market = market
        self.status = status
    }
}

/// How much of what was expected has been counted into a figure.
///
/// Counted in place-months, or in place-market-months when markets are added up. A reported zero is a report.
/// `reported + missing.count + notYetDue == expected` always holds.
public struct Coverage: Sendable, Hashable {
    /// How many counts are in.
    public let reported: Int
    /// How many the whole period should have.
    public let expected: Int
    /// Those that are due and not in, by month, then in the order of the cut.
    public let missing: [MissingReport]

    /// Months of the period in which no place was expected at all: the series had not begun yet, or had ended.
    public let monthsOutside: [Month]

    /// Makes a coverage.
    public init(reported: Int, expected: Int, missing: [MissingReport] = [], monthsOutside: [Month] = []) {
        self.reported = reported
        self.expected = expected
        self.missing = missing
        self.monthsOutside = monthsOutside
    }

    /// How many counts belong to months that have not come yet.
    public var notYetDue: Int { expected - reported - missing.count }

    /// Whether every count of the whole period is in. A year in which a series began in October is not whole, though
    /// all it expected is there: set against the next year it would show growth that never was.
    public var isWhole: Bool { reported == expected && monthsOutside.isEmpty }

    /// Whether every count that is due is in.
    public var isWholeSoFar: Bool { missing.isEmpty }
}
