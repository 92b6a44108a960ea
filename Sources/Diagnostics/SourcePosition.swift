/// Where something stands in a file that a person gave us.
///
/// All numbers are 1-based, as people and spreadsheets count.
public struct SourcePosition: Sendable, Hashable, Codable {
    /// The file's name as the user knows it (a path relative to where they stand).
    public var file: String
    /// The physical line, counted by line ends.
    public var line: Int?
    /// The record: the row number a spreadsheet shows, where a cell with line breaks is still one row.
    public var row: Int?
    /// The column: 1 is `A`. In YAML and XML, the character's place in its line.
    public var column: Int?
    /// The path to an XML element, such as `/report/month[3]/place[2]`.
    public var path: String?

    /// Makes a position; everything but the file may be unknown.
    public init(file: String, line: Int? = nil, row: Int? = nil, column: Int? = nil, path: String? = nil) {
        self.file = file
        self.line = line
        self.row = row
        self.column = column
        self.path = path
    }

    /// The cell as a spreadsheet names it, such as `C12`; only for positions with a row and a column.
    public var cell: String? {
        guard let row, let column else { return nil }
        return Self.columnLetters(column) + String(row)
    }

    /// A spreadsheet's letters for a 1-based column: 1 is `A`, 26 `Z`, 27 `AA`.
    public static func columnLetters(_ column: Int) -> String {
        var letters: [Character] = []
        var rest = column
        while rest > 0 {
            let digit = (rest - 1) % 26
            letters.append(Character(Unicode.Scalar(UInt8(65 + digit))))
            rest = (rest - 1) / 26
        }
        return String(letters.reversed())
    }

    /// The position in one short form: `counts.csv:C12`, `report.xml:45 (/report/month[3])`, `destination.yaml:3:7`.
    public var description: String {
        if let cell { return "\(file):\(cell)" }
        if let row { return "\(file):\(row)" }
        guard let line else { return file }
        let place = column.map { "\(file):\(line):\($0)" } ?? "\(file):\(line)"
        return path.map { "\(place) (\($0))" } ?? place
    }
}
