import VisitorModel

/// A word or sign of an expression.
struct ExpressionToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case number(ExactDecimal)
        case text(String)
        case truth(Bool)
        case name(String)
        case symbol(ExpressionOperator)
        case not
        case `in`
        case openParenthesis
        case closeParenthesis
        case comma
        case end
    }

    let kind: Kind
    /// Where it stands in the text, in Unicode scalars.
    let range: Range<Int>
}
