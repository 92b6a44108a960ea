import Languages
import VisitorModel

extension VerdictWording {
    /// What is counted when a coverage is.
    enum Counted {
        case placeMonths
        case counts
    }

    /// Where a value stands to its path.
    enum Side {
        case above
        case on
        case below
    }

    static func gap(
        _ year: BilingualText, _ value: BilingualText?, reported: BilingualText, expected: BilingualText,
        what: Counted, _ gaps: BilingualText, isCount: Bool
    ) -> BilingualText {
        let (ja, en) = what == .placeMonths ? ("地点・月", "place-months") : ("件", "counts")
        let isNever = value != nil && isCount
        return BilingualText(
            ja: "\(year.ja)は\(value?.ja ?? "数値なし")（\(expected.ja)\(ja)のうち\(reported.ja)。\(gaps.ja)）"
                + (isNever ? "で、実際の値はこれ以上です。" : "です。"),
            en: "\(year.en): \(value?.en ?? "no number") from \(reported.en) of \(expected.en) \(en) (\(gaps.en))"
                + (isNever ? "; the true figure is at least that." : "."))
    }

    static func usual(_ total: BilingualText, reachesTarget: Bool?) -> BilingualText {
        let (ja, en) =
            switch reachesTarget {
            case true?: ("となり、目標に届きます", ", which reaches the target")
            case false?: ("となり、目標には届きません", ", short of the target")
            case nil: ("になります", "")
            }
        return BilingualText(
            ja: "未報告分を前年同月並みとみると\(total.ja)\(ja)（参考）。",
            en: "With last year's counts in the gaps it would be \(total.en)\(en) (for orientation only).")
    }

    static func otherGaps(_ years: BilingualText) -> BilingualText {
        BilingualText(ja: "\(years.ja)も報告がそろっていません。", en: "Reports are also missing for \(years.en).")
    }

    static func whole(
        _ year: BilingualText, _ value: BilingualText, _ goal: BilingualText, achievement: BilingualText?,
        progress: BilingualText?, isTargetYear: Bool
    ) -> BilingualText {
        var ja = isTargetYear ? "" : "報告がそろった最新の年は\(year.ja)の\(value.ja)で、"
        ja += achievement.map { "目標\(goal.ja)に対する達成率は\($0.ja)" } ?? "目標は\(goal.ja)"
        ja += (progress.map { "、基準値からの進捗率は\($0.ja)" } ?? "") + "です。"
        var en = isTargetYear ? "That is" : "The latest year with every report in is \(year.en), at \(value.en):"
        en += achievement.map { " \($0.en) of the target of \(goal.en)" } ?? " against a target of \(goal.en)"
        en += (progress.map { ", and \($0.en) of the way from the baseline" } ?? "") + "."
        return BilingualText(ja: ja, en: en)
    }

    static func path(
        _ year: BilingualText, straight: BilingualText, gap: BilingualText, side: Side, compound: BilingualText?,
        rate: BilingualText?
    ) -> BilingualText {
        let (ja, en) =
            switch side {
            case .above: ("で、これを\(gap.ja)上回りました", "\(gap.en) less than was counted")
            case .on: ("で、ちょうど道筋どおりでした", "exactly what was counted")
            case .below: ("で、これを\(gap.ja)下回りました", "\(gap.en) more than was counted")
            }
        var text = BilingualText(
            ja: "\(year.ja)に必要だった水準は、直線の道筋で\(straight.ja)\(ja)",
            en: "The straight path asked for \(straight.en) in \(year.en), \(en)")
        if let compound, let rate {
            text.ja += "（年率\(rate.ja)で一定の道筋では\(compound.ja)）"
            text.en += " (growth by \(rate.en) a year: \(compound.en))"
        }
        return BilingualText(ja: text.ja + "。", en: text.en + ".")
    }

    static func need(
        _ year: BilingualText, _ goal: BilingualText, from start: BilingualText, rate: BilingualText, years: Int,
        perYear: BilingualText?, _ unit: BilingualText
    ) -> BilingualText {
        let jaAmount = perYear.map { "（1年あたり\($0.ja)\(unit.ja)）" } ?? ""
        let enAmount = perYear.map { " (\($0.en) \(unit.en) each year)" } ?? ""
        return BilingualText(
            ja: "目標達成には、\(start.ja)から\(year.ja)までの\(years)年間で年平均\(rate.ja)\(jaAmount)が必要です。",
            en: "To meet it, \(rate.en) a year is needed for \(years) \(years == 1 ? "year" : "years") from \(start.en)\(enAmount).")
    }

    static func soFar(
        _ year: BilingualText, months: [Month], _ value: BilingualText, _ gaps: BilingualText?,
        change: BilingualText?
    ) -> BilingualText {
        let span = span(months)
        return BilingualText(
            ja: "\(year.ja)は\(span.map { "\($0.ja)の合計で" } ?? "これまでに")\(value.ja)" + (gaps.map { "（\($0.ja)）" } ?? "")
                + (change.map { "、前年の同じ月・同じ地点と比べて\($0.ja)です。" } ?? "です。"),
            en: "\(year.en) stands at \(value.en)" + (span.map { " for \($0.en)" } ?? " so far")
                + (gaps.map { " (\($0.en))" } ?? "")
                + (change.map { ", \($0.en) on the same months and places a year before." } ?? "."))
    }

    /// The first and last of some months: 1～3月, January to March.
    static func span(_ months: [Month]) -> BilingualText? {
        guard let first = months.first, let last = months.last else { return nil }
        if first == last { return BilingualText(ja: "\(first.number)月", en: first.englishName) }
        return BilingualText(
            ja: "\(first.number)～\(last.number)月", en: "\(first.englishName) to \(last.englishName)")
    }
}
