public import VisitorModel

/// Whether a target is met, as far as the reports allow to say.
public enum TargetVerdict: Sendable, Hashable {
    /// The target is met with so much to spare (0 or more). `isCertainMinimum`: reports are missing or still to come,
    /// but cannot change it, since counts are never below zero.
    case met(by: ExactDecimal, isCertainMinimum: Bool)
    /// The target is missed by so much (more than 0).
    case missed(by: ExactDecimal, isCertainMinimum: Bool)
    /// The target year has not come or is not over: the latest whole year, and the target year's figure if it has begun.
    case open(latestWholeYear: Period?, soFar: Figure?)
    /// The target year is over, reports are missing, and they decide: its figure is a lower bound only.
    case incomplete(Figure)
    /// There is no number to judge by.
    case noData

    /// Judges a target year.
    ///
    /// - Parameters:
    ///   - figure: The target year's figure, if there is one.
    ///   - latestWholeYear: The latest year with every report in, of those before or in the target year.
    ///   - target: The goal; one below its baseline is met by not exceeding it.
    init(of figure: Figure?, latestWholeYear: Period?, target: TargetDefinition) {
        guard let figure, let value = figure.value else {
            let hasBegun = figure.map { $0.coverage.notYetDue == 0 && $0.coverage.expected > 0 } ?? false
            if hasBegun, let figure {
                self = .incomplete(figure)
            } else {
                self = latestWholeYear == nil ? .noData : .open(latestWholeYear: latestWholeYear, soFar: nil)
            }
            return
        }
        let isFalling = target.baseline.number.map { target.target < $0 } ?? false
        let surplus = value.subtracting(target.target).map { isFalling ? $0.negated : $0 }
        let isMet = isFalling ? value <= target.target : value >= target.target
        let isWhole = figure.coverage.isWhole
        // Counts only rise as reports come in: a rising target once reached and a ceiling once passed stay so.
        let isSettled = isWhole || (figure.unit.isCount && isMet != isFalling)
        guard isSettled, let surplus else {
            self =
                figure.coverage.notYetDue > 0
                ? .open(latestWholeYear: latestWholeYear, soFar: figure) : .incomplete(figure)
            return
        }
        self =
            isMet
            ? .met(by: surplus, isCertainMinimum: !isWhole)
            : .missed(by: surplus.negated, isCertainMinimum: !isWhole)
    }
}
