import Languages
import VisitorMetrics
import VisitorModel

/// Picks from a target's progress what there is to say, and in which order.
struct VerdictFacts {
    let progress: TargetProgress
    let definition: MetricDefinition
    let likeForLike: LikeForLike?
    let usualTotals: [Period: ExactDecimal]
    let places: PlaceNaming
    let markets: PlaceNaming

    var unit: StatisticalUnit { definition.unit }
    var target: ExactDecimal { progress.target.target }
    var goal: BilingualText { .goal(target, unit) }
    var targetYear: Period { progress.basis.period(progress.target.targetYear) }
    var isFalling: Bool { progress.target.baseline.number.map { target < $0 } ?? false }

    /// The latest year with every report in.
    var wholeYear: TargetYear? { progress.years.last { $0.period == progress.latestWholeYear } }

    /// Years that are over, later than the latest whole one, and lack reports; the latest first.
    var gapYears: [Figure] {
        progress.years.reversed().compactMap(\.figure).filter { figure in
            figure.coverage.notYetDue == 0 && figure.coverage.expected > 0 && !figure.coverage.isWhole
                && figure.period > (progress.latestWholeYear ?? targetYear.yearBeforeAll)
        }
    }

    /// The year that has begun and is not over.
    var yearInProgress: Figure? {
        progress.years.compactMap(\.figure).last { $0.coverage.notYetDue > 0 && $0.value != nil }
    }

    var tone: KeyFigure.Tone {
        switch progress.verdict {
        case .met: .good
        case .missed: .bad
        case .incomplete: .caution
        case .noData: .neutral
        case .open:
            if !gapYears.isEmpty { .caution } else { wholeYear.map(paceTone) ?? .neutral }
        }
    }

    /// Whether a year is on its way; a falling target is ahead when it is below its path.
    func paceTone(_ year: TargetYear) -> KeyFigure.Tone {
        guard let gap = year.paceGap.number else { return .neutral }
        if gap == .zero { return .good }
        return gap.isNegative == isFalling ? .good : .caution
    }

    var headline: BilingualText {
        switch progress.verdict {
        case .met(let surplus, let isCertainMinimum): outcome(met: surplus, isCertainMinimum)
        case .missed(let shortfall, let isCertainMinimum): outcome(missed: shortfall, isCertainMinimum)
        case .incomplete(let figure):
            rangeHeadline(figure) ?? VerdictWording.undecided(
                targetYear.label, goal, missing: .count(figure.coverage.missing.count),
                figure.value.map { .amount($0, unit) }, isCount: unit.isCount)
        case .open: openHeadline
        case .noData: VerdictWording.noData(targetYear.label, goal)
        }
    }

    /// The sentences behind the headline, a paragraph for each thing they are about.
    var paragraphs: [[BilingualText]] {
        let whole = [wholeYearSentence, pathSentence].compactMap { $0 }
        let paragraphs: [[BilingualText]] =
            switch progress.verdict {
            case .met(_, false), .missed(_, false): [whole]
            case .met(_, true), .missed(_, true): [targetYearGaps]
            case .incomplete: [targetYearGaps, [wholeYearSentence].compactMap { $0 }]
            case .open, .noData:
                [
                    gapYears.prefix(1).flatMap(gapSentences), whole,
                    [needSentence, progressSentence].compactMap { $0 },
                ]
            }
        return paragraphs.filter { !$0.isEmpty }
    }

    /// What missing reports would do to the verdict; `nil` where nothing is known of them.
    private func rangeHeadline(_ figure: Figure) -> BilingualText? {
        guard figure.coverage.notYetDue == 0, let range = figure.range, let value = figure.value else { return nil }
        // A ceiling is kept below it: what crosses one crosses the other, but reaching means the opposite.
        let side: VerdictWording.RangeSide =
            switch range.side(of: target) {
            case .across: .across
            case .above: isFalling ? .notReached : .reached
            case .below: isFalling ? .reached : .notReached
            }
        return VerdictWording.rangeHeadline(
            targetYear.label, .amount(value, unit), goal, missing: figure.coverage.missing.count,
            range: VerdictWording.range(.amount(range.low, unit), range.high.map { .amount($0, unit) }), side: side)
    }

    private var targetYearGaps: [BilingualText] {
        guard let figure = progress.years.last?.figure else { return [] }
        return figure.coverage.notYetDue > 0 ? [progressSentence].compactMap { $0 } : gapSentences(figure)
    }

    private func outcome(met surplus: ExactDecimal, _ isMinimum: Bool) -> BilingualText {
        VerdictWording.met(
            targetYear.label, definition.titles, targetAmount, goal,
            by: surplus == .zero ? nil : .amount(surplus, unit), isMinimum: isMinimum, isFalling: isFalling)
    }

    private func outcome(missed shortfall: ExactDecimal, _ isMinimum: Bool) -> BilingualText {
        VerdictWording.missed(
            targetYear.label, definition.titles, targetAmount, goal, by: .amount(shortfall, unit),
            isMinimum: isMinimum, isFalling: isFalling)
    }

    /// The target year's number; a verdict of met or missed is only given on one.
    private var targetAmount: BilingualText {
        progress.years.last?.figure?.value.map { .amount($0, unit) } ?? FigureWording.notYet
    }
}

extension Period {
    /// A period before any year of a plan.
    fileprivate var yearBeforeAll: Period { .calendarYear(CalendarYear(0)) }
}
