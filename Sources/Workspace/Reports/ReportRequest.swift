public import Languages
public import VisitorLedger
public import VisitorModel

/// A form a report can take.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    /// One page for the browser, complete in itself.
    case html
    /// A workbook with native charts.
    case xlsx
    case markdown = "md"
    case csv
    case json
    /// The page on paper; needs a browser of the Chromium family.
    case pdf

    /// What is written when nobody asks for anything else: everything this program makes by itself.
    public static let usual: [ReportFormat] = [.html, .xlsx, .markdown, .csv, .json]
}

/// Which report somebody wants, and where.
public struct ReportRequest: Sendable {
    /// The month it is about; `nil` for the latest month anybody reported. Of a yearly report, the last month counted.
    public var month: Month?
    /// The calendar year a yearly report is about, up to its last reported month; `nil` for a monthly report.
    public var year: CalendarYear?
    /// The folder to write to; made if it is not there.
    public var folder: String
    /// The languages.
    public var languages: [Language]
    /// The forms.
    public var formats: [ReportFormat]
    /// The goal; the first one when `nil`.
    public var target: String?
    /// What was known at a moment; `nil` for now.
    public var asOf: Timestamp?
    /// When it is published; `nil` while it is a draft.
    var publishedAt: Timestamp?
    /// The program's name and version as it was published; `nil` for this one.
    var product: String?

    /// Makes a request.
    public init(
        month: Month? = nil, year: CalendarYear? = nil, folder: String, languages: [Language], formats: [ReportFormat],
        target: String? = nil,
        asOf: Timestamp? = nil
    ) {
        self.month = month
        self.year = year
        self.folder = folder
        self.languages = languages
        self.formats = formats
        self.target = target
        self.asOf = asOf
    }
}
