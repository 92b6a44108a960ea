/// A workbook as a value: what is on its sheets, before any file is written.
///
/// It holds texts, numbers, dates and links between its own sheets. There is no way to put a formula, a macro or a
/// link to the outside into it, so no name from a file can become one.
public struct Workbook: Sendable, Hashable {
    /// The title shown among the file's properties.
    public var title: String
    /// Who or what wrote it, shown among the file's properties.
    public var author: String
    /// When it was written, in seconds since 1970 in UTC; equal workbooks with equal times give equal files.
    public var secondsSince1970: Int
    /// The sheets from left to right; a workbook without one cannot be written.
    public var sheets: [Worksheet]

    /// A workbook; without a time of its own it says 1 January 1980, the first day a ZIP archive can name.
    public init(title: String, author: String, secondsSince1970: Int = 315_532_800, sheets: [Worksheet] = []) {
        self.title = title
        self.author = author
        self.secondsSince1970 = secondsSince1970
        self.sheets = sheets
    }
}
