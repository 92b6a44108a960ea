public import Languages

/// A key performance indicator of a plan: where it starts, where it is to get, who answers for it.
public struct IndicatorDefinition: Sendable, Hashable, Identifiable {
    /// Which way is good.
    public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
        case higher
        case lower
    }

    /// A value and the year it belongs to.
    public struct Mark: Sendable, Hashable {
        /// The value, in the indicator's unit.
        public var value: ObservedValue
        /// The year of the common era; `nil` when the plan does not say.
        public var year: Int?

        /// Makes a mark.
        public init(value: ObservedValue, year: Int?) {
            self.value = value
            self.year = year
        }
    }

    /// The yearly review of a plan (PDCA): what came of it, why, and what is done next.
    public struct Review: Sendable, Hashable {
        /// The year under review.
        public var year: Int
        /// What came of it.
        public var result: BilingualText
        /// Why.
        public var cause: BilingualText?
        /// What is done next.
        public var next: BilingualText?
        /// Who does it.
        public var responsible: BilingualText?
        /// By when, as written.
        public var due: String?

        /// Makes a review.
        public init(
            year: Int, result: BilingualText, cause: BilingualText? = nil, next: BilingualText? = nil,
            responsible: BilingualText? = nil, due: String? = nil
        ) {
            self.year = year
            self.result = result
            self.cause = cause
            self.next = next
            self.responsible = responsible
            self.due = due
        }
    }

    /// The identifier: `unemployment-rate`.
    public var id: String
    /// What people call it.
    public var titles: BilingualText
    /// The unit of its values.
    public var unit: StatisticalUnit
    /// The scale it is shown in, such as 百万 for 百万円; values are always in the plain unit.
    public var scale: Scale
    /// Whether its years are calendar or fiscal years.
    public var basis: Period.Kind
    /// Which way is good.
    public var direction: Direction
    /// Whether yearly values add up over the plan's years: "four fairs in five years".
    public var isCumulative: Bool
    /// Where the plan starts; `nil` when it names no baseline.
    public var baseline: Mark?
    /// Where it is to get, by year. A strategy has one; a yearly form may have one a year.
    public var targets: [Int: ExactDecimal]
    /// The metric that gives its actual values; `nil` when they come from the file of actuals.
    public var definition: String?
    /// Which named variant of a metric is meant, such as a kind of evenness over the months of ``definition``.
    public var variant: String?
    /// Who answers for it; `nil` when nobody is named yet.
    public var owner: BilingualText?
    /// What proves its actual values.
    public var evidence: BilingualText?
    /// The plan or guideline that sets it.
    public var source: BilingualText
    /// What must be said beside it.
    public var note: BilingualText?
    /// The yearly reviews, in order.
    public var reviews: [Review]
    /// The guideline generations that ask for it, such as 2020 and 2025; empty outside the national set.
    public var generations: [Int]
    /// Whether the form also asks for the part of foreign visitors; it has its own actuals, under ``inboundID``.
    public var hasInboundPart: Bool

    /// Makes an indicator.
    public init(
        id: String, titles: BilingualText, unit: StatisticalUnit, scale: Scale = .one,
        basis: Period.Kind = .fiscalYear, direction: Direction = .higher, isCumulative: Bool = false,
        baseline: Mark? = nil, targets: [Int: ExactDecimal] = [:], definition: String? = nil, variant: String? = nil,
        owner: BilingualText? = nil, evidence: BilingualText? = nil, source: BilingualText,
        note: BilingualText? = nil, reviews: [Review] = [], generations: [Int] = [], hasInboundPart: Bool = false
    ) {
        self.id = id
        self.titles = titles
        self.unit = unit
        self.scale = scale
        self.basis = basis
        self.direction = direction
        self.isCumulative = isCumulative
        self.baseline = baseline
        self.targets = targets
        self.definition = definition
        self.variant = variant
        self.owner = owner
        self.evidence = evidence
        self.source = source
        self.note = note
        self.reviews = reviews
        self.generations = generations
        self.hasInboundPart = hasInboundPart
    }

    /// The last year with a target, and the target.
    public var finalTarget: (year: Int, value: ExactDecimal)? {
        targets.max { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The period of a year by its number.
    public func period(_ year: Int) -> Period {
        basis == .calendarYear ? .calendarYear(CalendarYear(year)) : .fiscalYear(FiscalYear(year))
    }

    /// The identifier the foreign part has in the file of actuals.
    public var inboundID: String { id + ".inbound" }
}
