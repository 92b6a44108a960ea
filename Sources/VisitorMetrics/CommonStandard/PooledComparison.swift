public import Languages
public import VisitorModel

/// What a quarter would come to with one mean for everybody, and why it is not done.
///
/// Dividing the whole count by the mean of the means weighs each segment by the people met, but a segment that visits
/// many places is met more often per trip. Only the harmonic mean `1 ÷ Σ(p ÷ m)` agrees with the segments.
public struct PooledComparison: Sendable, Hashable {
    /// Real person-trips by segment.
    public let bySegment: Int
    /// The arithmetic mean of places visited, `Σ p·m`, with three digits.
    public let arithmeticMean: ExactDecimal
    /// What dividing by it gives.
    public let pooled: Int
    /// The divisor that agrees with the segments, with three digits.
    public let harmonicMean: ExactDecimal
    /// The pooled result against the one by segment, in per cent.
    public let difference: ExactDecimal

    /// Compares the two ways over the visitors of a quarter; `nil` when there are none.
    public init?(_ estimate: CommonStandardEstimate) {
        let visitors = estimate.parts.filter(\.sample.segment.isVisitor)
        let asked = visitors.reduce(0) { $0 + $1.sample.respondents }
        let places = ExactDecimal.sum(
            of: visitors.compactMap { ExactDecimal($0.sample.respondents).multiplied(by: $0.sample.meanPlaces) })
        guard asked > 0, estimate.trips > 0, let places,
            let mean = places.divided(by: ExactDecimal(asked), fractionDigits: 9),
            let pooled = ExactDecimal(estimate.nonResidents).divided(by: mean, fractionDigits: 0)?.whole,
            let harmonic = ExactDecimal(estimate.nonResidents)
                .divided(by: ExactDecimal(estimate.trips), fractionDigits: 3),
            let difference = ExactDecimal(pooled - estimate.trips)
                .percent(of: ExactDecimal(estimate.trips), fractionDigits: 1)
        else { return nil }
        bySegment = estimate.trips
        arithmeticMean = mean.rounded(toFractionDigits: 3)
        self.pooled = pooled
        harmonicMean = harmonic
        self.difference = difference
    }

    /// The explanation, for people who ask why the count is not simply divided by the mean.
    public var explanation: BilingualText {
        let size = difference.magnitude.grouped
        let isLow = difference.isNegative
        return BilingualText(
            ja: """
                区分ごとに割って足すと\(ExactDecimal(bySegment).grouped)人回です。全体を平均訪問地点数\(arithmeticMean)か所で割ると\
                \(ExactDecimal(pooled).grouped)人回となり、\(size)%\(isLow ? "少なく" : "多く")なります。多くの地点を回る人ほど調査で出会いやすく、\
                全体の平均が大きく出るためです。区分別の結果に合う除数は調和平均の\(harmonicMean)です。そのため全体平均では割りません。
                """,
            en: """
                Divided segment by segment and added up: \(ExactDecimal(bySegment).grouped) person-trips. Dividing the \
                whole by the mean of \(arithmeticMean) places gives \(ExactDecimal(pooled).grouped), \(size) % too \
                \(isLow ? "low" : "high"): people who visit many places are met more often, which pulls the mean up. \
                The divisor that agrees is the harmonic one, \(harmonicMean). So the mean of all is not used.
                """)
    }
}
