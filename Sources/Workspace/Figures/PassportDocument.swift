import Diagnostics
import Languages
public import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel

/// A passport for machines, schema `dmo.passport/2`, with its provenance in the words of W3C PROV.
public struct PassportDocument: Sendable {
    /// The name of the JSON's schema.
    public static let schema = "dmo.passport/2"

    private let passport: FigurePassport
    private let detail: PassportDetail

    /// The document of a passport.
    public init(_ passport: FigurePassport, _ detail: PassportDetail) {
        self.passport = passport
        self.detail = detail
    }

    /// The document.
    public var value: JSONValue {
        let figure = detail.figure
        return [
            "schema": .string(Self.schema), "id": .string(passport.id), "label": .string(passport.label),
            "definition": [
                "id": .string(figure.definition.id), "formula": .bilingual(figure.definition.formula),
                "source": .bilingual(figure.definition.source),
            ],
            "steps": .array(passport.steps.map { .string($0) }),
            "notices": .array(passport.notices.map { .string($0) }),
            "figure": FigureJSON.value(of: figure), "inputs": .array(detail.inputs.map(input)),
            "events": .array(
                detail.events.map {
                    [
                        "id": .string($0.id), "title": .bilingual($0.titles), "from": .string($0.from.id),
                        "to": .string($0.to.id),
                        "counted": .exact($0.counted),
                    ]
                }),
            "breaks": .array(
                detail.breaks.map {
                    [
                        "id": .string($0.id), "title": .bilingual($0.titles), "kind": .string($0.kind.rawValue),
                        "since": .string($0.since.id), "growth": .string($0.growth.rawValue),
                    ]
                }),
            "closures": .array(
                detail.closures.map {
                    [
                        "places": .array($0.places.sorted().map { .string($0) }), "from": .string($0.from.id),
                        "to": .optional($0.to?.id), "reason": .bilingual($0.reason),
                    ]
                }),
            "findings": .array(
                detail.findings.map {
                    [
                        "id": .string($0.id), "acknowledgedBy": .optional($0.acknowledgement?.by),
                        "reason": .optional($0.acknowledgement?.reason),
                    ]
                }),
            "prov": ProvenanceDocument(detail).value,
        ]
    }

    private func input(_ input: PassportDetail.Input) -> JSONValue {
        let (recorded, position) = (input.recorded, input.position)
        let source = recorded.observation.provenance
        return [
            "place": .string(recorded.observation.series.place), "period": .string(recorded.observation.period.id),
            "segment": .string(recorded.observation.series.segment.id),
            "vintage": .string(recorded.observation.series.vintage), "value": .exact(recorded.observation.value.number),
            "status": .string(recorded.observation.value.status.rawValue), "file": .string(recorded.fileName),
            "sha256": .string(recorded.sha256), "firstRow": .integer(source.firstRow),
            "lastRow": .integer(source.lastRow),
            "rows": .integer(source.rowCount), "held": .integer(source.heldCount), "cell": .optional(position.cell),
            "line": source.line.map { .integer($0) } ?? .null, "path": .optional(source.path),
            "load": .integer(recorded.load), "recordedAt": .string(recorded.recordedAt.description),
            "revisions": .array(
                input.history.map { old in
                    [
                        "value": .exact(old.observation.value.number),
                        "status": .string(old.observation.value.status.rawValue),
                        "file": .string(old.fileName), "load": .integer(old.load),
                        "recordedAt": .string(old.recordedAt.description),
                        "withdrawn": .optional(old.withdrawal?.reason),
                    ]
                }),
        ]
    }
}
