public import Languages
public import VisitorModel

/// What chance alone, in who happened to be asked, may have done to an estimate.
///
/// The delta method: the estimate is a smooth function of the shares p(s), which are multinomial, and of the segment
/// means m(s) and u(s), which are independent of the shares given n(s). With N the gross count, taken as exact:
///
/// ```
/// trips  T = N Σ p/m      a = 1/m       Var T = N² [ (Σ a²p − (Σ ap)²)/n + Σ (p/m²)² sd(m)²/n(s) ]
/// spend  E = N Σ pu/m     b = u/m       Var E = N² [ (Σ b²p − (Σ bp)²)/n + Σ (pu/m²)² sd(m)²/n(s) + Σ (p/m)² sd(u)²/n(u,s) ]
/// ```
///
/// with n(u,s) those of segment s who said what they spend, times the design effect. Quarters are independent, so their
/// variances add up to the year's. Errors of counting at the gates, of who was willing to answer, and of memory are not
/// in it.
public struct SamplingError: Sendable, Hashable {
    /// One standard error, in the estimate's unit, rounded to whole units.
    public let standardError: ExactDecimal
    /// Segments whose deviation of places or spend is not known, so that their part of the error is missing.
    public let segmentsWithoutDeviation: [SurveySegment]
    let variance: Double

    /// The half width of the 95 % interval: 1.96 standard errors.
    public var halfWidth95: ExactDecimal {
        ExactDecimal(nearest: 1.959964 * variance.squareRoot(), fractionDigits: 0) ?? .zero
    }

    init(variance: Double, segmentsWithoutDeviation: [SurveySegment]) {
        self.variance = variance
        self.segmentsWithoutDeviation = segmentsWithoutDeviation
        standardError = ExactDecimal(nearest: variance.squareRoot(), fractionDigits: 0) ?? .zero
    }

    /// The error of a sum of independent estimates.
    public static func sum(of errors: [SamplingError]) -> SamplingError {
        var segments: [SurveySegment] = []
        for segment in errors.flatMap(\.segmentsWithoutDeviation) where !segments.contains(segment) {
            segments.append(segment)
        }
        return SamplingError(
            variance: errors.reduce(0) { $0 + $1.variance }, segmentsWithoutDeviation: segments)
    }

    static func ofTrips(gross: Int, wave: SurveyWave, designEffect: Double) -> SamplingError {
        estimate(gross, wave, designEffect) { sample, _ in (1, sample.placesDeviation != nil, 0) }
    }

    static func ofSpend(gross: Int, wave: SurveyWave, designEffect: Double) -> SamplingError {
        estimate(gross, wave, designEffect) { sample, _ in
            let unit = sample.unitSpend?.approximate ?? 0
            let isKnown = sample.placesDeviation != nil && sample.spendDeviation != nil
            return (unit, isKnown, sample.spendDeviation?.approximate ?? 0)
        }
    }

    /// - Parameter value: For a segment, what one trip is worth, whether all its deviations are known, and the
    ///   deviation of that worth.
    private static func estimate(
        _ gross: Int, _ wave: SurveyWave, _ designEffect: Double,
        _ value: (SegmentSample, Double) -> (worth: Double, isKnown: Bool, deviation: Double)
    ) -> SamplingError {
        let all = Double(wave.respondents)
        var firstMoment = 0.0
        var secondMoment = 0.0
        var meanVariance = 0.0
        var unknown: [SurveySegment] = []
        for sample in wave.samples where sample.respondents > 0 {
            let share = Double(sample.respondents) / all
            let places = sample.meanPlaces.approximate
            let (worth, isKnown, worthDeviation) = value(sample, share)
            // Residents make no trips: they count among those asked with a worth of zero.
            let perSpot = sample.segment.isVisitor ? worth / places : 0
            firstMoment += perSpot * share
            secondMoment += perSpot * perSpot * share
            guard sample.segment.isVisitor else { continue }
            if !isKnown { unknown.append(sample.segment) }
            let placesDeviation = sample.placesDeviation?.approximate ?? 0
            let byPlaces = share * worth / (places * places) * placesDeviation
            let byWorth = share / places * worthDeviation
            let worthRespondents = max(1, sample.spendRespondents ?? sample.respondents)
            meanVariance += byPlaces * byPlaces / Double(sample.respondents)
            meanVariance += byWorth * byWorth / Double(worthRespondents)
        }
        let scale = Double(gross) * Double(gross) * designEffect
        let shareVariance = max(0, secondMoment - firstMoment * firstMoment) / all
        return SamplingError(variance: scale * (shareVariance + meanVariance), segmentsWithoutDeviation: unknown)
    }

    /// The method in words, to be printed beside a figure that carries an error.
    public static let method = BilingualText(
        ja: "標本誤差はデルタ法(構成比は多項分布、平均訪問地点数と単価は区分内の独立な平均)で求めた95%信頼区間です。計数の誤差や回答の偏りは含みません。",
        en:
            "Sampling error by the delta method (multinomial shares, independent means within segments), as a 95 % interval; errors of counting and of who answers are not in it."
    )
}
