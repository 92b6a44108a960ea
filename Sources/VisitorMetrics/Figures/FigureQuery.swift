public import VisitorModel

/// Which figures somebody wants.
public struct FigureQuery: Sendable, Hashable {
    /// The span each figure covers.
    public enum Grain: String, Sendable, Hashable, Codable, CaseIterable {
        /// One month.
        case month
        /// Three months of a calendar year.
        case quarter
        /// January to June, July to December.
        case half
        /// April to September 上期, October to March 下期.
        case fiscalHalf = "fiscal-half"
        /// The twelve months that end in each month.
        case rolling = "rolling-12-months"
        /// January to December.
        case calendarYear = "calendar-year"
        /// April to March.
        case fiscalYear = "fiscal-year"

        /// The grain whose figures have a period.
        public init(of period: Period) {
            self =
                switch period {
                case .day, .month: .month
                case .quarter: .quarter
                case .half(let half): half.isFiscal ? .fiscalHalf : .half
                case .twelveMonths: .rolling
                case .calendarYear: .calendarYear
                case .fiscalYear: .fiscalYear
                }
        }

        /// The period of this kind that a month lies in; of the rolling kind, the one that ends in it.
        public func period(containing month: Month) -> Period {
            switch self {
            case .month: .month(month)
            case .quarter: .quarter(month.quarter)
            case .half: .half(HalfYear(containing: month, isFiscal: false))
            case .fiscalHalf: .half(HalfYear(containing: month, isFiscal: true))
            case .rolling: .twelveMonths(TwelveMonths(endingIn: month))
            case .calendarYear: .calendarYear(month.calendarYear)
            case .fiscalYear: .fiscalYear(month.fiscalYear)
            }
        }
    }

    /// Whether figures are drawn up for the whole or for each part.
    public enum Split: String, Sendable, Hashable, Codable, CaseIterable {
        /// One figure for the whole of the cut.
        case none
        /// One figure for each place of the cut.
        case place
        /// One figure for each market: the definition's, or else those that are counted.
        case market
    }

    /// The definition.
    public var definition: MetricDefinition
    /// The span each figure covers.
    public var grain: Grain
    /// Whether figures are drawn up for each place of the cut or for each market.
    public var split: Split
    /// A month of the first period; `nil` for the first month with a number.
    public var from: Month?
    /// The last month looked at, and the last that is due; `nil` for the latest month with a number.
    public var through: Month?
    /// The one release to be used; `nil` to follow the definition's preference.
    public var vintage: String?

    /// Makes a query.
    public init(
        of definition: MetricDefinition, by grain: Grain, split: Split = .none, from: Month? = nil,
        through: Month? = nil, vintage: String? = nil
    ) {
        self.definition = definition
        self.grain = grain
        self.split = split
        self.from = from
        self.through = through
        self.vintage = vintage
    }
}
