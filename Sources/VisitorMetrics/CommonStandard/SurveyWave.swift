public import VisitorModel

/// What a survey says about one segment in one quarter.
public struct SegmentSample: Sendable, Hashable {
    /// The segment.
    public var segment: SurveySegment
    /// How many were asked and said how many places they visit: n(s).
    public var respondents: Int
    /// Mean number of places visited on the trip, m(s), at least 1; in person-spots per person-trip.
    public var meanPlaces: ExactDecimal
    /// Its standard deviation among those asked; `nil` when the survey does not print it.
    public var placesDeviation: ExactDecimal?
    /// Mean spend of a person on the trip, u(s), in yen per person-trip; `nil` when not asked.
    public var unitSpend: ExactDecimal?
    /// Its standard deviation among those asked.
    public var spendDeviation: ExactDecimal?
    /// How many said what they spend; `nil` where it was ``respondents``, or spend was not asked.
    public var spendRespondents: Int?

    /// Makes a sample.
    public init(
        _ segment: SurveySegment, respondents: Int, meanPlaces: ExactDecimal, placesDeviation: ExactDecimal? = nil,
        unitSpend: ExactDecimal? = nil, spendDeviation: ExactDecimal? = nil, spendRespondents: Int? = nil
    ) {
        self.segment = segment
        self.respondents = respondents
        self.meanPlaces = meanPlaces
        self.placesDeviation = placesDeviation
        self.unitSpend = unitSpend
        self.spendDeviation = spendDeviation
        self.spendRespondents = spendRespondents
    }
}

/// One quarter of the visitor survey 観光地点パラメータ調査.
public struct SurveyWave: Sendable, Hashable {
    /// The quarter.
    public let quarter: Quarter
    /// The segments that were met, in the survey's order.
    public let samples: [SegmentSample]

    /// Why a survey cannot be used.
    public enum Fault: Error, Sendable, Hashable {
        /// Nobody was asked.
        case nobodyAsked(Quarter)
        /// A segment stands there twice.
        case repeated(SurveySegment, Quarter)
        /// Somebody was asked at a place, so the mean number of places is at least 1.
        case fewerThanOnePlace(SurveySegment, Quarter)
        /// A number of people, a spend or a deviation is below zero.
        case negative(SurveySegment, Quarter)
    }

    /// Makes a wave.
    ///
    /// - Throws: The first ``Fault``.
    public init(_ quarter: Quarter, _ samples: [SegmentSample]) throws(Fault) {
        var seen: Set<SurveySegment> = []
        for sample in samples {
            guard seen.insert(sample.segment).inserted else { throw .repeated(sample.segment, quarter) }
            let numbers = [sample.placesDeviation, sample.unitSpend, sample.spendDeviation].compactMap { $0 }
            guard sample.respondents >= 0, sample.spendRespondents ?? 0 >= 0, numbers.allSatisfy({ !$0.isNegative }) else {
                throw .negative(sample.segment, quarter)
            }
            guard sample.meanPlaces >= 1 else { throw .fewerThanOnePlace(sample.segment, quarter) }
        }
        guard samples.contains(where: { $0.respondents > 0 }) else { throw .nobodyAsked(quarter) }
        self.quarter = quarter
        self.samples = samples
    }

    /// Everybody who was asked.
    public var respondents: Int { samples.reduce(0) { $0 + $1.respondents } }
}
