import Forecasting
public import Reporting
import VisitorModel

extension YearOutlook {
    /// The year month by month, for drawing and for the table of what each month has to bring.
    public var curve: OutlookCurve {
        let months = year.months.filter { $0 <= lastMonth }
        let filled = Set(filledMonths)
        let counted = zip(months, known).map { month, count in
            OutlookCurve.Counted(month: month, count: Int(count.rounded()), isFilled: filled.contains(month))
        }
        let ahead = monthsLeft.indices.map { step in
            OutlookCurve.Ahead(
                month: monthsLeft[step], count: Self.spread(paths.values(atStep: step), above: 0),
                total: Self.spread(paths.totals(over: 0..<(step + 1)), above: verdict.known),
                required: verdict.required.periods[step], yearBefore: lastYear[step].map { Int($0.rounded()) })
        }
        return OutlookCurve(year: year, goal: goal, counted: counted, ahead: ahead)
    }

    private static func spread(_ values: [Double], above known: Double) -> OutlookCurve.Spread {
        let sample = SortedSample(values.map { $0 + known })
        func whole(_ range: ClosedRange<Double>) -> ClosedRange<Int> {
            Int(range.lowerBound.rounded())...Int(range.upperBound.rounded())
        }
        return OutlookCurve.Spread(
            median: Int(sample.median.rounded()), range80: whole(sample.range(holding: 0.8)),
            range95: whole(sample.range(holding: 0.95)))
    }
}
