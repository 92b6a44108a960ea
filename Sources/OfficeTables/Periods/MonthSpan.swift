public import VisitorModel

/// Months named without their year, such as 4月, 4～6月, 第2四半期.
public struct MonthSpan: Sendable, Hashable {
    /// The number of the first month.
    public let first: Int
    /// The number of the last month; smaller than ``first`` when the span runs into the next year.
    public let last: Int

    /// Reads a month or a span of months.
    ///
    /// - Throws: `unreadable` or `monthOutOfRange`.
    public init(_ text: String) throws(PeriodFault) {
        guard let taken = PeriodText(text) else { throw .unreadable(hint: nil) }
        let numbers = taken.numbers
        guard numbers.allSatisfy({ $0.era == nil && $0.digitCount <= 2 }) else { throw .unreadable(hint: nil) }
        switch String(scalars: taken.form) {
        case "9", "9月": self.init(first: numbers[0].value, last: numbers[0].value)
        case "9-9", "9~9", "9-9月", "9~9月", "9月-9月", "9月~9月":
            self.init(first: numbers[0].value, last: numbers[1].value)
        case "第9四半期", "9四半期", "Q9", "9Q":
            guard (1...4).contains(numbers[0].value) else { throw .unreadable(hint: .oddSpan) }
            self.init(first: numbers[0].value * 3 - 2, last: numbers[0].value * 3)
        default: throw .unreadable(hint: nil)
        }
        for number in [first, last] where !(1...12).contains(number) { throw .monthOutOfRange(number) }
    }

    private init(first: Int, last: Int) {
        self.first = first
        self.last = last
    }
}

extension PeriodReader {
    /// The period that a year and a span of months name together.
    ///
    /// - Throws: `unreadable` with the hint `oddSpan` for a span that is no month, quarter or year, such as Jan. - Sep.
    public static func combine(year: Int, basis: YearBasis, months span: MonthSpan) throws(PeriodFault) -> Period {
        let first = try combine(year: year, basis: basis, month: span.first)
        var last = try combine(year: year, basis: basis, month: span.last)
        if last < first { last = last.advanced(by: 12) }
        return try PeriodForm.span(from: first, to: last)
    }
}
