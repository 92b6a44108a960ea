public import Languages
import VisitorModel

/// When a sample is too small to lean on: a stated rule, which a destination may change.
public struct SampleSizeRule: Sendable, Hashable {
    /// Fewer people asked in one segment draw a warning.
    public var leastInSegment: Int
    /// Fewer people asked in one quarter draw a warning.
    public var leastInQuarter: Int

    /// A rule; without arguments 30 in a segment, the usual rule of thumb for a mean, and 100 in a quarter.
    public init(leastInSegment: Int = 30, leastInQuarter: Int = 100) {
        self.leastInSegment = leastInSegment
        self.leastInQuarter = leastInQuarter
    }

    /// Warnings about a wave, the quarter first, then its thin segments.
    public func warnings(about wave: SurveyWave) -> [BilingualText] {
        var warnings: [BilingualText] = []
        let quarter = wave.quarter
        if wave.respondents < leastInQuarter {
            warnings.append(
                BilingualText(
                    ja: "\(quarter.year)年第\(quarter.number)四半期の回答は\(wave.respondents)人で、目安の\(leastInQuarter)人に足りません。",
                    en: "\(quarter.id): \(wave.respondents) people were asked, fewer than \(leastInQuarter)."))
        }
        for sample in wave.samples where sample.respondents < leastInSegment && sample.respondents > 0 {
            warnings.append(
                BilingualText(
                    ja:
                        "\(quarter.year)年第\(quarter.number)四半期の「\(sample.segment.name.ja)」は回答\(sample.respondents)人の小さな標本です。",
                    en: "\(quarter.id), \(sample.segment.name.en): a small sample of \(sample.respondents)."))
        }
        return warnings
    }
}
