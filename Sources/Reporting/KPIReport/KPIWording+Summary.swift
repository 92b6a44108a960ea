import Languages
import VisitorModel

extension KPIWording {
    static let neededLabel = BilingualText(ja: "必要な伸び（年平均）", en: "Growth needed a year")
    static let notWhole = BilingualText(ja: "報告がそろっていません", en: "reports are missing")

    static func wholeYear(_ year: BilingualText) -> BilingualText {
        BilingualText(ja: "\(year.ja)（報告済みの最新年）", en: "\(year.en), latest whole year")
    }

    static func gapYear(_ year: BilingualText) -> BilingualText {
        BilingualText(ja: "\(year.ja)（未報告あり）", en: "\(year.en), incomplete")
    }

    static func soFar(_ year: BilingualText, _ months: BilingualText?) -> BilingualText {
        BilingualText(
            ja: year.ja + (months.map { " \($0.ja)" } ?? "（途中）"), en: year.en + (months.map { ", \($0.en)" } ?? " so far"))
    }

    static func inboundLabel(_ year: BilingualText) -> BilingualText {
        BilingualText(ja: "\(year.ja)の外国人観光客", en: "Inbound visitors, \(year.en)")
    }

    static func wayMade(_ year: BilingualText) -> BilingualText {
        BilingualText(ja: "基準値からの進捗率（\(year.ja)）", en: "Way made by \(year.en)")
    }

    static func ofTarget(_ goal: BilingualText, _ share: BilingualText) -> BilingualText {
        BilingualText(ja: "目標\(goal.ja)の\(share.ja)", en: "\(share.en) of the target of \(goal.en)")
    }

    static func fromTo(_ start: BilingualText, _ goal: BilingualText) -> BilingualText {
        BilingualText(ja: "\(start.ja)から\(goal.ja)まで", en: "from \(start.en) to \(goal.en)")
    }

    static func neededSpan(_ start: BilingualText, _ end: BilingualText) -> BilingualText {
        BilingualText(ja: "\(start.ja)から\(end.ja)まで", en: "from \(start.en) to \(end.en)")
    }

    static func likeForLike(_ change: BilingualText) -> BilingualText {
        BilingualText(ja: "前年の同じ月・同じ地点比 \(change.ja)", en: "\(change.en) on the same months and places")
    }

    static func onYearBefore(_ change: BilingualText) -> BilingualText {
        BilingualText(ja: "前年比 \(change.ja)", en: "\(change.en) on the year before")
    }
}
