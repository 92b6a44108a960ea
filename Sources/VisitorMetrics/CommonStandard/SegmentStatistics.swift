public import VisitorModel

/// What a survey says about one segment of a quarter, each number with how many answered and what chance may have done.
public struct SegmentStatistics: Sendable, Hashable {
    /// The quarter.
    public let quarter: Quarter
    /// The segment.
    public let segment: SurveySegment
    /// Its part of all who said how many places they visit, in per cent; variance of a share, `p(1 − p)`.
    public let share: SampleStatistic?
    /// Mean number of places visited on the trip, `s² ÷ n`; the error is not known of a single answer.
    public let meanPlaces: Mean?
    /// Mean spend on the trip in yen, over those who said what they spend.
    public let unitSpend: Mean?

    /// A mean with its sample.
    public struct Mean: Sendable, Hashable {
        /// The mean: places with three digits, yen with none.
        public let value: ExactDecimal
        /// How many answered.
        public let respondents: Int
        /// Half the width of the 95 % interval, `1.96 · s ÷ √n`, with as many digits; `nil` of a single answer.
        public let halfWidth95: ExactDecimal?
    }

    /// The segments of a wave, in the survey's order.
    public static func all(of wave: SurveyWave) -> [SegmentStatistics] {
        wave.samples.map { sample in
            let share = Double(sample.respondents) / Double(max(wave.respondents, 1))
            return SegmentStatistics(
                quarter: wave.quarter, segment: sample.segment,
                share: SampleStatistic(
                    share * 100, variance: share * (1 - share) * 10_000, respondents: wave.respondents),
                meanPlaces: Mean(sample.meanPlaces, sample.placesDeviation, sample.respondents, digits: 3),
                unitSpend: sample.unitSpend.flatMap {
                    Mean($0, sample.spendDeviation, sample.spendRespondents ?? sample.respondents, digits: 0)
                })
        }
    }
}

extension SegmentStatistics.Mean {
    init?(_ value: ExactDecimal, _ deviation: ExactDecimal?, _ respondents: Int, digits: Int) {
        guard respondents > 0 else { return nil }
        self.value = value
        self.respondents = respondents
        halfWidth95 = deviation.flatMap {
            ExactDecimal(nearest: 1.959964 * $0.approximate / Double(respondents).squareRoot(), fractionDigits: digits)
        }
    }
}
