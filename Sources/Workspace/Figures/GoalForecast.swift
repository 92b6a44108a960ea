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
    /// The places that make the gap; `nil` when the goal has none, or nothing is forecast.
    public var places: GoalPartsAnswer?
    /// The markets that make the gap; `nil` when the goal has none, or nothing is forecast.
    public var markets: GoalPartsAnswer?
    /// The year under an assumption, when one was given.
    public var scenario: ScenarioOutlook?
}

extension Workspace {
    /// Where a goal's year will end, which parts make the gap, and what an assumption would change.
    ///
    /// - Parameters:
    ///   - target: The goal's identifier; the first goal when `nil`.
    ///   - asOf: What was known at a moment.
    ///   - through: The last month to look at.
    ///   - scenario: An assumption.
    ///   - withParts: Whether places and markets are wanted: each is a forecast of its own.
    /// - Throws: `DiagnosticsError` when there is no such goal or the assumption cannot be applied to it, `LedgerError`
    ///   when the ledger cannot be read.
    public func goalForecast(
        target: String?, asOf: Timestamp? = nil, through: Month? = nil, scenario: ScenarioDefinition? = nil,
        withParts: Bool = true
    ) throws -> GoalForecast {
        let target = try self.target(named: target)
        let definition = try metric(named: target.definition)
        let view = try view(of: [definition], asOf: asOf, through: through, onlySegments: [])
        var forecast = GoalForecast(
            outlook: view.outlook(
                towards: target, by: definition, basis: TargetProgress.Basis(of: definition)))
        guard case .outlook(let outlook) = forecast.outlook else { return forecast }
        if withParts {
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
        return forecast
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
