public import Forecasting
public import Languages
public import VisitorMetrics
public import VisitorModel

/// The parts, places or markets, that make the gap between a goal and the expected end of its year.
public struct GoalParts: Sendable {
    /// How a part's own forecast came about.
    public enum Basis: String, Sendable, Hashable {
        /// The same models as the whole's.
        case models
        /// Too short for a model, or visited in too few months of the year: the same month's latest count.
        case latestCounts = "latest-counts"
    }

    /// One part.
    public struct Part: Sendable {
        /// The place's or market's identifier.
        public var id: String
        /// How it was forecast.
        public var basis: Basis
        /// What it adds to the gap.
        public var gap: GapDecomposition.Part
    }

    /// The parts, in the order of the definition.
    public var parts: [Part]
    /// Goal, end and gap; the parts add up to them.
    public var decomposition: GapDecomposition
    /// The parts' forecasts, which add up to the whole's in every month; in the order of ``parts`` and of
    /// ``YearOutlook/monthsLeft``.
    public var forecasts: ForecastProportions
    /// The twelve months whose counts say which share of the goal each part is asked for.
    public var before: ClosedRange<Month>

    /// The parts that add most to the gap first.
    public var byGap: [Part] {
        parts.enumerated().sorted { ($1.element.gap.gap, $0.offset) < ($0.element.gap.gap, $1.offset) }.map(\.element)
    }
}

/// The parts of a goal, or why there are none.
public enum GoalPartsAnswer: Sendable {
    /// The parts.
    case parts(GoalParts)
    /// Why the gap cannot be shared out, with what to do about it.
    case refused(BilingualText)

    /// The parts, if there are any.
    public var parts: GoalParts? { if case .parts(let parts) = self { parts } else { nil } }
}

extension LedgerView {
    /// The parts that make the gap of a goal; `nil` when the definition has no such parts.
    ///
    /// Each part is forecast by itself and then made to agree with the whole, see ``ForecastProportions``. A month of
    /// the year in which nobody ever came to a part (a winter festival in July) expects nobody there.
    ///
    /// - Parameters:
    ///   - outlook: The whole's outlook.
    ///   - definition: What the goal counts.
    ///   - split: Places or markets.
    public func parts(
        of outlook: YearOutlook, by definition: MetricDefinition, split: FigureQuery.Split
    ) -> GoalPartsAnswer? {
        let ids: [String]
        switch split {
        case .none: return nil
        case .place: ids = definition.cut.members
        case .market: ids = definition.markets
        }
        guard ids.count > 1 else { return nil }
        var figures: [String: [Figure]] = [:]
        for figure in self.figures(of: definition, by: .month, split: split)
        where figure.period.firstMonth <= outlook.lastMonth {
            let id = split == .place ? figure.place : figure.segment.market
            if let id { figures[id, default: []].append(figure) }
        }
        let knownMonths = outlook.year.months.filter { $0 <= outlook.lastMonth }
        let beforeEnd = min(outlook.lastMonth, outlook.year.firstMonth.advanced(by: -1))
        let before = beforeEnd.advanced(by: -11)...beforeEnd
        let counts = ids.map { PartCounts(figures[$0] ?? [], of: definition, part: $0, split: split, in: self.figures) }
        var lacking: [MissingReport] = []
        func sum(_ part: PartCounts, _ months: some Sequence<Month>) -> Int {
            months.reduce(0) { total, month in
                guard let count = part.sums[month] else {
                    lacking += part.lacking[month] ?? []
                    return total
                }
                return total + count
            }
        }
        let known = counts.map { sum($0, knownMonths) }
        let year = (0..<12).map { before.lowerBound.advanced(by: $0) }
        let past = counts.map { sum($0, year) }
        guard lacking.isEmpty else { return .refused(.partsLack(Set(lacking.map(\.month)).sorted())) }
        let wholeKnown = Int(outlook.verdict.known.rounded())
        guard known.reduce(0, +) == wholeKnown, past.contains(where: { $0 > 0 }) else {
            return .refused(.partsDoNotAddUp)
        }

        let forecasts = counts.map { $0.forecast(after: outlook.lastMonth, of: outlook.monthsLeft, from: shelf) }
        let end = Int(outlook.verdict.end.median.rounded())
        let proportions = ForecastProportions(
            total: end - wholeKnown,
            steps: outlook.monthsLeft.indices.map { SortedSample(outlook.paths.values(atStep: $0)).median },
            parts: forecasts.map(\.counts))
        let decomposition = GapDecomposition(
            goal: outlook.goal, known: known, rest: proportions.counts.map { $0.reduce(0, +) }, before: past)
        return .parts(
            GoalParts(
                parts: ids.indices.map {
                    GoalParts.Part(id: ids[$0], basis: forecasts[$0].basis, gap: decomposition.parts[$0])
                }, decomposition: decomposition, forecasts: proportions, before: before))
    }
}

/// One part's monthly counts.
private struct PartCounts {
    /// Counts for sums; a missing report counts as a year before, as in the whole.
    var sums: [Month: Int] = [:]
    /// Reports that are missing and have no count a year before.
    var lacking: [Month: [MissingReport]] = [:]
    /// Counts that models may learn from.
    private var learnt: [Month: Double] = [:]
    private let months: [Figure]
    private let series: [String]
    private let changes: [String]

    init(
        _ months: [Figure], of definition: MetricDefinition, part: String, split: FigureQuery.Split, in figures: Figures
    ) {
        let isMarket = split == .market
        let places = isMarket ? definition.cut.members : [part]
        self.months = months
        series = [definition.id, isMarket ? "market" : "place", part]
        changes = figures.changes.canonical(of: definition.measure, at: places)
        for figure in months {
            let month = figure.period.firstMonth
            if let value = figure.wholeValue {
                // Which visitors stayed away from a closed place is not known by market.
                if !places.contains(where: { figures.changes.isClosedOnce($0, in: month) }) {
                    learnt[month] = figures.changes.lesson(
                        from: value.approximate, of: definition.measure, at: places, in: month, isSplit: isMarket)
                }
                sums[month] = Int(value.approximate.rounded())
            } else if figure.coverage.missing.isEmpty {
                // Nobody was expected to report: nothing belongs to the sum.
                sums[month] = figure.value.map { Int($0.approximate.rounded()) } ?? 0
            } else if let usual = figures.totalWithUsualCounts(figure, startingAt: figure.value ?? .zero) {
                sums[month] = Int(usual.approximate.rounded())
            } else {
                lacking[month] = figure.coverage.missing
            }
        }
        for month in UnusualZeros.months(in: learnt) { learnt[month] = nil }
    }

    /// Of a part with visitors in fewer months of the year, models see mostly zeros and say too little of the rest.
    private static let fewestMonthsForModels = 6

    /// The part's own forecast, not yet made to agree with anything.
    func forecast(
        after last: Month, of wanted: [Month], from shelf: ForecastShelf
    ) -> (counts: [Double], basis: GoalParts.Basis) {
        let seen = Set(learnt.filter { $0.value > 0 }.map(\.key.number))
        if seen.count >= Self.fewestMonthsForModels, let first = learnt.keys.min(), let end = wanted.last {
            let input = ForecastInput(
                of: series, figures: months, in: first...last, lessons: learnt, changes: changes,
                horizon: last.distance(to: end), span: 0)
            if let forecast = try? shelf.forecast(
                of: input, orElse: { input throws(ForecastingError) in try PartForecast(input) }),
                forecast.counts.count == input.horizon
            {
                return (
                    wanted.map { month in
                        seen.contains(month.number) ? max(forecast.counts[last.distance(to: month) - 1], 0) : 0
                    }, .models
                )
            }
        }
        let counts = wanted.map { month in
            learnt.filter { $0.key.number == month.number }.max { $0.key < $1.key }?.value ?? 0
        }
        return (counts, .latestCounts)
    }
}

extension BilingualText {
    fileprivate static func partsLack(_ months: [Month]) -> BilingualText {
        let names = months.map(\.id)
        return BilingualText(
            ja: "\(names.joined(separator: "、"))の報告が足りず、目標との差を内訳に分けられません。未報告分を取り込んでください。",
            en: "The gap cannot be shared out: reports of \(names.joined(separator: ", ")) are lacking. Load them.")
    }

    fileprivate static let partsDoNotAddUp = BilingualText(
        ja: "内訳の合計が全体と一致しないため、目標との差を内訳に分けられません。",
        en: "The gap cannot be shared out: the parts do not add up to the whole.")
}
