import Languages
public import VisitorModel

extension Figures {
    /// The months of a definition beside those of the whole it is a share of, by market.
    ///
    /// - Parameters:
    ///   - query: Of the definition that is a share. Split by market, it gives one series for each market that both
    ///     sides count by name; else one for all together. A share by place there is not.
    ///   - total: What it is a share of.
    ///   - baseUnit: The unit the share's own measure is counted in.
    public func shareSeries(_ query: FigureQuery, of total: MetricDefinition, baseUnit: StatisticalUnit)
        -> [ShareSeries]
    {
        guard query.split != .place else { return [] }
        var months = query
        months.definition = query.definition.base(unit: baseUnit)
        months.grain = .month
        var others = months
        others.definition = total
        let ours = figures(months)
        let theirs = figures(others)
        guard query.split == .market else { return [ShareSeries(market: nil, ours: ours, theirs: theirs)] }
        // What each side calls “other” is not the same people.
        let named = query.definition.markets.filter {
            total.markets.contains($0) && $0 != MarketShare.otherID && $0 != MarketShare.unknownID
        }
        return named.map { market in
            ShareSeries(
                market: market, ours: ours.filter { $0.segment.market == market },
                theirs: theirs.filter { $0.segment.market == market })
        }
    }

    /// The figures of a share, by period, then by market.
    ///
    /// A month counts as reported when both sides have it in full. A period of which only some months are known on both
    /// sides has a value over these, is not whole, and says so.
    public func shares(_ query: FigureQuery, of total: MetricDefinition, baseUnit: StatisticalUnit) -> [Figure] {
        let series = shareSeries(query, of: total, baseUnit: baseUnit)
        let definition = query.definition
        guard let through = query.through ?? table.latestMonth(of: definition.measure, at: definition.cut.members),
            let first = query.from ?? firstMonth(of: definition), first <= through
        else { return [] }
        return periods(by: query.grain, from: first, through: through).flatMap { period in
            series.map { shareFigure($0, definition, period, through: through, vintage: query.vintage) }
        }
    }

    private func firstMonth(of definition: MetricDefinition) -> Month? {
        let segments = definition.markets.map { definition.segment(ofMarket: $0) } + [definition.segment]
        return definition.cut.members.compactMap { place in
            table.firstMonth(of: definition.measure, at: place, among: segments)
        }.min()
    }

    private func shareFigure(
        _ series: ShareSeries, _ definition: MetricDefinition, _ period: Period, through: Month, vintage: String?
    ) -> Figure {
        let share = series.share(in: period)
        let pairs = period.months.compactMap { series.pair(in: $0) }
        let sides = pairs.flatMap { [$0.ours, $0.theirs] }
        let missing = period.months.filter { $0 <= through && series.pair(in: $0) == nil }.map {
            MissingReport(place: definition.cut.whole, month: $0, market: series.market)
        }
        let status = sides.map(\.status).reduce(nil as ObservationStatus?) { $0?.weaker($1) ?? $1 }
        var notices: [BilingualText] = [.countedApart]
        if let share, share.months.count < period.months.count {
            notices.append(.overCommonMonths(share.months.count, of: period.months.count))
        }
        return Figure(
            definition: definition, place: definition.cut.whole, period: period,
            segment: definition.segment(ofMarket: series.market), value: share?.perMille,
            status: share == nil ? .notReported : status ?? .notReported,
            coverage: Coverage(reported: pairs.count, expected: period.months.count, missing: missing),
            vintages: Set(sides.flatMap(\.vintages)).sorted(), requestedVintage: vintage, notices: notices)
    }
}

extension BilingualText {
    fileprivate static let countedApart = BilingualText(
        ja: "分子（市内での人数）と分母（入国時の人数）は別の統計です。水準よりも動きを見てください。",
        en: "Visits here and arrivals at the border are different statistics: its course means more than its level.")

    fileprivate static func overCommonMonths(_ known: Int, of all: Int) -> Self {
        BilingualText(
            ja: "両方の数値がそろう\(known)か月（\(all)か月中）だけで計算しています。",
            en: "Computed over the \(known) of \(all) months that both statistics have in full.")
    }
}
