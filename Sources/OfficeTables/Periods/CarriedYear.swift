import VisitorModel

/// Gives back the year to periods that were written without it, because a row above says it.
///
/// 1994/ 1- 3. is followed by 4- 6., and 平成25年4月 by 5月 or by 26年1月. A month that comes before the one above it
/// has turned into the next year, unless the year is a fiscal year, which knows that itself.
public struct CarriedYear: Sendable {
    private var year: Int?
    private var basis = YearBasis.calendar
    private var era: JapaneseEra?
    private var lastMonth: Int?

    /// Nothing is known yet.
    public init() {}

    /// The text with its year, as ``PeriodReader`` reads it; the text itself when there is nothing to add.
    public mutating func complete(_ text: String) -> String {
        if let read = try? PeriodReader().read(text) {
            remember(read.period)
            era = Self.era(of: text) ?? era
            return text
        }
        guard let year else { return text }
        if let era, let first = text.narrowedScalars.first, first.isASCIIDigit {
            for spelling in [era.rawValue, String(era.letter)] {
                guard let read = try? PeriodReader().read(spelling + text) else { continue }
                remember(read.period)
                return spelling + text
            }
        }
        guard let span = try? MonthSpan(text) else { return text }
        var current = year
        if basis != .fiscal, let lastMonth, span.first < lastMonth { current += 1 }
        guard let period = try? PeriodReader.combine(year: current, basis: basis, months: span) else { return text }
        self.year = current
        lastMonth = span.first
        return period.id
    }

    /// The year's text for a month whose year stands in a merged cell beside it.
    ///
    /// - Parameters:
    ///   - yearText: The year's cell, empty below the first of its rows.
    ///   - monthText: The month's cell.
    public mutating func year(_ yearText: String, forMonth monthText: String) -> String {
        let span = try? MonthSpan(monthText)
        if let read = try? PeriodReader.readYear(yearText) {
            year = read.number
            basis = read.basis
            lastMonth = span?.first
            return yearText
        }
        guard yearText.unicodeScalars.allSatisfy(\.isBlank), let year else { return yearText }
        if basis != .fiscal, let lastMonth, let span, span.first < lastMonth { self.year = year + 1 }
        if let span { lastMonth = span.first }
        let number = String(self.year ?? year)
        return basis == .fiscal ? "FY" + number : number
    }

    private mutating func remember(_ period: Period) {
        switch period {
        case .fiscalYear(let fiscal):
            year = fiscal.number
            basis = .fiscal
            lastMonth = nil
        case .calendarYear(let calendar):
            year = calendar.number
            basis = .calendar
            lastMonth = nil
        case .day, .month, .quarter, .half, .twelveMonths:
            year = period.firstMonth.year
            basis = .calendar
            lastMonth = period.firstMonth.number
        }
    }

    private static func era(of text: String) -> JapaneseEra? {
        let scalars = text.narrowedScalars[...]
        return JapaneseEra.leading(scalars)?.era ?? scalars.first.flatMap(JapaneseEra.init(abbreviation:))
    }
}
