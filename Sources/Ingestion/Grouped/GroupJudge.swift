import CSVReading
import Diagnostics
import Languages
import PipelineDefinition
import Tables
import VisitorModel

/// Judges groups of rows that a machine elsewhere found alike, by the cells they share.
struct GroupJudge {
    /// What a group is.
    enum Judgement {
        /// Its rows must be looked at one by one.
        case odd
        /// Its rows are set aside on purpose.
        case ignored(BilingualText)
        /// Its rows are added up; their numbers in the file are still to be filled in.
        case taken(BulkGroup)
    }

    let columns: BulkColumns
    let keyColumns: [Int]

    /// Judges a group.
    ///
    /// - Parameters:
    ///   - labels: The texts of its label cells.
    ///   - textOf: What the bytes of a number cell say.
    func judge(
        _ group: RowGroup, labels: [String], textOf: ([UInt8]) -> String?, by processor: inout EntryProcessor
    ) -> Judgement {
        var values: [CellValue] = []
        var reason: BilingualText?
        for (label, text) in zip(columns.labels, labels) {
            switch processor.reading(ofColumn: label.column, text) {
            case .value(let value, 0, let notices) where notices.isEmpty: values.append(value)
            case .ignored(let found):
                reason = reason ?? found
                values.append(.absent(.notApplicable))
            default: return .odd
            }
        }
        guard let numbers = numbers(of: group, textOf, &processor) else { return .odd }
        if let reason { return .ignored(reason) }
        return .taken(
            BulkGroup(keys: keys(values), rowCount: group.rowCount, firstRow: 0, lastRow: 0, numbers: numbers))
    }

    private func numbers(
        of group: RowGroup, _ textOf: ([UInt8]) -> String?, _ processor: inout EntryProcessor
    ) -> [BulkGroup.Numbers]? {
        var numbers: [BulkGroup.Numbers] = []
        for (column, cell) in zip(columns.numbers, group.numbers) {
            switch cell {
            case .digits(let sums): numbers.append(sums)
            case .bytes(let bytes):
                let value = column.value(of: textOf(bytes), &processor)
                guard value != CSVWholeNumbers.none else { return nil }
                let (sum, overflow) = value.multipliedReportingOverflow(by: Int64(group.rowCount))
                guard !overflow else { return nil }
                numbers.append(BulkGroup.Numbers(sum: sum, min: value, max: value))
            }
        }
        return numbers
    }

    private func keys(_ values: [CellValue]) -> [CellValue] {
        keyColumns.map { column in
            if let constant = columns.constants[column] { return constant }
            let label = columns.labels.firstIndex { $0.column == column }
            return label.map { values[$0] } ?? .absent(.notApplicable)
        }
    }
}
