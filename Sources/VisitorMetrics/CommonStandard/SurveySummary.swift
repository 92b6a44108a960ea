public import VisitorModel

/// What raw answers come to: the waves the estimator needs, and the scores the KPI sheet asks for.
///
/// Trips divide a segment's share by its mean number of places, so both are taken from the same people: those who said
/// how many places they visit. Were a segment left out because none of its people said so, all others would be given
/// its share; a quarter with such a segment therefore has no wave, hence no estimate, and stands among the refusals.
public struct SurveySummary: Sendable, Hashable {
    /// How many people of one segment and quarter were asked, and how many said their number of places.
    public struct PlacesAnswers: Sendable, Hashable {
        /// The quarter.
        public let quarter: Quarter
        /// The segment.
        public let segment: SurveySegment
        /// Everybody asked, in persons.
        public let asked: Int
        /// Those who said how many places they visit, in persons: n(s) of the wave.
        public let answered: Int
    }

    /// A quarter whose answers make no wave.
    public struct Refusal: Sendable, Hashable {
        /// Why there is none.
        public enum Reason: Sendable, Hashable {
            /// In these segments people were asked, and none said how many places.
            case nobodySaidPlaces([PlacesAnswers])
            /// The answers cannot be, such as a mean of fewer than one place.
            case fault(SurveyWave.Fault)
        }

        /// The quarter.
        public let quarter: Quarter
        /// Why.
        public let reason: Reason
    }

    /// One wave a quarter, in order; quarters among ``refusals`` have none.
    public let waves: [SurveyWave]
    /// For each quarter and segment met, who was asked and who said how many places.
    public let placesAnswers: [PlacesAnswers]
    /// The quarters without a wave, in order, and why.
    public let refusals: [Refusal]
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
        (waves, placesAnswers, refusals) = Self.waves(of: responses)
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

    /// The waves of all quarters, how many said their number of places, and why a quarter has no wave.
    private static func waves(of responses: [SurveyResponse]) -> (
        waves: [SurveyWave], answers: [PlacesAnswers], refusals: [Refusal]
    ) {
        var waves: [SurveyWave] = []
        var answers: [PlacesAnswers] = []
        var refusals: [Refusal] = []
        for quarter in Set(responses.map(\.quarter)).sorted() {
            let members = responses.filter { $0.quarter == quarter }
            var order: [SurveySegment] = []
            for response in members where !order.contains(response.segment) { order.append(response.segment) }
            let counted = order.map { segment in
                let asked = members.filter { $0.segment == segment }
                return PlacesAnswers(
                    quarter: quarter, segment: segment, asked: asked.count, answered: asked.count { $0.places != nil })
            }
            answers += counted
            let silent = counted.filter { $0.answered == 0 }
            guard silent.isEmpty else {
                refusals.append(Refusal(quarter: quarter, reason: .nobodySaidPlaces(silent)))
                continue
            }
            let samples = order.compactMap { segment in
                sample(of: segment, members.filter { $0.segment == segment })
            }
            do throws(SurveyWave.Fault) {
                waves.append(try SurveyWave(quarter, samples))
            } catch {
                refusals.append(Refusal(quarter: quarter, reason: .fault(error)))
            }
        }
        return (waves, answers, refusals)
    }

    /// n(s), m(s) and its deviation over those who said how many places; u(s) over those who said what they spend.
    private static func sample(of segment: SurveySegment, _ members: [SurveyResponse]) -> SegmentSample? {
        let answers = members.compactMap(\.places)
        guard let places = moments(answers, digits: 3) else { return nil }
        let spends = members.compactMap(\.spend)
        let spend = moments(spends, digits: 0)
        return SegmentSample(
            segment, respondents: answers.count, meanPlaces: places.mean, placesDeviation: places.deviation,
            unitSpend: spend?.mean, spendDeviation: spend?.deviation,
            spendRespondents: spend == nil ? nil : spends.count)
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
