import Diagnostics
import FoundationEssentials
public import Ingestion
import Languages
import PipelineDefinition
import PipelineRuntime
import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel

extension Workspace {
    /// Finds out what loading files would do: to each row, to counts, findings, figures, goals and indicators.
    ///
    /// The files are loaded into a copy of the ledger, by the same steps as always, so nothing is foretold that would not
    /// happen. The ledger is only read; another load may run at the same time and is then not part of the answer.
    ///
    /// - Parameters:
    ///   - request: What to load.
    ///   - onProgress: Told which file is being read and how many rows so far.
    /// - Throws: `DiagnosticsError` when the request itself is wrong; `LedgerError` when the ledger cannot be copied.
    public func preview(
        _ request: LoadRequest, onProgress: @escaping @Sendable (SourceFile, Int) -> Void = { _, _ in }
    ) async throws -> LoadPreview {
        let scratch = FileManager.default.temporaryDirectory.path + "/dmo-preview-" + UUID().uuidString
        try createFolder(scratch)
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let path = scratch + "/visitors.sqlite"
        if FileManager.default.fileExists(atPath: folder.ledgerPath) {
            try Ledger.copy(from: folder.ledgerPath, to: path)
        }
        let moment = now
        let basis = try Ledger(path: path, clock: { moment }).nextMoment()
        // A second later, so that before and after are two moments of one ledger.
        let later = basis.following
        let trial = onLedger(at: path, clock: { later })
        let reports = try await trial.loadFiles(request, onProgress: onProgress)
        return try trial.effects(of: reports, since: basis)
    }

    /// What loads changed, against the state at a moment before them.
    private func effects(of reports: [FileLoadReport], since basis: Timestamp) throws -> LoadPreview {
        var preview = LoadPreview(
            reports: reports, revisions: try revised(by: reports), newFindings: [], settledFindings: [], figures: [],
            goals: [], indicators: [], basis: basis)
        guard let touched = TouchedCounts(reports, in: definition.destination.places) else { return preview }
        let before = try findings(asOf: basis, measure: touched.onlyMeasure, places: touched.placesAround)
        let after = try findings(measure: touched.onlyMeasure, places: touched.placesAround)
        let (known, standing) = (Set(before.map(\.id)), Set(after.map(\.id)))
        preview.newFindings = after.filter { $0.acknowledgement == nil && !known.contains($0.id) }
        preview.settledFindings = before.filter { $0.acknowledgement == nil && !standing.contains($0.id) }
        let definitions = definition.definitions.filter(touched.concern)
        guard !definitions.isEmpty else { return preview }
        let targets = definition.targets.filter { target in definitions.contains { $0.id == target.definition } }
        preview.figures = try figureEffects(on: definitions, targets: targets, since: basis)
        preview.goals = try targets.map { target in
            LoadPreview.GoalEffect(
                target: target, before: try side(of: target, asOf: basis), after: try side(of: target, asOf: nil))
        }
        preview.indicators = try indicatorEffects(since: basis)
        return preview
    }

    private func revised(by reports: [FileLoadReport]) throws(LedgerError) -> [LoadPreview.Revised] {
        let revisions = reports.flatMap { report -> [Revision] in
            if case .loaded(let result, _) = report.fate { result.revisions } else { [] }
        }
        guard !revisions.isEmpty, let ledger = try readLedger() else { return [] }
        let histories = try ledger.histories(of: revisions.map { ($0.series, $0.period) })
        return zip(revisions, histories).map { revision, history in
            func position(_ side: Revision.Side?) -> SourcePosition? {
                history.first { $0.load == side?.load }?.position
            }
            return LoadPreview.Revised(
                revision: revision, position: position(revision.new), oldPosition: position(revision.old))
        }
    }

    private func figureEffects(
        on definitions: [MetricDefinition], targets: [TargetDefinition], since basis: Timestamp
    ) throws(LedgerError) -> [LoadPreview.FigureEffect] {
        let before = try view(of: definitions, asOf: basis)
        let after = try view(of: definitions)
        let headlines = Set(targets.map(\.definition))
        let ordered = definitions.filter { headlines.contains($0.id) } + definitions.filter { !headlines.contains($0.id) }
        var effects: [LoadPreview.FigureEffect] = []
        for definition in ordered {
            for grain: FigureQuery.Grain in [.calendarYear, .fiscalYear, .month] {
                let old = before.figures(of: definition, by: grain)
                let new = after.figures(of: definition, by: grain)
                let (oldByID, newByID) = (Self.keyed(old), Self.keyed(new))
                let periods = Set((old + new).map(\.period)).sorted()
                let named = Dictionary((old + new).map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
                for figure in periods.compactMap({ named[$0] }) {
                    let (then, now) = (oldByID[figure.id], newByID[figure.id])
                    guard then.map(Publication.PublishedFigure.init) != now.map(Publication.PublishedFigure.init) else {
                        continue
                    }
                    effects.append(
                        LoadPreview.FigureEffect(
                            id: figure.id, label: label(of: figure), isHeadline: headlines.contains(definition.id),
                            before: then, after: now))
                }
            }
        }
        return effects
    }

    private static func keyed(_ figures: [Figure]) -> [String: Figure] {
        Dictionary(figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func label(of figure: Figure) -> BilingualText {
        let (title, place, period) = (figure.definition.titles, placeName(figure.place), figure.period.label)
        return BilingualText(ja: "\(title.ja) \(place.ja) \(period.ja)", en: "\(title.en), \(place.en), \(period.en)")
    }

    private func side(of target: TargetDefinition, asOf: Timestamp?) throws -> LoadPreview.GoalEffect.Side {
        let standing = try goalStanding(target: target.id, asOf: asOf, withParts: false)
        let verdict = verdictText(of: standing.progress)
        return LoadPreview.GoalEffect.Side(
            progress: standing.progress, verdict: [verdict.headline] + verdict.details,
            outlook: standing.forecast.outlook)
    }

    private func indicatorEffects(since basis: Timestamp) throws -> [LoadPreview.IndicatorEffect] {
        guard let plan = definition.indicators.plan else { return [] }
        let (before, after) = (try indicators(asOf: basis).assessments, try indicators().assessments)
        return plan.indicators.compactMap { indicator in
            guard let old = before[indicator.id], let new = after[indicator.id],
                old.value != new.value || old.latest?.period != new.latest?.period || old.light != new.light
            else { return nil }
            return LoadPreview.IndicatorEffect(before: old, after: new)
        }
    }
}

/// The counts some loads brought, and what lies around them.
struct TouchedCounts {
    /// What was counted.
    let measures: Set<String>
    /// The places counted.
    let places: Set<String>
    /// The places with what they lie in and what lies in them.
    let placesAround: Set<String>

    /// - Returns: `nil` when nothing was brought that was not there before.
    init?(_ reports: [FileLoadReport], in tree: PlaceTree) {
        var counted: [String: Set<String>] = [:]
        for report in reports {
            guard case .loaded(let load, _) = report.fate, load.load.newKeys + load.load.revisedKeys > 0 else { continue }
            counted.merge(report.counted) { $0.union($1) }
        }
        guard !counted.isEmpty else { return nil }
        measures = Set(counted.keys)
        let places = counted.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        self.places = places
        // Only what was touched, with what it lies in and what lies in it: a ledger may hold a whole prefecture.
        placesAround = places.reduce(into: []) { around, place in
            around.formUnion([place] + tree.ancestors(of: place) + tree.children(of: place))
        }
    }

    /// The measure, where there is only one.
    var onlyMeasure: String? { measures.count == 1 ? measures.first : nil }

    /// Whether a definition adds up any of the counts.
    func concern(_ definition: MetricDefinition) -> Bool {
        measures.contains(definition.measure)
            && (definition.cut.members + [definition.cut.whole]).contains(where: places.contains)
    }
}
