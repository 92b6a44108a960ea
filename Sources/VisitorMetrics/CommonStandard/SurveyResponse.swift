public import VisitorModel

/// What one person answered; what was not answered is `nil`, never zero.
public struct SurveyResponse: Sendable, Hashable {
    /// The quarter in which the person was asked.
    public var quarter: Quarter
    /// Which group of visitors the person belongs to.
    public var segment: SurveySegment
    /// How many places the person visits on the trip.
    public var places: Int?
    /// What the person spends on the trip, in yen.
    public var spend: Int?
    /// Satisfaction from 1, very dissatisfied, to 5, very satisfied.
    public var satisfaction: Int?
    /// Whether the person has been here before.
    public var isRepeat: Bool?
    /// How likely the person is to recommend a visit, from 0 to 10.
    public var recommendation: Int?

    /// Makes a response.
    public init(
        quarter: Quarter, segment: SurveySegment, places: Int? = nil, spend: Int? = nil, satisfaction: Int? = nil,
        isRepeat: Bool? = nil, recommendation: Int? = nil
    ) {
        self.quarter = quarter
        self.segment = segment
        self.places = places
        self.spend = spend
        self.satisfaction = satisfaction
        self.isRepeat = isRepeat
        self.recommendation = recommendation
    }
}

/// A rate or score from a sample, with how many answered and what chance may have done.
public struct SampleStatistic: Sendable, Hashable {
    /// The value, in per cent or points, with one digit.
    public let value: ExactDecimal
    /// How many answered this question.
    public let respondents: Int
    /// Half the width of the 95 % interval, in the value's unit, with one digit.
    public let halfWidth95: ExactDecimal

    /// - Parameters:
    ///   - value: In per cent or points.
    ///   - variance: Of one answer, in the same unit squared.
    init?(_ value: Double, variance: Double, respondents: Int) {
        guard respondents > 0,
            let rounded = ExactDecimal(nearest: value, fractionDigits: 1),
            let halfWidth = ExactDecimal(
                nearest: 1.959964 * (variance / Double(respondents)).squareRoot(), fractionDigits: 1)
        else { return nil }
        self.value = rounded
        self.respondents = respondents
        halfWidth95 = halfWidth
    }
}

/// What raw answers come to: the waves the estimator needs, and the scores the KPI sheet asks for.
public struct SurveySummary: Sendable, Hashable {
    /// One wave a quarter, in order; quarters where nobody's number of places is known have none.
    public let waves: [SurveyWave]
    /// Per cent who are satisfied: 4 or 5 of 5. Variance of a share, `p(1 − p)`.
    public let satisfied: SampleStatistic?
    /// Per cent who are very satisfied: 5 of 5.
    public let verySatisfied: SampleStatistic?
    /// Per cent who have been here before.
    public let repeaters: SampleStatistic?
    /// Net promoter score: per cent of 9 and 10 minus per cent of 0 to 6. Variance `P + D − (P − D)²`.
    public let netPromoterScore: SampleStatistic?

    /// Sums answers up. Scores are those of visitors; residents are passed over there.
    public init(of responses: [SurveyResponse]) {
        waves = Set(responses.map(\.quarter)).sorted().compactMap { quarter in
            Self.wave(quarter, responses.filter { $0.quarter == quarter })
        }
        let visitors = responses.filter(\.segment.isVisitor)
        let satisfaction = visitors.compactMap(\.satisfaction)
        satisfied = Self.share(of: satisfaction.map { $0 >= 4 })
        verySatisfied = Self.share(of: satisfaction.map { $0 == 5 })
        repeaters = Self.share(of: visitors.compactMap(\.isRepeat))
        let recommendations = visitors.compactMap(\.recommendation)
        let number = Double(recommendations.count)
        let promoters = Double(recommendations.count { $0 >= 9 }) / number
        let detractors = Double(recommendations.count { $0 <= 6 }) / number
        let score = promoters - detractors
        netPromoterScore =
            recommendations.isEmpty
            ? nil
            : SampleStatistic(
                score * 100, variance: (promoters + detractors - score * score) * 10_000,
                respondents: recommendations.count)
    }

    private static func share(of answers: [Bool]) -> SampleStatistic? {
        guard !answers.isEmpty else { return nil }
        let share = Double(answers.count { $0 }) / Double(answers.count)
        return SampleStatistic(share * 100, variance: share * (1 - share) * 10_000, respondents: answers.count)
    }

    /// Means over those who answered; a segment of which nobody said how many places is left to the caller to see.
    private static func wave(_ quarter: Quarter, _ responses: [SurveyResponse]) -> SurveyWave? {
        var order: [SurveySegment] = []
        for response in responses where !order.contains(response.segment) { order.append(response.segment) }
        let samples = order.compactMap { segment -> SegmentSample? in
            let members = responses.filter { $0.segment == segment }
            guard let places = moments(members.compactMap(\.places), digits: 3) else { return nil }
            let spend = moments(members.compactMap(\.spend), digits: 0)
            return SegmentSample(
                segment, respondents: members.count, meanPlaces: places.mean, placesDeviation: places.deviation,
                unitSpend: spend?.mean, spendDeviation: spend?.deviation)
        }
        return try? SurveyWave(quarter, samples)
    }

    /// Mean and sample standard deviation (n − 1); the deviation of a single answer is not known.
    private static func moments(_ values: [Int], digits: Int) -> (mean: ExactDecimal, deviation: ExactDecimal?)? {
        guard !values.isEmpty,
            let mean = ExactDecimal(values.reduce(0, +))
                .divided(by: ExactDecimal(values.count), fractionDigits: digits)
        else { return nil }
        guard values.count > 1 else { return (mean, nil) }
        let centre = Double(values.reduce(0, +)) / Double(values.count)
        let squares = values.reduce(0.0) { $0 + (Double($1) - centre) * (Double($1) - centre) }
        return (mean, ExactDecimal(nearest: (squares / Double(values.count - 1)).squareRoot(), fractionDigits: digits))
    }
}
