public import VisitorLedger
import VisitorMetrics
public import VisitorModel

/// One month of a published forecast, set against its count as it stands.
public struct ScoredMonth: Sendable, Hashable {
    /// What came of it.
    public enum State: Sendable, Hashable {
        /// It was counted.
        case counted(Score)
        /// Its count is not in yet, or not all of it: so many reports are missing.
        case waiting(missing: Int)
        /// It was counted, in part at least, before the forecast was published, and so was not foretold.
        case knownBefore
    }

    /// How the forecast did.
    public struct Score: Sendable, Hashable {
        /// The count as it stands now.
        public var count: ExactDecimal
        /// How firm it is.
        public var status: ObservationStatus
        /// The releases it was taken from; the unnamed one is `""`.
        public var vintages: [String]
        /// The absolute error of the mean over the forecast's scale (Hyndman and Koehler 2006); `nil` without a scale.
        ///
        /// Below 1 it did better than a year before did in the past.
        public var scaledError: Double?
        /// Whether the count lies in the range that was to hold 80 %.
        public var isIn80: Bool
        /// Whether the count lies in the range that was to hold 95 %.
        public var isIn95: Bool

        /// Whether the count may still be revised: 速報, 暫定 or 推計.
        public var isPreliminary: Bool { [.preliminary, .provisional, .estimated].contains(status) }
    }

    /// The month, and what was said of it.
    public var ahead: PublishedForecast.MonthAhead
    /// What came of it.
    public var state: State

    /// How the forecast did, where the month is counted.
    public var score: Score? { if case .counted(let score) = state { score } else { nil } }
}

/// A published forecast, set against what came.
public struct ScoredForecast: Sendable, Hashable, Identifiable {
    /// What became of its year.
    public struct Outcome: Sendable, Hashable {
        /// The year's total, with every report in.
        public var total: ExactDecimal
        /// How firm it is.
        public var status: ObservationStatus
        /// Whether the goal was reached.
        public var isReached: Bool
        /// Whether the total lies in the range that was to hold 80 %.
        public var isIn80: Bool
        /// Whether the total lies in the range that was to hold 95 %.
        public var isIn95: Bool
        /// The squared distance of the chance said from what came (1 or 0), after Brier 1950; 0.25 is what saying one
        /// half gets.
        public var brier: Double
    }

    /// The forecast as it was published.
    public var forecast: PublishedForecast
    /// Its months.
    public var months: [ScoredMonth]
    /// What became of its year; `nil` until every report of the year is in, and where the year had ended when it was
    /// published.
    public var outcome: Outcome?
    /// Whether the same forecast, of the same counts, was published before: then it counts only once.
    public var isRepeat: Bool
    /// Whether the definition it was made by is gone or has another unit: then nothing is there to set it against.
    public var isOrphan: Bool

    /// The forecast's number.
    public var id: Int { forecast.id }
    /// The scores of the months counted.
    public var scores: [ScoredMonth.Score] { months.compactMap(\.score) }

    /// Sets a forecast against what came.
    ///
    /// - Parameters:
    ///   - months: The figures of its definition by month; `nil` where the definition is gone.
    ///   - year: The figure of its year, if there is one.
    init(_ forecast: PublishedForecast, months: [Month: Figure]?, year: Figure?, isRepeat: Bool) {
        self.forecast = forecast
        self.isRepeat = isRepeat
        isOrphan = months == nil
        self.months = forecast.months.map { ahead in
            guard ahead.month > forecast.knownThrough else { return ScoredMonth(ahead: ahead, state: .knownBefore) }
            let figure = months?[ahead.month]
            guard let figure, let count = figure.wholeValue else {
                return ScoredMonth(ahead: ahead, state: .waiting(missing: figure?.coverage.missing.count ?? 0))
            }
            let (value, said) = (count.approximate, ahead.said)
            return ScoredMonth(
                ahead: ahead,
                state: .counted(
                    ScoredMonth.Score(
                        count: count, status: figure.status, vintages: figure.vintages,
                        scaledError: forecast.scale.map { abs(value - said.mean) / $0 },
                        isIn80: said.range80.contains(value), isIn95: said.range95.contains(value))))
        }
        if let year, let total = year.wholeValue, self.months.last.map({ $0.state != .knownBefore }) ?? false {
            let isReached = total >= ExactDecimal(forecast.goal)
            let miss = forecast.chance - (isReached ? 1 : 0)
            outcome = Outcome(
                total: total, status: year.status, isReached: isReached,
                isIn80: forecast.total.range80.contains(total.approximate),
                isIn95: forecast.total.range95.contains(total.approximate), brier: miss * miss)
        }
    }
}
