import Languages
import VisitorMetrics
import VisitorModel

/// The words around markets.
enum MarketWording {
    static let shareOfKnown = BilingualText(ja: "判明分に占める割合", en: "Share of known")
    static let contributions = BilingualText(
        ja: "寄与度（ポイント）を足すと、全体の前年比にちょうど一致します。不明も市場の一つとして示しています。",
        en: "Contributions in points add up exactly to the growth of all. The unknown is shown as a line of its own.")

    static func index(_ base: BilingualText) -> BilingualText {
        BilingualText(ja: "\(base.ja)＝100", en: "\(base.en) = 100")
    }

    static func concentration(_ value: MarketConcentration) -> BilingualText {
        BilingualText(
            ja:
                "市場の集中度：HHI \(value.herfindahl)、ジニ係数 \(value.gini)（名前のある\(value.marketCount)市場。それ以外は全体の\(value.percentUnnamed)%）。",
            en:
                "Concentration over \(value.marketCount) named markets: HHI \(value.herfindahl), Gini \(value.gini); \(value.percentUnnamed) % of all are in none of them."
        )
    }

    static func new(_ names: [BilingualText]) -> BilingualText {
        let list = BilingualText.list(names)
        return BilingualText(ja: "前年は0人だった市場：\(list.ja)。", en: "Markets that had nobody the year before: \(list.en).")
    }

    static func lost(_ names: [BilingualText]) -> BilingualText {
        let list = BilingualText.list(names)
        return BilingualText(ja: "当期は0人になった市場：\(list.ja)。", en: "Markets that have nobody now: \(list.en).")
    }

    static func compared(_ index: BaseYearIndex) -> BilingualText {
        BilingualText(
            ja: "指数は、両方の年に数値のある\(index.months.count)か月どうしの比較です。",
            en: "The index compares the \(index.months.count) months that both years have.")
    }

    static let nationalShare = BilingualText(ja: "全国に占める割合", en: "Share of Japan")
    static let shareBefore = BilingualText(ja: "前年の同じ月", en: "Same months a year before")

    /// The largest share in everyday words: per mille is a thousand arrivals.
    static func nationalTitle(_ period: BilingualText, _ market: BilingualText, _ share: BilingualText) -> BilingualText
    {
        BilingualText(
            ja: "\(period.ja)は、訪日した\(market.ja)の1,000人に対して市内で\(share.ja)人地点",
            en: "\(period.en): \(share.en) person-spots here for every 1,000 arrivals in Japan from \(market.en)")
    }

    static func nationalCaption(_ period: BilingualText) -> BilingualText {
        BilingualText(
            ja: "\(period.ja) 訪日外客数（全国）に占める割合", en: "\(period.en): share of each market's arrivals in Japan")
    }

    static func sharesCompared(_ months: Int) -> BilingualText {
        BilingualText(
            ja: "割合の指数は、両方の年・両方の統計に数値のある\(months)か月どうしの比較です。",
            en: "The index of a share compares the \(months) months that both years have in both statistics.")
    }

    static let monthsCaption = BilingualText(ja: "外国人観光客の月別の推移と出来事", en: "Inbound visitors by month, with events")
    static let events = BilingualText(ja: "出来事", en: "Events")

    static func monthsTitle(_ events: Int) -> BilingualText {
        guard events > 0 else { return monthsCaption }
        return BilingualText(
            ja: "外国人観光客の月別の推移（番号は路線などの出来事\(events)件）",
            en: "Inbound visitors by month; the numbers are routes and other events (\(events))")
    }

    static func eventsAre(_ list: BilingualText) -> BilingualText {
        BilingualText(ja: "出来事：\(list.ja)。", en: "Events: \(list.en).")
    }

    static func noGrowth(_ reason: BilingualText) -> BilingualText {
        BilingualText(ja: "全体の前年比：\(reason.ja)", en: "Growth of all: \(reason.en)")
    }
}
