public import VisitorModel

/// An observation with the load that brought it.
public struct RecordedObservation: Sendable, Hashable {
    /// What was observed.
    public var observation: Observation
    /// The load, one for all its observations: a report reads half a million of them.
    private let source: Source

    init(_ observation: Observation, from source: Source) {
        self.observation = observation
        self.source = source
    }

    /// The load's number.
    public var load: Int { source.summary.id }
    /// When the load was written.
    public var recordedAt: Timestamp { source.summary.recordedAt }
    /// The file's name as the user knows it.
    public var fileName: String { source.summary.header.fileName }
    /// The SHA-256 of the file's bytes.
    public var sha256: String { source.summary.header.sha256 }
    /// Where the file's numbers come from.
    public var dataOrigin: DataOrigin { source.summary.header.dataOrigin }
    /// How the load was undone, when it was: only in a history.
    public var withdrawal: Withdrawal? { source.summary.withdrawal }

    /// A load that many observations point to.
    final class Source: Sendable, Hashable {
        let summary: LoadSummary

        init(_ summary: LoadSummary) { self.summary = summary }

        static func == (left: Source, right: Source) -> Bool {
            left === right || left.summary == right.summary
        }

        func hash(into hasher: inout Hasher) { hasher.combine(summary.id) }
    }
}

/// Which observations are wanted; whatever is `nil` is not restricted.
public struct ObservationQuery: Sendable, Hashable {
    /// Measures by identifier.
    public var measures: Set<String>?
    /// Places by identifier.
    public var places: Set<String>?
    /// Sorts of period.
    public var kinds: Set<Period.Kind>?
    /// Segments, each exactly as named: all visitors is one of them, not the union.
    public var segments: Set<Segment>?
    /// Vintages.
    public var vintages: Set<String>?
    /// The first month of interest: periods that begin earlier are left out.
    public var from: Month?
    /// The last month of interest: periods that end later are left out.
    public var through: Month?

    /// Makes a query; without arguments, everything.
    public init(
        measures: Set<String>? = nil, places: Set<String>? = nil, kinds: Set<Period.Kind>? = nil,
        segments: Set<Segment>? = nil, vintages: Set<String>? = nil, from: Month? = nil, through: Month? = nil
    ) {
        self.measures = measures
        self.places = places
        self.kinds = kinds
        self.segments = segments
        self.vintages = vintages
        self.from = from
        self.through = through
    }

    /// Whether a series is wanted.
    func includes(_ series: SeriesKey) -> Bool {
        measures?.contains(series.measure) ?? true
            && places?.contains(series.place) ?? true
            && segments?.contains(series.segment) ?? true
            && vintages?.contains(series.vintage) ?? true
    }

    /// Whether every series is wanted.
    var includesEverySeries: Bool { measures == nil && places == nil && segments == nil && vintages == nil }
}
