public import Diagnostics

/// The text of an expression and where it stands in its file.
public struct ExpressionSource: Sendable, Hashable {
    /// The expression as written.
    public let text: String
    /// Where the text begins.
    public let position: SourcePosition?
    /// Whether the text stands in its file character for character: one line, without quotes or escapes.
    public let isPlain: Bool

    /// Makes a source; a text of several lines is never plain.
    public init(_ text: String, position: SourcePosition? = nil, isPlain: Bool = true) {
        self.text = text
        self.position = position
        self.isPlain = isPlain && !text.unicodeScalars.contains { $0 == "\n" || $0 == "\r" }
    }

    /// Where the character at an offset stands in the file; the beginning of the text when it is not plain.
    ///
    /// - Parameter offset: Unicode scalars from the beginning, as YAML readers count columns.
    public func position(atOffset offset: Int) -> SourcePosition? {
        guard isPlain, var position, let column = position.column else { return position }
        position.column = column + offset
        return position
    }

    /// The part of the text between two offsets, counted in Unicode scalars.
    func excerpt(_ range: Range<Int>) -> String {
        var part = String.UnicodeScalarView()
        part.append(contentsOf: text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count))
        return String(part)
    }
}
