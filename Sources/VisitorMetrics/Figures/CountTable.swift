public import VisitorModel

/// The current counts, looked up by series and period.
///
/// A table holds what the ledger says now; when two observations have the same series and period, the later one in
/// the sequence stands.
public struct CountTable: Sendable {
    /// One number with its unit.
    public struct Entry: Sendable, Hashable {
        /// The number with its status, or the reason there is none.
        public let value: ObservedValue
        /// The unit of the number.
        public let unit: StatisticalUnit
    }

    /// The entry taken when several releases hold the same count, and the release it was taken from.
    public struct Choice: Sendable, Hashable {
        /// The release.
        public let vintage: String
        /// Its entry.
        public let entry: Entry
    }

    private struct Name: Hashable, Sendable {
        let measure: String
        let place: String
        let segment: Segment

        init(measure: String, place: String, segment: Segment) {
            self.measure = measure
            self.place = place
            self.segment = segment
        }

        init(_ series: SeriesKey) {
            self.init(measure: series.measure, place: series.place, segment: series.segment)
        }
    }

    private var numbers: [Name: Int] = [:]
    private var lines: [CountLine] = []

    /// Makes a table.
    public init(_ observations: some Sequence<Observation>) {
        // Observations come series by series: most often the line is that of the one before.
        var last: (series: SeriesKey, number: Int)?
        for observation in observations {
            let series = observation.series
            let number: Int
            if let last, last.series == series {
                number = last.number
            } else {
                number = self.number(of: Name(series))
                last = (series, number)
            }
            lines[number].set(
                Entry(value: observation.value, unit: observation.unit), series.vintage, in: observation.period)
        }
    }

    private mutating func number(of name: Name) -> Int {
        if let number = numbers[name] { return number }
        numbers[name] = lines.count
        lines.append(CountLine())
        return lines.count - 1
    }

    /// All counts of a measure, place and segment; `nil` when there is none.
    func line(of series: SeriesKey) -> CountLine? { numbers[Name(series)].map { lines[$0] } }

    /// The entry of exactly one series in one period.
    public func entry(of series: SeriesKey, in period: Period) -> Entry? {
        line(of: series)?[period].entry(of: series.vintage)
    }

    /// The entry of the first release, in order of preference, that has a number; if none has, the first that says why.
    ///
    /// Releases that are not in the list come after those that are: the later name first (`2014-03` before
    /// `2013-03`), the unnamed release last.
    ///
    /// - Parameters:
    ///   - series: The series; its own vintage plays no part.
    ///   - period: The period.
    ///   - vintages: Releases in order of preference.
    ///   - only: The one release to look at, when somebody asked for it.
    public func choice(
        of series: SeriesKey, in period: Period, preferring vintages: [String] = [], only: String? = nil
    ) -> Choice? {
        line(of: series)?[period].choice(preferring: vintages, only: only)
    }
}

extension CountTable {
    /// The periods for which a series has a number in some release, in order.
    public func periods(of series: SeriesKey) -> [Period] { (line(of: series)?.periodsWithNumber ?? []).sorted() }

    /// The months for which some place has a number of a measure, in order.
    public func months(of measure: String) -> [Month] {
        Set(lines { $0.measure == measure }.flatMap(\.monthsWithNumber)).sorted()
    }

    /// The latest month for which one of some places has a number of a measure.
    public func latestMonth(of measure: String, at places: [String]) -> Month? {
        let places = Set(places)
        return lines { $0.measure == measure && places.contains($0.place) }.compactMap(\.lastMonthWithNumber).max()
    }

    /// The first month for which a place has a number of a measure, among some segments.
    public func firstMonth(of measure: String, at place: String, among segments: [Segment]) -> Month? {
        segments.lazy.compactMap { segment in
            self.line(of: SeriesKey(measure: measure, place: place, segment: segment))?.firstMonthWithNumber
        }.min()
    }

    /// The inbound markets some places count apart, by identifier, for guests who stay as stated.
    public func markets(of measure: String, at places: [String], stay: Segment.Stay) -> [String] {
        let places = Set(places)
        let markets = numbers.keys.lazy
            .filter { $0.measure == measure && $0.segment.stay == stay && places.contains($0.place) }
            .compactMap(\.segment.market)
        return Set(markets).sorted()
    }

    private func lines(where isWanted: (Name) -> Bool) -> [CountLine] {
        numbers.filter { isWanted($0.key) }.map { lines[$0.value] }
    }
}
