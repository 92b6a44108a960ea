public import Diagnostics
public import VisitorModel

/// Why a cell is not taken as a number.
public enum NumberFault: Error, Sendable, Hashable {
    /// Not a number in any form offices write.
    case unreadable(hint: NumberHint?)
    /// Thousands separators in the wrong places: `1,33`, `12,34,567`.
    case damagedSeparator
    /// Below zero where only counts can stand.
    case negative(ExactDecimal)
    /// Not whole where only counts can stand.
    case notWhole(ExactDecimal)
    /// A footnote mark stands behind the number: `83,619 3`, `1,234*`.
    case footnoteMark(mark: String, number: ExactDecimal)
    /// The number stands in brackets, and nobody has said what that means: `(12)`.
    case brackets(ExactDecimal)
    /// The cell is empty and must not be.
    case missing
    /// More digits than a count can have.
    case tooLarge
    /// A symbol whose meaning the profile does not say.
    case unknownSymbol(String)

    /// The stable code of its diagnostic.
    public var code: String {
        switch self {
        case .unreadable: "number.unreadable"
        case .damagedSeparator: "number.damaged-separator"
        case .negative: "number.negative"
        case .notWhole: "number.not-whole"
        case .footnoteMark: "number.footnote-mark"
        case .brackets: "number.brackets"
        case .missing: "value.missing"
        case .tooLarge: "number.too-large"
        case .unknownSymbol: "symbol.undeclared"
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

/// What an unreadable number may be.
public enum NumberHint: Sendable, Hashable {
    /// Letters typed for digits: `1O234` looks like 10234.
    case looksLike(ExactDecimal)
    /// A spreadsheet's short form of a long number, its last digits lost: `1.23E+05`.
    case exponent
    /// A spreadsheet's error: `#REF!`, `####`.
    case spreadsheetError
}
