public import Diagnostics
import FoundationEssentials
import Languages
public import PipelineDefinition
public import VisitorLedger
import VisitorMetrics
public import VisitorModel

/// Everything about where a goal's year will end.
public struct GoalForecast: Sendable {
    /// The year; `nil` when there is nothing to forecast.
    public var outlook: GoalOutlook?
    /// What missing reports could change; `nil` when none is missing, or nothing is forecast.
    public var missing: MissingEffects?
    /// The places that make the gap; `nil` when the goal has none, or nothing is forecast.
    public var places: GoalPartsAnswer?
    /// The markets that make the gap; `nil` when the goal has none, or nothing is forecast.
    public var markets: GoalPartsAnswer?
    /// The year under an assumption, when one was given.
    public var scenario: ScenarioOutlook?
}

/// A goal: how far it is reached, where its year will end, and what forecasts published before were worth.
public struct GoalStanding: Sendable {
    /// How far it is reached.
    public var progress: GoalProgress
    /// Where its year will end.
    public var forecast: GoalForecast
    /// The forecasts of it published before, set against what came.
    public var record: ForecastRecord
}

extension Workspace {
    /// How far a goal is reached, where its year will end, which parts make the gap, and what an assumption would change.
    ///
    /// What is worked out of the present state is kept in the ledger, so that the same counts are forecast only once; a
    /// question about the past leaves the ledger's file as it is.
    ///
    /// - Parameters:
    ///   - target: The goal's identifier; the first goal when `nil`.
    ///   - asOf: What was known at a moment.
    ///   - through: The last month to look at.
    ///   - scenario: An assumption.
    ///   - withParts: Whether places and markets are wanted: each is a forecast of its own.
    /// - Throws: `DiagnosticsError` when there is no such goal or the assumption cannot be applied to it, `LedgerError`
    ///   when the ledger cannot be read.
    public func goalStanding(
        target: String?, asOf: Timestamp? = nil, through: Month? = nil, scenario: ScenarioDefinition? = nil,
        withParts: Bool = true
    ) throws -> GoalStanding {
        let target = try self.target(named: target)
        let definition = try metric(named: target.definition)
        let view = try view(of: [definition], asOf: asOf, through: through, onlySegments: [])
        defer { if asOf == nil, through == nil { view.shelf.flush() } }
        let progress = view.progress(towards: target, by: definition)
        var forecast = GoalForecast(
            outlook: view.outlook(
                towards: target, by: definition, basis: TargetProgress.Basis(of: definition)))
        let record = try forecastRecord(
            of: target, by: definition, in: view, before: asOf?.following)
        guard case .outlook(let outlook) = forecast.outlook else {
            return GoalStanding(progress: progress, forecast: forecast, record: record)
        }
        if withParts {
            forecast.missing = view.missingEffects(on: outlook, by: definition)
            forecast.places = view.parts(of: outlook, by: definition, split: .place)
            forecast.markets = view.parts(of: outlook, by: definition, split: .market)
        }
        if let scenario {
            let (places, markets) = (forecast.places, forecast.markets)
            forecast.scenario = try outlook.under(scenario, by: definition, in: self.definition.destination.places) {
                split in
                (split == .place ? places : markets) ?? view.parts(of: outlook, by: definition, split: split)
            }
        }
        return GoalStanding(progress: progress, forecast: forecast, record: record)
    }

    /// Reads a scenario file.
    ///
    /// - Parameter path: Where it is, relative to where the command runs.
    /// - Throws: `DiagnosticsError` when it cannot be read, or with everything wrong in it.
    public func scenario(at path: String) throws(DiagnosticsError) -> ScenarioDefinition {
        guard let bytes = FileManager.default.contents(atPath: path),
            let text = String(validating: bytes, as: UTF8.self)
        else {
            throw DiagnosticsError(
                Diagnostic(
                    code: "scenario.unreadable", position: SourcePosition(file: path),
                    message: BilingualText(
                        ja: "仮定のファイルを読めません（ないか、UTF-8 ではありません）。",
                        en: "The scenario file cannot be read: it is not there, or not UTF-8."),
                    remedy: BilingualText(
                        ja: "書き方は dmo schema scenario --page にあります。",
                        en: "dmo schema scenario --page says what to write.")))
        }
        return try ScenarioDefinition(text: text, displayName: path, in: definition.destination)
    }
}
