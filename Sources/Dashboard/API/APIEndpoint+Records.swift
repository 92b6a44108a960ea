import Diagnostics
import Reporting
import Workspace

/// What the ledger recorded, and where a figure comes from.
extension APIEndpoint {
    static let holds = APIEndpoint(
        name: "holds", summary: "Rows kept aside, as dmo holds list --format json prints them.",
        parameters: [.load, .all], schema: APISchema.named(HoldList.schema)
    ) { query throws(DiagnosticsError) in
        let (load, all) = (try query.number(.load), try query.flag(.all))
        return { HoldList(try $0.holdEntries(ofLoad: load).filter { $0.isOpen || all }).json }
    }

    static let findings = APIEndpoint(
        name: "findings", summary: "Doubtful counts, as dmo findings --format json prints them.",
        parameters: [.all, .through, .asOf], schema: APISchema.named(FindingsDocument.schema)
    ) { query throws(DiagnosticsError) in
        let (all, through, asOf) = (try query.flag(.all), try query.month(.through), try query.moment())
        return { workspace in
            let findings = try workspace.findings(asOf: asOf, through: through)
            return FindingsDocument.document(
                findings.filter { all || $0.acknowledgement == nil }, naming: workspace.placeName)
        }
    }

    static let passport = APIEndpoint(
        name: "passport", summary: "Where a figure comes from, as dmo explain --format json prints it.",
        parameters: [.id, .asOf, .lang], required: [.id],
        schema: ["anyOf": [APISchema.named(PassportDocument.schema), APISchema.named(BridgeStepPassport.schema)]]
    ) { query throws(DiagnosticsError) in
        let (id, asOf, language) = (query.text(.id) ?? "", try query.moment(), try query.language())
        return { workspace in
            if id.hasPrefix(BridgeIdentity.beginning) {
                return try workspace.explanation(of: BridgeIdentity(id), asOf: asOf).json
            }
            let (passport, detail) = try workspace.explanation(of: FigureIdentity(id), asOf: asOf, language: language)
            return PassportDocument(passport, detail).value
        }
    }
}
