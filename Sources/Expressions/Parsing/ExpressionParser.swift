import Diagnostics
import Tables

/// Builds the tree of an expression from its tokens, by recursive descent.
///
/// From loose to tight: `or`; `and`; `not`; comparisons and `in`; `+ -`; `* /`; unary minus.
struct ExpressionParser {
    /// How deep parentheses, functions, `not` and unary minus may nest.
    static let nestingLimit = 100

    private let source: ExpressionSource
    private let tokens: [ExpressionToken]
    private var index = 0
    private var depth = 0

    /// Parses a whole text.
    ///
    /// - Throws: All unreadable pieces, or the first place where the grammar is broken.
    static func parse(_ source: ExpressionSource) throws(DiagnosticsError) -> ExpressionNode {
        var parser = ExpressionParser(source: source, tokens: try ExpressionLexer.tokens(of: source))
        let node = try parser.parseChain(.or)
        guard parser.current.kind == .end else { throw parser.unexpected(.operator) }
        return node
    }

    private init(source: ExpressionSource, tokens: [ExpressionToken]) {
        self.source = source
        self.tokens = tokens
    }

    private var current: ExpressionToken { tokens[index] }

    private mutating func advance() -> ExpressionToken {
        defer { if index < tokens.count - 1 { index += 1 } }
        return tokens[index]
    }

    private mutating func take(_ kind: ExpressionToken.Kind, expected: ExpectedPiece) throws(DiagnosticsError) {
        guard current.kind == kind else { throw unexpected(expected) }
        _ = advance()
    }

    private func unexpected(_ expected: ExpectedPiece) -> DiagnosticsError {
        DiagnosticsError(.unexpected(in: source, at: current.range, expected: expected))
    }

    private func range(from start: Int) -> Range<Int> { start..<max(start, tokens[max(0, index - 1)].range.upperBound) }

    private mutating func enter() throws(DiagnosticsError) {
        depth += 1
        guard depth <= Self.nestingLimit else {
            throw DiagnosticsError(.tooDeep(in: source, at: current.range, limit: Self.nestingLimit))
        }
    }

    // MARK: operators

    private mutating func parseChain(_ level: ExpressionOperator.Level) throws(DiagnosticsError) -> ExpressionNode {
        let start = current.range.lowerBound
        let first = try parseOperand(of: level)
        var rest: [ExpressionNode.Link] = []
        while case .symbol(let symbol) = current.kind, symbol.level == level {
            if level == .comparison, !rest.isEmpty {
                throw DiagnosticsError(.chainedComparison(in: source, at: current.range))
            }
            _ = advance()
            rest.append(ExpressionNode.Link(symbol: symbol, operand: try parseOperand(of: level)))
        }
        return rest.isEmpty ? first : ExpressionNode(kind: .chain(first: first, rest: rest), range: range(from: start))
    }

    private mutating func parseOperand(of level: ExpressionOperator.Level) throws(DiagnosticsError) -> ExpressionNode {
        switch level {
        case .or: try parseChain(.and)
        case .and: try parseNot()
        case .comparison: try parseChain(.sum)
        case .sum: try parseChain(.product)
        case .product: try parseUnary()
        }
    }

    private mutating func parseNot() throws(DiagnosticsError) -> ExpressionNode {
        guard current.kind == .not else { return try parseMembership() }
        let start = advance().range.lowerBound
        try enter()
        defer { depth -= 1 }
        let operand = try parseNot()
        return ExpressionNode(kind: .not(operand), range: range(from: start))
    }

    private mutating func parseMembership() throws(DiagnosticsError) -> ExpressionNode {
        let start = current.range.lowerBound
        let subject = try parseChain(.comparison)
        let isNegated = current.kind == .not
        if isNegated { _ = advance() }
        guard isNegated || current.kind == .in else { return subject }
        try take(.in, expected: .in)
        try take(.openParenthesis, expected: .openParenthesis)
        let members = try parseList()
        return ExpressionNode(
            kind: .membership(subject, among: members, isNegated: isNegated), range: range(from: start))
    }

    private mutating func parseUnary() throws(DiagnosticsError) -> ExpressionNode {
        guard current.kind == .symbol(.minus) else { return try parsePrimary() }
        let start = advance().range.lowerBound
        try enter()
        defer { depth -= 1 }
        let operand = try parseUnary()
        return ExpressionNode(kind: .negative(operand), range: range(from: start))
    }

    // MARK: values

    private mutating func parsePrimary() throws(DiagnosticsError) -> ExpressionNode {
        let token = current
        switch token.kind {
        case .number(let number): return literal(.number(number))
        case .text(let text): return literal(.text(text))
        case .truth(let truth): return literal(.boolean(truth))
        case .name(let name):
            _ = advance()
            guard current.kind == .openParenthesis else { return ExpressionNode(kind: .name(name), range: token.range) }
            _ = advance()
            let arguments = current.kind == .closeParenthesis ? [] : try parseList()
            if arguments.isEmpty { try take(.closeParenthesis, expected: .closeParenthesis) }
            return ExpressionNode(
                kind: .call(function: name, arguments: arguments), range: range(from: token.range.lowerBound))
        case .openParenthesis:
            _ = advance()
            try enter()
            defer { depth -= 1 }
            let inner = try parseChain(.or)
            try take(.closeParenthesis, expected: .closeParenthesis)
            return inner
        default:
            throw unexpected(.value)
        }
    }

    private mutating func literal(_ value: CellValue) -> ExpressionNode {
        ExpressionNode(kind: .literal(value), range: advance().range)
    }

    /// At least one expression, commas between, and the closing parenthesis.
    private mutating func parseList() throws(DiagnosticsError) -> [ExpressionNode] {
        try enter()
        defer { depth -= 1 }
        var members = [try parseChain(.or)]
        while current.kind == .comma {
            _ = advance()
            members.append(try parseChain(.or))
        }
        try take(.closeParenthesis, expected: .closeParenthesis)
        return members
    }
}
