import VisitorMetrics
import VisitorModel

/// One count that a published report keeps back wherever it would stand.
public struct KeptBackCell: Sendable, Hashable {
    let measure: String
    let place: String
    let period: Period
    let market: String?

    init(_ figure: Figure) {
        measure = figure.definition.measure
        place = figure.place
        period = figure.period
        market = figure.segment.market
    }

    init(_ observation: Observation) {
        measure = observation.series.measure
        place = observation.series.place
        period = observation.period
        market = observation.series.segment.market
    }
}
