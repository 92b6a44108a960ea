public import Reporting
import VisitorModel

/// Who has reported what, for machines: JSON of the schema `dmo.status/2`.
public enum StatusDocument {
    /// The name of the schema.
    public static let schema = "dmo.status/2"

    /// One entry a measure, and how many rows are held.
    public static func document(_ statuses: [ReportStatus], heldRows: Int) -> JSONValue {
        ["schema": .string(schema), "heldRows": .integer(heldRows), "measures": .array(statuses.map(measure))]
    }

    private static func measure(_ status: ReportStatus) -> JSONValue {
        [
            "measure": .string(status.measure), "months": .array(status.months.map { .string($0.id) }),
            "reported": .integer(status.coverage.reported), "due": .integer(status.coverage.due),
            "missing": .array(status.missing.map { ["place": .string($0.place), "month": .string($0.month.id)] }),
            "places": .array(
                status.lines.map { line in
                    ["place": .string(line.place), "states": .array(line.states.map { .string($0.rawValue) })]
                }),
        ]
    }
}
