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
