import Languages

extension BilingualText {
    static let noActual = BilingualText(ja: "実績の報告がありません。", en: "No actual is reported.")
    static let noTargetSet = BilingualText(ja: "目標値がありません。", en: "No target is set.")
    static let divisorIsZero = BilingualText(
        ja: "割る値が0のため、達成率は計算できません。", en: "The divisor is zero, so there is no rate of achievement.")
    static let onlyHolding = BilingualText(
        ja: "目標値が基準値と同じなので、進捗率はなく、水準を保てたかどうかで判定します。",
        en: "Target and baseline are equal: there is no progress to make, and holding the level is what counts.")
    static let smallerIsBetter = BilingualText(
        ja: "小さいほどよい指標なので、達成率は目標÷実績です。", en: "Smaller is better, so achievement is target ÷ actual.")
    static let cumulative = BilingualText(
        ja: "計画期間の累計なので、0から数えます。", en: "A count over the plan's years, so it starts from zero.")
    static let cumulativeWithBaseline = BilingualText(
        ja: "計画期間の累計なので0から数えます。基準値は計画前の一年の水準として示すだけです。",
        en: "A count over the plan's years, so it starts from zero; the baseline is only the level of an earlier year.")
    static let withoutBaseline = BilingualText(
        ja: "基準値がないので、進捗率はなく、達成率だけで判定します。",
        en: "There is no baseline, so there is no progress and achievement alone is judged.")
    static let baselineYearUnknown = BilingualText(
        ja: "基準値の年が示されていないので、計画の前年を起点とします。",
        en: "The baseline's year is not given, so the line starts in the year before the plan.")
}
