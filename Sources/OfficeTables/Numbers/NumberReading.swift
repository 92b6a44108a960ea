public import Diagnostics
public import VisitorModel

/// What a cell that should hold a number turned out to hold.
public enum NumberReading: Sendable, Hashable {
    /// A number.
    case value(ReadNumber)
    /// No number, and why: a declared symbol or an empty cell.
    case absent(ObservationStatus)
    /// Zero, written with a declared symbol.
    case zero(symbol: String)
    /// A number in brackets that is part of another number, never to be added.
    case part(ExactDecimal)
    /// Something that must not be guessed at.
    case fault(NumberFault)

    /// The value for an observation; `nil` for a fault.
    public var observed: ObservedValue? {
        switch self {
        case .value(let number): ObservedValue(number.number, roundingHalfWidth: number.roundingHalfWidth)
        case .absent(let status): ObservedValue(absent: status)
        case .zero: ObservedValue(.zero)
        case .part, .fault: nil
        }
    }

    /// The number read; `nil` when there is none.
    public var number: ReadNumber? {
        if case .value(let number) = self { number } else { nil }
    }

    /// What there is to say about the cell: its fault, or the notices of its number.
    ///
    /// - Parameters:
    ///   - text: The cell as it stood.
    ///   - position: Where it stands.
    public func diagnostics(text: String, position: SourcePosition?) -> [Diagnostic] {
        switch self {
        case .value(let number): number.notices.map { $0.diagnostic(text: text, position: position) }
        case .fault(let fault): [fault.diagnostic(text: text, position: position)]
        case .absent, .zero, .part: []
        }
    }
}

/// A number read from a cell.
public struct ReadNumber: Sendable, Hashable {
    /// The number, its scale multiplied in.
    public let number: ExactDecimal
    /// Half the width of the rounding it was written with: 136 in 万 is ±5,000. Zero without a scale.
    public let roundingHalfWidth: Int
    /// The unit written behind it, if one was.
    public let unit: UnitWord?
    /// What is worth knowing about how it was written.
    public let notices: [NumberNotice]
}

/// Something worth knowing about a number that was read.
public enum NumberNotice: Sendable, Hashable {
    /// Written as approximate: 約1,200.
    case approximate
    /// A footnote mark was dropped.
    case footnoteMarkDropped(mark: String)
    /// The cell's own scale word went before the scale of its column.
    case ownScale(cell: Scale, column: Scale)

    /// The stable code of its diagnostic.
    public var code: String {
        switch self {
        case .approximate: "number.approximate"
        case .footnoteMarkDropped: "number.footnote-mark-dropped"
        case .ownScale: "number.own-scale"
        }
    }

    /// The notice as a diagnostic.
    public func diagnostic(text: String, position: SourcePosition?) -> Diagnostic {
        Diagnostic(
            code: code, severity: .notice, position: position, value: text, message: message, remedy: nil)
    }
}
