public import VisitorModel

/// One quarter's real person-trips and spend, estimated segment by segment as the common standard asks.
///
/// For segment s of a quarter, with gross count N [person-spots], n(s) of n people asked, mean places visited m(s)
/// [person-spots per person-trip] and mean spend u(s) [yen per person-trip]:
///
/// ```
/// gross(s) = N · n(s) ÷ n          trips(s) = gross(s) ÷ m(s)          spend(s) = trips(s) · u(s)
/// ```
///
/// Trips are added over the segments that are visitors. Gross parts add up to N, trips to their rounded sum, and both
/// are whole people, by largest remainders. The official manual takes overnight guests from the accommodation survey
/// instead; that variant is not what is done here, and figures say so.
public struct CommonStandardEstimate: Sendable, Hashable {
    /// One segment's part.
    public struct Part: Sendable, Hashable {
        /// What the survey said.
        public let sample: SegmentSample
        /// n(s) ÷ n, with four digits.
        public let share: ExactDecimal
        /// The segment's gross count, in person-spots.
        public let gross: Int
        /// Its person-trips; zero for residents, who make none.
        public let trips: Int
        /// Its spend in yen, unrounded trips times unit spend, rounded to the yen; `nil` when spend was not asked.
        public let spend: ExactDecimal?
    }

    /// The survey.
    public let wave: SurveyWave
    /// The quarter's gross count N, in person-spots.
    public let gross: Int
    /// The segments, in the survey's order.
    public let parts: [Part]
    /// Real person-trips of all visitors.
    public let trips: Int
    /// Spend of all visitors in yen; `nil` when a segment was not asked for it.
    public let spend: ExactDecimal?
    /// What sampling alone may have done to the trips.
    public let tripsError: SamplingError
    /// What sampling alone may have done to the spend; `nil` without a spend.
    public let spendError: SamplingError?

    /// Estimates a quarter.
    ///
    /// - Parameters:
    ///   - gross: The quarter's gross count over one cut of places and events, in person-spots.
    ///   - wave: The survey of the same quarter.
    ///   - designEffect: By how much the survey's design (interviews in clusters at few places) widens the variance
    ///     against a simple random sample; 1 when not known.
    /// - Returns: `nil` when the count is negative or numbers are too long.
    public init?(gross: Int, wave: SurveyWave, designEffect: Double = 1) {
        guard gross >= 0 else { return nil }
        let all = ExactDecimal(wave.respondents)
        let weights = wave.samples.map { ExactDecimal($0.respondents) }
        guard let grossParts = LargestRemainder.parts(of: gross, weights: weights) else { return nil }
        let exactTrips = wave.samples.map { sample in
            sample.segment.isVisitor ? Self.exactTrips(gross, sample, all) : .zero
        }
        guard let sum = ExactDecimal.sum(of: exactTrips.compactMap { $0 }), !exactTrips.contains(nil),
            let trips = sum.rounded(toFractionDigits: 0).whole
        else { return nil }
        let rounded = LargestRemainder.round(
            exactTrips.compactMap { $0?.coefficient(atFractionDigits: Self.digits) },
            over: Self.scale, toSum: Int128(trips))
        guard let rounded else { return nil }
        let spends = zip(wave.samples, exactTrips).map { sample, trips in
            sample.segment.isVisitor
                ? sample.unitSpend.flatMap { trips?.rounded(toFractionDigits: 4).multiplied(by: $0) } : .zero
        }
        parts = wave.samples.indices.map { index in
            Part(
                sample: wave.samples[index],
                share: weights[index].divided(by: all, fractionDigits: 4) ?? .zero,
                gross: grossParts[index], trips: Int(rounded[index]),
                spend: spends[index]?.rounded(toFractionDigits: 0))
        }
        self.wave = wave
        self.gross = gross
        self.trips = trips
        let asked = zip(wave.samples, spends).filter { $0.0.respondents > 0 }.map(\.1)
        spend =
            asked.contains(nil)
            ? nil : ExactDecimal.sum(of: asked.compactMap { $0 })?.rounded(toFractionDigits: 0)
        tripsError = SamplingError.ofTrips(gross: gross, wave: wave, designEffect: designEffect)
        spendError = spend == nil ? nil : SamplingError.ofSpend(gross: gross, wave: wave, designEffect: designEffect)
    }

    /// The residents' part of the gross count, in person-spots.
    public var residents: Int { parts.filter { !$0.sample.segment.isVisitor }.reduce(0) { $0 + $1.gross } }

    /// The visitors' part of the gross count, in person-spots.
    public var nonResidents: Int { gross - residents }

    private static let digits = 6
    private static let scale: Int128 = 1_000_000

    /// N · n(s) ÷ (n · m(s)), divided once.
    private static func exactTrips(_ gross: Int, _ sample: SegmentSample, _ all: ExactDecimal) -> ExactDecimal? {
        ExactDecimal(gross).multiplied(by: ExactDecimal(sample.respondents)).flatMap { numerator in
            all.multiplied(by: sample.meanPlaces).flatMap { numerator.divided(by: $0, fractionDigits: digits) }
        }
    }
}
