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

    private struct Line: Hashable, Sendable {
        let measure: String
        let place: String
        let segment: Segment
    }

    private var releases: [Line: [Period: [String: Entry]]] = [:]

    /// Makes a table.
    public init(_ observations: some Sequence<Observation>) {
        for observation in observations {
            let series = observation.series
            let line = Line(measure: series.measure, place: series.place, segment: series.segment)
            releases[line, default: [:]][observation.period, default: [:]][series.vintage] = Entry(
                value: observation.value, unit: observation.unit)
        }
    }

    /// The entry of exactly one series in one period.
    public func entry(of series: SeriesKey, in period: Period) -> Entry? {
        let line = Line(measure: series.measure, place: series.place, segment: series.segment)
        return releases[line]?[period]?[series.vintage]
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
        let line = Line(measure: series.measure, place: series.place, segment: series.segment)
        guard let entries = releases[line]?[period] else { return nil }
        if let only { return entries[only].map { Choice(vintage: only, entry: $0) } }
        let unlisted = entries.keys.filter { !vintages.contains($0) }.sorted(by: >)
        let candidates = (vintages + unlisted).compactMap { vintage in
            entries[vintage].map { Choice(vintage: vintage, entry: $0) }
        }
        return candidates.first { $0.entry.value.number != nil } ?? candidates.first
    }
}

extension CountTable {
    /// The periods for which a series has a number in some release, in order.
    public func periods(of series: SeriesKey) -> [Period] {
        let line = Line(measure: series.measure, place: series.place, segment: series.segment)
        return (releases[line] ?? [:]).filter { $0.value.values.contains { $0.value.number != nil } }.keys.sorted()
    }

    /// The months for which some place has a number of a measure, in order.
    public func months(of measure: String) -> [Month] {
        Set(monthsWithNumber { $0.measure == measure }).sorted()
    }

    /// The latest month for which one of some places has a number of a measure.
    public func latestMonth(of measure: String, at places: [String]) -> Month? {
        monthsWithNumber { $0.measure == measure && places.contains($0.place) }.max()
    }

    /// The first month for which a place has a number of a measure, among some segments.
    public func firstMonth(of measure: String, at place: String, among segments: [Segment]) -> Month? {
        segments.lazy.compactMap { segment in
            self.monthsWithNumber(on: Line(measure: measure, place: place, segment: segment)).min()
        }.min()
    }

    /// The inbound markets some places count apart, by identifier, for guests who stay as stated.
    public func markets(of measure: String, at places: [String], stay: Segment.Stay) -> [String] {
        let markets = releases.keys.lazy
            .filter { $0.measure == measure && places.contains($0.place) && $0.segment.stay == stay }
            .compactMap(\.segment.market)
        return Set(markets).sorted()
    }

    private func monthsWithNumber(where isWanted: (Line) -> Bool) -> [Month] {
        releases.keys.filter(isWanted).flatMap { monthsWithNumber(on: $0) }
    }

    private func monthsWithNumber(on line: Line) -> [Month] {
        (releases[line] ?? [:]).compactMap { period, entries in
            guard case .month(let month) = period, entries.values.contains(where: { $0.value.number != nil }) else {
                return nil
            }
            return month
        }
    }
}
