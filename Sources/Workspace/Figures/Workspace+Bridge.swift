import Diagnostics
import Languages
import PipelineDefinition
public import VisitorLedger
public import VisitorMetrics
public import VisitorModel

extension Workspace {
    /// The steps from one definition to another in a period.
    ///
    /// - Parameters:
    ///   - from: The first definition, with or without version.
    ///   - to: The second.
    ///   - period: The period; `nil` for the latest calendar year both have in full.
    ///   - asOf: What was known at a moment.
    ///   - through: The last month to look at.
    /// - Throws: `DiagnosticsError` when a name is unknown, a value missing, or no steps lead from one to the other;
    ///   `LedgerError`.
    public func bridge(
        from: String, to: String, in period: Period? = nil, asOf: Timestamp? = nil, through: Month? = nil
    ) throws -> MetricBridge {
        let first = try metric(named: from)
        let second = try metric(named: to)
        guard first.measure == second.measure else {
            throw DiagnosticsError(.refused(.differentMeasures(first.id, second.id), first, second))
        }
        let view = try view(of: [first, second], asOf: asOf, through: through)
        let grain = period.map { FigureQuery.Grain(of: $0) } ?? .calendarYear
        let firsts = view.derived(first, by: grain)
        let seconds = view.derived(second, by: grain)
        func pair(_ period: Period) -> (DerivedFigure, DerivedFigure)? {
            guard let one = firsts.first(where: { $0.figure.period == period }),
                let other = seconds.first(where: { $0.figure.period == period })
            else { return nil }
            return (one, other)
        }
        let latest = firsts.last { one in
            one.figure.coverage.isWhole && pair(one.figure.period)?.1.figure.value != nil && one.figure.value != nil
        }
        guard let chosen = period ?? latest?.figure.period ?? firsts.last?.figure.period,
            let (one, other) = pair(chosen)
        else { throw DiagnosticsError(.noBridgePeriod(period)) }
        do throws(MetricBridge.Refusal) {
            return try MetricBridge(
                from: one, to: other,
                places: (places(of: one, grain, in: view), places(of: other, grain, in: view)),
                in: definition.destination.places, naming: placeName,
                standings: standings(first, second, in: chosen, view))
        } catch {
            throw DiagnosticsError(.refused(error, first, second))
        }
    }

    /// Each place's own figure, under the cut and rule of a definition.
    private func places(of derived: DerivedFigure, _ grain: FigureQuery.Grain, in view: LedgerView) -> [Figure] {
        view.figures(of: derived.base.definition, by: grain, split: .place)
            .filter { $0.period == derived.base.period }
    }

    /// Why places are not designated in the year of the period, under either definition.
    private func standings(
        _ first: MetricDefinition, _ second: MetricDefinition, in period: Period, _ view: LedgerView
    ) -> [String: BilingualText] {
        var reasons: [String: BilingualText] = [:]
        for definition in [first, second] {
            let year = period.firstMonth.calendarYear
            for (place, standing) in view.figures.standings(of: definition, in: year) ?? [:] where !standing.counts {
                reasons[place] = standing.reason
            }
        }
        return reasons
    }
}

extension Diagnostic {
    fileprivate static func refused(
        _ refusal: MetricBridge.Refusal, _ first: MetricDefinition, _ second: MetricDefinition
    ) -> Diagnostic {
        Diagnostic(code: "bridge.refused", value: "\(first.id) → \(second.id)", message: refusal.reason)
    }

    fileprivate static func noBridgePeriod(_ period: Period?) -> Diagnostic {
        Diagnostic(
            code: "bridge.no-period", value: period?.id,
            message: BilingualText(
                ja: "二つの定義の両方に数値のある期間がありません。", en: "There is no period in which both definitions have a figure."))
    }
}
