import Forecasting
import Languages
public import Reporting
public import VisitorModel

extension YearOutlook {
    /// The outlook in words, the same for every face: terminal, page and report.
    ///
    /// - Parameters:
    ///   - unit: What the goal is counted in.
    ///   - missing: What missing reports could change, where that was worked out.
    public func text(in unit: StatisticalUnit, missing: MissingText? = nil) -> OutlookText {
        let range = verdict.end.range(holding: 0.8)
        let held = record.coverage(ofRangeHolding: 0.8) ?? 0
        let needs = zip(monthsLeft, verdict.required.periods).map { month, count in
            OutlookText.Need(month: Period.month(month).label, count: count)
        }
        return OutlookText(
            OutlookText.Facts(
                year: year.label, goal: goal, unit: unit, median: Int(verdict.end.median.rounded()),
                low: Int(range.lowerBound.rounded()), high: Int(range.upperBound.rounded()),
                chance: verdict.chance.text, neededGrowth: neededGrowthPercent,
                lastMonth: Period.month(lastMonth).label,
                outOfReachFrom: outOfReachFrom.map { Period.month($0).label },
                isOutOfReachAtOnce: verdict.firstOutOfReach == 0, required: needs, checked: record.shares.count,
                held: Int((held * Double(record.shares.count)).rounded()),
                filledMonths: filledMonths.map { Period.month($0).label },
                missing: missing, eventMonths: eventMonths.map { Period.month($0).label },
                closedMonths: closedMonths.map { Period.month($0).label },
                zeroMonths: zeroMonths.map { Period.month($0).label },
                learntSince: learntSince.map { Period.month($0).label }))
    }

    /// What the remaining months need against the same months of last year: a growth of 0.1423 as 14.2 per cent.
    public var neededGrowthPercent: ExactDecimal? {
        verdict.required.growth.flatMap { growth in
            Int128(exactly: (growth * 1000).rounded()).flatMap { ExactDecimal(coefficient: $0, fractionDigits: 1) }
        }
    }
}
