public import Languages
public import VisitorModel

/// A derived figure with everything that led to it.
public struct DerivedFigure: Sendable, Hashable {
    /// One term of the derivation: a part of the sum left out, divided or added.
    public struct Term: Sendable, Hashable {
        /// What sort of step it is.
        public let kind: MetricBridge.Kind
        /// What happens.
        public let label: BilingualText
        /// What it changes, in whole people.
        public let change: ExactDecimal
        /// The calculation in numbers, a line a quarter where it is made by quarters.
        public let lines: [BilingualText]

        /// The lines in one.
        public var detail: BilingualText {
            BilingualText(ja: lines.map(\.ja).joined(separator: "、"), en: lines.map(\.en).joined(separator: "; "))
        }
    }

    /// The sum of counts it starts from, in the measure's own unit.
    public let base: Figure
    /// The terms, in order; `base + Σ terms = value`.
    public let terms: [Term]
    /// The result.
    public let figure: Figure
    /// The quarters estimated, where a survey was used.
    public let quarters: [CommonStandardEstimate]
}

extension MetricDefinition {
    /// The plain sum a derived definition starts from.
    public func base(unit: StatisticalUnit) -> MetricDefinition {
        var base = self
        base.derivation = .sum
        base.unit = unit
        return base
    }
}

/// Draws up derived figures: sums first, then what the derivation does with them.
public struct Derivation: Sendable {
    /// The sums.
    public let figures: Figures
    /// What formulas need beside them.
    public let parameters: MetricParameters

    /// Makes a derivation over counts.
    public init(figures: Figures, parameters: MetricParameters) {
        self.figures = figures
        self.parameters = parameters
    }

    /// The derived figures of a query, by period; only for the whole of the cut.
    public func derive(_ query: FigureQuery, baseUnit: StatisticalUnit) -> [DerivedFigure] {
        var base = query
        base.definition = query.definition.base(unit: baseUnit)
        base.split = .none
        let sums = figures.figures(base)
        var months = base
        months.grain = .month
        months.from = sums.first?.period.firstMonth
        let monthly = Dictionary(
            figures.figures(months).map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
        return sums.map { derive($0, as: query.definition, monthly: monthly) }
    }

    private func derive(
        _ base: Figure, as definition: MetricDefinition, monthly: [Period: Figure]
    ) -> DerivedFigure {
        switch definition.derivation {
        case .sum: DerivedFigure(base: base, terms: [], figure: base, quarters: [])
        case .withoutResidents(let name):
            bySurvey(base, as: definition, name, monthly: monthly, isDivided: false)
        case .realTrips(let name): bySurvey(base, as: definition, name, monthly: monthly, isDivided: true)
        case .withCommuters(let daytime, let local):
            withCommuters(base, as: definition, daytime: daytime, local: local)
        case .share: .absent(base, as: definition, because: .noSum)
        }
    }

    private func bySurvey(
        _ base: Figure, as definition: MetricDefinition, _ name: String, monthly: [Period: Figure], isDivided: Bool
    ) -> DerivedFigure {
        guard let survey = parameters.surveys[name] else {
            return .absent(base, as: definition, because: .noSurvey(name))
        }
        var gross: [(quarter: Quarter, count: Int)] = []
        for month in base.period.months {
            guard let count = monthly[.month(month)]?.value?.whole else { continue }
            if gross.last?.quarter == month.quarter {
                gross[gross.count - 1].count += count
            } else {
                gross.append((month.quarter, count))
            }
        }
        let missing = gross.map(\.quarter).filter { survey.waves[$0] == nil }
        guard missing.isEmpty, !gross.isEmpty else {
            return .absent(base, as: definition, because: .noWave(missing, in: survey.titles))
        }
        let estimates = gross.compactMap { part in
            survey.waves[part.quarter].flatMap {
                CommonStandardEstimate(gross: part.count, wave: $0, designEffect: survey.designEffect)
            }
        }
        guard estimates.count == gross.count else {
            return .absent(base, as: definition, because: .tooManyDigits)
        }
        return DerivedFigure(
            base: base, definition: definition, estimates: estimates, survey: survey, isDivided: isDivided)
    }

    private func withCommuters(
        _ base: Figure, as definition: MetricDefinition, daytime: String, local: String
    ) -> DerivedFigure {
        let year = base.period.firstMonth.year
        guard base.period.kind == .calendarYear || base.period.kind == .fiscalYear else {
            return .absent(base, as: definition, because: .onlyYears)
        }
        guard let day = parameters.yearly[daytime], let staying = parameters.yearly[local],
            let present = day.value(in: year), let homeWorkers = staying.value(in: year)
        else { return .absent(base, as: definition, because: .noYearly(year)) }
        let terms = [
            DerivedFigure.Term(
                kind: .term, label: day.titles, change: present.value,
                lines: [.yearlyValue(present.year, present.value)]),
            DerivedFigure.Term(
                kind: .term, label: staying.titles, change: homeWorkers.value.negated,
                lines: [.yearlyValue(homeWorkers.year, homeWorkers.value)]),
        ]
        let value = terms.reduce(base.value) { sum, term in sum?.adding(term.change) }
        let isMadeUp = [day.origin, staying.origin].contains(.illustrative)
        return DerivedFigure(
            base: base, terms: terms,
            figure: base.derived(
                as: definition, value: value, notices: [.stockAndFlow] + (isMadeUp ? [.illustrativeParameters] : [])),
            quarters: [])
    }
}
