import Languages
import VisitorMetrics
import VisitorModel

/// The words around seasonality.
enum SeasonalityWording {
    static let busiest = BilingualText(ja: "最多月", en: "Busiest")
    static let quietest = BilingualText(ja: "最少月", en: "Quietest")
    static let peakToMean = BilingualText(ja: "最多月÷月平均", en: "Busiest ÷ mean")
    static let peakToTrough = BilingualText(ja: "最多月÷最少月", en: "Busiest ÷ quietest")
    static let gini = BilingualText(ja: "ジニ係数", en: "Gini")
    static let variation = BilingualText(ja: "変動係数", en: "Variation")

    static func caption(_ definition: MetricDefinition, _ place: BilingualText) -> BilingualText {
        BilingualText(
            ja: "\(definition.titles.ja)〔\(definition.id)〕\(place.ja)：季節による偏り",
            en: "\(definition.titles.en) [\(definition.id)], \(place.en): seasonality")
    }

    /// The variant in a column head; its full name with the formula is among the notes.
    static func short(_ variant: EvennessVariant) -> BilingualText {
        switch variant {
        case .lowToPeak: BilingualText(ja: "平準化率 最少÷最多", en: "Quietest ÷ busiest")
        case .meanToPeak: BilingualText(ja: "平準化率 平均÷最多", en: "Mean ÷ busiest")
        case .oneMinusGini: BilingualText(ja: "平準化率 1−ジニ", en: "1 − Gini")
        case .entropy: BilingualText(ja: "平準化率 エントロピー", en: "Entropy ÷ ln 12")
        }
    }

    static let explanations = [
        BilingualText(
            ja: "ジニ係数は、すべての月が同じなら0、1か月に集中すれば11/12です。変動係数は標準偏差÷平均です。",
            en:
                "Gini is 0 when all months are equal and 11/12 when one month has all; variation is standard deviation ÷ mean."
        ),
        BilingualText(
            ja: "平準化率は、国のKPI「月別来訪者の平準化率」の候補です。国の算式は公表されていないため、名前を付けて四通りを示します（どれも1に近いほど平準）。",
            en:
                "The last four columns are readings of the national KPI for evenness over months (月別来訪者の平準化率), whose formula is not published; each is 1 when all months are equal."
        ),
    ]
}
