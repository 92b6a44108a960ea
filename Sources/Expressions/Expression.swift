public import Diagnostics
public import Tables

/// A formula over the columns of a table, as pipelines write it: `prefecture = 35 and kind = "観光来訪者数"`.
///
/// - Names of columns hold letters of any script, digits and `_`; `-` and `.` may stand inside (`year-month`).
///   A minus sign therefore needs spaces around it: `a - b`. A name with other characters stands in backquotes.
/// - Numbers are exact. Texts stand in `"…"` or `'…'`, the quote inside written twice. `true` and `false` are
///   themselves. A period is written `month("2013-04")` or `period("FY2013")`.
/// - From loose to tight: `or`; `and`; `not`; `= != < <= > >=`, `in (…)`, `not in (…)`; `+ -`; `* /`; unary `-`.
///   `+` also joins texts. `<` and its kin order numbers, and periods of one kind; texts are only equal or not.
/// - A missing operand gives a missing result, with the weakest status of what is missing. `and` and `or` know three
///   values: `false and` missing is false, `true or` missing is true.
/// - Division rounds half away from zero to nine digits behind the point (fewer beside a whole part of more than ten
///   digits); so does a product with more digits than fit. Division by zero, and a result too large to hold, are
///   missing with the status `not-applicable`.
public struct Expression: Sendable, Hashable {
    /// How many characters (Unicode scalars) an expression may have.
    public static let lengthLimit = 10_000

    /// The text and its place.
    public let source: ExpressionSource
    /// The parsed tree.
    public let root: ExpressionNode

    /// Parses an expression.
    ///
    /// - Parameters:
    ///   - text: The expression.
    ///   - position: Where the text begins in its file, when it stands there character for character.
    /// - Throws: `expression.syntax`, pointing at the place in the text.
    public static func parse(_ text: String, at position: SourcePosition? = nil) throws(DiagnosticsError) -> Expression
    {
        try parse(ExpressionSource(text, position: position))
    }

    /// Parses an expression from its source.
    ///
    /// - Throws: `expression.syntax`, pointing at the place in the text where the source is plain.
    public static func parse(_ source: ExpressionSource) throws(DiagnosticsError) -> Expression {
        guard source.text.unicodeScalars.count <= lengthLimit else {
            throw DiagnosticsError(.tooLong(in: source, limit: lengthLimit))
        }
        return Expression(source: source, root: try ExpressionParser.parse(source))
    }

    /// Finds the columns and checks every type.
    ///
    /// - Throws: Every problem of the expression at once.
    public func checked(against schema: TableSchema) throws(DiagnosticsError) -> CompiledExpression {
        var checker = ExpressionChecker(source: source, schema: schema)
        let checked = checker.check(root)
        guard let checked, checker.problems.isEmpty else {
            throw DiagnosticsError(checker.problems.sorted { ($0.position?.column ?? 0) < ($1.position?.column ?? 0) })
        }
        return CompiledExpression(type: checked.type, root: checked.node, expression: self)
    }

    /// The names of the columns used, each once, in the order of the text.
    public var columnNames: [String] {
        var names: [String] = []
        root.collectNames(into: &names)
        return names
    }
}
