import Reporting
import Workspace

/// The forms of answers that no other room describes, in JSON Schema.
enum APISchema {
    /// An object that names its schema.
    static func named(_ name: String) -> JSONValue {
        ["type": "object", "required": ["schema"], "properties": ["schema": ["const": .string(name)]]]
    }

    static let loads = object([
        ("schema", ["const": .string(LoadList.schema)]),
        (
            "loads",
            list(
                object([
                    ("id", whole), ("recordedAt", ["type": "string", "format": "date-time"]), ("file", text),
                    ("sha256", ["type": "string", "pattern": "^[0-9a-f]{64}$"]), ("pipeline", text), ("read", whole),
                    ("accepted", whole), ("held", whole), ("ignored", whole), ("new", whole), ("revised", whole),
                    ("unchanged", whole), ("withdrawn", ["type": "boolean"]),
                ]))
        ),
    ])

    static let status = object([
        ("schema", ["const": .string(StatusDocument.schema)]), ("heldRows", whole),
        (
            "measures",
            list(
                object([
                    ("measure", text), ("months", list(text)), ("reported", whole), ("due", whole),
                    ("missing", list(object([("place", text), ("month", text)]))),
                    (
                        "places",
                        list(
                            object([
                                ("place", text),
                                (
                                    "states",
                                    list([
                                        "enum": .array(ReportStatus.State.allCases.map { .string($0.rawValue) })
                                    ])
                                ),
                            ]))
                    ),
                ]))
        ),
    ])

    static let problems = object([
        ("schema", ["const": .string(ProblemDocument.schema)]),
        (
            "problems",
            list(
                object([
                    ("code", text), ("severity", ["enum": ["notice", "warning", "error"]]),
                    ("position", ["type": ["object", "null"]]), ("value", ["type": ["string", "null"]]),
                    ("message", bilingual), ("remedy", ["anyOf": [bilingual, ["type": "null"]]]),
                ]))
        ),
    ])

    private static let text: JSONValue = ["type": "string"]
    private static let whole: JSONValue = ["type": "integer", "minimum": 0]
    private static let bilingual = object([("ja", text), ("en", text)])

    private static func list(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

    /// An object with just these members, all of them always there.
    private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
        [
            "type": "object", "required": .array(members.map { .string($0.0) }), "additionalProperties": false,
            "properties": .object(members.map { .init($0.0, $0.1) }),
        ]
    }
}
