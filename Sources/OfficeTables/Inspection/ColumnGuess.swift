public import Languages
public import VisitorModel

/// What a column of an unknown sheet seems to hold, and why.
public struct ColumnGuess: Sendable, Hashable {
    /// What columns hold.
    public enum Role: Sendable, Hashable {
        case place
        case market
        case status
        case period(Period.Kind)
        /// The year of a month that stands in another column.
        case year
        /// The month of a year that stands elsewhere.
        case monthOfYear
        /// A number.
        case value
        /// A word that tells rows apart: 宿泊 and 日帰り, 性別.
        case kind
        /// Something nobody will add up: a running number, a coordinate, an address, a remark.
        case other
    }

    /// The column, from 0.
    public let index: Int
    /// Its label, all header rows joined by `/` where the lowest is not enough; empty for none.
    public var label: String
    /// What it holds.
    public var role: Role
    /// How sure that is, from 0 to 1.
    public var confidence: Double
    /// Why.
    public var evidence: BilingualText
    /// The different texts in it, in the order they occur, at most 200.
    public var texts: [String] = []
    /// The marks that stand where numbers should, with how often; `""` counts empty cells.
    public var marks: [String: Int] = [:]
    /// Whether empty cells continue the one above.
    public var carriesDown = false
    /// Whether periods get their year from the rows above.
    public var carriesYear = false
    /// Whether most of its places lie elsewhere.
    public var holdsOthersToo = false
    /// Whether its numbers have fractions or signs.
    public var hasFractions = false
    /// Whether all its days begin a month, a quarter or a year.
    public var daysBegin: Period.Kind?
}
