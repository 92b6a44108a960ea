import ChartDrawing

/// Text that is markup: whatever is interpolated is escaped, unless it is markup itself.
///
///     let row: Markup = "<li>\(fileName)</li>"   // a file called <script> stays a name
struct Markup: Sendable, ExpressibleByStringInterpolation {
    /// The markup as it is sent.
    let text: String

    /// Markup that was escaped elsewhere: our own renderers and style sheets.
    init(trusted text: String) { self.text = text }

    init(stringLiteral value: String) { text = value }

    init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// Collects the pieces.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }

        mutating func appendLiteral(_ literal: String) { text += literal }
        mutating func appendInterpolation(_ value: String) { text += ChartText.escaped(value) }
        mutating func appendInterpolation(_ value: Int) { text += String(value) }
        mutating func appendInterpolation(_ value: Markup) { text += value.text }
        mutating func appendInterpolation(_ values: [Markup]) { for value in values { text += value.text } }
    }

}
