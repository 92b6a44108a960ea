import FoundationEssentials
public import Languages
import PipelineDefinition
public import Reporting
public import VisitorLedger
import VisitorMetrics
import VisitorModel

/// The forecasts of a goal that were published, set against what came.
public struct ForecastRecord: Sendable, Hashable {
    /// The forecasts, oldest first.
    public var forecasts: [ScoredForecast]

    /// Those that count: one published twice from the same counts counts once.
    private var counting: [ScoredForecast] { forecasts.filter { !$0.isRepeat } }

    /// What all of them together were worth.
    public var facts: ForecastRecordText.Facts {
        let counting = counting
        let scores = counting.flatMap(\.scores)
        let errors = scores.compactMap(\.scaledError)
        let outcomes = counting.compactMap(\.outcome)
        func mean(_ values: [Double]) -> Double? {
            values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        }
        return ForecastRecordText.Facts(
            forecasts: counting.count, since: counting.map(\.forecast.lastMonth).min(), months: scores.count,
            in80: scores.count(where: \.isIn80), in95: scores.count(where: \.isIn95), meanScaledError: mean(errors),
            preliminary: scores.count(where: \.isPreliminary), years: outcomes.count,
            yearsIn80: outcomes.count(where: \.isIn80), brier: mean(outcomes.map(\.brier)))
    }

    /// The record in words; `nil` when nothing was ever published.
    public var text: BilingualText? { ForecastRecordText(facts).sentence }
}

extension Workspace {
    /// The forecasts of a goal published before a moment, set against the counts of a view.
    ///
    /// - Parameter moment: Only forecasts recorded earlier; `nil` for all.
    func forecastRecord(
        of target: TargetDefinition, by definition: MetricDefinition, in view: LedgerView,
        before moment: Timestamp? = nil
    ) throws(LedgerError) -> ForecastRecord {
        let published = try readLedger()?.publishedForecasts(before: moment).filter { $0.target == target.id } ?? []
        guard !published.isEmpty else { return ForecastRecord(forecasts: []) }
        let months = Dictionary(
            view.figures(of: definition, by: .month).map { ($0.period.firstMonth, $0) },
            uniquingKeysWith: { first, _ in first })
        let years = Dictionary(
            (view.figures(of: definition, by: .calendarYear) + view.figures(of: definition, by: .fiscalYear)).map {
                ($0.period, $0)
            }, uniquingKeysWith: { first, _ in first })
        var seen: Set<[String]> = []
        return ForecastRecord(
            forecasts: published.map { forecast in
                // A forecast of another definition, or in another unit, has nothing here to be set against.
                let isSame = forecast.definition == definition.id && forecast.unit == definition.unit
                let isNew = seen.insert([forecast.inputHash, forecast.year.id, String(forecast.goal)]).inserted
                return ScoredForecast(
                    forecast, months: isSame ? months : nil, year: isSame ? years[forecast.year] : nil, isRepeat: !isNew
                )
            })
    }

    /// The forecasts of a goal that were published, set against the counts as they stand.
    ///
    /// - Parameters:
    ///   - target: The goal's identifier; the first goal when `nil`.
    ///   - asOf: What was known, and published, at a moment.
    /// - Throws: `DiagnosticsError` when there is no such goal, `LedgerError`.
    public func forecastList(target: String?, asOf: Timestamp? = nil) throws -> ForecastList {
        let target = try self.target(named: target)
        let definition = try metric(named: target.definition)
        let view = try view(of: [definition], asOf: asOf)
        let record = try forecastRecord(
            of: target, by: definition, in: view,
            before: asOf?.following)
        return ForecastList(target: target, record: record)
    }
}
