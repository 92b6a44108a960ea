import CSVReading
import Diagnostics
import Languages
import OfficeTables
import PipelineDefinition
import Tables
import VisitorModel

extension CSVFileReader {
    /// Reads a row of a wide table: one number a value cell.
    func processWide(_ row: SheetRow) {
        var shared = Entry(columnCount: profile.columns.count)
        shared.row = row.record.row
        shared.line = row.record.line
        labels.fill(&shared, from: row.cells, layout: layout)
        if let reason = reasonToIgnore(row, shared) {
            if reason == IgnoredReason.total { takeTotals(of: row, shared) }
            return processor.ignore(because: reason)
        }
        if row.filled.contains(where: { $0 >= layout.across.count }) {
            let position = SourcePosition(file: processor.file, line: row.record.line, row: row.record.row, column: 1)
            return processor.hold(
                [.tooManyCells(row.cells.count, of: layout.across.count, at: position, value: row.record.rawText)],
                rawText: row.record.rawText)
        }
        textsSinceData = []
        for index in layout.across.indices {
            processCell(index < row.cells.count ? row.cells[index] : "", at: index, shared, row)
        }
    }

    private func processCell(_ cell: String, at index: Int, _ shared: Entry, _ row: SheetRow) {
        switch layout.across[index] {
        case .ignored(let reason):
            if !LabelKey(cell).isEmpty, reason != IgnoredReason.header { processor.ignore(because: reason) }
        case .total:
            processor.ignore(because: IgnoredReason.total)
            takeTotal(entry(for: cell, at: index, shared))
        case .unreadable(let fault):
            guard !LabelKey(cell).isEmpty else { return processor.ignore(because: IgnoredReason.blank) }
            var told = fault
            told.position = SourcePosition(
                file: processor.file, line: row.record.line, row: row.record.row, column: index + 1)
            processor.hold([told], rawText: row.record.rawText)
        case .values:
            let entry = entry(for: cell, at: index, shared)
            let fate = processor.process(entry, rawText: { row.record.rawText })
            guard totals.isWatching else { return }
            totals.take(entry, fate, valueColumn: valueColumn, processor: &processor)
        }
    }

    /// The row's labels together with what stands over one cell, and the cell.
    private func entry(for cell: String, at index: Int, _ shared: Entry) -> Entry {
        var entry = shared
        for (place, column) in profile.columns.enumerated() {
            let header = layout.text(of: column.source, at: index)
            if let header {
                entry.texts[place] = header
            } else if column.source == .cell {
                entry.texts[place] = cell
            }
            if let year = layout.yearText(of: column, at: index, fileName: fileName) { entry.yearTexts[place] = year }
            if header != nil || column.source == .cell { entry.columns[place] = index + 1 }
        }
        return entry
    }

    private var valueColumn: Int { profile.columns.firstIndex { $0.source == .cell } ?? 0 }

    /// Why a whole row is no data, by what its labels say; `nil` when it is.
    private func reasonToIgnore(_ row: SheetRow, _ shared: Entry) -> BilingualText? {
        let hasValues = row.filled.contains { index in
            index >= layout.across.count || layout.across[index].isPrinted
        }
        for (index, column) in profile.columns.enumerated() where !column.isValue {
            switch column.source {
            case .field, .sheetColumn, .section: break
            default: continue
            }
            switch processor.reading(ofColumn: index, shared.texts[index], yearText: shared.yearTexts[index]) {
            case .role(let role): return EntryProcessor.reason(role)
            case .ignored(let reason): return reason
            case .fault: if !hasValues { return IgnoredReason.textRow }
            case .value: continue
            }
        }
        return nil
    }

    private func takeTotals(of row: SheetRow, _ shared: Entry) {
        guard totals.isWatching else { return }
        for index in layout.across.indices where index < row.cells.count {
            switch layout.across[index] {
            case .values, .total: takeTotal(entry(for: row.cells[index], at: index, shared))
            case .ignored, .unreadable: continue
            }
        }
    }

    private func takeTotal(_ entry: Entry) {
        guard totals.isWatching else { return }
        totals.take(entry, .ignored, valueColumn: valueColumn, processor: &processor)
    }
}
