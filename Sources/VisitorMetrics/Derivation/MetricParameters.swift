public import Languages
public import VisitorModel

/// Values that formulas need beside the counts, each with its source: survey tables by quarter, numbers by year.
public struct MetricParameters: Sendable {
    /// A survey by quarter.
    public struct Survey: Sendable {
        /// What people call it.
        public var titles: BilingualText
        /// Where it comes from.
        public var source: BilingualText
        /// Whether its numbers are real.
        public var origin: DataOrigin
        /// The file it was read from, and its hash.
        public var file: String
        /// The hash of the file.
        public var sha256: String
        /// Its quarters.
        public var waves: [Quarter: SurveyWave]
        /// By how much the survey's design widens the variance.
        public var designEffect: Double

        /// Makes a survey.
        public init(
            titles: BilingualText, source: BilingualText, origin: DataOrigin, file: String, sha256: String,
            waves: [Quarter: SurveyWave], designEffect: Double = 1
        ) {
            self.titles = titles
            self.source = source
            self.origin = origin
            self.file = file
            self.sha256 = sha256
            self.waves = waves
            self.designEffect = designEffect
        }
    }

    /// Numbers by year, such as a daytime population.
    public struct Yearly: Sendable {
        /// What people call it.
        public var titles: BilingualText
        /// Where it comes from.
        public var source: BilingualText
        /// Whether its numbers are real.
        public var origin: DataOrigin
        /// The values by year of the common era.
        public var values: [Int: ExactDecimal]

        /// Makes a series of yearly numbers.
        public init(titles: BilingualText, source: BilingualText, origin: DataOrigin, values: [Int: ExactDecimal]) {
            self.titles = titles
            self.source = source
            self.origin = origin
            self.values = values
        }

        /// The latest value up to a year, and its year: a census stands until the next one.
        func value(in year: Int) -> (year: Int, value: ExactDecimal)? {
            values.filter { $0.key <= year }.max { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
    }

    /// The surveys by name.
    public var surveys: [String: Survey]
    /// The yearly numbers by name.
    public var yearly: [String: Yearly]
    /// The weights of days by name.
    public var dayWeights: [String: PeriodComparison.Weighting] = [:]

    /// Makes parameters; without arguments none.
    public init(surveys: [String: Survey] = [:], yearly: [String: Yearly] = [:]) {
        self.surveys = surveys
        self.yearly = yearly
    }
}
