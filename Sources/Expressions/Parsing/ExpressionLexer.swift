import Diagnostics
import VisitorModel

/// Cuts an expression into tokens, gathering every unreadable piece.
///
/// Works on Unicode scalars, because YAML readers count columns in them.
struct ExpressionLexer {
    private let source: ExpressionSource
    private let scalars: [Unicode.Scalar]
    private var offset = 0
    private var tokens: [ExpressionToken] = []
    private var problems: [Diagnostic] = []

    private init(_ source: ExpressionSource) {
        self.source = source
        scalars = Array(source.text.unicodeScalars)
    }

    /// The tokens of a text, the last being `end`.
    ///
    /// - Throws: Every piece that is not a token.
    static func tokens(of source: ExpressionSource) throws(DiagnosticsError) -> [ExpressionToken] {
        var lexer = ExpressionLexer(source)
        lexer.run()
        guard lexer.problems.isEmpty else { throw DiagnosticsError(lexer.problems) }
        return lexer.tokens
    }

    private mutating func run() {
        while offset < scalars.count {
            let scalar = scalars[offset]
            if scalar.properties.isWhitespace {
                offset += 1
            } else if scalar == "\"" || scalar == "'" || scalar == "`" {
                readQuoted(scalar)
            } else if scalar.isWordScalar {
                readWord()
            } else {
                readSign()
            }
        }
        append(.end, from: offset)
    }

    private mutating func append(_ kind: ExpressionToken.Kind, from start: Int) {
        tokens.append(ExpressionToken(kind: kind, range: start..<offset))
    }

    /// A text in quotes or a name in backquotes; the quote itself is written twice.
    private mutating func readQuoted(_ quote: Unicode.Scalar) {
        let start = offset
        var content = String.UnicodeScalarView()
        offset += 1
        while offset < scalars.count {
            let scalar = scalars[offset]
            offset += 1
            guard scalar == quote else {
                content.append(scalar)
                continue
            }
            guard offset < scalars.count, scalars[offset] == quote else {
                append(quote == "`" ? .name(String(content)) : .text(String(content)), from: start)
                return
            }
            content.append(quote)
            offset += 1
        }
        problems.append(.unclosedQuote(in: source, at: start..<offset, quote: Character(quote)))
    }

    /// A name, a keyword or a number: a run of letters and digits, with `-` and `.` only inside.
    private mutating func readWord() {
        let start = offset
        while offset < scalars.count, scalars[offset].isWordScalar || joinsWord(at: offset) { offset += 1 }
        let word = source.excerpt(start..<offset)
        switch word {
        case "and": append(.symbol(.and), from: start)
        case "or": append(.symbol(.or), from: start)
        case "not": append(.not, from: start)
        case "in": append(.in, from: start)
        case "true": append(.truth(true), from: start)
        case "false": append(.truth(false), from: start)
        default: readNameOrNumber(word, from: start)
        }
    }

    private mutating func readNameOrNumber(_ word: String, from start: Int) {
        let range = start..<offset
        if let number = ExactDecimal(word) {
            append(.number(number), from: start)
        } else if Period(id: word) != nil {
            problems.append(.barePeriod(in: source, at: range))
        } else if word.unicodeScalars.allSatisfy({ $0.isASCIIDigit || $0 == "-" || $0 == "." }) {
            problems.append(.unreadableNumber(in: source, at: range))
        } else if word.unicodeScalars.allSatisfy({ $0.properties.numericType == .decimal }) {
            problems.append(.fullWidth(in: source, at: range))
        } else {
            append(.name(word), from: start)
        }
    }

    /// Whether a `-` or `.` has a letter or digit right behind it; the one before it has been read.
    private func joinsWord(at offset: Int) -> Bool {
        guard scalars[offset] == "-" || scalars[offset] == ".", offset + 1 < scalars.count else { return false }
        return scalars[offset + 1].isWordScalar
    }

    private mutating func readSign() {
        let start = offset
        let pair = source.excerpt(start..<min(start + 2, scalars.count))
        if let ours = Self.foreignSigns[pair] {
            offset += 2
            problems.append(.foreignSign(in: source, at: start..<offset, ours: ours))
        } else if pair.unicodeScalars.count == 2, let symbol = ExpressionOperator(rawValue: pair) {
            offset += 2
            append(.symbol(symbol), from: start)
        } else {
            readSingleSign(from: start)
        }
    }

    private mutating func readSingleSign(from start: Int) {
        offset += 1
        let sign = source.excerpt(start..<offset)
        switch sign {
        case "(": append(.openParenthesis, from: start)
        case ")": append(.closeParenthesis, from: start)
        case ",": append(.comma, from: start)
        default:
            if let symbol = ExpressionOperator(rawValue: sign) {
                append(.symbol(symbol), from: start)
            } else if let ours = Self.foreignSigns[sign] {
                problems.append(.foreignSign(in: source, at: start..<offset, ours: ours))
            } else if (0xFF01...0xFF5E).contains(scalars[start].value) || sign == "、" {
                problems.append(.fullWidth(in: source, at: start..<offset))
            } else {
                problems.append(.unknownSign(in: source, at: start..<offset))
            }
        }
    }

    /// Signs people know from other languages and from paper, and what they are here.
    private static let foreignSigns = [
        "==": "=", "<>": "!=", "&&": "and", "||": "or", "!": "not", "≠": "!=", "≤": "<=", "≥": ">=", "≦": "<=",
        "≧": ">=", "×": "*", "÷": "/", "−": "-",
    ]
}

extension Unicode.Scalar {
    /// Whether a name may hold the scalar anywhere: letters and digits of every script, marks on them, and `_`.
    fileprivate var isWordScalar: Bool {
        if isASCII { return isASCIIDigit || self == "_" || ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
        if properties.isAlphabetic || properties.numericType != nil { return true }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .modifierLetter: return true
        default: return false
        }
    }

    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
