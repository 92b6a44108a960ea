import Languages
import VisitorMetrics
import VisitorModel

/// The words around comparisons.
enum ComparisonWording {
    static let title = BilingualText(ja: "前年との比べ方", en: "Against the year before, read four ways")
    static let reading = BilingualText(ja: "比べ方", en: "Reading")
    static let before = BilingualText(ja: "前年", en: "Before")
    static let now = BilingualText(ja: "当期", en: "Now")
    static let change = BilingualText(ja: "増減", en: "Change")
    static let rate = BilingualText(ja: "増減率", en: "Rate")
    static let asCounted = BilingualText(ja: "集計のまま", en: "as counted")
    static let likeForLike = BilingualText(ja: "同じ月・同じ場所どうし", en: "same months, same places")
    static let calendar = BilingualText(ja: "　うち曜日・祝日の並びによる分", en: "　of which the calendar gave")
    static let adjusted = BilingualText(ja: "　曜日・祝日の並びをそろえた増減", en: "　with equal calendars")
    static let continuing = BilingualText(ja: "　両年とも指定の場所だけ", en: "　places designated in both years")
    static let longestRun = BilingualText(ja: "最長の連休（日）", en: "Longest run off, days")
    static let calendarPart = BilingualText(ja: "曜日・祝日の分", en: "Calendar's part")
    static let adjustedRate = BilingualText(ja: "そろえた増減率", en: "Equal calendars")
    static let daysCaption = BilingualText(ja: "月ごとの日の並び（前年 → 当年）", en: "Days of each month, a year before → now")

    static func caption(_ comparison: PeriodComparison) -> BilingualText {
        let (definition, period) = (comparison.definition, comparison.period)
        let before = period.yearBefore.label
        return BilingualText(
            ja: "\(definition.titles.ja)〔\(definition.id)〕\(period.label.ja)と\(before.ja)",
            en: "\(definition.titles.en) [\(definition.id)], \(period.label.en) against \(before.en)")
    }

    static func designated(_ definition: MetricDefinition) -> BilingualText {
        BilingualText(ja: "指定の観光地点だけ（\(definition.id)）", en: "designated places only (\(definition.id))")
    }

    static func entered(_ place: BilingualText) -> BilingualText {
        BilingualText(ja: "　＋ 新たに指定：\(place.ja)", en: "　plus newly designated: \(place.en)")
    }

    static func left(_ place: BilingualText) -> BilingualText {
        BilingualText(ja: "　− 指定から外れた：\(place.ja)", en: "　minus no longer designated: \(place.en)")
    }

    static func refused(_ reason: BilingualText) -> BilingualText {
        BilingualText(ja: "集計のまま：\(reason.ja)", en: "As counted: \(reason.en)")
    }

    static func compared(_ summary: BilingualText) -> BilingualText {
        BilingualText(ja: "同じ月・同じ場所：\(summary.ja)", en: "Same months, same places: \(summary.en)")
    }

    static func reason(_ place: BilingualText, _ reason: BilingualText) -> BilingualText {
        BilingualText(ja: "\(place.ja)：\(reason.ja)", en: "\(place.en): \(reason.en)")
    }

    static func weighting(_ weighting: PeriodComparison.Weighting) -> BilingualText {
        let weights = weighting.weights
        let mark =
            weighting.origin == .illustrative
            ? BilingualText(ja: "（説明用の架空の値）", en: " (illustrative)") : BilingualText(verbatim: "")
        return BilingualText(
            ja:
                "曜日・祝日：平日を1として、土曜\(weights.saturday)、日曜・祝日\(weights.sundayOrHoliday)人が来るとみなします。\(weighting.titles.ja)\(mark.ja)、\(weighting.source.ja)。",
            en:
                "Days: a working day being 1, a Saturday counts \(weights.saturday) and a Sunday or holiday \(weights.sundayOrHoliday). \(weighting.titles.en)\(mark.en), \(weighting.source.en)."
        )
    }

    static let noWeights = BilingualText(
        ja: "曜日・祝日の重みが定義にないため、並びの影響は計算していません（definitions.yaml の day-weights）。",
        en:
            "The definition names no day weights, so the calendar's part is not computed (day-weights in definitions.yaml)."
    )

    static let closing = BilingualText(
        ja: "指定の観光地点の増減＝両年とも指定の場所の増減＋新たに指定−外れた場所。一人まで一致します。",
        en:
            "The change over designated places is that of places designated in both years, plus those that entered, minus those that left, to the person."
    )
}
