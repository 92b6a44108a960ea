public import Diagnostics
public import Languages
import PipelineDefinition
public import Reporting
import VisitorLedger
public import VisitorMetrics
import VisitorModel

extension Workspace {
    /// The figure with a name.
    ///
    /// - Throws: `DiagnosticsError` when nothing has this name.
    public func figure(_ identity: FigureIdentity, in view: LedgerView) throws(DiagnosticsError) -> Figure {
        let metric = try metric(named: identity.definition)
        let grain: FigureQuery.Grain =
            switch identity.period {
            case .calendarYear: .calendarYear
            case .fiscalYear: .fiscalYear
            case .quarter: .quarter
            case .month, .day: .month
            }
        let split: FigureQuery.Split =
            identity.market != nil ? .market : identity.place == metric.cut.whole ? .none : .place
        let figures = view.figures(of: metric, by: grain, split: split, vintage: identity.vintage)
        let found = figures.first {
            $0.period == identity.period && $0.place == identity.place && $0.segment.market == identity.market
        }
        if let found { return found }
        // A metric known only by the year has no months to be added up.
        if let published = view.figures.publishedFigure(of: metric, in: identity.period, vintage: identity.vintage) {
            return published
        }
        throw DiagnosticsError(.noFigure(identity))
    }

    /// Where a figure comes from: its meaning, its formula, and its inputs down to file, row and cell.
    public func passport(of figure: Figure, in view: LedgerView, language: Language) -> FigurePassport {
        let numbers = NumberFormat(language: language)
        let inputs = view.inputs(of: figure).map { entry in
            let observation = entry.observation
            let origin = observation.provenance
            let value = observation.value.number?.whole.map { numbers.count($0) }
                ?? observation.value.number?.description ?? observation.value.status.name(language)
            let market = observation.series.segment.market.map { " " + marketName($0)(language) } ?? ""
            let rows = origin.firstRow == origin.lastRow ? "\(origin.firstRow)" : "\(origin.firstRow)–\(origin.lastRow)"
            let cell = origin.column.map { column in
                SourcePosition.columnLetters(column) + (origin.firstRow == origin.lastRow ? "\(origin.firstRow)" : "")
            }
            return FigureInput(
                place: placeName(observation.series.place)(language) + market,
                period: observation.period.label(language), value: value, file: entry.fileName, row: rows,
                cell: cell ?? origin.path ?? "", hash: String(entry.sha256.prefix(12)))
        }
        let definition = figure.definition
        return FigurePassport(
            id: figure.id,
            label: "\(definition.titles(language)) \(placeName(figure.place)(language)) \(figure.period.label(language))"
                + (figure.segment.market.map { " " + marketName($0)(language) } ?? ""),
            definition: "\(definition.id): \(definition.source(language))", formula: definition.formula(language),
            unit: figure.unit.name(language),
            value: figure.value?.whole.map { numbers.count($0) } ?? figure.value?.description ?? "–",
            exact: figure.value?.description, kind: figure.unit.isCount ? .count : .decimal,
            status: figure.status.name(language),
            coverage: figure.coverage.summary(naming: placeName)(language), inputs: inputs)
    }
}

extension Diagnostic {
    fileprivate static func noFigure(_ identity: FigureIdentity) -> Diagnostic {
        Diagnostic(
            code: "figure.none", value: "\(identity.definition):\(identity.place):\(identity.period.id)",
            message: BilingualText(
                ja: "この名前の数値はありません（その期間の数値がまだないか、場所・区分が定義に含まれません）。",
                en: "There is no figure of this name: nothing is known of the period, or place or segment is not part of the definition."))
    }
}
