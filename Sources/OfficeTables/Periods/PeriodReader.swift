public import VisitorModel

/// Reads the cells of a period column: months above all, in every form Japanese offices write them.
///
/// Two-digit years without an era are refused: 13.4 may be 2013, 平成13 or a number.
public struct PeriodReader: Sendable {
    /// The kinds of period the column may hold; `nil` for any.
    public let expectedKinds: Set<Period.Kind>?

    /// The years a count of visitors can belong to; 9999 and 0000 are stand-ins for "none".
    static let plausibleYears = 1868...2199

    /// Makes a reader.
    public init(expecting kinds: Set<Period.Kind>? = nil) {
        expectedKinds = kinds
    }

    /// Reads one cell.
    ///
    /// - Throws: `PeriodFault`.
    public func read(_ text: String) throws(PeriodFault) -> ReadPeriod {
        let read = try parsed(text)
        if let expectedKinds, !expectedKinds.contains(read.period.kind) {
            throw .wrongKind(found: read.period, expected: expectedKinds)
        }
        return read
    }

    private func parsed(_ text: String) throws(PeriodFault) -> ReadPeriod {
        if let plain = Period(timestamp: text) { return ReadPeriod(period: plain, isTotal: false, notices: []) }
        return try PeriodForm(text).read
    }

    /// Reads a cell that holds a year: a header over months, a column beside a month column.
    ///
    /// - Throws: `PeriodFault`; `wrongKind` for a month or a day.
    public static func readYear(_ text: String) throws(PeriodFault) -> ReadYear {
        let form = try PeriodForm(text)
        switch form.read.period {
        case .calendarYear(let year):
            return ReadYear(
                number: year.number, basis: form.namesBasis ? .calendar : .unspecified, notices: form.read.notices)
        case .fiscalYear(let year):
            return ReadYear(number: year.number, basis: .fiscal, notices: form.read.notices)
        case .day, .month, .quarter, .half, .twelveMonths:
            throw .wrongKind(found: form.read.period, expected: [.calendarYear, .fiscalYear])
        }
    }

    /// Reads a cell that holds a month's number: 4月, ４月, 4, Apr.
    ///
    /// - Throws: `PeriodFault`.
    public static func readMonthNumber(_ text: String) throws(PeriodFault) -> Int {
        guard let taken = PeriodText(text) else { throw .unreadable(hint: nil) }
        let form = String(scalars: taken.form)
        guard form == "9" || form == "9月", taken.numbers[0].digitCount <= 2, taken.numbers[0].era == nil else {
            throw .unreadable(hint: nil)
        }
        let number = taken.numbers[0].value
        guard (1...12).contains(number) else { throw .monthOutOfRange(number) }
        return number
    }

    /// The month that a year and a month's number name: in a fiscal year, January to March lie in the next year.
    ///
    /// - Throws: `monthOutOfRange`, or `yearUnknown` for a year that no month can have.
    public static func combine(year: Int, basis: YearBasis, month: Int) throws(PeriodFault) -> Month {
        guard (1...12).contains(month) else { throw .monthOutOfRange(month) }
        guard plausibleYears.contains(year) else { throw .yearUnknown }
        let shifted = basis == .fiscal && month <= 3 ? year + 1 : year
        guard let combined = Month(year: shifted, number: month) else { throw .yearUnknown }
        return combined
    }
}
