import Languages
import VisitorModel

/// What is said first and loudest: that missing reports decide.
extension VerdictWording {
    /// The target year is over, reports are missing, and with usual counts the target lies inside the range.
    static func rangeHeadline(
        _ year: BilingualText, _ value: BilingualText, _ goal: BilingualText, missing: Int, range: BilingualText,
        side: RangeSide
    ) -> BilingualText {
        let reports = missing == 1 ? "1 report" : "\(missing) reports"
        let (ja, en) =
            switch side {
            case .across:
                ("目標\(goal.ja)をまたぎます。達成したかどうかは未報告分で決まります。",
                    "which crosses the target of \(goal.en): the missing reports decide.")
            case .reached:
                ("目標\(goal.ja)に届きます。今の合計のまま「未達」としてはいけません。",
                    "which reaches the target of \(goal.en). The sum as it stands must not be called a miss.")
            case .notReached:
                ("それでも目標\(goal.ja)には届かない見込みです。", "still short of the target of \(goal.en).")
            }
        return BilingualText(
            ja: "【要確認】\(year.ja)の今の合計\(value.ja)には未報告が\(missing)件あります。通常の数を当てると\(range.ja)となり、\(ja)",
            en: "CHECK FIRST: the sum of \(year.en), \(value.en), lacks \(reports). "
                + "With usual counts in the gaps it comes to \(range.en), \(en)")
    }

    /// Where a range lies to a target that is to be reached.
    enum RangeSide {
        case across
        case reached
        case notReached
    }

    /// The range of a figure in words.
    static func range(_ low: BilingualText, _ high: BilingualText?) -> BilingualText {
        guard let high else { return BilingualText(ja: "\(low.ja)以上（上限不明）", en: "\(low.en) or more (no upper bound)") }
        return BilingualText(ja: "\(low.ja)～\(high.ja)", en: "\(low.en) to \(high.en)")
    }

    /// A range beside an incomplete year.
    static func rangeSentence(_ year: BilingualText, _ range: BilingualText, withoutPast: Int) -> BilingualText {
        let rest =
            withoutPast == 0
            ? BilingualText(ja: "", en: "")
            : BilingualText(
                ja: "過去の実績がなく見積もれないものが\(withoutPast)件あります。",
                en: withoutPast == 1
                    ? " One missing report has no past to go by." : " \(withoutPast) missing reports have no past to go by.")
        return BilingualText(
            ja: "未報告分にその場所の過去の実績を当てると、\(year.ja)は\(range.ja)になります。\(rest.ja)",
            en: "With each missing place's own past in the gaps, \(year.en) comes to \(range.en).\(rest.en)")
    }

    /// A rate whose sign the missing reports decide, or that has the wrong sign as the sums stand.
    static func signAlert(
        _ period: BilingualText, naive: BilingualText, low: BilingualText, high: BilingualText?, isWrong: Bool
    ) -> BilingualText {
        let range = range(low, high)
        return isWrong
            ? BilingualText(
                ja: "【要確認】\(period.ja)の前年比は、未報告のまま計算すると\(naive.ja)ですが、通常の数を当てると\(range.ja)で、符号が逆になります。",
                en: "CHECK FIRST: \(period.en), year on year: the sums as they stand give \(naive.en); with usual counts in "
                    + "the gaps it is \(range.en), the other sign.")
            : BilingualText(
                ja: "【要確認】\(period.ja)の前年比は、未報告分しだいで\(range.ja)となり、増加か減少かを判定できません。",
                en: "CHECK FIRST: \(period.en), year on year, is anything from \(range.en): missing reports decide "
                    + "between growth and decline.")
    }
}
