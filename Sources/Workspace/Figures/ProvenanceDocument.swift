import Diagnostics
import Languages
public import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel

/// A figure's passport in the words of W3C PROV, as PROV-JSON (W3C Member Submission, 24 April 2013).
///
/// A file is an entity, a load an activity that used it, a count an entity the load generated, the figure an entity a
/// computation derived from the counts by the plan that is its definition. A revision is a derivation of that type, a
/// withdrawal an invalidation, whoever published or decided an agent.
public struct ProvenanceDocument {
    private let detail: PassportDetail

    /// The provenance of a figure.
    public init(_ detail: PassportDetail) { self.detail = detail }

    /// The document.
    public var value: JSONValue {
        [
            "prefix": [
                "prov": "http://www.w3.org/ns/prov#", "xsd": "http://www.w3.org/2001/XMLSchema#", "dmo": "urn:dmo:",
            ],
            "entity": .object(entities), "activity": .object(activities), "agent": .object(agents),
            "used": .object(uses), "wasGeneratedBy": .object(generations), "wasDerivedFrom": .object(derivations),
            "wasInvalidatedBy": .object(invalidations), "wasAssociatedWith": .object(associations),
        ]
    }

    private var figure: Figure { detail.figure }
    private var figureID: String { "dmo:figure/\(figure.id)" }
    private var computationID: String { "dmo:computation/\(figure.id)" }
    private var definitionID: String { "dmo:definition/\(figure.definition.id)" }
    private let softwareID = "dmo:software/" + Workspace.product.replacing(" ", with: "-")

    private func countID(_ count: RecordedObservation) -> String {
        let series = count.observation.series
        return
            "dmo:count/\(count.load)/\(series.measure)/\(series.place)/\(count.observation.period.id)/\(series.segment.id)"
            + (series.vintage.isEmpty ? "" : "~\(series.vintage)")
    }

    /// Every value of every input, each once.
    private var counts: [RecordedObservation] {
        var seen: Set<String> = []
        return detail.inputs.flatMap { $0.history.isEmpty ? [$0.recorded] : $0.history }.filter {
            seen.insert(countID($0)).inserted
        }
    }

    private var files: [(hash: String, name: String)] {
        var seen: Set<String> = []
        return counts.filter { seen.insert($0.sha256).inserted }.map { ($0.sha256, $0.fileName) }
    }

    private var loads: [(id: Int, hash: String, moment: String)] {
        var seen: Set<Int> = []
        return counts.filter { seen.insert($0.load).inserted }.map { ($0.load, $0.sha256, $0.recordedAt.description) }
    }

    private var entities: [JSONValue.Member] {
        let definition = figure.definition
        let coverage = figure.coverage
        return [
            .init(
                figureID,
                [
                    "prov:type": "dmo:Figure", "prov:value": .optional(figure.value?.description),
                    "dmo:unit": .string(figure.unit.rawValue), "dmo:status": .string(figure.status.rawValue),
                    "dmo:coverage": .string("\(coverage.reported)/\(coverage.expected)"),
                ]),
            .init(
                definitionID,
                [
                    "prov:type": "prov:Plan", "prov:label": .string(definition.titles.en),
                    "dmo:formula": .string(definition.formula.en), "dmo:source": .string(definition.source.en),
                ]),
        ]
            + files.map { file in
                .init(
                    "dmo:file/\(file.hash)",
                    ["prov:type": "dmo:File", "prov:label": .string(file.name), "dmo:sha256": .string(file.hash)])
            }
            + counts.map { count in
                let position = count.position
                return .init(
                    countID(count),
                    [
                        "prov:type": "dmo:Count", "prov:value": .optional(count.observation.value.number?.description),
                        "dmo:status": .string(count.observation.value.status.rawValue),
                        "prov:atLocation": .string(position.description),
                    ])
            }
    }

    private var activities: [JSONValue.Member] {
        [.init(computationID, ["prov:type": "dmo:Computation"])]
            + loads.map { .init("dmo:load/\($0.id)", ["prov:type": "dmo:Load", "prov:endTime": .string($0.moment)]) }
            + withdrawn.map { count, withdrawal in
                .init(
                    "dmo:withdrawal/\(count.load)",
                    [
                        "prov:type": "dmo:Withdrawal", "prov:endTime": .string(withdrawal.recordedAt.description),
                        "dmo:reason": .string(withdrawal.reason),
                    ])
            }
    }

    private var withdrawn: [(RecordedObservation, Withdrawal)] {
        var seen: Set<Int> = []
        return counts.compactMap { count in
            count.withdrawal.flatMap { seen.insert(count.load).inserted ? (count, $0) : nil }
        }
    }

    private var agents: [JSONValue.Member] {
        var seen: Set<String> = []
        let people = withdrawn.map(\.1.by).filter { !$0.isEmpty && seen.insert($0).inserted }
        return [.init(softwareID, ["prov:type": "prov:SoftwareAgent"])]
            + people.map { .init("dmo:person/\($0)", ["prov:type": "prov:Person"]) }
    }

    private var uses: [JSONValue.Member] {
        numbered(
            "used",
            loads.map {
                ["prov:activity": .string("dmo:load/\($0.id)"), "prov:entity": .string("dmo:file/\($0.hash)")]
            }
                + detail.inputs.map {
                    ["prov:activity": .string(computationID), "prov:entity": .string(countID($0.recorded))]
                })
    }

    private var generations: [JSONValue.Member] {
        numbered(
            "gen",
            [["prov:entity": .string(figureID), "prov:activity": .string(computationID)]]
                + counts.map { ["prov:entity": .string(countID($0)), "prov:activity": .string("dmo:load/\($0.load)")] })
    }

    private var derivations: [JSONValue.Member] {
        let sums: [JSONValue] = detail.inputs.map {
            ["prov:generatedEntity": .string(figureID), "prov:usedEntity": .string(countID($0.recorded))]
        }
        let readings: [JSONValue] = counts.map {
            ["prov:generatedEntity": .string(countID($0)), "prov:usedEntity": .string("dmo:file/\($0.sha256)")]
        }
        let revisions: [JSONValue] = detail.inputs.flatMap { input in
            zip(input.history.dropFirst(), input.history).map { new, old in
                [
                    "prov:generatedEntity": .string(countID(new)), "prov:usedEntity": .string(countID(old)),
                    "prov:type": "prov:Revision",
                ]
            }
        }
        return numbered("der", sums + readings + revisions)
    }

    private var invalidations: [JSONValue.Member] {
        numbered(
            "inv",
            counts.filter { $0.withdrawal != nil }.map {
                ["prov:entity": .string(countID($0)), "prov:activity": .string("dmo:withdrawal/\($0.load)")]
            })
    }

    private var associations: [JSONValue.Member] {
        let computing: JSONValue = [
            "prov:activity": .string(computationID), "prov:agent": .string(softwareID),
            "prov:plan": .string(definitionID),
        ]
        let people: [JSONValue] = withdrawn.filter { !$0.1.by.isEmpty }.map { count, withdrawal in
            [
                "prov:activity": .string("dmo:withdrawal/\(count.load)"),
                "prov:agent": .string("dmo:person/\(withdrawal.by)"),
            ]
        }
        return numbered("assoc", [computing] + people)
    }

    private func numbered(_ name: String, _ relations: [JSONValue]) -> [JSONValue.Member] {
        relations.enumerated().map { .init("_:\(name)\($0 + 1)", $1) }
    }
}
