import OfficeTables
import VisitorModel

/// The period a code of e-Stat's time axis means.
///
/// Ten digits: the year, two digits for the kind of year, and the first and last month. The published layouts are
/// `YYYY000000` calendar year, `YYYY100000` fiscal year, `YYYY00MMMM` month, `YYYY00SSEE` quarter; but tables exist
/// whose codes look like a month and are named 2006年10月～2007年9月, so the name decides wherever it can be read.
enum EStatPeriod {
    /// The period by its identifier, or the text that a person must look at.
    ///
    /// - Parameters:
    ///   - code: The code, such as `2013000404`.
    ///   - name: Its label in the message, such as 2013年4月.
    static func text(code: String, name: String?) -> String {
        let coded = period(ofCode: code)
        guard let name, !name.isEmpty else { return coded?.id ?? code }
        if let read = try? PeriodReader().read(name) { return read.period.id }
        let isSpan = name.contains { "～〜~".contains($0) } || ["から", "累計", "平均"].contains { name.contains($0) }
        // A span that is no month, quarter or year must not be taken for the month its code looks like.
        return isSpan ? name : coded?.id ?? name
    }

    /// What the code alone says; `nil` for a layout that is none of the published ones.
    static func period(ofCode code: String) -> Period? {
        let digits = code.utf8.compactMap { (0x30...0x39).contains($0) ? Int($0) - 0x30 : nil }
        guard digits.count == 10, code.utf8.count == 10 else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let (year, kind, first, last) = (number(0..<4), number(4..<6), number(6..<8), number(8..<10))
        guard (1800...2199).contains(year) else { return nil }
        switch (kind, first, last) {
        case (0, 0, 0): return .calendarYear(CalendarYear(year))
        case (10, 0, 0): return .fiscalYear(FiscalYear(year))
        case (0, 1...12, first): return Month(year: year, number: first).map(Period.month)
        case (0, 1, 3), (0, 4, 6), (0, 7, 9), (0, 10, 12):
            return Quarter(year: year, number: last / 3).map(Period.quarter)
        default: return nil
        }
    }
}
