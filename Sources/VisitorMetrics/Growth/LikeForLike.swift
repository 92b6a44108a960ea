public import VisitorModel

/// Two years compared over the same places in the same months: for a year in progress, or one with gaps.
///
/// Only counts that are there in both years, from the same release, are added up on either side; everything else
/// that was due in either year is named in ``leftOut``.
public struct LikeForLike: Sendable, Hashable {
    /// A count that one side lacks, so that its counterpart is left out too.
    public struct LeftOut: Sendable, Hashable {
        /// The place.
        public let place: String
        /// The month of the later year.
        public let month: Month
        /// The market, when markets are counted apart.
        public let market: String?
        /// Why the pair is left out.
        public let why: Cause
    }

    /// Why a pair of counts is left out.
    public enum Cause: Sendable, Hashable {
        /// The later year lacks it.
        case missingNow
        /// The earlier year lacks it.
        case missingYearBefore
        /// It was due in one of the years or both, and neither has it.
        case missingBoth
        /// Both have it, from different releases.
        case differentVintages(now: String, yearBefore: String)
        /// Both have it, but the series broke in between.
        case seriesBreak(SeriesBreak)
    }

    /// The counts of one month that have a counterpart, added up over places and markets.
    public struct MonthPair: Sendable, Hashable {
        /// The later month.
        public let month: Month
        /// The later month's counts.
        public let current: ExactDecimal
        /// Those of the same places a year before.
        public let base: ExactDecimal

        /// The change in per cent with one digit; `nil` when the base is zero.
        public var percent: ExactDecimal? { try? Growth.percentChange(from: base, to: current, 1).get() }

        /// The month a year before.
        public var monthBefore: Month { month.advanced(by: -12) }
    }

    /// The later year.
    public let period: Period
    /// The later year's counts that have a counterpart, added up.
    public let current: ExactDecimal
    /// The earlier year's counts that have a counterpart, added up.
    public let base: ExactDecimal
    /// The months of the later year in which something was compared.
    public let months: [Month]
    /// The same month by month, in order.
    public let monthly: [MonthPair]
    /// The places of which something was compared, in the order of the cut.
    public let places: [String]
    /// What was due in either year and left out.
    public let leftOut: [LeftOut]
    /// The rate in per cent with one digit, or why there is none.
    public let rate: Result<ExactDecimal, GrowthRefusal>
}

extension Figures {
    /// Compares a period with the one a year before over what both have; `nil` when there is no count at all.
    ///
    /// - Parameters:
    ///   - period: A month, quarter or year.
    ///   - through: The last month looked at; `nil` for the latest with a number.
    public func likeForLike(
        of definition: MetricDefinition, in period: Period, through: Month? = nil, vintage: String? = nil
    ) -> LikeForLike? {
        let members = definition.cut.members
        guard let last = through ?? table.latestMonth(of: definition.measure, at: members) else { return nil }
        let markets: [String?] = definition.markets.isEmpty ? [nil] : definition.markets
        let reader = CellReader(
            table: table, expected: expected, definition: definition, markets: markets, vintage: vintage,
            through: last, changes: changes)
        var pairs: [(now: CountCell, before: CountCell)] = []
        var leftOut: [LikeForLike.LeftOut] = []
        for month in period.months where month <= last {
            for place in members {
                for market in markets {
                    let span = period.months.count
                    let now = reader.cell(place, month, market, inSpanOf: span)
                    let before = reader.cell(place, month.advanced(by: -12), market, inSpanOf: span)
                    if let cause = Self.obstacle(now, before, breaks: reader.breaks, of: definition.measure) {
                        leftOut.append(.init(place: place, month: month, market: market, why: cause))
                    } else if let now, let before {
                        pairs.append((now, before))
                    }
                }
            }
        }
        guard let current = ExactDecimal.sum(of: pairs.compactMap(\.now.number)),
            let base = ExactDecimal.sum(of: pairs.compactMap(\.before.number))
        else { return nil }
        var monthly: [LikeForLike.MonthPair] = []
        for month in Set(pairs.map(\.now.month)).sorted() {
            let some = pairs.filter { $0.now.month == month }
            guard let now = ExactDecimal.sum(of: some.compactMap(\.now.number)),
                let before = ExactDecimal.sum(of: some.compactMap(\.before.number))
            else { return nil }
            monthly.append(.init(month: month, current: now, base: before))
        }
        let compared = Set(pairs.map(\.now.place))
        return LikeForLike(
            period: period, current: current, base: base, months: monthly.map(\.month), monthly: monthly,
            places: members.filter(compared.contains), leftOut: leftOut,
            rate: pairs.isEmpty ? .failure(.baseMissing) : Growth.percentChange(from: base, to: current, 1))
    }

    /// Why two counts cannot be paired; `nil` when they can, or when neither was expected.
    private static func obstacle(
        _ now: CountCell?, _ before: CountCell?, breaks: [SeriesBreak], of measure: String
    ) -> LikeForLike.Cause? {
        switch (now?.number, before?.number) {
        case (_?, _?):
            if let now, let before, let between = seriesBreak(between: before, and: now, breaks, measure) {
                return .seriesBreak(between)
            }
            // A closed place's zero belongs to every release.
            guard let later = now?.vintage, let earlier = before?.vintage, later != earlier else { return nil }
            return .differentVintages(now: later, yearBefore: earlier)
        case (nil, _?): return .missingNow
        case (_?, nil): return .missingYearBefore
        case (nil, nil): return now == nil && before == nil ? nil : .missingBoth
        }
    }

    private static func seriesBreak(
        between before: CountCell, and now: CountCell, _ breaks: [SeriesBreak], _ measure: String
    ) -> SeriesBreak? {
        breaks.first {
            $0.growth == .refuse && $0.concerns(now.place, measure)
                && $0.separates(.month(before.month), from: .month(now.month))
        }
    }
}
