import Forecasting
import Languages
import PipelineDefinition
import Reporting
import VisitorModel
import Workspace

extension ProgressPrinter {
    /// What the assumption would change, and the assumption itself.
    var scenarioSentences: [String] {
        guard let scenario = forecast.scenario, case .outlook(let outlook) = outlook else { return [] }
        let text = ScenarioText(
            title: scenario.scenario.titles, year: outlook.year.label, goal: outlook.goal, unit: goal.definition.unit,
            without: Self.end(scenario.without), with: Self.end(scenario.with),
            changes: scenario.applied.map { applied in
                ScenarioText.Change(
                    part: name(applied.change.part), effect: Self.effect(applied.change.effect),
                    first: applied.months.first.map { Period.month($0).label },
                    last: applied.months.last.map { Period.month($0).label },
                    monthsWithoutEffect: applied.monthsWithoutEffect, reason: applied.change.reason)
            })
        return [text.headline(language)] + text.details.map { "  " + $0(language) }
    }

    /// The assumption and what it would change, for machines.
    var scenarioJSON: JSONValue {
        guard let scenario = forecast.scenario else { return .null }
        func end(_ verdict: YearVerdict) -> JSONValue {
            let end = Self.end(verdict)
            return [
                "median": .integer(end.median),
                "range80": [.integer(end.range.lowerBound), .integer(end.range.upperBound)],
                "probability": .decimal(Self.decimal(verdict.chance.share, places: 4)),
            ]
        }
        let titles = scenario.scenario.titles
        return [
            "scenario": .string(scenario.scenario.id), "title": .bilingual(titles),
            "changes": .array(scenario.applied.map(change)), "without": end(scenario.without),
            "with": end(scenario.with),
            "effect": .integer(scenario.effect),
        ]
    }

    private func change(_ applied: ScenarioOutlook.Applied) -> JSONValue {
        let change = applied.change
        let part: JSONValue.Member =
            switch change.part {
            case .whole: JSONValue.Member("whole", true)
            case .place(let id): JSONValue.Member("place", .string(id))
            case .market(let id): JSONValue.Member("market", .string(id))
            }
        let effect: JSONValue.Member =
            switch change.effect {
            case .add(let count): JSONValue.Member("add", .integer(count))
            case .multiply(let factor): JSONValue.Member("multiply", .decimal(factor.description))
            case .closed: JSONValue.Member("closed", true)
            }
        return .object([
            part, effect, JSONValue.Member("from", .string(change.from.id)),
            JSONValue.Member("through", .string(change.through.id)),
            JSONValue.Member("months", .array(applied.months.map { .string($0.id) })),
            JSONValue.Member("monthsWithoutEffect", .integer(applied.monthsWithoutEffect)),
            JSONValue.Member("reason", .bilingual(change.reason)),
        ])
    }

    private func name(_ part: ScenarioDefinition.Part) -> BilingualText {
        switch part {
        case .whole: BilingualText(ja: "全体", en: "everything")
        case .place(let id): workspace.placeName(id)
        case .market(let id): workspace.marketName(id)
        }
    }

    private static func effect(_ effect: ScenarioDefinition.Effect) -> ScenarioText.Effect {
        switch effect {
        case .add(let count): .add(count)
        case .multiply(let factor): .multiply(factor)
        case .closed: .closed
        }
    }

    private static func end(_ verdict: YearVerdict) -> ScenarioText.End {
        let range = verdict.end.range(holding: 0.8)
        return ScenarioText.End(
            median: whole(verdict.end.median), range: whole(range.lowerBound)...whole(range.upperBound),
            chance: verdict.chance.text)
    }
}
