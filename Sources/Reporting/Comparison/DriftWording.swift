import Languages
import VisitorMetrics
import VisitorModel

/// The words around two statistics beside each other.
enum DriftWording {
    static let ratio = BilingualText(ja: "比率", en: "Ratio")
    static let median = BilingualText(ja: "これまでの中央値", en: "Earlier median")
    static let drift = BilingualText(ja: "ずれ", en: "Drift")
    static let alarm = BilingualText(ja: "警報", en: "Alarm")
    static let title = BilingualText(ja: "ほかの統計との比率", en: "Ratio to other statistics")

    static func caption(_ check: DriftCheck) -> BilingualText {
        let (own, other) = (check.own, check.other)
        return BilingualText(
            ja: "\(own.titles.ja)〔\(own.id)〕÷ \(other.titles.ja)〔\(other.id)〕",
            en: "\(own.titles.en) [\(own.id)] ÷ \(other.titles.en) [\(other.id)]")
    }

    static func rule(_ ratio: SeriesRatio) -> BilingualText {
        BilingualText(
            ja:
                "比率が、それ以前の同じ時期（同じ版どうし）の中央値から\(ratio.limit)%を超えて離れたら警報です。中央値には過去\(ratio.history)回分以上の比率が要ります。二つの数は別の統計で、足しません。",
            en:
                "An alarm when the ratio is more than \(ratio.limit) % off the median of the same season before, within the same releases; a median takes \(ratio.history) earlier ratios. The two are different statistics and never added."
        )
    }

    static func nothingInCommon(_ check: DriftCheck) -> BilingualText {
        let (own, other) = (span(check.ownMonths), span(check.otherMonths))
        return BilingualText(
            ja: "両方に数値のそろう期間がありません（\(check.own.titles.ja)は\(own.ja)、\(check.other.titles.ja)は\(other.ja)）。",
            en:
                "No period is whole on both sides: \(check.own.titles.en) has \(own.en), \(check.other.titles.en) has \(other.en)."
        )
    }

    static func tooShort(_ ratio: SeriesRatio) -> BilingualText {
        BilingualText(
            ja: "同じ時期の比率がまだ\(ratio.history)回分そろっていないため、判定していません。",
            en: "No season has \(ratio.history) earlier ratios yet, so nothing is judged.")
    }

    static let noAlarm = BilingualText(ja: "警報はありません。", en: "There is no alarm.")

    static func count(_ alarms: Int, of points: Int) -> BilingualText {
        BilingualText(ja: "警報\(alarms)件（\(points)期間中）", en: "\(alarms) alarms in \(points) periods")
    }

    private static func span(_ months: ClosedRange<Month>?) -> BilingualText {
        guard let months else { return BilingualText(ja: "数値なし", en: "no number") }
        let (first, last) = (Period.month(months.lowerBound).label, Period.month(months.upperBound).label)
        return BilingualText(ja: "\(first.ja)～\(last.ja)", en: "\(first.en) to \(last.en)")
    }
}
