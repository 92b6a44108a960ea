import Diagnostics
public import Reporting
import VisitorLedger

extension HoldList {
    /// The name of the JSON's schema.
    public static let schema = "dmo.holds/1"

    /// The rows for machines.
    public var json: JSONValue {
        [
            "schema": .string(Self.schema),
            "holds": .array(
                entries.map { entry in
                    let hold = entry.hold
                    let diagnostic = hold.row.diagnostic
                    let position = diagnostic.position
                    return [
                        "id": .integer(hold.id), "load": .integer(hold.load),
                        "file": .optional(position?.file), "row": position?.row.map { .integer($0) } ?? .null,
                        "cell": .optional(position?.cell), "line": position?.line.map { .integer($0) } ?? .null,
                        "path": .optional(position?.path), "code": .string(diagnostic.code),
                        "value": .optional(diagnostic.value),
                        "message": .bilingual(diagnostic.message),
                        "text": .optional(hold.row.rawText),
                        "decision": entry.decision.map { decision in
                            [
                                "kind": .string(decision.kind.rawValue), "old": .optional(decision.oldText),
                                "new": .optional(decision.newText), "reason": .string(decision.reason),
                                "by": .string(decision.by), "recordedAt": .string(decision.recordedAt.description),
                                "load": decision.load.map { .integer($0) } ?? .null,
                            ]
                        } ?? .null,
                    ]
                }),
        ]
    }
}
