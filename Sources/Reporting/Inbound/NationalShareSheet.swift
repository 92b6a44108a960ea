public import Languages
public import VisitorMetrics
public import VisitorModel

/// Each market's visits here beside its arrivals in the whole country: two statistics, each in a column of its own.
public struct NationalShareSheet: Sendable, Hashable {
    /// One market, or all together.
    public struct Row: Sendable, Hashable {
        /// The share, with its identity.
        public var figure: Figure
        /// The counts behind it; `nil` where no month is known on both sides.
        public var share: ShareSeries.Share?
        /// Against the year before, over the months both years have.
        public var yearBefore: ShareSeries.Index?
        /// Against the base year, over the months both years have.
        public var index: ShareSeries.Index?

        /// A row.
        public init(
            figure: Figure, share: ShareSeries.Share?, yearBefore: ShareSeries.Index?, index: ShareSeries.Index?
        ) {
            self.figure = figure
            self.share = share
            self.yearBefore = yearBefore
            self.index = index
        }
    }

    /// What is set beside each other: our own count, and the whole.
    public let titles: (ours: BilingualText, theirs: BilingualText)
    /// The units of both.
    public let units: (ours: StatisticalUnit, theirs: StatisticalUnit)
    /// The base year of the index; `nil` without one.
    public let base: Period?
    /// The markets, the largest share first, then all together.
    public let rows: [Row]

    /// A sheet of one period; rows are brought in order.
    public init(
        titles: (ours: BilingualText, theirs: BilingualText), units: (ours: StatisticalUnit, theirs: StatisticalUnit),
        base: Period?, rows: [Row]
    ) {
        self.titles = titles
        self.units = units
        self.base = base
        let markets = rows.filter { $0.figure.segment.market != nil }.sorted {
            ($1.figure.value ?? -1, $0.figure.id) < ($0.figure.value ?? -1, $1.figure.id)
        }
        self.rows = markets + rows.filter { $0.figure.segment.market == nil }
    }

    /// The shares with their identities.
    public var figures: [Figure] { rows.map(\.figure) }

    /// The sheet as a table.
    public func table(in language: Language, markets: @escaping PlaceNaming) -> ReportTable {
        let cells = FigureCells(language, markets: markets)
        let format = NumberFormat(language: language)
        func share(_ value: ExactDecimal?, of figure: Figure? = nil) -> ReportCell {
            guard let value else { return cells.none }
            let isWhole = figure?.coverage.isWhole ?? true
            return ReportCell(
                (isWhole ? "" : "*") + format.decimal(DecimalText(value), places: 3), exact: value.description,
                figureID: figure?.id, emphasis: isWhole ? .normal : .partial)
        }
        func count(_ value: ExactDecimal?) -> ReportCell {
            value.map { ReportCell(format.exact($0), exact: $0.description) } ?? cells.none
        }
        var columns = [
            ReportColumn(KPIWording.market(language)),
            ReportColumn(titles.ours(language), kind: .count, unit: units.ours.name(language)),
            ReportColumn(titles.theirs(language), kind: .count, unit: units.theirs.name(language)),
            ReportColumn(MarketWording.nationalShare(language), kind: .decimal, unit: "‰"),
            ReportColumn(MarketWording.shareBefore(language), kind: .decimal, unit: "‰"),
        ]
        if let base { columns.append(ReportColumn(MarketWording.index(base.label)(language), kind: .decimal)) }
        let rows = rows.map { row in
            let index = row.index.map {
                ReportCell(format.decimal(DecimalText($0.value), places: 1), exact: $0.value.description)
            }
            let market = row.figure.segment.market
            return ReportRow(
                market.map { markets($0)(language) } ?? KPIWording.total(language),
                [
                    count(row.share?.ours), count(row.share?.theirs), share(row.figure.value, of: row.figure),
                    share(row.yearBefore?.base.perMille),
                ] + (base == nil ? [] : [index ?? cells.none]),
                isTotal: market == nil)
        }
        let period = self.rows.first?.figure.period
        return ReportTable(
            caption: MarketWording.nationalCaption(period?.label ?? BilingualText(verbatim: ""))(language),
            columns: columns, rows: rows)
    }

    /// Which months are compared, and what must be known before the shares are read.
    public func notes(in language: Language) -> [String] {
        var notes: [BilingualText] = []
        for row in rows { for notice in row.figure.notices where !notes.contains(notice) { notes.append(notice) } }
        if let index = rows.compactMap(\.index).first {
            notes.append(MarketWording.sharesCompared(index.current.months.count))
        }
        return notes.map { $0(language) }
    }

    /// Whether two sheets say the same.
    public static func == (left: Self, right: Self) -> Bool {
        left.titles == right.titles && left.units == right.units && left.base == right.base && left.rows == right.rows
    }

    /// The rows tell sheets apart.
    public func hash(into hasher: inout Hasher) { hasher.combine(rows) }
}
