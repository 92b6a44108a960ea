import Languages
import PipelineDefinition
import VisitorLedger
import VisitorMetrics
public import VisitorModel

extension LedgerView {
    /// The same counts as if no event had been held: places that are events count nothing, and what the register says an
    /// event added is taken out of its place and month.
    ///
    /// An event whose size nobody counted stays in the numbers; ``Workspace/definitionWithoutEvents(_:)`` says which.
    func withoutEvents(_ events: [SeriesEvent], eventPlaces: Set<String>, expected: [ExpectedReport]) -> LedgerView {
        let adjusted = recorded.map { entry -> RecordedObservation in
            var entry = entry
            let observation = entry.observation
            guard let number = observation.value.number, observation.series.segment == .all else { return entry }
            if eventPlaces.contains(observation.series.place) {
                entry.observation.value = ObservedValue(.zero, status: observation.value.status)
                return entry
            }
            guard case .month(let month) = observation.period else { return entry }
            let added = events.filter { $0.touches(observation.series.place, observation.series.measure, in: month) }
            let rest = added.compactMap(\.counted).reduce(number as ExactDecimal?) { $0?.subtracting($1) }
            if let rest, rest != number {
                entry.observation.value = ObservedValue(rest, status: .estimated)
            }
            return entry
        }
        return LedgerView(recorded: adjusted, expected: expected, changes: figures.changes, through: through, shelf: shelf)
    }
}

extension Workspace {
    /// A view of the ledger as if no event had been held.
    public func withoutEvents(_ view: LedgerView) -> LedgerView {
        let places = definition.destination.places.places.filter { $0.kind == .event }
        return view.withoutEvents(
            definition.changes.events.filter { $0.counted != nil }, eventPlaces: Set(places.map(\.id)),
            expected: definition.destination.expectedReports)
    }

    /// A definition for figures without events: another name, since another number must never bear the same.
    public func definitionWithoutEvents(_ metric: MetricDefinition) -> MetricDefinition {
        var changed = metric
        let uncounted = definition.changes.events.filter { event in
            event.counted == nil && (event.measure ?? metric.measure) == metric.measure
        }
        changed.name += "-without-events"
        changed.titles = BilingualText(
            ja: metric.titles.ja + "（行祭事・出来事を除く）", en: metric.titles.en + ", without events")
        let rest = BilingualText.list(uncounted.map(\.titles))
        changed.formula = BilingualText(
            ja: metric.formula.ja + "。行祭事と、登録簿に人数のある出来事を除く。"
                + (uncounted.isEmpty ? "" : "人数が分からず除けないもの: \(rest.ja)。"),
            en: metric.formula.en + "; without event places and what the register says events added"
                + (uncounted.isEmpty ? "" : " (not taken out, their size being unknown: \(rest.en))"))
        return changed
    }
}
