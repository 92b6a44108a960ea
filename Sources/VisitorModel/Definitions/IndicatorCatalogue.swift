public import Languages

/// A plan's own tree: basic goals 基本目標, measures 施策, concrete measures 具体的な施策, each with its indicators.
public struct PlanNode: Sendable, Hashable, Identifiable {
    /// How deep a node stands.
    public enum Level: Int, Sendable, Hashable, CaseIterable {
        case goal
        case measure
        case action

        /// What people call it.
        public var name: BilingualText {
            switch self {
            case .goal: BilingualText(ja: "基本目標", en: "Basic goal")
            case .measure: BilingualText(ja: "施策", en: "Measure")
            case .action: BilingualText(ja: "具体的な施策", en: "Concrete measure")
            }
        }
    }

    /// The identifier.
    public var id: String
    /// How deep it stands.
    public var level: Level
    /// What the plan calls it.
    public var titles: BilingualText
    /// Its indicators.
    public var indicators: [IndicatorDefinition]
    /// The nodes below it.
    public var children: [PlanNode]

    /// Makes a node.
    public init(
        id: String, level: Level, titles: BilingualText, indicators: [IndicatorDefinition] = [],
        children: [PlanNode] = []
    ) {
        self.id = id
        self.level = level
        self.titles = titles
        self.indicators = indicators
        self.children = children
    }

    /// All indicators at and below the node, in the plan's order.
    public var allIndicators: [IndicatorDefinition] { indicators + children.flatMap(\.allIndicators) }
}

/// A plan with its years and its tree.
public struct PlanDefinition: Sendable, Hashable {
    /// What the plan is called.
    public var titles: BilingualText
    /// Its first and last year.
    public var years: ClosedRange<Int>
    /// Its basic goals.
    public var goals: [PlanNode]
    /// What must be said about the tree, such as wording that has not been checked against the plan.
    public var note: BilingualText?

    /// Makes a plan.
    public init(titles: BilingualText, years: ClosedRange<Int>, goals: [PlanNode], note: BilingualText? = nil) {
        self.titles = titles
        self.years = years
        self.goals = goals
        self.note = note
    }

    /// All indicators in the plan's order.
    public var indicators: [IndicatorDefinition] { goals.flatMap(\.allIndicators) }
}

/// A form handed in to a ministry: one row an indicator, one column a year.
public struct IndicatorForm: Sendable, Hashable {
    /// What the form is called.
    public var titles: BilingualText
    /// How many years before the year of the form it shows.
    public var pastYears: Int
    /// How many years from the year of the form on it shows.
    public var comingYears: Int
    /// The indicators in the form's order.
    public var indicators: [IndicatorDefinition]
    /// What must be said about the form.
    public var note: BilingualText?

    /// Makes a form.
    public init(
        titles: BilingualText, pastYears: Int = 3, comingYears: Int = 3, indicators: [IndicatorDefinition],
        note: BilingualText? = nil
    ) {
        self.titles = titles
        self.pastYears = pastYears
        self.comingYears = comingYears
        self.indicators = indicators
        self.note = note
    }
}

/// When an indicator's light is green, amber or red.
public struct TrafficLightRule: Sendable, Hashable {
    /// From this per cent of the expected progress on, green.
    public var green: ExactDecimal
    /// From this per cent on, amber; below, red.
    public var amber: ExactDecimal

    /// A rule; without arguments green from 100 and amber from 80 per cent.
    public init(green: ExactDecimal = 100, amber: ExactDecimal = 80) {
        self.green = green
        self.amber = amber
    }
}

/// All indicators of a workspace.
public struct IndicatorCatalogue: Sendable, Hashable {
    /// The strategy's tree; `nil` without one.
    public var plan: PlanDefinition?
    /// The national DMO form; `nil` without one.
    public var form: IndicatorForm?
    /// The rule of the lights.
    public var lights: TrafficLightRule

    /// Makes a catalogue.
    public init(plan: PlanDefinition? = nil, form: IndicatorForm? = nil, lights: TrafficLightRule = TrafficLightRule())
    {
        self.plan = plan
        self.form = form
        self.lights = lights
    }

    /// All indicators, the plan's first.
    public var indicators: [IndicatorDefinition] { (plan?.indicators ?? []) + (form?.indicators ?? []) }
}
