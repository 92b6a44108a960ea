import Tables
import VisitorModel

/// The groups met so far, in the order in which they were met.
struct AggregateGroups: Sendable {
    /// The key of each group.
    private(set) var keys: [[CellValue]] = []
    /// Where each group's rows were read.
    private(set) var origins: [Provenance] = []
    /// One array an output column, one cell a group.
    var cells: [[AggregateCell]]
    private var places: [[CellValue]: Int] = [:]
    private let outputs: [AggregateOutput]
    /// The places of the columns that are added up, each once.
    private let inputIndices: [Int]
    /// The group of the row before: files are mostly sorted, so that the next row often belongs to it too.
    private var lastPlace: Int?

    init(outputs: [AggregateOutput]) {
        self.outputs = outputs
        inputIndices = Set(outputs.compactMap(\.index)).sorted()
        cells = Array(repeating: [], count: outputs.count)
    }

    var count: Int { keys.count }

    /// Adds a batch's rows to their groups.
    ///
    /// - Returns: How many rows, from the first, were taken in: fewer than all when there would be more groups than
    ///   the limit.
    mutating func add(_ batch: RecordBatch, keyIndices: [Int], limit: Int) -> Int {
        let keyColumns = keyIndices.map { batch.columns[$0] }
        let valueColumns = inputIndices.map { batch.columns[$0] }
        var places: [Int] = []
        places.reserveCapacity(batch.rowCount)
        for row in 0..<batch.rowCount {
            var origin = batch.origins[row]
            if origin.heldCount == 0, valueColumns.contains(where: { $0[row] == .absent(.held) }) {
                origin.heldCount = 1
            }
            guard let place = place(of: keyColumns, row, origin: origin, limit: limit) else { break }
            places.append(place)
        }
        for (column, output) in outputs.enumerated() {
            if let index = output.index {
                let values = batch.columns[index]
                for (row, place) in places.enumerated() { cells[column][place].add(values[row], for: output.function) }
            } else {
                // A row counts whatever it holds.
                for place in places { cells[column][place].add(.boolean(true), for: output.function) }
            }
        }
        return places.count
    }

    mutating func place(
        of keyColumns: [[CellValue]], _ row: Int, origin: Provenance, limit: Int
    ) -> Int? {
        if let place = lastPlace, matches(keys[place], keyColumns, row) {
            origins[place].merge(origin)
            return place
        }
        let key = keyColumns.map { $0[row] }
        if let place = places[key] {
            lastPlace = place
            origins[place].merge(origin)
            return place
        }
        guard keys.count < limit else { return nil }
        lastPlace = keys.count
        places[key] = keys.count
        keys.append(key)
        origins.append(origin)
        for column in cells.indices { cells[column].append(AggregateCell()) }
        return lastPlace
    }

    private func matches(_ key: [CellValue], _ keyColumns: [[CellValue]], _ row: Int) -> Bool {
        key.indices.allSatisfy { key[$0] == keyColumns[$0][row] }
    }

    /// The places of the groups in the order of their keys.
    var sortedPlaces: [Int] {
        keys.indices.sorted { CellOrder.isBefore(keys[$0], keys[$1]) }
    }
}
