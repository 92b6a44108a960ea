import Diagnostics
import Languages
import PipelineDefinition
public import Reporting
public import VisitorLedger
public import VisitorMetrics
public import VisitorModel

extension Workspace {
    /// A period against the year before, in every way it can be read.
    ///
    /// - Parameters:
    ///   - name: The definition; `nil` for that of the first goal.
    ///   - period: The period; `nil` for the latest year of the definition's basis that both years have in full, else the
    ///     latest that has begun.
    ///   - place: A place of the definition's cut; `nil` for the whole.
    /// - Throws: `DiagnosticsError` when a name is unknown or there is nothing to compare; `LedgerError`.
    public func comparison(
        of name: String?, in period: Period? = nil, place: String? = nil, asOf: Timestamp? = nil, through: Month? = nil
    ) throws -> PeriodComparison {
        let metric = try metric(named: name ?? target(named: nil).definition)
        let view = try view(of: [metric], asOf: asOf, through: through)
        let found = comparison(of: try restricted(metric, to: place), in: period, view: view)
        guard let found else { throw DiagnosticsError(.nothingToCompare(metric, period)) }
        return found
    }

    /// The same over counts that are at hand; `nil` when there is no such figure.
    func comparison(of metric: MetricDefinition, in period: Period?, view: LedgerView) -> PeriodComparison? {
        let basis = FigureQuery.Grain(rawValue: metric.basis.rawValue) ?? .calendarYear
        let grain = period.map { FigureQuery.Grain(of: $0) } ?? basis
        let growths = Growth.yearOnYear(in: view.figures(of: metric, by: grain))
        let chosen =
            period.map { wanted in growths.first { $0.current.period == wanted } }
            ?? (growths.last { $0.percent != nil } ?? growths.last)
        guard let growth = chosen else { return nil }
        return comparison(of: growth, by: metric, view: view)
    }

    private func comparison(of growth: Growth, by metric: MetricDefinition, view: LedgerView) -> PeriodComparison {
        let counted = metric.derivation == .sum
        let designated =
            [metric]
            + definition.definitions.filter {
                $0.derivation == .sum && $0.measure == metric.measure && $0.cut.whole == metric.cut.whole
            }
        return PeriodComparison(
            asCounted: growth,
            likeForLike: counted
                ? view.figures.likeForLike(of: metric, in: growth.current.period, through: view.through) : nil,
            weighting: metric.dayWeights.flatMap { parameters.dayWeights[$0] },
            designation: designated.lazy.compactMap {
                view.figures.designationEffect(of: $0, in: growth.current.period, through: view.through)
            }.first)
    }

    /// The seasonality of every year of a metric.
    ///
    /// - Parameters:
    ///   - name: The definition; `nil` for that of the first goal.
    ///   - place: A place of the definition's cut; `nil` for the whole.
    ///   - basis: Calendar or fiscal years.
    /// - Throws: `DiagnosticsError` when a name is unknown; `LedgerError`.
    public func seasonality(
        of name: String?, place: String? = nil, by basis: FigureQuery.Grain = .calendarYear, asOf: Timestamp? = nil,
        through: Month? = nil
    ) throws -> SeasonalitySheet {
        let metric = try restricted(metric(named: name ?? target(named: nil).definition), to: place)
        let view = try view(of: [metric], asOf: asOf, through: through)
        return SeasonalitySheet(
            definition: metric, place: metric.cut.whole, years: view.seasonality(of: metric, by: basis))
    }

    /// The same metric for one place of its cut alone.
    private func restricted(_ metric: MetricDefinition, to place: String?) throws(DiagnosticsError) -> MetricDefinition
    {
        guard let place, place != metric.cut.whole else { return metric }
        guard metric.cut.members.contains(place), metric.derivation == .sum,
            let cut = try? Cut(of: place, members: [place], in: definition.destination.places)
        else { throw DiagnosticsError(.notInCut(place, metric)) }
        var restricted = metric
        restricted.cut = cut
        return restricted
    }
}

extension LedgerView {
    /// The seasonality of each year from the first month on, those that cannot be measured with their reason.
    func seasonality(of metric: MetricDefinition, by basis: FigureQuery.Grain) -> [YearSeasonality] {
        let months = figures(of: metric, by: .month)
        return figures(of: metric, by: basis).map(\.period).map { year in
            do throws(Seasonality.Refusal) {
                return YearSeasonality(year: year, result: .success(try Seasonality(of: year, in: months)))
            } catch {
                return YearSeasonality(year: year, result: .failure(error))
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func nothingToCompare(_ metric: MetricDefinition, _ period: Period?) -> Diagnostic {
        Diagnostic(
            code: "compare.nothing", value: period?.id,
            message: BilingualText(
                ja: "\(metric.id) には、この期間の数値がありません。", en: "\(metric.id) has no figure in this period."))
    }

    fileprivate static func notInCut(_ place: String, _ metric: MetricDefinition) -> Diagnostic {
        let near = closestNames(to: place, among: metric.cut.members)
        let list = (near.isEmpty ? metric.cut.members : near).joined(separator: ", ")
        return Diagnostic(
            code: "compare.place", value: place,
            message: BilingualText(
                ja: "場所「\(place)」は \(metric.id) で足し上げる場所ではありません。",
                en: "“\(place)” is no place that \(metric.id) adds up."),
            remedy: BilingualText(ja: "使えるもの: \(list)", en: "There are: \(list)."))
    }
}
