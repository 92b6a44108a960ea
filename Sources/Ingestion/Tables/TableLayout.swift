import Diagnostics
import Languages
import OfficeTables
import PipelineDefinition
import VisitorModel

/// Where a sheet's table lies: its header, the columns the profile asks for, and in a wide table the value columns.
struct TableLayout {
    /// What a sheet column of a wide table holds.
    enum Across {
        /// Values, under this header cell.
        case values(header: String, upper: String)
        /// A printed total of the row.
        case total
        /// Something that is set aside, for a reason.
        case ignored(BilingualText)
        /// Values under a header nobody can read.
        case unreadable(Diagnostic)
    }

    /// The header's index among the head rows.
    var headerIndex: Int
    /// The header's texts, an upper row's where the lower one is empty.
    var header: [String]
    /// The texts of the row above the header, merged cells carried right.
    var upperHeader: [String]
    /// The texts above the header.
    var title: [String]
    /// The sheet column of each profile column read by label, from 0.
    var fieldColumns: [Int?]
    /// The sheet column of each profile column's year read by label, from 0.
    var yearColumns: [Int?]
    /// What each sheet column of a wide table holds; empty for a long one.
    var across: [Across] = []
    /// Whether the header runs from April to March.
    var runsAprilToMarch = false

    /// The scale the title or the value column's label states, such as 千 in （単位：千人）.
    var statedScale: Scale? {
        let places = title + [header.joined(separator: "\n")]
        for text in places {
            if case .found(let stated) = ScaleAndUnit.find(in: text), stated.scale != .one { return stated.scale }
        }
        return nil
    }
}

extension TableLayout {
    /// Finds the table in a sheet's first rows.
    ///
    /// - Throws: `DiagnosticsError` naming the labels that were not found and the nearest that were.
    init(rows: [[String]], profile: ProfileDefinition, file: String) throws(DiagnosticsError) {
        var wanted: [WantedColumn] = []
        for column in profile.columns {
            if case .field(let labels) = column.source { wanted.append(WantedColumn(name: column.name, labels: labels)) }
            if case .field(let labels)? = column.yearSource {
                wanted.append(WantedColumn(name: column.name + "/year", labels: labels))
            }
        }
        headerIndex = try Self.headerIndex(of: rows, wanted: wanted, profile: profile, file: file)
        let lower = rows[headerIndex]
        let above = headerIndex > 0 ? rows[headerIndex - 1] : []
        header = lower
        if profile.isWide {
            // Merged header cells leave the lower row empty where the label stands in the upper one.
            let width = max(lower.count, above.count)
            header = (0..<width).map { index in
                let own = index < lower.count ? lower[index] : ""
                return LabelKey(own).isEmpty && index < above.count ? above[index] : own
            }
        }
        upperHeader = carryRight(above)
        title = rows[..<headerIndex].map { $0.filter { !LabelKey($0).isEmpty }.joined(separator: "　") }
            .filter { !$0.isEmpty }
        let location = HeaderLocator(columns: wanted).locate(in: [header])
        guard wanted.isEmpty || location.isComplete else {
            throw DiagnosticsError(location.diagnostics(file: file, firstRow: headerIndex + 1))
        }
        fieldColumns = profile.columns.map { location.columnIndices[$0.name] }
        yearColumns = profile.columns.map { location.columnIndices[$0.name + "/year"] }
    }

    private static func headerIndex(
        of rows: [[String]], wanted: [WantedColumn], profile: ProfileDefinition, file: String
    ) throws(DiagnosticsError) -> Int {
        if let declared = profile.reading.headerRow {
            guard declared >= 1, declared <= rows.count else {
                throw DiagnosticsError(.headerRowOutside(declared, rows: rows.count, file: file))
            }
            return declared - 1
        }
        guard !wanted.isEmpty else {
            // Only the header's own cells can tell: the row with the most cells that read as what they should be.
            let counts = rows.map { headerCellCount(in: $0, profile: profile) }
            guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else {
                throw DiagnosticsError(.noTable(file: file))
            }
            return index
        }
        let location = HeaderLocator(columns: wanted).locate(in: rows)
        guard let index = location.rowIndex else { throw DiagnosticsError(location.diagnostics(file: file)) }
        guard profile.isWide, headerCellCount(in: rows[index], profile: profile) == 0 else { return index }
        // The label stands in a cell merged over two header rows: the values' headers are below.
        let below = (index + 1)..<min(index + 3, rows.count)
        return below.first { headerCellCount(in: rows[$0], profile: profile) > 0 } ?? index
    }

    /// How many cells of a row read as the period a header column asks for; for labels, any filled cell counts once.
    private static func headerCellCount(in row: [String], profile: ProfileDefinition) -> Int {
        guard let column = profile.columns.first(where: { $0.source == .header }) else { return 0 }
        return row.count { cell in
            guard !LabelKey(cell).isEmpty else { return false }
            switch column.type {
            case .month where column.yearSource != nil: return (try? PeriodReader.readMonthNumber(cell)) != nil
            case .day, .month, .quarter, .calendarYear, .fiscalYear:
                return (try? PeriodReader(expecting: column.type.periodKind.map { [$0] }).read(cell)) != nil
            default: return true
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func headerRowOutside(_ row: Int, rows: Int, file: String) -> Diagnostic {
        Diagnostic(
            code: "header.row-outside", position: SourcePosition(file: file, row: row),
            message: BilingualText(
                ja: "profile の header-row は \(row) ですが、調べた先頭 \(rows) 行の中にありません。",
                en: "The profile's header-row is \(row), which is not among the first \(rows) rows."))
    }

    fileprivate static func noTable(file: String) -> Diagnostic {
        Diagnostic(
            code: "header.not-found", position: SourcePosition(file: file),
            message: BilingualText(ja: "見出しの行が見つかりません。", en: "No header row was found."),
            remedy: BilingualText(
                ja: "profile に header-row を書くか、別の profile を使ってください。",
                en: "Give the profile a header-row, or use another profile."))
    }
}
