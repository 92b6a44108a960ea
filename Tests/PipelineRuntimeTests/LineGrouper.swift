import CSVReading
import Foundation
import Ingestion
import Tables

@testable import PipelineRuntime

/// Groups a file's rows as a machine elsewhere does, in the plainest way there is: whole lines, bytes of cells.
struct LineGrouper {
    /// How many bytes a piece of the file has.
    var bytesPerPiece: Int

    /// Runs a plan over a file by groups.
    ///
    /// - Throws: `GroupingObstacle` when the file must be read here.
    func run(_ plan: PipelinePlan, _ file: SourceFile) throws -> PipelineResult {
        let run = try GroupedRun(file, plan: plan)
        let lines = try lines(of: file, run.layout)
        var groups: [[String]: RowGroup] = [:]
        var uneven: [CSVLinePlace] = []
        for line in lines {
            guard let cells = try cells(of: line.bytes, run.layout) else { throw GroupingObstacle.quotes }
            guard cells.count == run.layout.cellCount else {
                uneven.append(line.place)
                continue
            }
            add(cells, at: line.place, run.layout, to: &groups)
        }
        for group in groups.values { try run.take(group) }
        if let first = uneven.first, let last = uneven.last {
            try run.takeUneven(uneven.count, first: first, last: last)
            if run.hasOpenUnevenRows { for place in uneven { run.takeOddRow(at: place) } }
        }
        let open = Set(run.openGroups.map { key(of: $0) })
        for line in lines {
            guard let cells = try cells(of: line.bytes, run.layout), cells.count == run.layout.cellCount else {
                continue
            }
            var one: [[String]: RowGroup] = [:]
            add(cells, at: line.place, run.layout, to: &one)
            if let key = one.keys.first, open.contains(key) { run.takeOddRow(at: line.place) }
        }
        return try run.finish()
    }

    private func lines(of file: SourceFile, _ layout: GroupedLayout) throws -> [(place: CSVLinePlace, bytes: [UInt8])] {
        let bytes = Array(try Data(contentsOf: URL(filePath: file.path)))
        var lines: [(CSVLinePlace, [UInt8])] = []
        var start = 0
        var (piece, index) = (0, 0)
        var skipped = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            // A line belongs to the piece in which the line end before it lies.
            let own = start == 0 ? 0 : (start - 1) / bytesPerPiece * bytesPerPiece
            index = own == piece ? index : 0
            piece = own
            var line = Array(bytes[start..<end])
            if line.last == 0x0D { line.removeLast() }
            if skipped < layout.linesAbove {
                skipped += 1
            } else {
                lines.append((CSVLinePlace(piece: piece, index: index), line))
            }
            index += 1
            start = end + 1
        }
        return lines
    }

    /// `nil` when a quote stands anywhere but around a whole cell, or a line end within.
    private func cells(of line: [UInt8], _ layout: GroupedLayout) throws -> [[UInt8]]? {
        if line.contains(0x0D) || line.count > layout.longestLine { return nil }
        var cells: [[UInt8]] = []
        var rest = line[...]
        while true {
            var cell: [UInt8] = []
            if rest.first == 0x22 {
                rest.removeFirst()
                while true {
                    guard let quote = rest.firstIndex(of: 0x22) else { return nil }
                    cell += rest[..<quote]
                    rest = rest[(quote + 1)...]
                    guard rest.first == 0x22 else { break }
                    cell.append(0x22)
                    rest.removeFirst()
                }
                guard rest.isEmpty || rest.first == layout.delimiter else { return nil }
            } else {
                let end = rest.firstIndex(of: layout.delimiter) ?? rest.endIndex
                cell = Array(rest[..<end])
                guard !cell.contains(0x22) else { return nil }
                rest = rest[end...]
            }
            cells.append(cell)
            guard !rest.isEmpty else { return cells }
            rest.removeFirst()
        }
    }

    private func add(
        _ cells: [[UInt8]], at place: CSVLinePlace, _ layout: GroupedLayout, to groups: inout [[String]: RowGroup]
    ) {
        let labels = layout.labels.map { label in
            let cell = cells[label.cell]
            return label.dayOnly && Self.hasTimeOfDay(cell) ? Array(cell.prefix(10)) : cell
        }
        let numbers = layout.numbers.map { number -> RowGroup.NumberCell in
            let text = String(decoding: cells[number.cell], as: UTF8.self)
            // As it would be written back: no sign, no zero in front.
            guard number.readsDigits, text.utf8.count <= 9, let value = Int64(text), value >= 0, "\(value)" == text
            else {
                return .bytes(cells[number.cell])
            }
            return .digits(BulkGroup.Numbers(sum: value, min: value, max: value))
        }
        let made = RowGroup(labels: labels, numbers: numbers, rowCount: 1, first: place, last: place)
        guard var known = groups[key(of: made)] else {
            groups[key(of: made)] = made
            return
        }
        known.rowCount += 1
        known.last = place
        for (index, number) in made.numbers.enumerated() {
            guard case .digits(let new) = number, case .digits(var sums) = known.numbers[index] else { continue }
            sums.sum += new.sum
            sums.min = min(sums.min, new.min)
            sums.max = max(sums.max, new.max)
            known.numbers[index] = .digits(sums)
        }
        groups[key(of: made)] = known
    }

    private static func hasTimeOfDay(_ cell: [UInt8]) -> Bool {
        guard cell.count == 16 || cell.count == 19, cell[10] == 0x20 || cell[10] == 0x54 else { return false }
        let parts = cell[11...].split(separator: 0x3A, omittingEmptySubsequences: false)
        let limits = [24, 60, 60].prefix(parts.count)
        return parts.count == (cell.count == 16 ? 2 : 3)
            && zip(parts, limits).allSatisfy { part, limit in
                part.count == 2 && part.allSatisfy { (0x30...0x39).contains($0) }
                    && (Int(String(decoding: part, as: UTF8.self)) ?? limit) < limit
            }
    }

    private func key(of group: RowGroup) -> [String] {
        group.labels.map { "\($0)" }
            + group.numbers.map { number in
                if case .bytes(let bytes) = number { "\(bytes)" } else { "digits" }
            }
    }
}
