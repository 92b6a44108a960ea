public import Diagnostics
public import VisitorModel

/// Why a cell is not taken as a period.
public enum PeriodFault: Error, Sendable, Hashable {
    /// Not a period in any form offices write.
    case unreadable(hint: PeriodHint?)
    /// A month that is not 1 to 12.
    case monthOutOfRange(Int)
    /// A day its month does not have.
    case dayOutOfRange(month: Month, day: Int)
    /// A year of two digits without an era, a year no count can belong to, or no year at all.
    case yearUnknown
    /// Two years that contradict one another: 平成25年(2014年).
    case ambiguous([Int])
    /// A period of another kind than the column holds: a yearly total among months.
    case wrongKind(found: Period, expected: Set<Period.Kind>)

    /// The stable code of its diagnostic.
    public var code: String {
        switch self {
        case .unreadable: "period.unreadable"
        case .monthOutOfRange: "period.month-out-of-range"
        case .dayOutOfRange: "period.day-out-of-range"
        case .yearUnknown: "period.year-unknown"
        case .ambiguous: "period.ambiguous"
        case .wrongKind: "period.wrong-kind"
        }
    }

    /// The fault as a diagnostic.
    ///
    /// - Parameters:
    ///   - text: The cell as it stood.
    ///   - position: Where it stands.
    public func diagnostic(text: String, position: SourcePosition?) -> Diagnostic {
        Diagnostic(
            code: code, severity: .error, position: position, value: text, message: message, remedy: remedy)
    }
}

/// What an unreadable period may be.
public enum PeriodHint: Sendable, Hashable {
    /// A spreadsheet's serial number of a day: 41365 is 2013-04-01.
    case spreadsheetSerial(Day)
    /// A span that is no month, quarter or year: 5～7月.
    case oddSpan
    /// A time in UTC, whose day in Japan may be the next.
    case notLocalTime
}
