import Diagnostics
import PipelineDefinition
public import VisitorLedger
import VisitorMetrics
import VisitorModel

extension Workspace {
    /// What moved since a publication: figures, the counts behind them, and definitions.
    ///
    /// - Parameter publication: Its number; `nil` for the last one.
    /// - Returns: `nil` when nothing was ever published.
    /// - Throws: `LedgerError` with `unknownPublication`, or when the ledger cannot be read; `DiagnosticsError`.
    public func changes(since publication: Int? = nil) throws -> ChangesSince? {
        guard let ledger = try readLedger() else { return nil }
        let publications = try ledger.publications()
        guard let wanted = publication.map({ id in publications.first { $0.id == id } }) ?? publications.last else {
            if let publication { throw LedgerError.unknownPublication(publication) }
            return nil
        }
        let content = try ledger.content(ofPublication: wanted.id)
        let request = ReportRequest(
            month: wanted.month, year: wanted.year, folder: "", languages: [], formats: [], target: wanted.target)
        let gathering = try ReportGathering(self, request: request)
        let now = Dictionary(gathering.shownFigures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let moved = try movedCounts(since: wanted.recordedAt, through: wanted.month, in: ledger)
        let changes = content.figures.compactMap { published -> ChangesSince.Change? in
            let figure = now[published.id]
            guard figure.map(Publication.PublishedFigure.init) != published else { return nil }
            return ChangesSince.Change(
                figure: figure, published: published, old: published.value.flatMap { ExactDecimal($0) },
                causes: figure.map { figure in moved.filter { Self.isPart($0, of: figure) } } ?? [])
        }
        let texts = Dictionary(
            try folder.definitionFiles().map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
        let before = Dictionary(content.definitions.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
        return ChangesSince(
            publication: wanted, changes: changes, moved: moved,
            changedDefinitions: Set(texts.keys).union(before.keys).filter { texts[$0] != before[$0] }.sorted(),
            figures: content.figures.count)
    }

    /// The publications, oldest first.
    public func publications() throws(LedgerError) -> [Publication] { try readLedger()?.publications() ?? [] }

    private func movedCounts(
        since moment: Timestamp, through month: Month, in ledger: Ledger
    ) throws(LedgerError) -> [ChangesSince.MovedCount] {
        let query = ObservationQuery(through: month)
        let then = try ledger.observations(matching: query, asOf: moment)
        let now = try ledger.observations(matching: query)
        func keyed(_ list: [RecordedObservation]) -> [Count: RecordedObservation] {
            Dictionary(list.map { (Count($0.observation), $0) }, uniquingKeysWith: { _, later in later })
        }
        let (old, new) = (keyed(then), keyed(now))
        var moved: [ChangesSince.MovedCount] = []
        for entry in now where old[Count(entry.observation)]?.observation.value != entry.observation.value {
            let before = old[Count(entry.observation)]
            // An earlier load's value holds again: what moved it is the withdrawal of the later one.
            let isOlder = before.map { $0.load > entry.load } ?? false
            moved.append(try moving(entry, before, in: ledger, isWithdrawal: isOlder))
        }
        for entry in then where new[Count(entry.observation)] == nil {
            moved.append(try moving(nil, entry, in: ledger, isWithdrawal: true))
        }
        return moved
    }

    private func moving(
        _ new: RecordedObservation?, _ old: RecordedObservation?, in ledger: Ledger, isWithdrawal: Bool
    ) throws(LedgerError) -> ChangesSince.MovedCount {
        let actor = isWithdrawal ? old ?? new : new ?? old
        guard let actor else { throw LedgerError.unknownPublication(0) }
        let withdrawal = isWithdrawal ? try ledger.loads().first { $0.id == actor.load }?.withdrawal : nil
        return ChangesSince.MovedCount(
            series: actor.observation.series, period: actor.observation.period, old: old?.observation.value,
            new: new?.observation.value, file: actor.fileName, recordedAt: withdrawal?.recordedAt ?? actor.recordedAt,
            load: actor.load, withdrawal: withdrawal)
    }

    private static func isPart(_ count: ChangesSince.MovedCount, of figure: Figure) -> Bool {
        let definition = figure.definition
        let places = figure.place == definition.cut.whole ? definition.cut.members : [figure.place]
        return count.series.measure == definition.measure && places.contains(count.series.place)
            && figure.period.months.contains(count.period.lastMonth)
            && (figure.segment.market == nil || count.series.segment.market == figure.segment.market)
    }
}

private struct Count: Hashable {
    let series: SeriesKey
    let period: Period

    init(_ observation: Observation) {
        series = observation.series
        period = observation.period
    }
}
