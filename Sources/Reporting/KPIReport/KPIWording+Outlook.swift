import Languages

extension KPIWording {
    static let outlookTitle = BilingualText(ja: "目標年の見通し", en: "Outlook for the goal's year")
    static let runningTotal = BilingualText(ja: "年の初めからの累計", en: "Total since the year began")
    static let expected = BilingualText(ja: "見通し（中央値）", en: "Expected (median)")
    static let needed = BilingualText(ja: "目標に必要な数", en: "Needed for the goal")
    static let lowEnd = BilingualText(ja: "80 %の範囲の下", en: "80 % range, low")
    static let highEnd = BilingualText(ja: "80 %の範囲の上", en: "80 % range, high")

    static func holding(_ percent: Int) -> BilingualText {
        BilingualText(ja: "\(percent) %の範囲", en: "\(percent) % range")
    }

    static func outlook(_ year: BilingualText) -> BilingualText {
        BilingualText(ja: "\(year.ja)の見通しと月別の必要数", en: "Outlook for \(year.en), and what each month has to bring")
    }

    static func outlookTitle(
        _ year: BilingualText, _ median: BilingualText, _ goal: BilingualText, _ gap: BilingualText, isBelow: Bool
    ) -> BilingualText {
        isBelow
            ? BilingualText(
                ja: "\(year.ja)は\(median.ja)の見通しで、目標\(goal.ja)に\(gap.ja)足りない",
                en: "\(year.en) is expected to end at \(median.en), \(gap.en) short of \(goal.en)")
            : BilingualText(
                ja: "\(year.ja)は\(median.ja)の見通しで、目標\(goal.ja)に届く",
                en: "\(year.en) is expected to end at \(median.en), at or above the goal of \(goal.en)")
    }

    static func outlookCaption(_ goal: BilingualText, _ known: BilingualText, _ lacking: BilingualText) -> BilingualText {
        BilingualText(
            ja: "これからの各月に必要な数（目標\(goal.ja) − 実績\(known.ja) = \(lacking.ja)）",
            en: "What each month to come has to bring (goal \(goal.en) − counted \(known.en) = \(lacking.en))")
    }
}
