import ByteStreams
import Diagnostics
import Ingestion
import Languages
import PipelineRuntime
public import Reporting
import VisitorLedger

extension FileLoadReport {
    /// What became of the file, for machines.
    public var json: JSONValue {
        [
            "file": .string(file.displayName), "pipeline": .optional(pipeline), "fate": .string(fateName),
            "account": result.map { Self.json($0.outcome.account) } ?? .null,
            "sha256": .optional(result?.outcome.hash.hexadecimal), "load": load.map { .integer($0.id) } ?? .null,
            "newKeys": load.map { .integer($0.newKeys) } ?? .null,
            "revisedKeys": load.map { .integer($0.revisedKeys) } ?? .null,
            "unchangedKeys": load.map { .integer($0.unchangedKeys) } ?? .null,
            "messages": .array(diagnostics.map(JSONValue.diagnostic)),
        ]
    }

    /// The load in the ledger, this one or the earlier one of the same bytes.
    private var load: LoadSummary? {
        switch fate {
        case .loaded(let result, _): result.load
        case .unchanged(let load): load
        case .tried, .refused, .failed: nil
        }
    }

    private var fateName: String {
        switch fate {
        case .loaded(let result, _): result.load.disposition == .committed ? "loaded" : "held"
        case .tried: "tried"
        case .unchanged: "unchanged"
        case .refused: "refused"
        case .failed: "failed"
        }
    }

    private static func json(_ account: RowAccount) -> JSONValue {
        [
            "read": .integer(account.read), "accepted": .integer(account.accepted), "held": .integer(account.held),
            "ignored": .integer(account.ignoredTotal),
            "ignoredBecause": .array(
                account.ignored.map { ["reason": JSONValue.bilingual($0.reason), "rows": .integer($0.rows)] }),
        ]
    }
}

extension JSONValue {
    /// Where something stands in a file, or null.
    static func position(_ position: SourcePosition?) -> JSONValue {
        guard let position else { return .null }
        return [
            "file": .string(position.file), "row": position.row.map { .integer($0) } ?? .null,
            "column": position.column.map { .integer($0) } ?? .null, "cell": .optional(position.cell),
            "line": position.line.map { .integer($0) } ?? .null, "path": .optional(position.path),
        ]
    }
}
