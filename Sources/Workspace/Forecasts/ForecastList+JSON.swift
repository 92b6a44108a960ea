public import Reporting
import VisitorLedger
import VisitorModel

extension ForecastList {
    /// JSON of the schema `dmo.forecasts/1`.
    public var json: JSONValue {
        [
            "schema": .string(Self.schema), "target": .string(target.id), "record": record.json,
            "forecasts": .array(record.forecasts.map(Self.json)),
        ]
    }

    private static func json(_ scored: ScoredForecast) -> JSONValue {
        let forecast = scored.forecast
        return [
            "id": .integer(forecast.id), "publishedAt": .string(forecast.recordedAt.description),
            "by": .string(forecast.by), "publication": forecast.publication.map { .integer($0) } ?? .null,
            "definition": .string(forecast.definition), "unit": .string(forecast.unit.rawValue),
            "year": .string(forecast.year.id), "goal": .integer(forecast.goal),
            "lastMonth": .string(forecast.lastMonth.id), "knownThrough": .string(forecast.knownThrough.id),
            "known": .integer(whole(forecast.known)), "median": .integer(whole(forecast.median)),
            "mean": .integer(whole(forecast.total.mean)), "range80": range(forecast.total.range80),
            "range95": range(forecast.total.range95),
            "percentiles": .array(forecast.percentiles.map { .integer(whole($0)) }),
            "probability": number(forecast.chance, places: 4), "scale": number(forecast.scale, places: 3),
            "models": .string(forecast.model), "modelVersion": .string(forecast.modelVersion),
            "product": .string(forecast.product), "seed": .integer(forecast.seed),
            "paths": .integer(forecast.pathCount), "inputHash": .string(forecast.inputHash),
            "note": .string(forecast.note),
            "isRepeat": .bool(scored.isRepeat), "isComparable": .bool(!scored.isOrphan),
            "months": .array(scored.months.map(json)), "outcome": scored.outcome.map(json) ?? .null,
        ]
    }

    private static func json(_ month: ScoredMonth) -> JSONValue {
        let (said, score) = (month.ahead.said, month.score)
        let state: String =
            switch month.state {
            case .counted: "counted"
            case .waiting: "waiting"
            case .knownBefore: "known-before"
            }
        return [
            "month": .string(month.ahead.month.id), "mean": .integer(whole(said.mean)), "range80": range(said.range80),
            "range95": range(said.range95), "state": .string(state),
            "count": .optional(score?.count.description), "status": .optional(score?.status.rawValue),
            "vintages": .array((score?.vintages ?? []).map { .string($0) }),
            "scaledError": number(score?.scaledError, places: 4), "in80": score.map { .bool($0.isIn80) } ?? .null,
            "in95": score.map { .bool($0.isIn95) } ?? .null,
        ]
    }

    private static func json(_ outcome: ScoredForecast.Outcome) -> JSONValue {
        [
            "total": .string(outcome.total.description), "status": .string(outcome.status.rawValue),
            "reached": .bool(outcome.isReached), "in80": .bool(outcome.isIn80), "in95": .bool(outcome.isIn95),
            "brier": number(outcome.brier, places: 4),
        ]
    }

    private static func range(_ range: ClosedRange<Double>) -> JSONValue {
        [.integer(whole(range.lowerBound)), .integer(whole(range.upperBound))]
    }

    static func number(_ value: Double?, places: Int) -> JSONValue {
        decimal(value, places: places).map { .decimal($0) } ?? .null
    }
}

extension ForecastRecord {
    /// What all forecasts together were worth, for machines.
    public var json: JSONValue {
        let facts = facts
        return [
            "forecasts": .integer(facts.forecasts), "since": .optional(facts.since?.id),
            "months": .integer(facts.months), "in80": .integer(facts.in80), "in95": .integer(facts.in95),
            "meanScaledError": ForecastList.number(facts.meanScaledError, places: 4),
            "notFinal": .integer(facts.preliminary), "years": .integer(facts.years),
            "yearsIn80": .integer(facts.yearsIn80), "brier": ForecastList.number(facts.brier, places: 4),
        ]
    }
}

extension PublishedForecast {
    /// The middle of the year's futures.
    var median: Double { percentiles.count == 99 ? percentiles[49] : total.mean }
}
