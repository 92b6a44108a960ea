public import VisitorModel

/// A forecast that somebody answered for, kept as it was said, so that it can be set against what came.
public struct PublishedForecast: Sendable, Hashable, Identifiable {
    /// What was said of a number still to come, in the unit of the forecast.
    public struct Said: Sendable, Hashable {
        /// The mean of the futures.
        public var mean: Double
        /// The range that holds 80 % of them.
        public var range80: ClosedRange<Double>
        /// The range that holds 95 % of them; it holds ``range80``.
        public var range95: ClosedRange<Double>

        /// Something said.
        public init(mean: Double, range80: ClosedRange<Double>, range95: ClosedRange<Double>) {
            self.mean = mean
            self.range80 = range80
            self.range95 = range95
        }
    }

    /// One month of it.
    public struct MonthAhead: Sendable, Hashable {
        /// The month.
        public var month: Month
        /// What was said of its count.
        public var said: Said

        /// A month.
        public init(month: Month, said: Said) {
            self.month = month
            self.said = said
        }
    }

    /// Its number, rising with time.
    public var id: Int
    /// When it was published.
    public var recordedAt: Timestamp
    /// Who answers for it.
    public var by: String
    /// The publication it was part of; `nil` where it was published by itself.
    public var publication: Int?

    /// The goal.
    public var target: String
    /// What is counted, with version: `exchange-population@1`.
    public var definition: String
    /// The unit of all counts.
    public var unit: StatisticalUnit
    /// The goal's year.
    public var year: Period
    /// The goal.
    public var goal: Int

    /// The last month the forecast rests on.
    public var lastMonth: Month
    /// The last month of which any count was known when it was published: months up to it were not foretold.
    public var knownThrough: Month
    /// The sum of the year's months that were known.
    public var known: Double
    /// The chance of the goal that was said, above 0 and below 1.
    public var chance: Double
    /// What was said of the year's total.
    public var total: Said
    /// The 1st to the 99th percentile of the year's total: 99 numbers, rising.
    public var percentiles: [Double]
    /// The months to come, in order.
    public var months: [MonthAhead]
    /// What errors are measured by (Hyndman and Koehler 2006).
    ///
    /// The mean absolute difference of the past the models learnt from to a year before; `nil` where the past has no two
    /// counts a year apart, or they never differ.
    public var scale: Double?

    /// The models, in their authors' notation.
    public var model: String
    /// Which edition of the models.
    public var modelVersion: String
    /// The program.
    public var product: String
    /// What the random numbers began with.
    public var seed: Int
    /// How many futures were drawn.
    public var pathCount: Int
    /// The SHA-256 of everything the forecast was worked out from.
    public var inputHash: String
    /// What its publisher had to say, such as why doubts were left open.
    public var note = ""

    /// A forecast to publish; the ledger gives it number and time.
    public init(
        by: String, target: String, definition: String, unit: StatisticalUnit, year: Period, goal: Int,
        lastMonth: Month, knownThrough: Month, known: Double, chance: Double, total: Said, percentiles: [Double],
        months: [MonthAhead], scale: Double?, model: String, modelVersion: String, product: String, seed: Int,
        pathCount: Int, inputHash: String
    ) {
        id = 0
        recordedAt = .distantFuture
        self.by = by
        self.target = target
        self.definition = definition
        self.unit = unit
        self.year = year
        self.goal = goal
        self.lastMonth = lastMonth
        self.knownThrough = knownThrough
        self.known = known
        self.chance = chance
        self.total = total
        self.percentiles = percentiles
        self.months = months
        self.scale = scale
        self.model = model
        self.modelVersion = modelVersion
        self.product = product
        self.seed = seed
        self.pathCount = pathCount
        self.inputHash = inputHash
    }
}
