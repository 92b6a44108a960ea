import Diagnostics
import Reporting
import VisitorLedger
import VisitorModel
import Workspace

/// One address for programs: what it takes, and what it answers.
struct APIEndpoint: Sendable {
    /// Computes an answer once the question is understood.
    typealias Work = @Sendable (Workspace) throws -> JSONValue

    var name: String
    var summary: String
    var parameters: [APIParameter]
    /// Those without which there is no answer.
    var required: Set<APIParameter> = []
    /// The answer's form, in JSON Schema.
    var schema: JSONValue
    /// Reads the question; what it throws is the asker's mistake.
    var read: @Sendable (APIQuery) throws(DiagnosticsError) -> Work

    var path: String { "/api/v1/" + name }

    /// Every endpoint.
    static let all = [
        figures, indicators, loads, status, forecasts, comparison, seasonality, drift, holds, findings, passport,
    ]

    private static let figures = APIEndpoint(
        name: "figures", summary: "Figures, as dmo figures --format json prints them.",
        parameters: [.definition, .by, .from, .through, .to, .withoutEvents, .vintage, .asOf],
        schema: FigureSchema.value
    ) { query throws(DiagnosticsError) in
        var asked = FigureRequest()
        if let by = query.text(.by) { try asked.setSpan(by) }
        asked.definition = query.text(.definition)
        asked.from = try query.month(.from)
        asked.through = try query.lastMonth()
        asked.withoutEvents = try query.flag(.withoutEvents)
        asked.vintage = query.text(.vintage)
        asked.asOf = try query.moment()
        let request = asked
        return { FigureJSON.document(try $0.figures(request).figures) }
    }

    private static let indicators = APIEndpoint(
        name: "kpis", summary: "The sheet of indicators, as dmo kpis --format json prints it.",
        parameters: [.through, .asOf], schema: APISchema.named("dmo.kpis/1")
    ) { query throws(DiagnosticsError) in
        let (through, asOf) = (try query.month(.through), try query.moment())
        return { try $0.indicators(asOf: asOf, through: through).sheet.json }
    }

    private static let loads = APIEndpoint(
        name: "loads", summary: "What was loaded, as dmo loads --format json prints it.", parameters: [.asOf],
        schema: APISchema.loads
    ) { query throws(DiagnosticsError) in
        let asOf = try query.moment()
        return { try $0.loadList(asOf: asOf).json }
    }

    private static let status = APIEndpoint(
        name: "status", summary: "Who has reported which month, as dmo status --format json prints it.",
        parameters: [.from, .through, .asOf], schema: APISchema.status
    ) { query throws(DiagnosticsError) in
        let (from, through, asOf) = (try query.month(.from), try query.month(.through), try query.moment())
        return { workspace in
            StatusDocument.document(
                try workspace.reportStatus(from: from, through: through, asOf: asOf),
                heldRows: try workspace.openHoldCount())
        }
    }
}
