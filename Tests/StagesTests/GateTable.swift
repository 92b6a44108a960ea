import Tables
import TestSupport
import VisitorModel

/// A table of gate counts, as a profile would give it.
enum GateTable {
    static let schema = TableSchema([
        .init("place", .text), .init("day", .period), .init("persons", .number), .init("status", .text),
    ])

    static func row(_ place: String, _ day: String, _ persons: CellValue, _ status: String = "final") -> [CellValue] {
        [.text(place), .period(Period(id: day)!), persons, .text(status)]
    }

    /// A batch of rows, read from the file's row 2 on.
    static func batch(_ rows: [[CellValue]]) -> RecordBatch {
        var batch = RecordBatch(schema: schema)
        for (index, row) in rows.enumerated() { batch.append(row, origin: Provenance(row: index + 2)) }
        return batch
    }

    /// Many rows drawn with a fixed seed, among them missing and held ones.
    static func drawn(_ count: Int, seed: UInt64) -> [[CellValue]] {
        var random = SeededGenerator(seed: seed)
        let absences: [ObservationStatus] = [.held, .notReported, .suppressed]
        return (0..<count).map { _ in
            let place =
                random.below(20) == 0
                ? CellValue.absent(.notReported) : .text(["cave", "plateau", "city"][random.below(3)])
            let month = Month(year: 2013, number: random.below(12) + 1)!
            let day = Period.day(Day(month: month, number: random.below(28) + 1)!)
            let persons: CellValue =
                random.below(12) == 0
                ? .absent(absences[random.below(3)])
                : .number(ExactDecimal(coefficient: Int128(random.below(100_000)), fractionDigits: random.below(3))!)
            return [place, .period(day), persons, .text(ObservationStatus.allCases[random.below(5)].rawValue)]
        }
    }
}
