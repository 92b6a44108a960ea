import Diagnostics
import Languages
import OfficeTables
import PipelineDefinition
import VisitorModel

extension TableLayout {
    /// Finds out what each sheet column of a wide table holds.
    ///
    /// - Parameter processor: Reads header cells the way it will read them again above each value.
    mutating func readAcross(profile: ProfileDefinition, processor: inout EntryProcessor) {
        let labelColumns = Set((fieldColumns + yearColumns).compactMap { $0 })
        let roles = profile.labelRoles
        noteAprilToMarch(profile: profile, labelColumns: labelColumns)
        processor.assumesFiscal = runsAprilToMarch
        across = header.indices.map { index in
            if labelColumns.contains(index) { return .ignored(IgnoredReason.header) }
            let cell = header[index]
            guard !LabelKey.isBlank(cell) || profile.blankLabelsAreTotals && isInsideTable(index) else {
                return .ignored(IgnoredReason.unnamedColumn)
            }
            for (place, column) in profile.columns.enumerated() where readsHeader(column) {
                let text = self.text(of: column.source, at: index) ?? ""
                let reading = processor.reading(
                    ofColumn: place, text, yearText: yearText(of: column, at: index, fileName: ""))
                switch reading {
                case .value: continue
                case .ignored(let reason): return .ignored(reason)
                case .role(.note): return .ignored(IgnoredReason.noteColumn)
                case .role(let role):
                    return role == .total || role == .subtotal ? .total : .ignored(EntryProcessor.reason(role))
                case .fault(let make):
                    switch roles.role(of: cell) {
                    case .data: break
                    case .total, .subtotal: return .total
                    case .note: return .ignored(IgnoredReason.noteColumn)
                    case let role: return .ignored(EntryProcessor.reason(role))
                    }
                    if !holdsNumbers(index) { return .ignored(IgnoredReason.header) }
                    // A year that is missing from the title is one fault of the title, told for the cells themselves.
                    if column.yearSource != nil, (try? MonthSpan(text)) != nil { continue }
                    let position = SourcePosition(
                        file: processor.file, row: headerRows.upperBound + firstRow - 1, column: index + 1)
                    return .unreadable(make(position))
                }
            }
            return .values
        }
    }

    /// Whether any row read ahead has a number in a column; one of texts alone is a label nobody asked for.
    private func holdsNumbers(_ index: Int) -> Bool {
        let texts = body.lazy.filter { index < $0.count }.map { $0[index] }.filter { !LabelKey.isBlank($0) }
        return texts.isEmpty
            || texts.contains { text in
                switch NumberReader().read(text) {
                case .value, .part: true
                case .fault(.unreadable(nil)): false
                default: text.unicodeScalars.contains { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
                }
            }
    }

    /// Whether a named column stands somewhere to the right: a blank one between is part of the table.
    private func isInsideTable(_ index: Int) -> Bool {
        index > 0 && header[..<index].contains { !LabelKey.isBlank($0) }
    }

    private func readsHeader(_ column: ProfileColumn) -> Bool {
        for source in [column.source, column.yearSource] {
            switch source {
            case .header, .upperHeader: return true
            default: continue
            }
        }
        return false
    }

    /// The header's text over a sheet column; `nil` for what does not stand in the header.
    func text(of source: ProfileColumn.Source?, at index: Int) -> String? {
        switch source {
        case .header: index < header.count ? header[index] : ""
        case .upperHeader(let rowsAbove): upperHeader(rowsAbove, at: index)
        default: nil
        }
    }

    /// The text a column's year is in, for a sheet column of a wide table or for the whole sheet.
    func yearText(of column: ProfileColumn, at index: Int?, fileName: String) -> String? {
        switch column.yearSource {
        case .title: title.joined(separator: "\n")
        case .fileName: fileName
        case .fixed(let text): text
        case .header, .upperHeader: index.flatMap { text(of: column.yearSource, at: $0) }
        case .field, .sheetColumn, .section, .cell, nil: nil
        }
    }

    /// April first and March last under one year means that the year is a fiscal year, whether it says 年度 or not.
    private mutating func noteAprilToMarch(profile: ProfileDefinition, labelColumns: Set<Int>) {
        guard
            profile.columns.contains(where: {
                $0.source == .header && ($0.yearSource == .title || $0.yearSource == .fileName)
                    && $0.yearIsFiscal == nil
            })
        else { return }
        let months = header.indices.filter { !labelColumns.contains($0) }.compactMap {
            try? PeriodReader.readMonthNumber(header[$0])
        }
        guard let april = months.firstIndex(of: 4), let january = months.firstIndex(of: 1) else { return }
        runsAprilToMarch = april < january
    }
}
