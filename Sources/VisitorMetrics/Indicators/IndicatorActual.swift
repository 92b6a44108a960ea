public import VisitorModel

/// One year's actual value of an indicator.
public struct IndicatorActual: Sendable, Hashable {
    /// Where the value was found.
    public enum Origin: Sendable, Hashable {
        /// A cell of a file.
        case cell(file: String, row: Int, sha256: String)
        /// A figure of this program, by its identity.
        case figure(String)
    }

    /// The year, calendar or fiscal.
    public var period: Period
    /// The value with its status, or why there is none.
    public var value: ObservedValue
    /// Where it was found.
    public var origin: Origin
    /// What proves it, as the file says.
    public var evidence: String?
    /// What was said beside it.
    public var note: String?

    /// Makes an actual value.
    public init(
        period: Period, value: ObservedValue, origin: Origin, evidence: String? = nil, note: String? = nil
    ) {
        self.period = period
        self.value = value
        self.origin = origin
        self.evidence = evidence
        self.note = note
    }

    /// The year's number.
    public var year: Int {
        switch period {
        case .fiscalYear(let year): year.number
        default: period.firstMonth.year
        }
    }
}
