public import VisitorLedger
public import VisitorMetrics
public import VisitorModel

/// How far a metric has come towards its goal, in the reading its definition takes and in the other one.
public struct GoalProgress: Sendable {
    /// What is measured.
    public var definition: MetricDefinition
    /// The goal, with the years of the definition's basis.
    public var headline: TargetProgress
    /// The same goal with the other kind of year, since plans often do not say which they mean.
    public var otherReading: TargetProgress
    /// For a year in progress, the same months and places of both years; `nil` when the last year is over.
    public var likeForLike: LikeForLike?
    /// What years with missing reports would come to with the usual counts of what is missing.
    public var usualTotals: [Period: ExactDecimal]
    /// Where the counts come from: illustrative data must never pass as a record.
    public var origins: Set<DataOrigin>
}

extension LedgerView {
    /// Measures progress towards a goal.
    public func progress(towards target: TargetDefinition, by definition: MetricDefinition) -> GoalProgress {
        let basis = TargetProgress.Basis(of: definition)
        let other: TargetProgress.Basis = basis == .calendarYear ? .fiscalYear : .calendarYear
        func progress(_ basis: TargetProgress.Basis) -> TargetProgress {
            TargetProgress(towards: target, basis: basis, figures: figures(of: definition, by: basis.grain))
        }
        let headline = progress(basis)
        let begun = headline.years.last { $0.figure != nil }
        var usualTotals: [Period: ExactDecimal] = [:]
        for figure in headline.years.compactMap(\.figure) where !figure.coverage.missing.isEmpty {
            usualTotals[figure.period] = figures.totalWithUsualCounts(figure)
        }
        var likeForLike: LikeForLike?
        if let begun, begun.figure?.coverage.notYetDue ?? 0 > 0 {
            likeForLike = figures.likeForLike(of: definition, in: begun.period, through: through)
        }
        return GoalProgress(
            definition: definition, headline: headline, otherReading: progress(other), likeForLike: likeForLike,
            usualTotals: usualTotals, origins: Set(recorded.map(\.dataOrigin)))
    }
}

extension Workspace {
    /// How far a goal is reached.
    ///
    /// - Parameters:
    ///   - target: The goal's identifier; the first goal when `nil`.
    ///   - asOf: What was known at a moment.
    ///   - through: The last month to look at.
    /// - Throws: `DiagnosticsError` when there is no such goal, `LedgerError` when the ledger cannot be read.
    public func goalProgress(target: String?, asOf: Timestamp? = nil, through: Month? = nil) throws -> GoalProgress {
        let target = try self.target(named: target)
        let definition = try metric(named: target.definition)
        let view = try view(of: [definition], asOf: asOf, through: through, onlySegments: [])
        return view.progress(towards: target, by: definition)
    }
}
