import Diagnostics
import Reporting
import VisitorMetrics
import Workspace

/// What is said of series over time.
extension APIEndpoint {
    static let forecasts = APIEndpoint(
        name: "forecasts",
        summary: "Published forecasts and what came of them, as dmo forecasts --format json prints it.",
        parameters: [.target, .asOf], schema: APISchema.named("dmo.forecasts/1")
    ) { query throws(DiagnosticsError) in
        let (target, asOf) = (query.text(.target), try query.moment())
        return { try $0.forecastList(target: target, asOf: asOf).json }
    }

    static let comparison = APIEndpoint(
        name: "comparison", summary: "A period against the year before, as dmo compare --format json prints it.",
        parameters: [.period, .definition, .place, .through, .asOf], schema: ComparisonSchema.value
    ) { query throws(DiagnosticsError) in
        let (definition, period, place) = (query.text(.definition), try query.period(), query.text(.place))
        let (through, asOf) = (try query.month(.through), try query.moment())
        return { workspace in
            ComparisonSheet(
                try workspace.comparison(of: definition, in: period, place: place, asOf: asOf, through: through)
            ).json
        }
    }

    static let seasonality = APIEndpoint(
        name: "seasonality",
        summary: "How unevenly years are spread over their months, as dmo seasonality --format json prints it.",
        parameters: [.definition, .place, .by, .through, .asOf], schema: SeasonalitySchema.value
    ) { query throws(DiagnosticsError) in
        let (definition, place) = (query.text(.definition), query.text(.place))
        let grain = try query.yearSpan()
        let (through, asOf) = (try query.month(.through), try query.moment())
        return { try $0.seasonality(of: definition, place: place, by: grain, asOf: asOf, through: through).json }
    }

    static let drift = APIEndpoint(
        name: "drift", summary: "The own series beside other statistics, as dmo drift --format json prints it.",
        parameters: [.definition, .through, .asOf], schema: DriftSchema.value
    ) { query throws(DiagnosticsError) in
        let (definition, through, asOf) = (query.text(.definition), try query.month(.through), try query.moment())
        return { DriftSheet.json(try $0.driftChecks(of: definition, asOf: asOf, through: through)) }
    }
}
