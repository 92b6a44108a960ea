/// Why a workbook could not be written.
public enum WorkbookError: Error, Sendable, Hashable {
    /// It has no sheet.
    case noSheet
    /// A cell stands beyond the last row or column a spreadsheet has.
    case outsideSheet(String, row: Int, column: Int)
    /// The file could not be written; the detail is the library's.
    case cannotWrite(path: String, detail: String)
}
