public import Languages
public import VisitorMetrics
public import VisitorModel

/// One year by place, and the whole.
public struct PlaceBreakdown: Sendable, Hashable {
    /// One place.
    public struct Row: Sendable, Hashable {
        /// The place's figure of the year.
        public var current: Figure
        /// Its figure of the year before.
        public var base: Figure?
        /// The change in per cent over the months both years have; `nil` where there is none.
        public var change: ExactDecimal?
        /// How many months were compared, where they are fewer than the year has.
        public var comparedMonths: Int?
        /// Its share of the whole in per cent; `nil` where the whole has none.
        public var share: ExactDecimal?

        /// A place.
        public init(
            current: Figure, base: Figure? = nil, change: ExactDecimal? = nil, comparedMonths: Int? = nil,
            share: ExactDecimal? = nil
        ) {
            self.current = current
            self.base = base
            self.change = change
            self.comparedMonths = comparedMonths
            self.share = share
        }
    }

    /// The places in the order of the cut.
    public var rows: [Row]
    /// The whole.
    public var total: Row

    /// A breakdown.
    public init(rows: [Row], total: Row) {
        self.rows = rows
        self.total = total
    }
}

/// The way from one whole year's total to the next, place by place; the steps add up to the last digit.
public struct PlaceBridge: Sendable, Hashable {
    /// What one place added.
    public struct Step: Sendable, Hashable {
        /// The place's identifier.
        public var place: String
        /// The year less the year before.
        public var change: ExactDecimal

        /// A step.
        public init(place: String, change: ExactDecimal) {
            self.place = place
            self.change = change
        }
    }

    /// The year before.
    public var before: Figure
    /// The year.
    public var after: Figure
    /// The largest steps first.
    public var steps: [Step]
    /// All other places together; `nil` where there are none.
    public var others: ExactDecimal?

    /// A bridge.
    public init(before: Figure, after: Figure, steps: [Step], others: ExactDecimal? = nil) {
        self.before = before
        self.after = after
        self.steps = steps
        self.others = others
    }
}

/// How unevenly a year's visits are spread, or why that is not known.
public struct YearSeasonality: Sendable, Hashable {
    /// The year.
    public var year: Period
    /// The indicators, or why there are none.
    public var result: Result<Seasonality, Seasonality.Refusal>

    /// The seasonality of a year.
    public init(year: Period, result: Result<Seasonality, Seasonality.Refusal>) {
        self.year = year
        self.result = result
    }
}

/// A series of another source and unit, shown beside the headline and never added to it.
public struct CrossCheckSeries: Sendable, Hashable {
    /// What it counts.
    public var definition: MetricDefinition
    /// Its years in order, each with its growth.
    public var years: [Growth]
    /// What must be known before the series is read.
    public var notice: BilingualText

    /// A series.
    public init(definition: MetricDefinition, years: [Growth], notice: BilingualText) {
        self.definition = definition
        self.years = years
        self.notice = notice
    }
}

/// A value that was changed, and by which file.
public struct RevisedValue: Sendable, Hashable {
    /// The place's identifier.
    public var place: String
    /// The period.
    public var period: Period
    /// What it was; `nil` where there was none.
    public var old: ObservedValue?
    /// What it is now; `nil` where it was withdrawn.
    public var new: ObservedValue?
    /// The file that changed it.
    public var file: String

    /// A change.
    public init(place: String, period: Period, old: ObservedValue?, new: ObservedValue?, file: String) {
        self.place = place
        self.period = period
        self.old = old
        self.new = new
        self.file = file
    }
}

/// How many rows of a file are kept aside.
public struct HeldRows: Sendable, Hashable {
    /// The file.
    public var file: String
    /// How many rows.
    public var count: Int

    /// Rows kept aside.
    public init(file: String, count: Int) {
        self.file = file
        self.count = count
    }
}

/// A source, with what its licence asks to be said.
public struct SourceNotice: Sendable, Hashable {
    /// What the source is called.
    public var title: BilingualText
    /// The licence and what was changed; `nil` where there is nothing to say.
    public var licence: BilingualText?
    /// Whether its numbers are real.
    public var origin: DataOrigin

    /// A source.
    public init(title: BilingualText, licence: BilingualText? = nil, origin: DataOrigin) {
        self.title = title
        self.licence = licence
        self.origin = origin
    }
}
