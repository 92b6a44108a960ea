/// How a CSV file separates its cells.
///
/// The quotation mark is always `"`, doubled inside a quoted cell (RFC 4180, section 2) or, as some databases write it,
/// behind a backslash; line ends may be mixed.
public struct CSVDialect: Sendable, Hashable {
    /// The byte between two cells.
    public var delimiter: UInt8
    /// Whether a backslash in a quoted cell takes the meaning from a quotation mark behind it.
    public var hasBackslashEscapes: Bool

    /// Makes a dialect.
    public init(delimiter: UInt8, hasBackslashEscapes: Bool = false) {
        self.delimiter = delimiter
        self.hasBackslashEscapes = hasBackslashEscapes
    }

    /// Cells between commas.
    public static let comma = CSVDialect(delimiter: UInt8(ascii: ","))
    /// Cells between tabs.
    public static let tab = CSVDialect(delimiter: 0x09)
    /// Cells between semicolons, as Excel writes where the comma is the decimal sign.
    public static let semicolon = CSVDialect(delimiter: UInt8(ascii: ";"))
    /// Cells between vertical bars.
    public static let bar = CSVDialect(delimiter: UInt8(ascii: "|"))

    /// The dialects that detection tells apart, the commonest first.
    static let known: [CSVDialect] = [.comma, .tab, .semicolon, .bar]
}

/// A line end as it stands in a file.
public enum LineEnd: String, Sendable, Hashable, Codable, CaseIterable {
    /// Line feed, as UNIX writes.
    case lf
    /// Carriage return and line feed, as Windows writes.
    case crlf
    /// Carriage return, as old Macs wrote.
    case cr
}
