import Languages
import VisitorMetrics
import VisitorModel

extension VerdictFacts {
    /// The headline of a target year that is still to come or not over.
    var openHeadline: BilingualText {
        let gap = gapYears.first.map { figure in
            VerdictWording.gapHeadline(
                figure.period.label, missing: .count(figure.coverage.missing.count),
                figure.value.map { .amount($0, unit) }, isCount: unit.isCount)
        }
        let way = wayHeadline ?? VerdictWording.noWholeYear(targetYear.label, goal)
        return .sentences([gap, way].compactMap { $0 })
    }

    private var wayHeadline: BilingualText? {
        guard let whole = wholeYear, let actual = whole.actual else { return nil }
        let amount = BilingualText.briefAmount(actual, unit)
        if whole.isThere(target, isFalling: isFalling) {
            return VerdictWording.alreadyThere(whole.period.label, amount, goal, isFalling: isFalling)
        }
        guard let rate = progress.neededGrowth.number else { return nil }
        return VerdictWording.wayHeadline(
            goal, targetYear.label, from: whole.period.label, amount, rate: .change(rate))
    }

    /// A year that is over and lacks reports: its sum so far, what it lacks, what it would come to.
    func gapSentences(_ figure: Figure) -> [BilingualText] {
        let coverage = figure.coverage
        let gaps = coverage.gaps(places: places, markets: markets)
        let sentence = VerdictWording.gap(
            figure.period.label, figure.value.map { .amount($0, unit) }, reported: .count(coverage.reported),
            expected: .count(coverage.expected), what: definition.markets.isEmpty ? .placeMonths : .counts, gaps,
            isCount: unit.isCount)
        let usual = usualTotals[figure.period].map { total in
            let crosses = figure.period == targetYear ? total >= target : nil
            return VerdictWording.usual(.amount(total, unit), reachesTarget: isFalling ? nil : crosses)
        }
        let range = figure.range.map { range in
            VerdictWording.rangeSentence(
                figure.period.label,
                VerdictWording.range(.amount(range.low, unit), range.high.map { .amount($0, unit) }),
                withoutPast: range.withoutPast.count)
        }
        let others = gapYears.filter { $0.period != figure.period && $0.period < figure.period }
        let more = others.isEmpty ? nil : VerdictWording.otherGaps(.list(others.map(\.period.label)))
        return [sentence, usual, range, more].compactMap { $0 }
    }

    /// The latest year with every report in: how much of the target, how much of the way.
    var wholeYearSentence: BilingualText? {
        guard let year = wholeYear, let actual = year.actual else { return nil }
        return VerdictWording.whole(
            year.period.label, .amount(actual, unit), goal,
            achievement: year.achievement.number.map { .share($0) },
            progress: year.progress.number.map { .share($0) }, isTargetYear: year.period == targetYear)
    }

    /// Where the straight and the compound path stood in that year.
    var pathSentence: BilingualText? {
        guard let year = wholeYear, let straight = year.straightPath.number, let gap = year.paceGap.number else {
            return nil
        }
        // At both ends the paths meet the baseline and the target: nothing new to say.
        guard year.period != targetYear, year.period != progress.years.first?.period else { return nil }
        return VerdictWording.path(
            year.period.label, straight: .amount(straight, unit), gap: .amount(gap.unsigned, unit),
            side: gap == .zero ? .on : gap.isNegative ? .below : .above,
            compound: year.compoundPath.number.map { .amount($0, unit) },
            rate: progress.compoundRate.number.map { .change($0) })
    }

    /// What is needed from the latest whole year on.
    var needSentence: BilingualText? {
        guard let whole = wholeYear, !whole.isThere(target, isFalling: isFalling) else { return nil }
        guard let rate = progress.neededGrowth.number else { return progress.neededGrowth.reason }
        let left = progress.years.count { $0.period > whole.period }
        return VerdictWording.need(
            targetYear.label, goal, from: whole.period.label, rate: .change(rate), years: left,
            perYear: progress.neededPerYear.number.map { need in
                .written { $0.signedExact(need) }
            }, unit.name)
    }

    /// The year that has begun: its sum so far, and the same months and places a year before.
    var progressSentence: BilingualText? {
        guard let figure = yearInProgress, let value = figure.value else { return nil }
        let comparison = likeForLike.flatMap { $0.period == figure.period ? $0 : nil }
        let gaps =
            figure.coverage.missing.isEmpty
            ? nil : figure.coverage.missing.summary(places: places, markets: markets)
        return VerdictWording.soFar(
            figure.period.label, months: comparison?.months ?? [], .amount(value, unit), gaps,
            change: (try? comparison?.rate.get()).map { .change($0) })
    }
}

extension TargetYear {
    /// Whether the year's value already satisfies the target.
    func isThere(_ target: ExactDecimal, isFalling: Bool) -> Bool {
        actual.map { isFalling ? $0 <= target : $0 >= target } ?? false
    }
}
