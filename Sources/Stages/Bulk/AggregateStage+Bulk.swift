import Tables
import VisitorModel

extension AggregateStage {
    /// Takes in groups of rows.
    ///
    /// - Parameters:
    ///   - batch: One row a group; its origin's first row is the group's place in `groups`.
    ///   - groups: The groups.
    ///   - column: The spreadsheet column that the origin of each single row has.
    ///   - numberColumns: For columns whose numbers the groups hold, the place among a group's numbers.
    ///   - account: Receives the count of rows.
    mutating func absorb(
        _ batch: RecordBatch, groups parts: [BulkGroup], column: Int?, numberColumns: [Int: Int],
        account: inout StageAccount
    ) {
        for row in 0..<batch.rowCount {
            let part = parts[batch.origins[row].firstRow]
            account.take(part.rowCount)
            guard !hasFailed, let place = place(of: batch, row, part, column: column) else {
                failForTooManyGroups(leaving: part.rowCount, account: &account)
                continue
            }
            for (index, output) in outputs.enumerated() {
                let numbers = output.index.flatMap { numberColumns[$0] }.map { part.numbers[$0] }
                let value = output.index.map { batch.columns[$0][row] } ?? .boolean(true)
                groups.add(numbers, value, times: part.rowCount, function: output.function, column: index, place: place)
            }
        }
    }

    private mutating func place(of batch: RecordBatch, _ row: Int, _ part: BulkGroup, column: Int?) -> Int? {
        var origin = Provenance(row: part.firstRow, column: column, line: part.line, path: part.path)
        origin.lastRow = part.lastRow
        origin.rowCount = part.rowCount
        return groups.place(of: keyIndices.map { batch.columns[$0] }, row, origin: origin, limit: groupLimit)
    }
}

extension AggregateGroups {
    /// Adds many rows' values to one cell.
    mutating func add(
        _ numbers: BulkGroup.Numbers?, _ value: CellValue, times: Int, function: AggregateFunction, column: Int,
        place: Int
    ) {
        if let numbers {
            cells[column][place].add(numbers, times: times, for: function)
        } else {
            cells[column][place].add(value, times: times, for: function)
        }
    }
}

extension AggregateCell {
    /// Takes in the numbers of many rows.
    mutating func add(_ numbers: BulkGroup.Numbers, times: Int, for function: AggregateFunction) {
        switch function {
        case .sum, .mean:
            add(.number(ExactDecimal(Int(numbers.sum))), for: function)
            countMore(known: times - 1)
        case .min: add(.number(ExactDecimal(Int(numbers.min))), times: times, for: function)
        case .max: add(.number(ExactDecimal(Int(numbers.max))), times: times, for: function)
        case .count, .first, .weakest: add(.boolean(true), times: times, for: function)
        }
    }

    /// Takes in one value that many rows have.
    mutating func add(_ value: CellValue, times: Int, for function: AggregateFunction) {
        if function == .sum || function == .mean, let number = value.number {
            guard let product = number.multiplied(by: ExactDecimal(times)) else {
                // Too large for one number, but perhaps not for the sum.
                for _ in 0..<times { add(value, for: function) }
                return
            }
            add(.number(product), for: function)
        } else {
            add(value, for: function)
        }
        if value.absence == nil { countMore(known: times - 1) } else { countMore(absent: times - 1) }
    }
}
