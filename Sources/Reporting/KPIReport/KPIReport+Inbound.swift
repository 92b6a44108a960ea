import ChartDrawing
import Languages
import VisitorMetrics
import VisitorModel

extension KPIReportWriter {
    /// Visitors from abroad: markets by year, and the latest year in detail.
    var inboundSection: ReportSection {
        guard let latest = input.markets.last, let unit = latest.shares.first?.figure.unit else {
            return section("inbound", KPIWording.inbound, [], whenEmpty: KPIWording.noInbound)
        }
        var blocks: [ReportBlock] = []
        if let chart = inboundChart(latest, unit) { blocks.append(.chart(chart)) }
        if let chart = inboundMonthsChart {
            blocks.append(.chart(chart))
            if let events = eventsText(input.inboundMonths?.events ?? []) {
                blocks.append(.paragraph(text(MarketWording.eventsAre(events))))
            }
        }
        blocks.append(.table(mixTable(latest, unit)))
        blocks += inboundDepth(latest)
        blocks.append(.paragraph(text(KPIWording.inboundNote)))
        return section("inbound", KPIWording.inbound, blocks, whenEmpty: KPIWording.noInbound)
    }

    /// Markets by the latest size, with those that are no markets last.
    func order(_ latest: MarketMix) -> [String] {
        latest.shares.filter { $0.rank != nil }.map(\.market) + latest.shares.filter { $0.rank == nil }.map(\.market)
    }

    private func inboundChart(_ latest: MarketMix, _ unit: StatisticalUnit) -> ReportChart? {
        guard latest.shares.contains(where: { $0.figure.value != nil }) else { return nil }
        let markets = order(latest)
        let table = marketsTable(markets, unit)
        let parts = markets.map { market in
            StackedBarChart.Part(
                label: text(cells.markets(market)),
                values: input.markets.map { $0.share(of: market)?.figure.chartValue ?? .missing })
        }
        let chart = StackedBarChart(
            outline: outline(
                id: "inbound", title: inboundTitle(latest, unit),
                description: spoken(
                    zip(input.markets, table.rows).map { ($0.period.label, $1.cells.last ?? cells.none) }),
                category: KPIWording.year, values: KPIWording.inboundVisitors, unit: unit,
                largest: input.markets.map(\.total).max(), categories: input.markets.map { text($0.period.label) }),
            parts: parts)
        return ReportChart(chart, table: table)
    }

    private func inboundTitle(_ mix: MarketMix, _ unit: StatisticalUnit) -> BilingualText {
        let leader = mix.shares.first { $0.rank == 1 }
        let leading = leader.flatMap { share in
            share.percentOfAll.map { KPIWording.leading(cells.markets(share.market), .share($0)) }
        }
        let growth = mix.isWhole ? try? mix.growth.get() : nil
        return KPIWording.inboundTitle(
            mix.period.label, .amount(mix.total, unit), isWhole: mix.isWhole, growth.map { .change($0) }, leading)
    }

    /// Every year and market, as drawn.
    private func marketsTable(_ markets: [String], _ unit: StatisticalUnit) -> ReportTable {
        let columns = markets.map {
            ReportColumn(text(cells.markets($0)), kind: unit.kind, unit: unit.name(language))
        }
        let total = ReportColumn(text(KPIWording.total), kind: unit.kind, unit: unit.name(language))
        return ReportTable(
            caption: text(KPIWording.marketsCaption),
            columns: [ReportColumn(text(KPIWording.year), kind: .period)] + columns + [total],
            rows: input.markets.map { mix in
                ReportRow(
                    text(mix.period.label), markets.map { cells.value(mix.share(of: $0)?.figure) } + [totalCell(mix)],
                    period: mix.period)
            })
    }

    /// The latest year by market: count, share, rank, growth, and what each adds to the growth of all.
    private func mixTable(_ mix: MarketMix, _ unit: StatisticalUnit) -> ReportTable {
        let rows = order(mix).compactMap { mix.share(of: $0) }.map { share in
            ReportRow(
                text(cells.markets(share.market)),
                [
                    cells.value(share.figure), cells.share(share.percentOfAll),
                    share.rank.map { ReportCell(format.count($0), exact: String($0)) } ?? cells.none,
                    cells.growth(share.growth), contribution(share.contribution),
                ])
        }
        let growth = try? mix.growth.get()
        let total = ReportRow(
            text(KPIWording.total),
            [totalCell(mix), .missing(""), .missing(""), cells.change(growth), contribution(growth)], isTotal: true)
        return ReportTable(
            caption: text(KPIWording.mixCaption(mix.period.label)),
            columns: [
                ReportColumn(text(KPIWording.market)),
                ReportColumn(text(KPIWording.visitors), kind: unit.kind, unit: unit.name(language)),
                ReportColumn(text(KPIWording.share), kind: .percent), ReportColumn(text(KPIWording.rank), kind: .count),
                ReportColumn(text(FigureWording.growth), kind: .percent),
                ReportColumn(text(KPIWording.contribution), kind: .decimal, unit: text(KPIWording.points)),
            ], rows: rows + [total])
    }

    private func totalCell(_ mix: MarketMix) -> ReportCell {
        ReportCell(
            (mix.isWhole ? "" : "*") + format.exact(mix.total), exact: mix.total.description,
            emphasis: mix.isWhole ? .total : .partial)
    }

    private func contribution(_ points: ExactDecimal?) -> ReportCell {
        points.map { ReportCell(format.signedDecimal($0), exact: $0.description) } ?? cells.none
    }
}

extension MarketMix {
    /// One market's part.
    func share(of market: String) -> MarketShare? { shares.first { $0.market == market } }
}

extension NumberFormat {
    /// A number with its sign and one decimal at least, such as `+3.5`.
    func signedDecimal(_ number: ExactDecimal) -> String {
        let text = decimal(DecimalText(number), places: max(1, number.fractionDigits))
        return number == .zero ? "±" + text : number.isNegative ? text : "+" + text
    }
}
