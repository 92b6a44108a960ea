public import Languages
public import VisitorMetrics
import VisitorModel

/// One period's markets as a table: count, share, rank, year on year, contribution, index to a base year.
public struct MarketMixSheet {
    /// The mix.
    public let mix: MarketMix
    /// Each market's index against the base year, by identifier; the whole under `*`.
    public let indices: [String: BaseYearIndex]
    private let markets: PlaceNaming

    /// Makes a sheet.
    public init(_ mix: MarketMix, indices: [String: BaseYearIndex] = [:], markets: @escaping PlaceNaming) {
        self.mix = mix
        self.indices = indices
        self.markets = markets
    }

    /// The largest market first; those that are no markets last, then the sum of all, the unknown included.
    public func table(of definition: BilingualText, in language: Language) -> ReportTable? {
        guard let unit = mix.shares.first?.figure.unit else { return nil }
        let cells = FigureCells(language, places: { BilingualText(verbatim: $0) }, markets: markets)
        let format = NumberFormat(language: language)
        let ordered = mix.shares.filter { $0.rank != nil } + mix.shares.filter { $0.rank == nil }
        let growth = try? mix.growth.get()
        func points(_ value: ExactDecimal?) -> ReportCell {
            value.map { ReportCell(format.signedDecimal($0), exact: $0.description) } ?? cells.none
        }
        func index(_ id: String) -> [ReportCell] {
            guard !indices.isEmpty else { return [] }
            return [
                indices[id].map {
                    ReportCell(format.decimal(DecimalText($0.index), places: 1), exact: $0.index.description)
                }
                    ?? cells.none
            ]
        }
        let rows = ordered.map { share in
            ReportRow(
                markets(share.market)(language),
                [
                    cells.value(share.figure), cells.share(share.percentOfAll), cells.share(share.percentOfKnown),
                    share.rank.map { ReportCell(format.count($0), exact: String($0)) } ?? cells.none,
                    cells.growth(share.growth), points(share.contribution),
                ] + index(share.market))
        }
        let total = ReportRow(
            KPIWording.total(language),
            [
                ReportCell(
                    (mix.isWhole ? "" : "*") + format.exact(mix.total), exact: mix.total.description, emphasis: .total),
                .missing(""), .missing(""), .missing(""), cells.change(growth), points(growth),
            ] + index("*"), isTotal: true)
        var columns = [
            ReportColumn(KPIWording.market(language)),
            ReportColumn(KPIWording.visitors(language), kind: unit.kind, unit: unit.name(language)),
            ReportColumn(KPIWording.share(language), kind: .percent),
            ReportColumn(MarketWording.shareOfKnown(language), kind: .percent),
            ReportColumn(KPIWording.rank(language), kind: .count),
            ReportColumn(FigureWording.growth(language), kind: .percent),
            ReportColumn(KPIWording.contribution(language), kind: .decimal, unit: KPIWording.points(language)),
        ]
        if let base = indices.values.first?.base {
            columns.append(ReportColumn(MarketWording.index(base.label)(language), kind: .decimal))
        }
        return ReportTable(
            caption: definition(language) + " " + mix.period.label(language), columns: columns, rows: rows + [total])
    }

    /// Concentration, new and lost markets, months compared, and why a growth is refused.
    public func notes(in language: Language) -> [String] {
        var notes: [BilingualText] = []
        if let concentration = MarketConcentration(of: mix) { notes.append(MarketWording.concentration(concentration)) }
        if !mix.newMarkets.isEmpty { notes.append(MarketWording.new(mix.newMarkets.map { markets($0.market) })) }
        if !mix.lostMarkets.isEmpty { notes.append(MarketWording.lost(mix.lostMarkets.map { markets($0.market) })) }
        if let index = indices["*"] { notes.append(MarketWording.compared(index)) }
        if case .failure(let refusal) = mix.growth { notes.append(MarketWording.noGrowth(refusal.reason())) }
        if mix.growth.isSuccess { notes.append(MarketWording.contributions) }
        return notes.map { $0(language) }
    }
}

extension Result {
    fileprivate var isSuccess: Bool {
        if case .success = self { true } else { false }
    }
}
