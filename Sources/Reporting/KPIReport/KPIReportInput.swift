public import Languages
public import VisitorMetrics
public import VisitorModel

/// Everything a KPI report says, computed by others: the report only chooses words, tables and drawings.
///
/// Whatever is left empty is said to be absent in the report, never drawn as an empty chart.
public struct KPIReportInput: Sendable, Hashable {
    /// The language of the report.
    public var language: Language
    /// What the organisation's area is called.
    public var destination: BilingualText
    /// What the report is about: the headline metric.
    public var definition: MetricDefinition
    /// The last month looked at.
    public var through: Month
    /// The name and version of what writes the report.
    public var product: String
    /// When it is written, as text; `nil` where the same bytes are wanted every time.
    public var generatedAt: String?
    /// Put before the ids of drawings, so that several reports can stand on one page.
    public var drawingPrefix = ""
    /// Whether nobody has approved it yet.
    public var isDraft = true
    /// Where the data come from; illustrative ones put a banner on every page.
    public var origins: Set<DataOrigin> = []
    /// The names of places by identifier.
    public var placeNames: [String: BilingualText] = [:]
    /// The names of markets by identifier.
    public var marketNames: [String: BilingualText] = [:]

    /// Where the goal's year will end; `nil` when nothing is forecast.
    public var outlook: OutlookText?
    /// The same month by month.
    public var outlookCurve: OutlookCurve?
    /// Why there is no outlook, where one was looked for and refused: too short to say, too far ahead.
    public var outlookRefusal: BilingualText?
    /// What forecasts published before were worth; `nil` when none was.
    public var forecastRecord: BilingualText?
    /// The way to the target in the definition's own years, and in the other reading.
    public var progress: TargetProgress?
    /// The same with fiscal years, when ``progress`` has calendar years.
    public var fiscalProgress: TargetProgress?
    /// The year in progress against the same months and places a year before.
    public var likeForLike: LikeForLike?
    /// What incomplete periods would come to with the usual counts.
    public var usualTotals: [Period: ExactDecimal] = [:]

    /// The sheet of all indicators; `nil` where none are defined.
    public var indicators: IndicatorSheet?

    /// Calendar years in order, each with its growth.
    public var calendarYears: [Growth] = []
    /// Fiscal years in order, each with its growth.
    public var fiscalYears: [Growth] = []
    /// The last 24 to 36 months in order, each with its growth.
    public var months: [Growth] = []
    /// Where the headline metric stands in the last month and the spans that end with it; empty in a yearly report.
    public var standings: [Standing] = []
    /// All months of the headline metric in order, for the calendar.
    public var calendarMonths: [Figure] = []
    /// The months of each place of the cut, for shapes and for who has reported.
    public var placeMonths: [Figure] = []
    /// The calendar year of a yearly report; `nil` for a monthly one.
    public var year: CalendarYear?
    /// In a yearly report, what each place added to the year; `nil` where one of the two years is not whole.
    public var placeBridge: PlaceBridge?
    /// One year by place.
    public var places: PlaceBreakdown?
    /// Inbound visitors by market, a year each, in order; the last one is the one reported on.
    public var markets: [MarketMix] = []
    /// The last of ``markets`` against the goal's base year, by market; the whole under `*`.
    public var marketIndices: [String: BaseYearIndex] = [:]
    /// Inbound visitors month by month, with events; `nil` where no markets are counted.
    public var inboundMonths: InboundMonths?
    /// Each market's part of its arrivals in the whole country; `nil` where no national counts are known.
    public var nationalShares: NationalShareSheet?
    /// Published values set against our sums.
    public var reconciliations: [Reconciliation] = []
    /// Figures printed for a place as a whole, held against their parts; `nil` where none are.
    public var parentChecks: ParentCheckSheet?
    /// The seasonality of the last whole year.
    public var seasonality: YearSeasonality?
    /// The seasonality of all years; `nil` where nothing is counted.
    public var seasonalityYears: SeasonalitySheet?
    /// The latest whole year, and the year in progress, each against the year before.
    public var comparisons: [ComparisonSheet] = []
    /// Series of other sources that only serve as a check, each on a chart of its own.
    public var crossChecks: [CrossCheckSeries] = []

    /// Other statistics watched beside the headline, each with its ratio over time.
    public var drifts: [DriftSheet] = []

    /// What became of each expected report of the headline's measure, by place and month.
    public var reportStates: [String: [Month: ReportState]] = [:]
    /// Counts that do not fit their past or their neighbours.
    public var doubts = DoubtfulCounts()
    /// Reports that are due and not in.
    public var missing: [MissingReport] = []
    /// Values that were changed of late.
    public var revisions: [RevisedValue] = []
    /// Rows kept aside, by file.
    public var held: [HeldRows] = []
    /// The definitions used.
    public var definitions: [MetricDefinition] = []
    /// The sources used.
    public var sources: [SourceNotice] = []
    /// Where the figures come from, in the report's language.
    public var passports: [FigurePassport] = []

    /// An input with nothing but its subject; the rest is filled in.
    public init(
        language: Language, destination: BilingualText, definition: MetricDefinition, through: Month, product: String
    ) {
        self.language = language
        self.destination = destination
        self.definition = definition
        self.through = through
        self.product = product
    }
}
