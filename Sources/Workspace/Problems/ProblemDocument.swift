public import Diagnostics
import Languages
public import Reporting
public import VisitorLedger

/// What went wrong, for machines: JSON of the schema `dmo.problems/1`.
public enum ProblemDocument {
    /// The name of the schema.
    public static let schema = "dmo.problems/1"

    /// Problems in the order given.
    public static func document(_ problems: [Diagnostic]) -> JSONValue {
        ["schema": .string(schema), "problems": .array(problems.map(JSONValue.diagnostic))]
    }
}

extension LedgerError {
    /// The failure as a message.
    public var diagnostic: Diagnostic {
        Diagnostic(code: code.rawValue, value: underlying, message: message, remedy: remedy)
    }
}

extension JSONValue {
    /// A message in both languages, with the place it is about.
    static func diagnostic(_ diagnostic: Diagnostic) -> JSONValue {
        [
            "code": .string(diagnostic.code), "severity": .string(diagnostic.severity.rawValue),
            "position": .position(diagnostic.position), "value": .optional(diagnostic.value),
            "message": .bilingual(diagnostic.message), "remedy": diagnostic.remedy.map { .bilingual($0) } ?? .null,
        ]
    }
}
