import Languages
import VisitorMetrics
import VisitorModel

extension IndicatorSheet {
    /// The sheet for machines, `dmo.kpis/1`: every number an exact decimal string, every absence with its reason.
    public var json: JSONValue {
        [
            "schema": "dmo.kpis/1", "year": .integer(year),
            "lights": [
                "green": .decimal(catalogue.lights.green.description),
                "amber": .decimal(catalogue.lights.amber.description),
                "rule": .bilingual(TrafficLight.rule(catalogue.lights)),
            ],
            "strategy": catalogue.plan.map(plan) ?? .null, "form": catalogue.form.map(form) ?? .null,
        ]
    }

    private func plan(_ plan: PlanDefinition) -> JSONValue {
        [
            "title": .bilingual(plan.titles), "from": .integer(plan.years.lowerBound),
            "to": .integer(plan.years.upperBound), "note": plan.note.map(JSONValue.bilingual) ?? .null,
            "goals": .array(plan.goals.map(node)),
        ]
    }

    private func node(_ node: PlanNode) -> JSONValue {
        let level: JSONValue =
            switch node.level {
            case .goal: "goal"
            case .measure: "measure"
            case .action: "action"
            }
        return [
            "id": .string(node.id), "level": level, "title": .bilingual(node.titles),
            "indicators": .array(node.indicators.map(assessed)), "children": .array(node.children.map(self.node)),
        ]
    }

    private func assessed(_ indicator: IndicatorDefinition) -> JSONValue {
        let assessment = assessments[indicator.id]
        let final = indicator.finalTarget
        return .object([
            .init("id", .string(indicator.id)), .init("title", .bilingual(indicator.titles)),
            .init("unit", .string(indicator.unit.rawValue)), .init("direction", .string(indicator.direction.rawValue)),
            .init("cumulative", .bool(indicator.isCumulative)),
            .init(
                "baseline",
                indicator.baseline.map { mark in
                    [
                        "value": .optional(mark.value.number?.description),
                        "year": mark.year.map { .string(indicator.period($0).id) } ?? .null,
                    ]
                } ?? .null),
            .init(
                "target",
                final.map { ["value": .string($0.value.description), "year": .string(indicator.period($0.year).id)] }
                    ?? .null),
            .init("value", .optional(assessment?.value?.description)),
            .init("period", .optional(assessment?.latest?.period.id)),
            .init("achievement", Self.value(assessment?.achievement)),
            .init("progress", Self.value(assessment?.progress)), .init("expected", Self.value(assessment?.expected)),
            .init("light", .string((assessment?.light ?? .unknown).rawValue)),
            .init("rules", .array((assessment?.rules ?? []).map(JSONValue.bilingual))),
            .init("missingYears", .array((assessment?.missingYears ?? []).map { .integer($0) })),
            .init("owner", indicator.owner.map(JSONValue.bilingual) ?? .null),
            .init("evidence", indicator.evidence.map(JSONValue.bilingual) ?? .null),
            .init("source", .bilingual(indicator.source)),
            .init("actuals", .array((actuals[indicator.id] ?? []).map(Self.actual))),
            .init("reviews", .array(indicator.reviews.map { Self.review($0, of: indicator) })),
        ])
    }

    private func form(_ form: IndicatorForm) -> JSONValue {
        [
            "title": .bilingual(form.titles), "note": form.note.map(JSONValue.bilingual) ?? .null,
            "indicators": .array(
                form.indicators.map { indicator in
                    [
                        "id": .string(indicator.id), "title": .bilingual(indicator.titles),
                        "unit": .string(indicator.unit.rawValue), "scale": .string(indicator.scale.rawValue),
                        "variant": .optional(indicator.variant),
                        "generations": .array(indicator.generations.map { .integer($0) }),
                        "targets": .object(
                            indicator.targets.sorted { $0.key < $1.key }
                                .map { .init(String($0.key), .string($0.value.description)) }),
                        "actuals": .array((actuals[indicator.id] ?? []).map(Self.actual)),
                        "inbound": .array((actuals[indicator.inboundID] ?? []).map(Self.actual)),
                    ]
                }),
        ]
    }

    private static func actual(_ actual: IndicatorActual) -> JSONValue {
        let origin: JSONValue =
            switch actual.origin {
            case .figure(let id): ["figure": .string(id)]
            case .cell(let file, let row, let hash):
                ["file": .string(file), "row": .integer(row), "sha256": .string(hash)]
            }
        return [
            "period": .string(actual.period.id), "value": .optional(actual.value.number?.description),
            "status": .string(actual.value.status.rawValue), "origin": origin, "evidence": .optional(actual.evidence),
            "note": .optional(actual.note),
        ]
    }

    private static func review(_ review: IndicatorDefinition.Review, of indicator: IndicatorDefinition) -> JSONValue {
        [
            "period": .string(indicator.period(review.year).id), "result": .bilingual(review.result),
            "cause": review.cause.map(JSONValue.bilingual) ?? .null, "next": review.next.map(JSONValue.bilingual) ?? .null,
            "responsible": review.responsible.map(JSONValue.bilingual) ?? .null, "due": .optional(review.due),
        ]
    }

    private static func value(_ value: IndicatorValue?) -> JSONValue {
        switch value {
        case .number(let number): ["value": .string(number.description), "reason": nil]
        case .undefined(let reason): ["value": nil, "reason": .bilingual(reason)]
        case nil: ["value": nil, "reason": nil]
        }
    }

}
