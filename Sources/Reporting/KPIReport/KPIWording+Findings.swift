import Languages
import VisitorModel

extension KPIWording {
    static let monthsTitle = BilingualText(
        ja: "直近12か月の推移（前年と比べられる月はまだない）", en: "The last twelve months; none can be compared yet")
    static let inboundNote = BilingualText(
        ja: "外国人観光客は観光交流人口の内数です。寄与度は全体の前年比を国・地域に分けたもので、足すと全体の前年比になります。国・地域は国籍・出身地によります。",
        en: "Inbound visitors are part of the exchange population, never added to it. Contributions add up to the growth of all. Markets are nationalities, as Japanese surveys ask.")
    static let heldNote = BilingualText(
        ja: "次の行は疑いがあるため集計に入れていません。確認して訂正するか、理由を付けて除外してください。",
        en: "These rows are in doubt and not counted. Each waits to be corrected, released or dismissed with a reason.")

    static func monthsTitle(above: Int, of comparable: Int, window: Int) -> BilingualText {
        let isAll = comparable == window
        let months = comparable == 1 ? "month" : "months"
        return BilingualText(
            ja: isAll
                ? "直近\(window)か月のうち\(above)か月で前年同月を上回った"
                : "直近\(window)か月のうち比べられる\(comparable)か月では、\(above)か月が前年同月を上回った",
            en: isAll
                ? "\(above) of the last \(window) months were above the year before"
                : "Of the \(comparable) \(months) that can be compared, \(above) \(above == 1 ? "was" : "were") above the year before")
    }

    static func placesSummary(
        _ year: BilingualText, above: Int, below: Int, even: Int, unknown: Int
    ) -> BilingualText {
        var ja = "\(year.ja)に前年を上回ったのは\(above)地点、下回ったのは\(below)地点です"
        var en = "In \(year.en), \(above) places were above the year before and \(below) below"
        if even > 0 {
            ja += "（横ばい\(even)地点）"
            en += ", \(even) unchanged"
        }
        if unknown > 0 {
            ja += "。\(unknown)地点は比べられる月がありません"
            en += "; \(unknown) cannot be compared"
        }
        return BilingualText(ja: ja + "。", en: en + ".")
    }

    static func leading(_ market: BilingualText, _ share: BilingualText) -> BilingualText {
        BilingualText(ja: "最大は\(market.ja)の\(share.ja)", en: "\(market.en) leads with \(share.en)")
    }

    static func inboundTitle(
        _ year: BilingualText, _ value: BilingualText, isWhole: Bool, _ change: BilingualText?,
        _ leading: BilingualText?
    ) -> BilingualText {
        BilingualText(
            ja: "\(year.ja)は\(value.ja)\(isWhole ? "" : "（途中）")" + (change.map { "で前年比\($0.ja)" } ?? "")
                + (leading.map { "、\($0.ja)" } ?? ""),
            en: "\(year.en): \(value.en)\(isWhole ? "" : " so far")" + (change.map { ", \($0.en) on the year before" } ?? "")
                + (leading.map { "; \($0.en)" } ?? ""))
    }

    static func crossCheckTitle(
        _ title: BilingualText, _ year: BilingualText, _ value: BilingualText, isWhole: Bool, _ change: BilingualText?
    ) -> BilingualText {
        BilingualText(
            ja: "\(title.ja)は\(year.ja)に\(value.ja)\(isWhole ? "" : "（途中）")" + (change.map { "、前年比\($0.ja)" } ?? ""),
            en: "\(title.en): \(value.en) in \(year.en)\(isWhole ? "" : " so far")"
                + (change.map { ", \($0.en) on the year before" } ?? ""))
    }

    static func agrees(_ year: BilingualText, isExact: Bool) -> BilingualText {
        isExact
            ? BilingualText(ja: "\(year.ja)の集計値は公表値と一致します。", en: "\(year.en): our sum equals the published figure.")
            : BilingualText(
                ja: "\(year.ja)の集計値は端数処理の範囲で公表値と一致します。",
                en: "\(year.en): our sum equals the published figure within its rounding.")
    }

    static func differs(_ year: BilingualText, _ amount: BilingualText, isAbove: Bool) -> BilingualText {
        BilingualText(
            ja: "\(year.ja)の集計値は公表値より\(amount.ja)\(isAbove ? "多く" : "少なく")、端数処理では説明できません。",
            en: "\(year.en): our sum is \(amount.en) \(isAbove ? "above" : "below") the published figure, more than rounding explains.")
    }
}
