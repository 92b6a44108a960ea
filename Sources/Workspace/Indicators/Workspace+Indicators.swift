import Diagnostics
import FoundationEssentials
import Languages
import PipelineDefinition
public import Reporting
public import VisitorLedger
public import VisitorMetrics
public import VisitorModel

/// All indicators of a workspace with what is known of them.
public struct IndicatorReading: Sendable {
    /// The indicators.
    public var catalogue: IndicatorCatalogue
    /// The plan's indicators assessed, by identifier.
    public var assessments: [String: IndicatorAssessment]
    /// The actual values of all indicators and of their foreign parts, by identifier.
    public var actuals: [String: [IndicatorActual]]
    /// The file of actuals: its account, what is held, and what was replaced.
    public var file: KPIActualsFile
    /// The last year looked at: that of the latest month anybody reported, or as asked.
    public var year: Int
    /// Where the counts behind computed indicators come from.
    public var origins: Set<DataOrigin>

    /// The sheet that shows them.
    public var sheet: IndicatorSheet {
        IndicatorSheet(
            catalogue: catalogue, assessments: assessments, actuals: actuals, year: year, origins: origins)
    }
}

extension Workspace {
    /// The file of actuals, beside the definitions.
    public static let kpiActualsName = "kpi-actuals.csv"

    /// Reads and assesses all indicators.
    ///
    /// - Parameters:
    ///   - actuals: Another file of actuals; `nil` for the workspace's own.
    ///   - asOf: What was known at a moment.
    ///   - through: The last month to look at.
    /// - Throws: `DiagnosticsError` when nothing is defined or the file cannot be read, `LedgerError` when the ledger
    ///   cannot.
    public func indicators(
        actuals path: String? = nil, asOf: Timestamp? = nil, through: Month? = nil
    ) throws -> IndicatorReading {
        let catalogue = definition.indicators
        guard catalogue.plan != nil || catalogue.form != nil else { throw DiagnosticsError(.noIndicators) }
        let file = try actualsFile(path, catalogue, asOf: asOf)
        let view = try viewOfAllDefinitions(asOf: asOf, through: through)
        let latest = definition.definitions.filter { !$0.isCrossCheck }.compactMap { definition in
            view.figures.table.latestMonth(of: definition.measure, at: definition.cut.members)
        }.max()
        let years = file.actuals.values.joined().map(\.year)
        let year = through?.year ?? latest?.year ?? years.max() ?? catalogue.plan?.years.lowerBound ?? now.year
        var actuals = file.actuals
        for indicator in catalogue.indicators {
            guard let name = indicator.definition else { continue }
            actuals[indicator.id] = computedActuals(of: indicator, by: try metric(named: name), in: view)
        }
        var assessments: [String: IndicatorAssessment] = [:]
        for indicator in catalogue.plan?.indicators ?? [] {
            assessments[indicator.id] = IndicatorAssessment(
                of: indicator, actuals: actuals[indicator.id] ?? [], planYears: catalogue.plan?.years,
                through: through?.year, lights: catalogue.lights)
        }
        return IndicatorReading(
            catalogue: catalogue, assessments: assessments, actuals: actuals, file: file, year: year,
            origins: Set(view.recorded.map(\.dataOrigin)))
    }

    private func actualsFile(
        _ path: String?, _ catalogue: IndicatorCatalogue, asOf: Timestamp?
    ) throws(DiagnosticsError) -> KPIActualsFile {
        let own = folder.definitionsPath + "/" + Self.kpiActualsName
        guard path != nil || FileManager.default.fileExists(atPath: own) else { return KPIActualsFile() }
        return try KPIActualsFile(
            path: path ?? own, displayName: path ?? "Pipelines/" + Self.kpiActualsName, catalogue: catalogue, asOf: asOf
        )
    }

    /// The whole years of a metric, or their evenness over the months; a year that lacks reports has no number.
    private func computedActuals(
        of indicator: IndicatorDefinition, by metric: MetricDefinition, in view: LedgerView
    ) -> [IndicatorActual] {
        let grain: FigureQuery.Grain = indicator.basis == .calendarYear ? .calendarYear : .fiscalYear
        let years = view.figures(of: metric, by: grain)
        guard let variant = indicator.variant.flatMap({ EvennessVariant(rawValue: $0) }) else {
            return years.map { figure in
                let value = figure.wholeValue.map {
                    ObservedValue($0, status: figure.status, roundingHalfWidth: figure.roundingHalfWidth)
                }
                return IndicatorActual(
                    period: figure.period, value: value ?? ObservedValue(absent: .notReported),
                    origin: .figure(figure.id))
            }
        }
        let months = view.figures(of: metric, by: .month)
        return years.map { figure in
            let seasonality = try? Seasonality(of: figure.period, in: months)
            let percent = seasonality?.evenness(by: variant).multiplied(by: 100)
            return IndicatorActual(
                period: figure.period,
                value: percent.map { ObservedValue($0, status: figure.status) } ?? ObservedValue(absent: .notReported),
                origin: .figure(figure.id))
        }
    }
}

extension Timestamp {
    /// The year in Japan.
    fileprivate var year: Int { Int(description.prefix(4)) ?? 0 }
}

extension Diagnostic {
    fileprivate static let noIndicators = Diagnostic(
        code: "workspace.no-indicators",
        message: BilingualText(ja: "指標が定義されていません。", en: "No indicator is defined."),
        remedy: BilingualText(
            ja: "Pipelines/kpis.yaml に strategy か national-form を書いてください。",
            en: "Write strategy or national-form in Pipelines/kpis.yaml."))
}
