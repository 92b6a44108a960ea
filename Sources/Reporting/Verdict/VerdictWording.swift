import Languages
import VisitorModel

/// The sentences of a verdict; numbers and names come in written.
enum VerdictWording {
    static func met(
        _ year: BilingualText, _ title: BilingualText, _ value: BilingualText, _ goal: BilingualText,
        by surplus: BilingualText?, isMinimum: Bool, isFalling: Bool
    ) -> BilingualText {
        if isMinimum {
            return BilingualText(
                ja: "\(year.ja)は報告がまだそろっていませんが、\(title.ja)は\(value.ja)に達し、目標\(goal.ja)を達成しています"
                    + (surplus.map { "（少なくとも\($0.ja)の超過）。" } ?? "。"),
                en: "\(year.en) still lacks reports, but the target of \(goal.en) is already met: \(title.en) has "
                    + "reached \(value.en)" + (surplus.map { ", at least \($0.en) more than needed." } ?? "."))
        }
        guard let surplus else {
            return BilingualText(
                ja: "\(year.ja)の\(title.ja)は\(value.ja)で、目標\(goal.ja)をちょうど達成しました。",
                en: "\(title.en) came to \(value.en) in \(year.en): the target is met exactly.")
        }
        return BilingualText(
            ja: "\(year.ja)の\(title.ja)は\(value.ja)で、目標\(goal.ja)を\(surplus.ja)\(isFalling ? "下回り" : "上回り")、達成しました。",
            en: "\(title.en) came to \(value.en) in \(year.en): the target of \(goal.en) is met, with \(surplus.en) to spare.")
    }

    static func missed(
        _ year: BilingualText, _ title: BilingualText, _ value: BilingualText, _ goal: BilingualText,
        by shortfall: BilingualText, isMinimum: Bool, isFalling: Bool
    ) -> BilingualText {
        // Only a ceiling can be missed for certain while reports are still to come.
        if isMinimum {
            return BilingualText(
                ja: "\(year.ja)は報告がまだそろっていませんが、\(title.ja)はすでに\(value.ja)で、目標\(goal.ja)を少なくとも\(shortfall.ja)超えたため、達成できません。",
                en: "\(year.en) still lacks reports, but the target of \(goal.en) is already missed: \(title.en) stands at "
                    + "\(value.en), at least \(shortfall.en) too many.")
        }
        let ja = isFalling ? "を\(shortfall.ja)上回り、達成できませんでした。" : "に\(shortfall.ja)届かず、達成できませんでした。"
        return BilingualText(
            ja: "\(year.ja)の\(title.ja)は\(value.ja)で、目標\(goal.ja)\(ja)",
            en: "\(title.en) came to \(value.en) in \(year.en): the target of \(goal.en) is missed, by \(shortfall.en).")
    }

    static func undecided(
        _ year: BilingualText, _ goal: BilingualText, missing: BilingualText, _ value: BilingualText?, isCount: Bool
    ) -> BilingualText {
        let isOne = missing.en == "1"
        return BilingualText(
            ja: "\(year.ja)は未報告が\(missing.ja)件あり、目標\(goal.ja)を達成したかどうかはまだ判定できません"
                + (value.map { "（現在\($0.ja)\(isCount ? "以上" : "")）。" } ?? "。"),
            en: "\(year.en) cannot be judged against \(goal.en) yet: \(missing.en) \(isOne ? "report is" : "reports are") missing"
                + (value.map { " (\(isCount ? "at least " : "")\($0.en) so far)." } ?? "."))
    }

    static func gapHeadline(
        _ year: BilingualText, missing: BilingualText, _ value: BilingualText?, isCount: Bool
    ) -> BilingualText {
        // A series that began within the year lacks months rather than reports.
        let (ja, en): (String, String) =
            switch missing.en {
            case "0": ("全期間の数値がそろわず", "does not cover the whole year")
            case "1": ("未報告が1件あり", "still lacks 1 report")
            default: ("未報告が\(missing.ja)件あり", "still lacks \(missing.en) reports")
            }
        return BilingualText(
            ja: "\(year.ja)は\(ja)確定していません" + (value.map { "（\($0.ja)\(isCount ? "以上" : "")）。" } ?? "。"),
            en: "\(year.en) \(en)" + (value.map { " (\(isCount ? "at least " : "")\($0.en))." } ?? "."))
    }

    static func wayHeadline(
        _ goal: BilingualText, _ year: BilingualText, from start: BilingualText, _ value: BilingualText,
        rate: BilingualText
    ) -> BilingualText {
        BilingualText(
            ja: "\(year.ja)の目標\(goal.ja)には、\(start.ja)の\(value.ja)から年平均\(rate.ja)の伸びが必要です。",
            en: "Reaching \(goal.en) in \(year.en) takes \(rate.en) a year from the \(value.en) of \(start.en).")
    }

    static func alreadyThere(
        _ start: BilingualText, _ value: BilingualText, _ goal: BilingualText, isFalling: Bool
    ) -> BilingualText {
        BilingualText(
            ja: "\(start.ja)の\(value.ja)は、すでに目標\(goal.ja)\(isFalling ? "以下" : "以上")の水準です。",
            en: "\(start.en), at \(value.en), was already \(isFalling ? "within" : "at or above") the target of \(goal.en).")
    }

    static func noWholeYear(_ year: BilingualText, _ goal: BilingualText) -> BilingualText {
        BilingualText(
            ja: "\(year.ja)の目標\(goal.ja)に対し、報告がそろった年はまだありません。",
            en: "No year has every report in yet to set against the target of \(goal.en) in \(year.en).")
    }

    static func noData(_ year: BilingualText, _ goal: BilingualText) -> BilingualText {
        BilingualText(
            ja: "\(year.ja)の目標\(goal.ja)を判定できる数値がまだありません。",
            en: "There is no number yet to judge the target of \(goal.en) in \(year.en) by.")
    }

    static func illustrative(_ destination: BilingualText) -> BilingualText {
        BilingualText(
            ja: "説明用の架空データを含みます。\(destination.ja)の実績ではありません。",
            en: "Contains illustrative data; not a record of \(destination.en).")
    }
}
