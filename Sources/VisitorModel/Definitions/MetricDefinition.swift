public import Languages

/// What a figure means: the measure that is added up, over which places, for whom, in which unit, from which source.
///
/// Two definitions never share an identifier; a changed definition is a new version.
public struct MetricDefinition: Sendable, Hashable {
    /// The identifier in words: `exchange-population`.
    public var name: String
    /// The version, from 1.
    public var version: Int
    /// What people call it.
    public var titles: BilingualText
    /// How it is computed, in words.
    public var formula: BilingualText
    /// The measure that is added up.
    public var measure: String
    /// The unit of the result.
    public var unit: StatisticalUnit
    /// The places whose counts are added, and the place they cover.
    public var cut: Cut
    /// Which visitors are counted.
    public var segment: Segment
    /// The markets that are added up when the source counts each market apart; empty when it counts all together.
    public var markets: [String]
    /// Whether the headline is the calendar or the fiscal year.
    public var basis: Period.Kind
    /// Releases in order of preference when several hold the same month; empty when there is only one.
    public var vintages: [String]
    /// Whether the figure is only set beside others to check them, never a key performance indicator itself.
    public var isCrossCheck: Bool
    /// Where the definition comes from.
    public var source: BilingualText
    /// What is done with the sum of counts; plain definitions are the sum itself.
    public var derivation: MetricDerivation
    /// When a place counts in a year by its counts of the year before; `nil` when all places always count.
    public var designation: DesignationThresholds?

    /// The day weights, by parameter, that growth is freed of the calendar with; `nil` when none are known.
    public var dayWeights: String?

    /// How the series is watched beside one's own, when it is another source's; `nil` when it is not.
    public var driftRule: DriftRule?

    /// What this version changed; `nil` for a first version.
    public var change: DefinitionChange?

    /// The identifier with its version: `exchange-population@1`.
    public var id: String { "\(name)@\(version)" }

    /// Makes a definition.
    public init(
        name: String, version: Int, titles: BilingualText, formula: BilingualText, measure: String,
        unit: StatisticalUnit, cut: Cut, segment: Segment = .all, markets: [String] = [],
        basis: Period.Kind = .calendarYear, vintages: [String] = [], isCrossCheck: Bool = false, source: BilingualText,
        derivation: MetricDerivation = .sum, designation: DesignationThresholds? = nil
    ) {
        self.name = name
        self.version = version
        self.titles = titles
        self.formula = formula
        self.measure = measure
        self.unit = unit
        self.cut = cut
        self.segment = segment
        self.markets = markets
        self.basis = basis
        self.vintages = vintages
        self.isCrossCheck = isCrossCheck
        self.source = source
        self.derivation = derivation
        self.designation = designation
    }
}

extension MetricDefinition {
    /// The segment of one market; without a market, the definition's own.
    public func segment(ofMarket market: String?) -> Segment {
        market.map { Segment(market: $0, stay: segment.stay) } ?? segment
    }
}
