import Diagnostics
public import Languages
import PipelineDefinition
public import Reporting
import VisitorLedger
import VisitorMetrics
public import VisitorModel

/// One place or one market: what a page is about.
public enum ReportSubject: Sendable, Hashable {
    /// A place that some definition adds up, by its identifier.
    case place(String)
    /// A market that some definition counts apart, by its identifier.
    case market(String)
}

extension Workspace {
    /// The places that definitions add up, in the order of the description.
    public var reportedPlaces: [String] {
        let members = Set(headlines(of: \.cut.members))
        return definition.destination.places.places.map(\.id).filter(members.contains)
    }

    /// The markets that definitions count apart, in the order of the description.
    public var reportedMarkets: [String] {
        let markets = Set(headlines(of: \.markets))
        return definition.destination.markets.map(\.id).filter(markets.contains)
    }

    private func headlines(of parts: (MetricDefinition) -> [String]) -> [String] {
        definition.definitions.filter { !$0.isCrossCheck }.flatMap(parts)
    }

    /// Every definition that counts a place or a market: its years, its months and their drawings, as in the report.
    ///
    /// - Parameter through: The last month to look at; `nil` for the latest there is.
    /// - Returns: One section a definition; those without a number are left out.
    /// - Throws: `DiagnosticsError` when there is no such place or market, or nothing is known of it; `LedgerError`.
    public func report(on subject: ReportSubject, through: Month?, in language: Language) throws -> ReportDocument {
        let metrics = definition.definitions.filter {
            !$0.isCrossCheck && $0.derivation == .sum && subject.isPart(of: $0)
        }
        let name = name(of: subject)
        guard !metrics.isEmpty else { throw DiagnosticsError(unknown(subject)) }
        let view = try view(of: metrics, through: through)
        let documents = metrics.compactMap { report(on: subject, by: $0, in: view, language) }
        guard var document = documents.first else { throw DiagnosticsError(.nothingKnown(of: name)) }
        document.title = name(language)
        document.headline = name(language)
        for banner in documents.flatMap(\.banners) where !document.banners.contains(banner) {
            document.banners.append(banner)
        }
        document.sections = zip(metrics.indices, documents).flatMap { index, document in
            document.sections.filter { $0.id == "months" }.map { section in
                var section = section
                section.id += "-\(index + 1)"
                return section
            }
        }
        return document
    }

    private func report(
        on subject: ReportSubject, by metric: MetricDefinition, in view: LedgerView, _ language: Language
    ) -> ReportDocument? {
        func figures(_ grain: FigureQuery.Grain) -> [Growth] {
            let all = view.figures(of: metric, by: grain, split: subject.split)
            return Growth.yearOnYear(in: all.filter(subject.isSubject))
        }
        let months = figures(.month)
        let years = figures(.calendarYear)
        guard (months + years).contains(where: { $0.current.value != nil }),
            let last = (months + years).map(\.current.period.lastMonth).max()
        else { return nil }
        var input = KPIReportInput(
            language: language, destination: definition.destination.titles, definition: metric,
            through: view.through ?? last, product: Workspace.product)
        input.drawingPrefix = metric.name + "-"
        input.origins = Set(view.recorded.map(\.dataOrigin))
        for place in definition.destination.places.places { input.placeNames[place.id] = place.names }
        for market in definition.destination.markets { input.marketNames[market.id] = market.names }
        input.months = Array(months.suffix(ReportGathering.monthsShown))
        input.calendarYears = years
        input.fiscalYears = figures(.fiscalYear)
        return KPIReport.document(from: input)
    }

    private func name(of subject: ReportSubject) -> BilingualText {
        switch subject {
        case .place(let id): placeName(id)
        case .market(let id): marketName(id)
        }
    }

    private func unknown(_ subject: ReportSubject) -> Diagnostic {
        switch subject {
        case .place(let id): .noSubject(id, BilingualText(ja: "場所", en: "place"), among: reportedPlaces)
        case .market(let id): .noSubject(id, BilingualText(ja: "市場", en: "market"), among: reportedMarkets)
        }
    }
}

extension ReportSubject {
    fileprivate var split: FigureQuery.Split {
        switch self {
        case .place: .place
        case .market: .market
        }
    }

    fileprivate func isPart(of metric: MetricDefinition) -> Bool {
        switch self {
        case .place(let id): metric.cut.members.contains(id)
        case .market(let id): metric.markets.contains(id)
        }
    }

    fileprivate func isSubject(_ figure: Figure) -> Bool {
        switch self {
        case .place(let id): figure.place == id && figure.segment.market == nil
        case .market(let id): figure.segment.market == id
        }
    }
}

extension Diagnostic {
    fileprivate static func noSubject(_ id: String, _ kind: BilingualText, among ids: [String]) -> Diagnostic {
        let near = closestNames(to: id, among: ids).joined(separator: ", ")
        return Diagnostic(
            code: "workspace.unknown-name", value: id,
            message: BilingualText(ja: "\(kind.ja)「\(id)」はありません。", en: "There is no \(kind.en) “\(id)”."),
            remedy: near.isEmpty ? nil : BilingualText(ja: "もしかして: \(near)", en: "Did you mean \(near)?"))
    }

    fileprivate static func nothingKnown(of name: BilingualText) -> Diagnostic {
        Diagnostic(
            code: "report.nothing-of-subject",
            message: BilingualText(
                ja: "\(name.ja)の数値はまだありません。", en: "Nothing is known of \(name.en) yet."),
            remedy: BilingualText(ja: "dmo load で数値を読み込んでください。", en: "Load counts with dmo load."))
    }
}
