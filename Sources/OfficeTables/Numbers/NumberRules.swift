public import VisitorModel

/// How one supplier writes numbers: what a profile says about a column.
///
/// Symbols have no meaning of their own: `-` is nil in one office's book and "not obtainable" in another's, so a
/// symbol nobody declared is a fault, never a guess.
public struct NumberRules: Sendable, Hashable {
    /// What each symbol means; spellings that differ only in width or kind of dash are the same symbol.
    public var symbols: [String: SymbolMeaning]
    /// What an empty cell means; `nil` when a cell must not be empty.
    public var emptyCell: SymbolMeaning?
    /// Whether numbers below zero are possible.
    public var allowsNegative: Bool
    /// Whether numbers need not be whole.
    public var allowsFraction: Bool
    /// What the numbers are stated in; a cell with its own scale word (1.2万人) goes by that instead.
    public var scale: Scale
    /// What a number in brackets is; `nil` when nobody has said, and such a number is then a fault.
    public var brackets: BracketMeaning?
    /// Whether a footnote mark behind a number is dropped with a notice; else it is a fault.
    public var allowsFootnoteMark: Bool

    /// Makes rules; without arguments, whole counts, nothing declared, an empty cell not reported.
    public init(
        symbols: [String: SymbolMeaning] = [:], emptyCell: SymbolMeaning? = .absent(.notReported),
        allowsNegative: Bool = false, allowsFraction: Bool = false, scale: Scale = .one,
        allowsFootnoteMark: Bool = false, brackets: BracketMeaning? = nil
    ) {
        self.symbols = symbols
        self.emptyCell = emptyCell
        self.allowsNegative = allowsNegative
        self.allowsFraction = allowsFraction
        self.scale = scale
        self.allowsFootnoteMark = allowsFootnoteMark
        self.brackets = brackets
    }
}
