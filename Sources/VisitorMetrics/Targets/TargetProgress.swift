public import VisitorModel

/// How far a metric has come towards a target, in the calendar or the fiscal reading of its years.
public struct TargetProgress: Sendable, Hashable {
    /// How a plan's years are read; plans often do not say.
    public enum Basis: String, Sendable, Hashable, Codable, CaseIterable {
        /// January to December.
        case calendarYear = "calendar-year"
        /// April to March.
        case fiscalYear = "fiscal-year"

        /// How a definition reads its years.
        public init(of definition: MetricDefinition) {
            self = definition.basis == .fiscalYear ? .fiscalYear : .calendarYear
        }

        /// The year of this kind with a number.
        public func period(_ year: Int) -> Period {
            switch self {
            case .calendarYear: .calendarYear(CalendarYear(year))
            case .fiscalYear: .fiscalYear(FiscalYear(year))
            }
        }

        /// The grain of the figures to be asked for.
        public var grain: FigureQuery.Grain {
            switch self {
            case .calendarYear: .calendarYear
            case .fiscalYear: .fiscalYear
            }
        }
    }

    /// The goal.
    public let target: TargetDefinition
    /// How its years are read.
    public let basis: Basis
    /// Every year from the baseline to the target.
    public let years: [TargetYear]
    /// The yearly rate in per cent the plan asked for from the start, with two digits.
    public let compoundRate: IndicatorValue
    /// The latest year, up to the target year, with every report in.
    public let latestWholeYear: Period?
    /// The yearly rate in per cent needed from the latest whole year on, with two digits.
    public let neededGrowth: IndicatorValue
    /// What each year must add from the latest whole year on, rounded to whole units.
    public let neededPerYear: IndicatorValue
    /// Whether the target is met.
    public let verdict: TargetVerdict

    /// Measures progress.
    ///
    /// - Parameters:
    ///   - target: The goal.
    ///   - basis: How its years are read.
    ///   - figures: The metric's figures for its whole cut; those of other definitions, places or kinds of year are
    ///     passed over.
    public init(towards target: TargetDefinition, basis: Basis, figures: [Figure]) {
        let path = TargetPath(to: target)
        let figures = figures.filter { $0.definition.id == target.definition && $0.place == $0.definition.cut.whole }
        let numbers = target.baselineYear...max(target.baselineYear, target.targetYear)
        let years = numbers.map { number in
            let period = basis.period(number)
            return TargetYear(
                period, number: number, figure: figures.first { $0.period == period }, path: path)
        }
        let latest = Array(zip(numbers, years)).last { $1.figure?.wholeValue != nil }
        let value = latest?.1.actual
        let yearsLeft = latest.map { target.targetYear - $0.0 } ?? 0
        self.target = target
        self.basis = basis
        self.years = years
        compoundRate = path.compoundRate
        latestWholeYear = latest?.1.period
        neededGrowth = Self.needed(from: value, over: yearsLeft) { value in
            guard value > .zero, target.target > .zero else { return .undefined(.baselineIsNotPositive) }
            return IndicatorValue(
                CompoundGrowth.rate(from: value, to: target.target, years: yearsLeft, fractionDigits: 2),
                otherwise: .tooManyDigits)
        }
        neededPerYear = Self.needed(from: value, over: yearsLeft) { value in
            IndicatorValue(
                target.target.subtracting(value)?.divided(by: ExactDecimal(yearsLeft), fractionDigits: 0),
                otherwise: .tooManyDigits)
        }
        verdict = TargetVerdict(
            of: years.last?.figure, latestWholeYear: latest?.1.period, target: target)
    }

    private static func needed(
        from value: ExactDecimal?, over yearsLeft: Int, _ indicator: (ExactDecimal) -> IndicatorValue
    ) -> IndicatorValue {
        guard let value else { return .undefined(.noWholeYear) }
        guard yearsLeft > 0 else { return .undefined(.targetYearIsOver) }
        return indicator(value)
    }
}
