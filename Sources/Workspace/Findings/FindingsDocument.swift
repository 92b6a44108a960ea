import Diagnostics
public import Reporting
import VisitorLedger
public import VisitorMetrics
import VisitorModel

/// Doubtful counts for machines.
public enum FindingsDocument {
    /// The name of the JSON's schema.
    public static let schema = "dmo.findings/1"

    /// The findings, with their places' names in the messages.
    public static func document(_ findings: [LocatedFinding], naming: PlaceNaming) -> JSONValue {
        [
            "schema": .string(schema),
            "findings": .array(
                findings.map { entry in
                    let finding = entry.finding
                    let message = finding.message(naming: naming)
                    return [
                        "id": .string(entry.id), "kind": .string(finding.kind.rawValue),
                        "measure": .string(finding.series.measure), "place": .string(finding.series.place),
                        "segment": .string(finding.series.segment.id), "vintage": .string(finding.series.vintage),
                        "firstMonth": .string(finding.firstMonth.id), "month": .string(finding.month.id),
                        "value": .exact(finding.value),
                        "expected": .exact(finding.expected),
                        "otherPlaces": .array(finding.otherPlaces.map { .string($0) }),
                        "file": .optional(entry.position?.file),
                        "row": entry.position?.row.map { .integer($0) } ?? .null,
                        "cell": .optional(entry.position?.cell), "path": .optional(entry.position?.path),
                        "load": entry.load.map { .integer($0) } ?? .null,
                        "message": .bilingual(message),
                        "causes": .array(
                            finding.causes.map { cause in
                                [
                                    "name": .string(cause.name),
                                    "text": .bilingual(cause.text),
                                    "corrected": .exact(cause.corrected),
                                ]
                            }),
                        "acknowledgement": entry.acknowledgement.map { given in
                            [
                                "by": .string(given.by), "reason": .string(given.reason),
                                "recordedAt": .string(given.recordedAt.description),
                            ]
                        } ?? .null,
                    ]
                }),
        ]
    }
}
