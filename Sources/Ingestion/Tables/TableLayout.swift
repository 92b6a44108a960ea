import CSVReading
import Diagnostics
import Languages
import OfficeTables
import PipelineDefinition
import VisitorModel

/// Where a sheet's table lies: its header, the columns the profile asks for, and in a wide table the value columns.
struct TableLayout {
    /// What a sheet column of a wide table holds.
    enum Across {
        /// Values.
        case values
        /// A printed total of the row.
        case total
        /// Something that is set aside, for a reason.
        case ignored(BilingualText)
        /// Values under a header nobody can read.
        case unreadable(Diagnostic)
    }

    /// The header's rows among the head rows; empty for a table without a header.
    var headerRows: Range<Int>
    /// The spreadsheet row of the first head row.
    var firstRow: Int
    /// The lowest header row's texts, an upper row's where it is empty.
    var header: [String]
    /// The texts of the rows above the lowest header row, the next one first, merged cells carried right.
    var upperHeaders: [[String]]
    /// The texts above the header.
    var title: [String]
    /// The sheet column of each profile column read by label, from 0.
    var fieldColumns: [Int?]
    /// The sheet column of each profile column's year read by label, from 0.
    var yearColumns: [Int?]
    /// The last sheet column that the profile reads, from 0.
    private(set) var lastColumnRead = 0
    /// What each sheet column of a wide table holds; empty for a long one.
    var across: [Across] = []
    /// Whether the header runs from April to March.
    var runsAprilToMarch = false

    /// The rows below the header that were read ahead.
    var body: [[String]] = []
    /// The texts of the first row below the header: a unit may stand there, as in 人口【千人】.
    var firstRowTexts: [String] = []

    /// The header cell of a row above the lowest one.
    func upperHeader(_ rowsAbove: Int, at index: Int) -> String {
        guard upperHeaders.indices.contains(rowsAbove - 1) else { return "" }
        let row = upperHeaders[rowsAbove - 1]
        return index < row.count ? row[index] : ""
    }
}

extension TableLayout {
    /// Finds the table in a sheet's first rows.
    ///
    /// - Parameters:
    ///   - rows: The texts of the first rows.
    ///   - firstRow: The spreadsheet row of the first of them.
    /// - Throws: `DiagnosticsError` naming the labels that were not found and the nearest that were.
    init(rows: [[String]], firstRow: Int, profile: ProfileDefinition, file: String) throws(DiagnosticsError) {
        self.firstRow = firstRow
        let wanted = Self.wantedColumns(of: profile)
        let finder = HeaderFinder(rows: rows, firstRow: firstRow, wanted: wanted, profile: profile, file: file)
        headerRows = try finder.headerRows()
        upperHeaders = rows[..<headerRows.upperBound].suffix(Self.upperRowsKept + 1).dropLast().reversed().map {
            carryRight($0)
        }
        let lowest = headerRows.isEmpty ? [] : rows[headerRows.upperBound - 1]
        header = lowest
        if profile.isWide, headerRows.upperBound > 1 {
            // Merged header cells leave the lower row empty where the label stands in an upper one.
            let upper = rows[min(headerRows.lowerBound, headerRows.upperBound - 2)..<(headerRows.upperBound - 1)]
            header = (0..<max(lowest.count, upper.map(\.count).max() ?? 0)).map { index in
                let cells = ([lowest] + upper.reversed()).lazy.filter { index < $0.count }.map { $0[index] }
                return cells.first { !LabelKey.isBlank($0) } ?? ""
            }
        }
        title = rows[..<headerRows.lowerBound].map { $0.filter { !LabelKey.isBlank($0) }.joined(separator: "　") }
            .filter { !$0.isEmpty }
        var location = HeaderLocation.nothing
        if !headerRows.isEmpty, !wanted.isEmpty {
            location = finder.location(in: headerRows, mergedHeader: header)
            guard location.isComplete else {
                throw DiagnosticsError(location.diagnostics(file: file, firstRow: headerRows.lowerBound + firstRow))
            }
        }
        body = rows[headerRows.upperBound...].filter { row in row.contains { !LabelKey.isBlank($0) } }
        firstRowTexts = body.first ?? []
        fieldColumns = profile.columns.map { Self.place(of: $0.source, named: $0.name, in: location) }
        yearColumns = profile.columns.map { Self.place(of: $0.yearSource, named: $0.name + "/year", in: location) }
        lastColumnRead = (fieldColumns + yearColumns).compactMap { $0 }.max() ?? 0
    }

    private static let upperRowsKept = 4

    private static func place(
        of source: ProfileColumn.Source?, named name: String, in location: HeaderLocation
    ) -> Int? {
        if case .sheetColumn(let number) = source { return number - 1 }
        return location.columnIndices[name]
    }

    private static func wantedColumns(of profile: ProfileDefinition) -> [WantedColumn] {
        var wanted: [WantedColumn] = []
        for column in profile.columns {
            if case .field(let labels) = column.source {
                wanted.append(WantedColumn(name: column.name, labels: labels))
            }
            if case .field(let labels)? = column.yearSource {
                wanted.append(WantedColumn(name: column.name + "/year", labels: labels))
            }
        }
        return wanted
    }
}

extension EntryProcessor {
    /// Accounts for what stands above the rows of a table: its titles, blank rows and its header.
    ///
    /// - Parameters:
    ///   - head: The first records of the file or of the part of it that holds the table.
    ///   - texts: Their texts.
    ///   - layout: Where the table lies among them.
    mutating func ignoreHead(_ head: [CSVRecord], texts: [[String]], of layout: TableLayout) {
        for (record, cells) in zip(head, texts).prefix(layout.headerRows.lowerBound) {
            let isBlank = record.isBlank || cells.isEmpty
            ignore(because: isBlank ? IgnoredReason.blank : IgnoredReason.title)
        }
        ignore(layout.headerRows.count, because: IgnoredReason.header)
    }
}
