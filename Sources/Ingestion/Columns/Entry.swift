import Diagnostics
import VisitorModel

/// The texts that make one row of the table, one a profile column, with where each stands.
struct Entry {
    /// The text of each column; `nil` where there is none.
    var texts: [String?]
    /// For a month whose year stands elsewhere, the year's text.
    var yearTexts: [String?]
    /// The spreadsheet column of each text.
    var columns: [Int?]
    /// The physical line of each text, where it differs from the entry's; empty where no text has one of its own.
    var lines: [Int?] = []
    /// The spreadsheet row.
    var row: Int?
    /// The physical line the row begins on.
    var line: Int?
    /// The path of an XML record.
    var path: String?
    /// Where each text stands inside an XML record: `@月`, `../@名`; empty for other files.
    var fieldPaths: [String?] = []

    init(columnCount: Int) {
        texts = Array(repeating: nil, count: columnCount)
        yearTexts = texts
        columns = Array(repeating: nil, count: columnCount)
    }

    /// The physical line of a column's text, where it differs from the entry's.
    func line(of column: Int) -> Int? { column < lines.count ? lines[column] : nil }

    /// Where a column's text stands.
    func position(of column: Int, in file: String) -> SourcePosition {
        let fieldPath = path.map { path in
            column < fieldPaths.count ? fieldPaths[column].map { "\(path)/\($0)" } ?? path : path
        }
        return SourcePosition(file: file, line: line(of: column) ?? line, row: row, column: columns[column], path: fieldPath)
    }

    /// Where the row stands.
    func position(in file: String) -> SourcePosition {
        SourcePosition(file: file, line: line, row: row, path: path)
    }
}
