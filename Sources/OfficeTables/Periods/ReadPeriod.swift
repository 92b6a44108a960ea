public import Diagnostics
public import VisitorModel

/// A period read from a cell.
public struct ReadPeriod: Sendable, Hashable {
    /// The span of time.
    public let period: Period
    /// Whether the cell calls itself a sum (2013年計): its row holds a total.
    public let isTotal: Bool
    /// What is worth knowing about how it was written.
    public let notices: [PeriodNotice]

    /// A period with what is worth knowing about it.
    public init(period: Period, isTotal: Bool = false, notices: [PeriodNotice] = []) {
        self.period = period
        self.isTotal = isTotal
        self.notices = notices
    }
}

/// Whether a year runs from January or from April.
public enum YearBasis: String, Sendable, Hashable, Codable, CaseIterable {
    /// January to December: 平成25年.
    case calendar
    /// April to March: 平成25年度.
    case fiscal
    /// Not said: 2013, H25.
    case unspecified
}

/// A year read from a cell or found in a title.
public struct ReadYear: Sendable, Hashable {
    /// The year of the common era; for a fiscal year, the one in which it begins.
    public let number: Int
    /// Whether it is a calendar or a fiscal year.
    public let basis: YearBasis
    /// What is worth knowing about how it was written.
    public let notices: [PeriodNotice]
}

/// Something worth knowing about a period that was read.
public enum PeriodNotice: Sendable, Hashable {
    /// An era year before the era began or after it ended, read as what it plainly means: 平成35年 is 2023.
    case eraOutOfRange(era: JapaneseEra, year: Int, period: Period)
    /// 2013.1, which is also what a spreadsheet makes of 2013.10.
    case monthMayBeOctober(Month)
    /// A quarter of a fiscal year, read as the calendar quarter it is.
    case fiscalQuarter(Period)

    /// The stable code of its diagnostic.
    public var code: String {
        switch self {
        case .eraOutOfRange: "period.era-out-of-range"
        case .monthMayBeOctober: "period.month-may-be-october"
        case .fiscalQuarter: "period.fiscal-quarter"
        }
    }

    /// The notice as a diagnostic.
    ///
    /// - Parameters:
    ///   - text: The cell as it stood.
    ///   - position: Where it stands.
    public func diagnostic(text: String, position: SourcePosition?) -> Diagnostic {
        Diagnostic(code: code, severity: .notice, position: position, value: text, message: message)
    }
}
