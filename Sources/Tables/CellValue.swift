public import VisitorModel

/// What a cell of a table can hold.
///
/// A cell without a value says why, so that a missing count can never pass as zero.
public enum CellValue: Sendable, Hashable {
    /// No value, and the reason.
    case absent(ObservationStatus)
    /// Text, or an identifier of a place or market.
    case text(String)
    /// A number, exact; counts are whole.
    case number(ExactDecimal)
    /// A span of time.
    case period(Period)
    /// Yes or no: the result of a comparison.
    case boolean(Bool)

    /// The number in the cell, if it holds one.
    public var number: ExactDecimal? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The text in the cell, if it holds one.
    public var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The period in the cell, if it holds one.
    public var period: Period? {
        if case .period(let period) = self { period } else { nil }
    }

    /// Why the cell is empty, if it is.
    public var absence: ObservationStatus? {
        if case .absent(let status) = self { status } else { nil }
    }

    /// The value as plain text, for files and messages; an absent value is empty.
    public var plainText: String {
        switch self {
        case .absent: ""
        case .text(let text): text
        case .number(let number): number.description
        case .period(let period): period.id
        case .boolean(let value): value ? "true" : "false"
        }
    }
}
