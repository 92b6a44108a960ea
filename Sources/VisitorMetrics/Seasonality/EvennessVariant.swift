public import Languages
public import VisitorModel

/// A reading of 月別来訪者の平準化率, which the national KPI set asks for without a published formula.
///
/// Each is 1 when all months are equal and falls towards 0 as one month takes all. A destination names the one it uses,
/// and the name is printed with the number.
public enum EvennessVariant: String, Sendable, Hashable, CaseIterable {
    /// The smallest month over the largest.
    case lowToPeak = "low-to-peak"
    /// The mean month over the largest.
    case meanToPeak = "mean-to-peak"
    /// 1 − Gini.
    case oneMinusGini = "one-minus-gini"
    /// H ÷ ln 12, with H = −Σ p·ln p over the months' shares.
    case entropy

    /// What the variant is called, with its formula.
    public var name: BilingualText {
        switch self {
        case .lowToPeak: BilingualText(ja: "平準化率（最小月÷最大月）", en: "evenness, smallest ÷ largest month")
        case .meanToPeak: BilingualText(ja: "平準化率（月平均÷最大月）", en: "evenness, mean ÷ largest month")
        case .oneMinusGini: BilingualText(ja: "平準化率（1−ジニ係数）", en: "evenness, 1 − Gini")
        case .entropy: BilingualText(ja: "平準化率（エントロピー÷ln12）", en: "evenness, entropy ÷ ln 12")
        }
    }
}

extension Seasonality {
    /// The evenness of the year by a named variant, with four digits.
    public func evenness(by variant: EvennessVariant) -> ExactDecimal {
        switch variant {
        case .lowToPeak: lowToPeak
        case .meanToPeak: meanToPeak
        case .oneMinusGini: evenness
        case .entropy: relativeEntropy
        }
    }

    /// 1 − H ÷ ln 12, the relative redundancy (Rosselló and Sansó 2017): 0 when even, 1 when one month has all.
    public var relativeRedundancy: ExactDecimal { ExactDecimal(1).subtracting(relativeEntropy) ?? .zero }
}
