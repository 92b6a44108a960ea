public import Languages
import VisitorModel

extension Seasonality.Refusal {
    /// The reason in words.
    public var reason: BilingualText {
        switch self {
        case .unknownMonths(let months): Self.unknown(.list(months.map { Period.month($0).label }), months.count)
        case .allZero:
            BilingualText(
                ja: "年間の合計が0のため、季節性の指標は計算できません。",
                en: "The year's total is zero, so there is no seasonality.")
        case .outOfRange:
            BilingualText(
                ja: "負の数または扱える桁数を超える数があるため計算できません。",
                en: "A number is below zero or has more digits than can be computed exactly.")
        }
    }

    private static func unknown(_ months: BilingualText, _ count: Int) -> BilingualText {
        BilingualText(
            ja: "12か月のうち\(count)か月の数値がそろっていないため、季節性の指標は計算しません(\(months.ja))。",
            en: "\(count) of 12 months are not whole, so no seasonality is given (\(months.en)).")
    }
}
