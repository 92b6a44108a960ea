import Diagnostics
import Languages
import OfficeTables
import PipelineDefinition
import VisitorModel

/// Finds which of a sheet's first rows are its header.
struct HeaderFinder {
    let rows: [[String]]
    /// The spreadsheet row of the first row.
    let firstRow: Int
    let wanted: [WantedColumn]
    let profile: ProfileDefinition
    let file: String

    /// How many rows a header is tried with when the profile does not say.
    private static let mostRows = 3

    /// The header's rows.
    ///
    /// - Throws: `DiagnosticsError` when there is no header, or one that lacks a label.
    func headerRows() throws(DiagnosticsError) -> Range<Int> {
        let count = profile.table.headerRows
        if count == 0 { return 0..<0 }
        if let declared = profile.reading.headerRow {
            let first = declared - firstRow
            guard first >= 0, first + (count ?? 1) <= rows.count else {
                throw DiagnosticsError(.headerRowOutside(declared, rows: rows.count, file: file))
            }
            return first..<(first + (count ?? 1))
        }
        guard !wanted.isEmpty else { return try rowOfHeaderCells(count: count ?? 1) }
        if let count {
            guard let found = block(of: count) else { throw DiagnosticsError(nearestMiss()) }
            return found
        }
        for count in 1...Self.mostRows {
            guard let found = block(of: count) else { continue }
            return count == 1 ? reachingDown(from: found) : found
        }
        throw DiagnosticsError(nearestMiss())
    }

    /// Where the wanted columns stand.
    ///
    /// - Parameter mergedHeader: The lowest row with the gaps of merged cells filled from above.
    func location(in block: Range<Int>, mergedHeader: [String]) -> HeaderLocation {
        if block.count == 1 || profile.isWide {
            let location = HeaderLocator(columns: wanted).locate(in: [mergedHeader])
            if location.isComplete || block.count == 1 { return location }
        }
        return HeaderBlock(rows: Array(rows[block])).location(of: wanted, rowIndex: block.lowerBound)
    }

    /// The first block of rows that holds every label, each once.
    private func block(of count: Int) -> Range<Int>? {
        guard rows.count >= count else { return nil }
        if count == 1 {
            let location = HeaderLocator(columns: wanted).locate(in: rows)
            guard let index = location.rowIndex, location.missing.isEmpty else { return nil }
            return index..<(index + 1)
        }
        var ambiguous: Range<Int>?
        let keys = Set(
            wanted.flatMap(\.labels).flatMap { [$0] + $0.split(separator: "/").map(String.init) }.map { LabelKey($0) })
        // A title above the header is no part of it: a header's uppermost row holds a label asked for.
        for first in 0...(rows.count - count) where rows[first].contains(where: { keys.contains(LabelKey($0)) }) {
            let block = HeaderBlock(rows: Array(rows[first..<(first + count)]))
            let location = block.location(of: wanted, rowIndex: first)
            if location.isComplete { return first..<(first + count) }
            if location.missing.isEmpty, ambiguous == nil { ambiguous = first..<(first + count) }
        }
        return ambiguous
    }

    private func nearestMiss() -> [Diagnostic] {
        HeaderLocator(columns: wanted).locate(in: rows).diagnostics(file: file, firstRow: firstRow)
    }

    /// A label merged over several header rows stands in the uppermost: the values' headers are below it.
    private func reachingDown(from found: Range<Int>) -> Range<Int> {
        guard profile.isWide, headerCellCount(in: rows[found.lowerBound]) == 0 else { return found }
        let below = found.upperBound..<min(found.upperBound + 2, rows.count)
        guard let lowest = below.first(where: { headerCellCount(in: rows[$0]) > 0 }) else { return found }
        return found.lowerBound..<(lowest + 1)
    }

    /// Only the header's own cells can tell: the row with the most cells that read as what they should be.
    private func rowOfHeaderCells(count: Int) throws(DiagnosticsError) -> Range<Int> {
        let counts = rows.map { headerCellCount(in: $0) }
        guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else {
            throw DiagnosticsError(.noTable(file: file))
        }
        return max(0, index - count + 1)..<(index + 1)
    }

    /// How many cells of a row read as the period a header column asks for; for labels, any filled cell counts once.
    private func headerCellCount(in row: [String]) -> Int {
        guard let column = profile.columns.first(where: { $0.source == .header || $0.yearSource == .header }) else {
            return 0
        }
        return row.count { cell in
            guard !LabelKey.isBlank(cell) else { return false }
            if column.source != .header { return (try? PeriodReader.readYear(cell)) != nil }
            switch column.type {
            case _ where column.type.periodKind != nil && column.yearSource != nil: return (try? MonthSpan(cell)) != nil
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
