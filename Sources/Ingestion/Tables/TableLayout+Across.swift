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
        let roles = LabelRoles(extra: [.total: profile.totalLabels])
        noteAprilToMarch(profile: profile, labelColumns: labelColumns)
        processor.assumesFiscal = runsAprilToMarch
        across = header.indices.map { index in
            if labelColumns.contains(index) { return .ignored(IgnoredReason.header) }
            let cell = header[index]
            let upper = index < upperHeader.count ? upperHeader[index] : ""
            guard !LabelKey(cell).isEmpty else { return .ignored(IgnoredReason.unnamedColumn) }
            for (place, column) in profile.columns.enumerated() {
                guard column.source == .header || column.source == .upperHeader else { continue }
                let text = column.source == .header ? cell : upper
                let reading = processor.reading(
                    ofColumn: place, text, yearText: yearText(of: column, at: index, fileName: ""))
                switch reading {
                case .value: continue
                case .ignored(let reason): return .ignored(reason)
                case .role(.note): return .ignored(IgnoredReason.noteColumn)
                case .role(let role): return role == .total || role == .subtotal ? .total : .ignored(EntryProcessor.reason(role))
                case .fault(let make):
                    if roles.role(of: cell) == .note { return .ignored(IgnoredReason.noteColumn) }
                    // A year that is missing from the title is one fault of the title, told for the cells themselves.
                    if column.yearSource != nil, (try? PeriodReader.readMonthNumber(text)) != nil { continue }
                    let position = SourcePosition(file: processor.file, row: headerIndex + 1, column: index + 1)
                    return .unreadable(make(position))
                }
            }
            return .values(header: cell, upper: upper)
        }
    }

    /// The text a column's year is in, for a sheet column of a wide table or for the whole sheet.
    func yearText(of column: ProfileColumn, at index: Int?, fileName: String) -> String? {
        switch column.yearSource {
        case .title: title.joined(separator: "\n")
        case .fileName: fileName
        case .fixed(let text): text
        case .header: index.flatMap { $0 < header.count ? header[$0] : nil }
        case .upperHeader: index.flatMap { $0 < upperHeader.count ? upperHeader[$0] : nil }
        case .field, .cell, nil: nil
        }
    }

    /// April first and March last under one year means that the year is a fiscal year, whether it says 年度 or not.
    private mutating func noteAprilToMarch(profile: ProfileDefinition, labelColumns: Set<Int>) {
        guard
            profile.columns.contains(where: {
                $0.source == .header && ($0.yearSource == .title || $0.yearSource == .fileName) && $0.yearIsFiscal == nil
            })
        else { return }
        let months = header.indices.filter { !labelColumns.contains($0) }.compactMap {
            try? PeriodReader.readMonthNumber(header[$0])
        }
        guard let april = months.firstIndex(of: 4), let january = months.firstIndex(of: 1) else { return }
        runsAprilToMarch = april < january
    }
}
