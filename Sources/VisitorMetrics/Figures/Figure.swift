public import Languages
public import VisitorModel

/// A computed number with its identity, its coverage and how firm it is.
public struct Figure: Sendable, Hashable, Identifiable {
    /// What the number means.
    public let definition: MetricDefinition
    /// The place it is about: the whole of the definition's cut, or one member of it.
    public let place: String
    /// The span of time.
    public let period: Period
    /// Which visitors.
    public let segment: Segment
    /// The sum of the counts that are in, in ``unit``; `nil` when there is none.
    public let value: ExactDecimal?
    /// The weakest status of the counts that are in; when there is none, why.
    public let status: ObservationStatus
    /// How much of what was expected is in.
    public let coverage: Coverage
    /// The releases the counts were taken from, in order of name; the unnamed one is `""`.
    public let vintages: [String]
    /// The one release that was asked for, if one was.
    public let requestedVintage: String?
    /// What a reader must know beside the number.
    public let notices: [BilingualText]
    /// Half the width of the rounding in the counts, added up: the number is exact to ± this.
    public let roundingHalfWidth: Int
    /// Where the figure would lie with usual counts in place of missing ones; `nil` when nothing due is missing.
    public let range: FigureRange?
    /// The breaks in the series it adds up, whenever they were.
    public let breaks: [SeriesBreak]
    /// Half the width of the 95 % interval where the value is an estimate from a sample; `nil` where it is not.
    public let marginOfError: ExactDecimal?

    /// Makes a figure.
    public init(
        definition: MetricDefinition, place: String, period: Period, segment: Segment, value: ExactDecimal?,
        status: ObservationStatus, coverage: Coverage, vintages: [String] = [""], requestedVintage: String? = nil,
        notices: [BilingualText] = [], roundingHalfWidth: Int = 0, range: FigureRange? = nil,
        breaks: [SeriesBreak] = [], marginOfError: ExactDecimal? = nil
    ) {
        self.marginOfError = marginOfError
        self.definition = definition
        self.place = place
        self.period = period
        self.segment = segment
        self.value = value
        self.status = status
        self.coverage = coverage
        self.vintages = vintages
        self.requestedVintage = requestedVintage
        self.notices = notices
        self.roundingHalfWidth = roundingHalfWidth
        self.range = range
        self.breaks = breaks
    }

    /// The unit of the value.
    public var unit: StatisticalUnit { definition.unit }

    /// The identity, `exchange-population@1:mine-city:2013:*`, with `~vintage` when a release was asked for.
    public var id: String {
        let plain = "\(definition.id):\(place):\(period.id):\(segment.id)"
        return requestedVintage.map { "\(plain)~\($0)" } ?? plain
    }

    /// The value when every count of the period is in: the only value that may be judged or compared.
    public var wholeValue: ExactDecimal? { coverage.isWhole ? value : nil }
}
