import Languages
import VisitorModel

extension KPIWording {
    static let month = BilingualText(ja: "月", en: "Month")
    static let place = BilingualText(ja: "地点", en: "Place")
    static let market = BilingualText(ja: "国・地域", en: "Market")
    static let total = BilingualText(ja: "合計", en: "Total")
    static let share = BilingualText(ja: "構成比", en: "Share")
    static let rank = BilingualText(ja: "順位", en: "Rank")
    static let visitors = BilingualText(ja: "人数", en: "Visitors")
    static let inboundVisitors = BilingualText(ja: "外国人観光客数", en: "Inbound visitors")
    static let contribution = BilingualText(ja: "寄与度", en: "Contribution")
    static let points = BilingualText(ja: "ポイント", en: "points")
    static let thisYear = BilingualText(ja: "当年", en: "This year")
    static let yearBefore = BilingualText(ja: "前年", en: "Year before")
    static let lastMonths = BilingualText(ja: "直近12か月", en: "Last 12 months")
    static let onMonthBefore = BilingualText(ja: "前年同月比", en: "Year on year")
    static let onFiscalYearBefore = BilingualText(ja: "前年度比", en: "Year on year")
    static let sameMonths = BilingualText(ja: "前年比（同じ月どうし）", en: "Change, same months")
    static let sameMonthsAndPlaces = BilingualText(ja: "前年比（同じ月・同じ地点）", en: "Change, same months and places")
    static let sameSpanBefore = BilingualText(ja: "前年の同じ期間", en: "Same span a year before")
    static let span = BilingualText(ja: "期間", en: "Span")
    static let calendarYear = BilingualText(ja: "暦年", en: "Calendar year")
    static let fiscalYear = BilingualText(ja: "年度", en: "Fiscal year")
    static let file = BilingualText(ja: "ファイル", en: "File")
    static let rows = BilingualText(ja: "行数", en: "Rows")
    static let old = BilingualText(ja: "訂正前", en: "Before")
    static let new = BilingualText(ja: "訂正後", en: "Now")
    static let ourSum = BilingualText(ja: "集計値", en: "Our sum")
    static let publishedValue = BilingualText(ja: "公表値", en: "Published")
    static let difference = BilingualText(ja: "差（集計値−公表値）", en: "Difference (ours − published)")
    static let chartMissing = BilingualText(ja: "欠測", en: "n/a")
    static let chartPartial = BilingualText(ja: "途中", en: "partial")

    static let monthsCaption = BilingualText(ja: "直近12か月と前年同月", en: "The last twelve months and the year before")
    static let yearsCaption = BilingualText(ja: "年計の推移（暦年と年度）", en: "Yearly totals, calendar and fiscal")
    static let marketsCaption = BilingualText(ja: "国・地域別の推移", en: "Markets by year")
    static let publishedCaption = BilingualText(ja: "公表値と集計値", en: "Published figures and our sums")
    static let missingCaption = BilingualText(ja: "期限を過ぎた未報告", en: "Reports that are due and missing")
    static let revisionsCaption = BilingualText(ja: "最近の訂正", en: "Recent revisions")
    static let heldCaption = BilingualText(ja: "ファイル別の保留行数", en: "Rows on hold, by file")

    static func overTime(_ title: BilingualText) -> BilingualText {
        BilingualText(ja: "\(title.ja)の推移", en: "\(title.en) over time")
    }

    static func standingsCaption(_ month: BilingualText) -> BilingualText {
        BilingualText(
            ja: "\(month.ja)まで：当月・年初から・直近12か月", en: "To \(month.en): the month, the years so far, twelve months")
    }

    static func leftOut(_ pairs: Int) -> BilingualText {
        BilingualText(
            ja: "両年から\(pairs)件を除く",
            en: pairs == 1 ? "1 count left out of both" : "\(pairs) counts left out of both")
    }

    static func placesCaption(_ year: BilingualText) -> BilingualText {
        BilingualText(ja: "\(year.ja)の地点別", en: "\(year.en) by place")
    }

    static func mixCaption(_ year: BilingualText) -> BilingualText {
        BilingualText(ja: "\(year.ja)の国・地域別", en: "\(year.en) by market")
    }

    static func comparedMonths(_ months: Int) -> BilingualText {
        BilingualText(ja: "\(months)か月で比較", en: months == 1 ? "over 1 month" : "over \(months) months")
    }

    static func rounded(_ halfWidth: BilingualText) -> BilingualText {
        BilingualText(ja: "端数処理 ±\(halfWidth.ja)", en: "rounded, ±\(halfWidth.en)")
    }

    /// A month alone, for axes: 4月, Apr.
    static func monthName(_ month: Month) -> BilingualText {
        BilingualText(ja: "\(month.number)月", en: String(month.englishName.prefix(3)))
    }
}
