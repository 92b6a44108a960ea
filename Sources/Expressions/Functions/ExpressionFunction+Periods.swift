import Languages
import Tables
import VisitorModel

extension ExpressionFunction {
    static let periods: [ExpressionFunction] = [
        ExpressionFunction(
            "month", [Parameter("value", [.text, .period])], gives: .type(.period),
            summary: BilingualText(
                ja: "文字「2013-04」または日・月を月として読みます。",
                en: "The month that a text such as 2013-04 names, or that a day lies in."),
            body: .known { month(of: readPeriod($0)) }),
        ExpressionFunction(
            "period", [Parameter("value", [.text, .period])], gives: .type(.period),
            summary: BilingualText(
                ja: "文字「2013-04-01」「2013-04」「2013-Q2」「2013」「FY2013」を期間として読みます。",
                en: "The period that 2013-04-01, 2013-04, 2013-Q2, 2013 (calendar year) or FY2013 names."),
            body: .known { readPeriod($0).map(CellValue.period) ?? CellOperations.noValue }),
        ExpressionFunction(
            "year-month", [.period("period")], gives: .type(.period),
            summary: BilingualText(ja: "日または月の属する月です。", en: "The month a day lies in; a month is itself."),
            body: .known { month(of: $0.period) }),
        ExpressionFunction(
            "quarter", [.period("period")], gives: .type(.period),
            summary: BilingualText(ja: "属する暦年の四半期です。", en: "The quarter of the calendar year it lies in."),
            body: .known { enclosing($0) { .quarter($0.quarter) } }),
        ExpressionFunction(
            "calendar-year", [.period("period")], gives: .type(.period),
            summary: BilingualText(ja: "属する暦年です。", en: "The calendar year it lies in."),
            body: .known { enclosing($0) { .calendarYear($0.calendarYear) } }),
        ExpressionFunction(
            "fiscal-year", [.period("period")], gives: .type(.period),
            summary: BilingualText(ja: "属する年度(4月から3月)です。", en: "The fiscal year (April to March) it lies in."),
            body: .known { enclosing($0) { .fiscalYear($0.fiscalYear) } }),
        ExpressionFunction(
            "year-number", [.period("period")], gives: .type(.number),
            summary: BilingualText(
                ja: "西暦の年です。年度は始まる年です。", en: "The year; for a fiscal year the one it begins in."),
            body: .known { cell in
                cell.period.map { .number(ExactDecimal($0.firstMonth.year)) } ?? CellOperations.noValue
            }),
        ExpressionFunction(
            "month-number", [.period("period")], gives: .type(.number),
            summary: BilingualText(ja: "日または月の月番号(1から12)です。", en: "The number, 1 to 12, of a month or a day's month."),
            body: .known { cell in
                guard case .period(.month(let month)) = month(of: cell.period) else { return CellOperations.noValue }
                return .number(ExactDecimal(month.number))
            }),
    ]

    private static func readPeriod(_ cell: CellValue) -> Period? {
        switch cell {
        case .period(let period): period
        case .text(let text): Period(id: text)
        default: nil
        }
    }

    private static func month(of period: Period?) -> CellValue {
        switch period {
        case .day(let day): .period(.month(day.month))
        case .month(let month): .period(.month(month))
        default: CellOperations.noValue
        }
    }

    /// The longer period around a shorter one; missing when the shorter one sticks out of it.
    private static func enclosing(_ cell: CellValue, _ make: (Month) -> Period) -> CellValue {
        guard let period = cell.period else { return CellOperations.noValue }
        let around = make(period.firstMonth)
        return around == make(period.lastMonth) ? .period(around) : CellOperations.noValue
    }
}
