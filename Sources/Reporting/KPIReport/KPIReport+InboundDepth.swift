import Languages
import VisitorMetrics
import VisitorModel

extension KPIReportWriter {
    /// How much hangs on few markets, which are new, those nobody asked, and each market against the base year.
    func inboundDepth(_ latest: MarketMix) -> [ReportBlock] {
        var blocks: [ReportBlock] = []
        if let table = indexTable(latest) { blocks.append(.table(table)) }
        if let sheet = input.nationalShares {
            if let chart = nationalSharesChart(sheet) { blocks.append(.chart(chart)) }
            blocks.append(.table(sheet.table(in: language, markets: cells.markets)))
            blocks += sheet.notes(in: language).map { .paragraph($0) }
        }
        let texts = [unknownText(latest)] + wholeYearTexts
        return blocks + texts.map { .paragraph(text($0)) }
    }

    /// Concentration and new markets are those of a whole year: a part of one has the markets of its season.
    private var wholeYearTexts: [BilingualText] {
        guard let mix = input.markets.last(where: \.isWhole) else { return [MarketWording.noWholeYear] }
        var texts: [BilingualText] = []
        if let concentration = MarketConcentration(of: mix) {
            let scale = MarketWording.scale
            let measured = MarketWording.concentration(concentration)
            texts.append(BilingualText(ja: measured.ja + scale.ja, en: "\(measured.en) \(scale.en)"))
        }
        func names(_ shares: [MarketShare]) -> [BilingualText] { shares.map { cells.markets($0.market) } }
        // Without a whole count of the year before nobody can say whether a market is new.
        let untold = mix.shares.filter { $0.growth.base?.wholeValue == nil }
        if !mix.newMarkets.isEmpty {
            texts.append(MarketWording.new(names(mix.newMarkets)))
        } else if untold.isEmpty {
            texts.append(MarketWording.nothingNew)
        }
        if !untold.isEmpty { texts.append(MarketWording.newUntold(names(untold))) }
        if !mix.lostMarkets.isEmpty { texts.append(MarketWording.lost(names(mix.lostMarkets))) }
        return texts.map { MarketWording.inYear(mix.period.label, $0) }
    }

    private func unknownText(_ mix: MarketMix) -> BilingualText {
        let found = mix.shares.first(where: \.isUnknown)
        if found?.figure.status == .suppressed {
            return MarketWording.inYear(mix.period.label, MarketWording.unknownKeptBack)
        }
        guard let unknown = found, let value = unknown.figure.value else {
            return MarketWording.inYear(mix.period.label, MarketWording.unknownNotCounted)
        }
        return MarketWording.inYear(
            mix.period.label,
            MarketWording.unknown(
                .amount(value, unknown.figure.unit), unknown.percentOfAll.map { .share($0) },
                isWhole: unknown.figure.coverage.isWhole))
    }

    /// Each market and the whole, over the months that both years have; `nil` where no month can be compared.
    private func indexTable(_ latest: MarketMix) -> ReportTable? {
        guard let base = input.marketIndices.values.first?.base, base != latest.period,
            let unit = latest.shares.first?.figure.unit
        else { return nil }
        let markets = order(latest).map { ($0, text(cells.markets($0))) }
        let rows = (markets + [("*", text(KPIWording.total))]).map { id, name in
            ReportRow(name, indexCells(input.marketIndices[id]), isTotal: id == "*")
        }
        func count(_ title: BilingualText) -> ReportColumn {
            ReportColumn(text(title), kind: unit.kind, unit: unit.name(language))
        }
        return ReportTable(
            caption: text(MarketWording.indexCaption(latest.period.label, base.label)),
            columns: [
                ReportColumn(text(KPIWording.market)), count(MarketWording.sameMonths(base.label)),
                count(MarketWording.sameMonths(latest.period.label)),
                ReportColumn(text(MarketWording.monthsCompared), kind: .count),
                ReportColumn(text(MarketWording.index(base.label)), kind: .decimal),
            ], rows: rows)
    }

    private func indexCells(_ index: BaseYearIndex?) -> [ReportCell] {
        guard let index else { return Array(repeating: cells.none, count: 4) }
        return [
            ReportCell(format.exact(index.baseValue), exact: index.baseValue.description),
            ReportCell(format.exact(index.current), exact: index.current.description),
            ReportCell(format.count(index.months.count), exact: String(index.months.count)),
            ReportCell(format.decimal(DecimalText(index.index), places: 1), exact: index.index.description),
        ]
    }
}
