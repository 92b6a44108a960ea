/// An operator between two operands.
public enum ExpressionOperator: String, Sendable, Hashable, CaseIterable {
    case or
    case and
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"

    /// How tightly operators bind, from loose to tight; `not` stands between `and` and the comparisons.
    enum Level: Sendable, Hashable {
        case or, and, comparison, sum, product
    }

    var level: Level {
        switch self {
        case .or: .or
        case .and: .and
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
        case .plus, .minus: .sum
        case .times, .dividedBy: .product
        }
    }

    /// Whether the operator asks which of two values comes first.
    var isOrdering: Bool {
        switch self {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: true
        default: false
        }
    }
}
