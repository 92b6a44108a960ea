public import Languages
public import VisitorModel

/// An indicator's number, or the reason why it has no meaning here.
public enum IndicatorValue: Sendable, Hashable {
    /// The number, in the unit the indicator states.
    case number(ExactDecimal)
    /// Why there is none.
    case undefined(BilingualText)

    /// The number, where there is one.
    public var number: ExactDecimal? {
        if case .number(let number) = self { number } else { nil }
    }

    /// Why there is no number, where there is none.
    public var reason: BilingualText? {
        if case .undefined(let reason) = self { reason } else { nil }
    }

    init(_ number: ExactDecimal?, otherwise reason: BilingualText) {
        self = number.map(Self.number) ?? .undefined(reason)
    }
}

extension BilingualText {
    static let targetEqualsBaseline = BilingualText(
        ja: "目標値と基準値が同じため、基準からの進捗率は計算できません。",
        en: "Target and baseline are equal, so there is no progress from one to the other.")
    static let targetIsZero = BilingualText(
        ja: "目標値が0のため、達成率は計算できません。", en: "The target is zero, so there is no rate of achievement.")
    static let baselineIsAbsent = BilingualText(
        ja: "基準値がないため計算できません。", en: "There is no baseline value.")
    static let baselineIsNotPositive = BilingualText(
        ja: "基準値または目標値が正の数でないため、年平均伸び率は計算できません。",
        en: "Baseline or target is not positive, so there is no compound rate.")
    static let noYearsBetween = BilingualText(
        ja: "目標年が基準年より後でないため計算できません。", en: "The target year is not after the baseline year.")
    static let noWholeValue = BilingualText(
        ja: "年間の報告がそろっていないため計算しません。", en: "The year is not whole, so nothing is computed from it.")
    static let noWholeYear = BilingualText(
        ja: "報告がそろった年がまだありません。", en: "No year is whole yet.")
    static let targetYearIsOver = BilingualText(
        ja: "目標年の実績が出ているため、今後の必要量はありません。",
        en: "The target year is complete, so nothing is left to be needed.")
    static let tooManyDigits = BilingualText(
        ja: "扱える桁数を超えたため計算できません。", en: "The numbers have more digits than can be computed exactly.")
}
