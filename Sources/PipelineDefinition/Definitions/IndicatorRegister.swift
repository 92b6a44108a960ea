import Diagnostics
import Languages
import VisitorModel

extension IndicatorCatalogue {
    /// Brings the indicators of all files of goals together; a repeated identifier or unknown metric is reported.
    ///
    /// - Parameters:
    ///   - nodes: The files' nodes.
    ///   - declared: The identifiers of all metric definitions; `nil` when not all are known.
    ///   - goals: The goals, which an indicator may take its baseline and target from.
    init(
        _ nodes: [DefinitionNode], declared: [String]?, goals: [TargetDefinition],
        reportingTo collector: DiagnosticCollector
    ) {
        let reader = IndicatorReader(declared: declared, goals: goals, collector: collector)
        let plans = nodes.compactMap { $0["strategy"] }
        let forms = nodes.compactMap { $0["national-form"] }
        for extra in plans.dropFirst() { collector.report(.defined("strategy", twiceAt: extra.position)) }
        for extra in forms.dropFirst() { collector.report(.defined("national-form", twiceAt: extra.position)) }
        let lights = nodes.compactMap { $0["traffic-light"] }.first
        self.init(
            plan: plans.first.flatMap(reader.plan), form: forms.first.flatMap(reader.form),
            lights: TrafficLightRule(
                green: lights?.decimal("green") ?? TrafficLightRule().green,
                amber: lights?.decimal("amber") ?? TrafficLightRule().amber))
        reader.checkRepeated(plans.first, forms.first)
    }
}

/// Makes indicators and plans from nodes that fit their shapes.
private struct IndicatorReader {
    let declared: [String]?
    let goals: [TargetDefinition]
    let collector: DiagnosticCollector

    func plan(_ node: DefinitionNode) -> PlanDefinition? {
        guard let titles = node.bilingual("title"), let from = node.integer("from"), let to = node.integer("to") else {
            return nil
        }
        guard from <= to else {
            collector.report(.yearsReversed(at: node["to"]?.position ?? node.position, value: String(to)))
            return nil
        }
        return PlanDefinition(
            titles: titles, years: from...to,
            goals: (node["goals"]?.members ?? []).compactMap { self.node($0, level: .goal) },
            note: node.bilingual("note"))
    }

    func form(_ node: DefinitionNode) -> IndicatorForm? {
        guard let titles = node.bilingual("title") else { return nil }
        return IndicatorForm(
            titles: titles, pastYears: node.integer("past-years") ?? 3, comingYears: node.integer("coming-years") ?? 3,
            indicators: (node["indicators"]?.members ?? []).compactMap(indicator), note: node.bilingual("note"))
    }

    private func node(_ node: DefinitionNode, level: PlanNode.Level) -> PlanNode? {
        guard let id = node.text("id"), let titles = node.bilingual("title") else { return nil }
        let below: (key: String, level: PlanNode.Level)? =
            switch level {
            case .goal: ("measures", .measure)
            case .measure: ("actions", .action)
            case .action: nil
            }
        return PlanNode(
            id: id, level: level, titles: titles,
            indicators: (node["indicators"]?.members ?? []).compactMap(indicator),
            children: below.map { below in
                (node[below.key]?.members ?? []).compactMap { self.node($0, level: below.level) }
            } ?? [])
    }

    private func indicator(_ node: DefinitionNode) -> IndicatorDefinition? {
        guard let id = node.text("id"), let titles = node.bilingual("title"),
            let unit: StatisticalUnit = node.choice("unit"), let source = node.bilingual("source")
        else { return nil }
        var baseline = node["baseline"].flatMap(mark)
        var targets = targets(node)
        var definition = node.text("definition")
        if let name = node.text("goal") {
            guard let goal = goals.first(where: { $0.id == name }) else {
                collector.report(
                    .unknownName(
                        name, kind: BilingualText(ja: "目標", en: "goal"), known: goals.map(\.id),
                        at: node["goal"]?.position ?? node.position))
                return nil
            }
            baseline = IndicatorDefinition.Mark(value: goal.baseline, year: goal.baselineYear)
            targets = [goal.targetYear: goal.target]
            definition = goal.definition
        }
        if let definition, let declared, !declared.contains(definition) {
            collector.report(
                .unknownName(
                    definition, kind: BilingualText(ja: "定義", en: "definition"), known: declared,
                    at: node["definition"]?.position ?? node.position))
        }
        return IndicatorDefinition(
            id: id, titles: titles, unit: unit, scale: node.choice("scale") ?? .one,
            basis: node.choice("basis") ?? .fiscalYear, direction: node.choice("direction") ?? .higher,
            isCumulative: node.boolean("cumulative") ?? false, baseline: baseline, targets: targets,
            definition: definition, variant: node.text("variant"), owner: node.bilingual("owner"),
            evidence: node.bilingual("evidence"), source: source, note: node.bilingual("note"),
            reviews: (node["reviews"]?.members ?? []).compactMap(review),
            generations: node.texts("generations").compactMap { Int($0) },
            hasInboundPart: node.boolean("inbound-part") ?? false)
    }

    private func mark(_ node: DefinitionNode) -> IndicatorDefinition.Mark? {
        node.decimal("value").map { value in
            IndicatorDefinition.Mark(
                value: ObservedValue(
                    value, status: .final, roundingHalfWidth: (node.integer("rounded-to") ?? 0) / 2),
                year: node.integer("year"))
        }
    }

    private func targets(_ node: DefinitionNode) -> [Int: ExactDecimal] {
        var targets: [Int: ExactDecimal] = [:]
        if let target = node["target"], let value = target.decimal("value"), let year = target.integer("year") {
            targets[year] = value
        }
        for entry in node["targets"]?.entries ?? [] {
            guard let year = Int(entry.key), let value = entry.value.text.flatMap({ ExactDecimal($0) }) else {
                collector.report(
                    .wrongForm(
                        at: entry.keyPosition, value: entry.key,
                        expected: BilingualText(ja: "西暦の年と数値（2019: 123）", en: "a year and a number, 2019: 123")))
                continue
            }
            targets[year] = value
        }
        return targets
    }

    private func review(_ node: DefinitionNode) -> IndicatorDefinition.Review? {
        guard let year = node.integer("year"), let result = node.bilingual("result") else { return nil }
        return IndicatorDefinition.Review(
            year: year, result: result, cause: node.bilingual("cause"), next: node.bilingual("next"),
            responsible: node.bilingual("responsible"), due: node.text("due"))
    }

    /// Reports every identifier of node or indicator that stands twice, at its second place.
    func checkRepeated(_ plan: DefinitionNode?, _ form: DefinitionNode?) {
        var seen: Set<String> = []
        func visit(_ node: DefinitionNode) {
            if let id = node["id"], let text = id.text, !seen.insert(text).inserted {
                collector.report(.defined(text, twiceAt: id.position))
            }
            for key in ["goals", "measures", "actions", "indicators"] { node[key]?.members?.forEach(visit) }
        }
        if let plan { visit(plan) }
        if let form { visit(form) }
    }
}

extension Diagnostic {
    fileprivate static func yearsReversed(at position: SourcePosition, value: String) -> Diagnostic {
        Diagnostic(
            code: "kpi.years-reversed", position: position, value: value,
            message: BilingualText(ja: "計画の最後の年が最初の年より前です。", en: "The plan's last year is before its first."))
    }
}
