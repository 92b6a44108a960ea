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
            processCell(index < row.cells.count ? row.cells[index] : "", at: index, &shared, row)
        }
    }

    private func processCell(_ cell: String, at index: Int, _ entry: inout Entry, _ row: SheetRow) {
        switch layout.across[index] {
        case .ignored(let reason):
            if !LabelKey.isBlank(cell), reason != IgnoredReason.header { processor.ignore(because: reason) }
        case .total:
            processor.ignore(because: IgnoredReason.total)
            cellLabels.fill(&entry, for: cell, at: index)
            takeTotal(entry)
        case .unreadable(let fault):
            guard !LabelKey.isBlank(cell) else { return processor.ignore(because: IgnoredReason.blank) }
            var told = fault
            told.position = SourcePosition(
                file: processor.file, line: row.record.line, row: row.record.row, column: index + 1)
            processor.hold([told], rawText: row.record.rawText)
        case .values:
            cellLabels.fill(&entry, for: cell, at: index)
            let fate = processor.process(entry, rawText: { row.record.rawText })
            guard totals.isWatching else { return }
            totals.take(entry, fate, valueColumn: valueColumn, processor: &processor)
        }
    }

    private var valueColumn: Int { profile.columns.firstIndex { $0.source == .cell } ?? 0 }

    /// Why a whole row is no data, by what its labels say; `nil` when it is.
    private func reasonToIgnore(_ row: SheetRow, _ shared: Entry) -> BilingualText? {
        let hasValues = row.filled.contains { index in
            index >= layout.across.count || layout.across[index].isPrinted
        }
        for index in profile.columns.indices where !profile.columns[index].isValue {
            switch profile.columns[index].source {
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
            case .values, .total:
                var entry = shared
                cellLabels.fill(&entry, for: row.cells[index], at: index)
                takeTotal(entry)
            case .ignored, .unreadable: continue
            }
        }
    }

    private func takeTotal(_ entry: Entry) {
        guard totals.isWatching else { return }
        totals.take(entry, .ignored, valueColumn: valueColumn, processor: &processor)
    }
}
