public import Languages

/// A goal for a metric: from a baseline in one year to a target in another.
public struct TargetDefinition: Sendable, Hashable {
    /// The identifier: `exchange-population-2019`.
    public var id: String
    /// What people call it.
    public var titles: BilingualText
    /// The identifier with version of the metric it is about.
    public var definition: String
    /// The value the plan starts from, as published.
    public var baseline: ObservedValue
    /// The year of the baseline; calendar or fiscal as the metric's basis says.
    public var baselineYear: Int
    /// The value to be reached.
    public var target: ExactDecimal
    /// The year it is to be reached in.
    public var targetYear: Int
    /// The plan that sets it.
    public var source: BilingualText

    /// Makes a goal.
    public init(
        id: String, titles: BilingualText, definition: String, baseline: ObservedValue, baselineYear: Int,
        target: ExactDecimal, targetYear: Int, source: BilingualText
    ) {
        self.id = id
        self.titles = titles
        self.definition = definition
        self.baseline = baseline
        self.baselineYear = baselineYear
        self.target = target
        self.targetYear = targetYear
        self.source = source
    }
}
