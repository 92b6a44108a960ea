public import Languages
public import VisitorModel

/// A period against the year before in every way that can be asked for: as counted, over the same months and places,
/// with equal calendars, and with the list of designated places held still.
public struct PeriodComparison: Sendable, Hashable {
    /// Day weights that were used, and where they come from.
    public struct Weighting: Sendable, Hashable {
        /// What they are called.
        public var titles: BilingualText
        /// Where they come from.
        public var source: BilingualText
        /// Whether they are real.
        public var origin: DataOrigin
        /// The weights.
        public var weights: DayWeights

        /// Makes a weighting.
        public init(titles: BilingualText, source: BilingualText, origin: DataOrigin, weights: DayWeights) {
            self.titles = titles
            self.source = source
            self.origin = origin
            self.weights = weights
        }
    }

    /// The designated places' part, under a definition that has such a rule.
    public struct Designation: Sendable, Hashable {
        /// The definition with the rule.
        public let definition: MetricDefinition
        /// The change split into growth and the list.
        public let effect: DesignationEffect
        /// Why each place that entered or left did so, by place, in the year it is out.
        public let reasons: [String: BilingualText]
    }

    /// As counted, or why there is no rate.
    public let asCounted: Growth
    /// Over the same months and places; `nil` when nothing is counted.
    public let likeForLike: LikeForLike?
    /// Like for like with equal calendars; `nil` without weights or a rate.
    public let calendar: CalendarAdjustedComparison?
    /// The weights used.
    public let weighting: Weighting?
    /// With the list of places held still; `nil` without a rule or where a year is not whole.
    public let designation: Designation?

    /// The later period.
    public var period: Period { asCounted.current.period }
    /// What is compared.
    public var definition: MetricDefinition { asCounted.current.definition }

    /// Brings the readings together.
    public init(
        asCounted: Growth, likeForLike: LikeForLike?, weighting: Weighting? = nil, designation: Designation? = nil
    ) {
        self.asCounted = asCounted
        self.likeForLike = likeForLike
        self.weighting = weighting
        self.designation = designation
        calendar = likeForLike.flatMap { comparison in
            weighting.flatMap { CalendarAdjustedComparison(of: comparison, weights: $0.weights) }
        }
    }
}

extension Figures {
    /// A year's change under a definition with a rule of designation, split into growth and the list of places.
    ///
    /// - Returns: `nil` when the definition has no such rule, the period is no calendar year (the rule is made for
    ///   them), or one of the two years is not whole.
    public func designationEffect(
        of definition: MetricDefinition, in period: Period, through: Month? = nil
    ) -> PeriodComparison.Designation? {
        guard definition.designation != nil, case .calendarYear(let year) = period else { return nil }
        let before = CalendarYear(year.number - 1)
        let sums = figures(FigureQuery(of: definition, by: .calendarYear, through: through))
        let parts = figures(FigureQuery(of: definition, by: .calendarYear, split: .place, through: through))
        func counts(_ year: CalendarYear) -> [String: ExactDecimal]? {
            guard sums.first(where: { $0.period == .calendarYear(year) })?.wholeValue != nil else { return nil }
            let counted = parts.filter { $0.period == .calendarYear(year) }.compactMap { figure in
                figure.value.map { (figure.place, $0) }
            }
            return Dictionary(counted, uniquingKeysWith: { first, _ in first })
        }
        guard let earlier = counts(before), let later = counts(year),
            let effect = DesignationEffect(before: earlier, now: later)
        else { return nil }
        var reasons: [String: BilingualText] = [:]
        for change in effect.entered {
            reasons[change.place] = standings(of: definition, in: year)?[change.place]?.reason
        }
        for change in effect.left { reasons[change.place] = standings(of: definition, in: year)?[change.place]?.reason }
        return PeriodComparison.Designation(definition: definition, effect: effect, reasons: reasons)
    }
}
