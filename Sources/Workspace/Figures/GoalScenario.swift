public import Diagnostics
public import Forecasting
import Languages
public import PipelineDefinition
public import VisitorMetrics
public import VisitorModel

/// Where the goal's year ends under an assumption, beside where it ends without.
public struct ScenarioOutlook: Sendable {
    /// One change with the months in which it changes anything.
    public struct Applied: Sendable {
        /// The change as written.
        public var change: ScenarioDefinition.Change
        /// Its months that are still to come in the goal's year.
        public var months: [Month]
        /// How many of its months are counted already or lie outside the goal's year; they change nothing.
        public var monthsWithoutEffect: Int
    }

    /// The assumption.
    public var scenario: ScenarioDefinition
    /// Its changes.
    public var applied: [Applied]
    /// The year without it.
    public var without: YearVerdict
    /// The year with it.
    public var with: YearVerdict
    /// How many more visitors the year's middle has with the assumption, below zero for fewer.
    public var effect: Int { Int(with.end.median.rounded()) - Int(without.end.median.rounded()) }
}

extension YearOutlook {
    /// The year under an assumption, on the very same futures, so that the difference is the assumption's alone.
    ///
    /// In each month, with `s` the forecast share of a part (see ``GoalParts``) and `f` its factor (0 where closed):
    ///
    /// ```
    /// factor = whole's factor × (1 + Σ over places s (f − 1)) × (1 + Σ over markets s (f − 1))
    /// count  = factor × count without + Σ additions
    /// ```
    ///
    /// Factors of the same part multiply each other; places and markets are taken as independent of each other.
    ///
    /// - Parameters:
    ///   - scenario: The assumption.
    ///   - definition: What the goal counts.
    ///   - places: The tree the places stand in.
    ///   - parts: The parts by kind, for shares; asked only when a change needs them.
    /// - Throws: `DiagnosticsError` when a change cannot be applied to what the goal counts, at its place in the file.
    public func under(
        _ scenario: ScenarioDefinition, by definition: MetricDefinition, in places: PlaceTree,
        parts: (FigureQuery.Split) -> GoalPartsAnswer?
    ) throws(DiagnosticsError) -> ScenarioOutlook {
        var problems: [Diagnostic] = []
        var answers: [FigureQuery.Split: GoalParts] = [:]
        // Factors of parts by kind, part and step; and of the whole by step.
        var factors: [FigureQuery.Split: [[Double]]] = [:]
        var whole = monthsLeft.map { _ in 1.0 }
        var additions = monthsLeft.map { _ in 0.0 }
        var applied: [ScenarioOutlook.Applied] = []

        func multiply(_ split: FigureQuery.Split, _ ids: [String], by factor: Double, in steps: [Int]) -> BilingualText?
        {
            if answers[split] == nil {
                switch parts(split) {
                case nil: return .noShares
                case .refused(let reason): return reason
                case .parts(let found):
                    answers[split] = found
                    factors[split] = found.parts.map { _ in monthsLeft.map { _ in 1.0 } }
                }
            }
            for (index, part) in (answers[split]?.parts ?? []).enumerated() where ids.contains(part.id) {
                for step in steps { factors[split]?[index][step] *= factor }
            }
            return nil
        }

        for change in scenario.changes {
            let steps = monthsLeft.indices.filter { change.from <= monthsLeft[$0] && monthsLeft[$0] <= change.through }
            let span = change.from.distance(to: change.through) + 1
            applied.append(
                .init(change: change, months: steps.map { monthsLeft[$0] }, monthsWithoutEffect: span - steps.count))
            let members = definition.cut.members
            let inside: [String]
            switch change.part {
            case .whole, .market: inside = members
            case .place(let place): inside = members.filter { places.contains($0, within: place) }
            }
            if case .place(let place) = change.part, inside.isEmpty,
                !members.contains(where: { places.contains(place, within: $0) })
            {
                problems.append(.notCounted(place, by: definition, at: change.position))
                continue
            }
            let factor: Double
            switch change.effect {
            case .add(let count):
                if case .market(let market) = change.part, !definition.markets.isEmpty,
                    !definition.markets.contains(market)
                {
                    problems.append(.notCounted(market, by: definition, at: change.position))
                    continue
                }
                for step in steps { additions[step] += Double(count) }
                continue
            case .multiply(let number): factor = number.approximate
            case .closed: factor = 0
            }
            var refusal: BilingualText?
            switch change.part {
            case .whole: for step in steps { whole[step] *= factor }
            case .place where Set(inside) == Set(members): for step in steps { whole[step] *= factor }
            case .place: refusal = inside.isEmpty ? .noShares : multiply(.place, inside, by: factor, in: steps)
            case .market(let market):
                refusal =
                    definition.markets.contains(market)
                    ? multiply(.market, [market], by: factor, in: steps) : .noShares
            }
            if let refusal { problems.append(.noShare(refusal, at: change.position)) }
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }

        for (split, ofParts) in factors {
            guard let shares = answers[split]?.forecasts.shares else { continue }
            for step in monthsLeft.indices {
                whole[step] *= 1 + ofParts.indices.reduce(0) { $0 + shares[$1][step] * (ofParts[$1][step] - 1) }
            }
        }
        // A sum of shares may miss 1 by a rounding; nobody comes fewer than none.
        let assumption = WhatIf(additions: additions, factors: whole.map { max($0, 0) })
        return ScenarioOutlook(
            scenario: scenario, applied: applied, without: verdict, with: verdict(on: paths.under(assumption)))
    }
}

extension BilingualText {
    fileprivate static let noShares = BilingualText(
        ja: "この目標はその内訳では数えていないため、倍率や休業を割り当てられません。",
        en: "The goal is not counted by such parts, so there is no share that a factor or closure could act on.")
}

extension Diagnostic {
    fileprivate static func notCounted(
        _ id: String, by definition: MetricDefinition, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            code: "scenario.not-counted", position: position, value: id,
            message: BilingualText(
                ja: "「\(id)」は \(definition.id) に数えられていないため、目標には影響しません。",
                en: "“\(id)” is not counted in \(definition.id), so it cannot change the goal's year."),
            remedy: BilingualText(
                ja: "数えている場所: \(definition.cut.members.joined(separator: ", "))",
                en: "Counted are: \(definition.cut.members.joined(separator: ", "))."))
    }

    fileprivate static func noShare(_ reason: BilingualText, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "scenario.no-share", position: position, message: reason,
            remedy: BilingualText(
                ja: "add で人数を書くか、数えている場所か市場、または whole を使ってください。",
                en: "Write the number of visitors with add, or name a counted place or market, or the whole."))
    }
}
