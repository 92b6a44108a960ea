import Languages
import VisitorMetrics
import VisitorModel

/// The words of a KPI report: titles, labels, and what is said where there is nothing to show.
enum KPIWording {
    static let summary = BilingualText(ja: "要点", en: "In short")
    static let progress = BilingualText(ja: "目標までの道のり", en: "The way to the target")
    static let places = BilingualText(ja: "地点別", en: "By place")
    static let inbound = BilingualText(ja: "外国人観光客", en: "Inbound visitors")
    static let published = BilingualText(ja: "公表値との照合", en: "Against published figures")
    static let seasonality = BilingualText(ja: "季節による偏り", en: "Seasonality")
    static let crossCheck = BilingualText(ja: "参考：別の統計との見比べ", en: "Cross-check with another source")

    /// One of several readings or sources that stand beside the headline.
    static func crossCheck(of titles: BilingualText) -> BilingualText {
        BilingualText(ja: "参考：\(titles.ja)", en: "For comparison: \(titles.en)")
    }

    static let gaps = BilingualText(ja: "未報告と訂正", en: "Missing and revised")
    static let held = BilingualText(ja: "保留中の行", en: "Rows on hold")
    static let definitions = BilingualText(ja: "定義", en: "Definitions")

    static let noFigures = BilingualText(ja: "数値がまだありません。", en: "There are no figures yet.")
    static let noTarget = BilingualText(
        ja: "目標が登録されていないため、進捗は示していません。", en: "No target is on record, so no progress is shown.")
    static let noMonths = BilingualText(ja: "月別の数値がまだありません。", en: "There are no monthly figures yet.")
    static let noPlaces = BilingualText(ja: "地点別の数値がまだありません。", en: "There are no figures by place yet.")
    static let noInbound = BilingualText(
        ja: "外国人観光客の数値がまだありません。", en: "There are no figures on inbound visitors yet.")
    static let noPublished = BilingualText(
        ja: "照合できる公表値がありません。", en: "There is no published figure to compare with.")
    static let noSeasonality = BilingualText(
        ja: "12か月の報告がそろった年がまだないため、示していません。",
        en: "No year has all twelve months yet, so none is shown.")
    static let noCrossCheck = BilingualText(
        ja: "見比べられる別の統計がありません。", en: "There is no other source to compare with.")
    static let nothingMissing = BilingualText(
        ja: "期限を過ぎた未報告はありません。", en: "No report that is due is missing.")
    static let nothingRevised = BilingualText(ja: "最近の訂正はありません。", en: "Nothing was revised of late.")
    static let nothingHeld = BilingualText(ja: "保留中の行はありません。", en: "No rows are on hold.")

    static let starNote = BilingualText(
        ja: "* の付いた数値は報告がそろっていない合計です。人数などの実際の値はこれ以上になります。",
        en: "A star marks a sum that lacks reports; true counts are at least that high.")
    static let dashNote = BilingualText(
        ja: "「—」は、比較できる数値がそろわず計算していないことを表します。0ではありません。",
        en: "A dash means nothing was computed, for want of comparable numbers. It is not zero.")
    static let eraNote = BilingualText(
        ja: "改元の年は年末の元号で表します。平成31年（平成31年度）と令和元年（令和元年度）は同じ2019年（度）です。",
        en: "Years are those of the common era; FY is the Japanese fiscal year, April to March.")
    static let calendarNote = BilingualText(
        ja: "計画には暦年か年度かの定めがないため、山口県の調査に合わせて暦年で判定し、年度の読み方を併記しています。",
        en: "The plan does not say which years it means. The verdict goes by calendar years, as the survey does; the fiscal reading stands beside it.")

    static func title(_ destination: BilingualText, _ month: BilingualText) -> BilingualText {
        BilingualText(ja: "\(destination.ja) 観光KPI報告（\(month.ja)まで）", en: "\(destination.en) tourism KPI report, to \(month.en)")
    }

    static func goal(_ title: BilingualText, _ goal: BilingualText, _ year: BilingualText) -> BilingualText {
        BilingualText(ja: "\(title.ja)：\(year.ja)に\(goal.ja)", en: "\(title.en): \(goal.en) in \(year.en)")
    }

    static func latest(
        _ year: BilingualText, _ title: BilingualText, _ value: BilingualText, gaps: BilingualText?
    ) -> BilingualText {
        BilingualText(
            ja: "\(year.ja)の\(title.ja)は\(value.ja)です" + (gaps.map { "（\($0.ja)）。" } ?? "。"),
            en: "\(title.en) in \(year.en): \(value.en)" + (gaps.map { " (\($0.en))." } ?? "."))
    }

    static func incomplete(_ count: BilingualText, _ names: BilingualText) -> BilingualText {
        BilingualText(
            ja: "\(names.ja)です（計\(count.ja)件）。* の付いた合計は下限です。",
            en: "\(count.en) \(count.en == "1" ? "count" : "counts") \(names.en). Sums with a star are lower bounds.")
    }

    static let draft = BilingualText(ja: "公表前の案です。", en: "Not yet approved for publication.")

    static func source(_ title: BilingualText, _ licence: BilingualText?, _ origin: BilingualText) -> BilingualText {
        BilingualText(
            ja: "\(title.ja)〔\(origin.ja)〕" + (licence.map { " \($0.ja)" } ?? ""),
            en: "\(title.en) [\(origin.en)]" + (licence.map { " \($0.en)" } ?? ""))
    }

    static func periodFirst(_ period: BilingualText, _ text: BilingualText) -> BilingualText {
        BilingualText(ja: "\(period.ja)：\(text.ja)", en: "\(period.en): \(text.en)")
    }
}
