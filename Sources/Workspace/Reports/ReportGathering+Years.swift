import Reporting
import VisitorMetrics
import VisitorModel

extension ReportGathering {
    /// How many places a bridge names; the rest are one step.
    private static let placesNamed = 8

    /// What each place added to the year, from the total of the year before to its own.
    ///
    /// Only between two whole years: a step that lacks reports would be read as a fall.
    func placeBridge() -> PlaceBridge? {
        let totals = view.figures(of: metric, by: .calendarYear)
        guard let after = totals.last, let before = totals.first(where: { $0.period == after.period.yearBefore }),
            after.wholeValue != nil, before.wholeValue != nil
        else { return nil }
        let figures = view.figures(of: metric, by: .calendarYear, split: .place)
        var steps: [PlaceBridge.Step] = []
        for place in metric.cut.members {
            func value(_ period: Period) -> ExactDecimal? {
                figures.first { $0.place == place && $0.period == period }?.value
            }
            guard let change = (value(after.period) ?? .zero).subtracting(value(before.period) ?? .zero) else {
                return nil
            }
            if change != .zero { steps.append(PlaceBridge.Step(place: place, change: change)) }
        }
        let ranked = steps.sorted {
            ($0.change.approximate.magnitude, $1.place) > ($1.change.approximate.magnitude, $0.place)
        }
        let rest = ranked.dropFirst(Self.placesNamed).reduce(Optional(ExactDecimal.zero)) { $0?.adding($1.change) }
        guard let rest else { return nil }
        return PlaceBridge(
            before: before, after: after, steps: Array(ranked.prefix(Self.placesNamed)),
            others: ranked.count > Self.placesNamed ? rest : nil)
    }
}
