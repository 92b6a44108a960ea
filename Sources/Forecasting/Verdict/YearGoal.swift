/// A yearly total to reach.
public enum YearGoal: Sendable, Hashable {
    /// The total itself.
    case total(Double)
    /// A share of the last year's total: 1.05 is five per cent more.
    case shareOfLastYear(Double)

    /// Reads `2500000` or `105%`.
    public init?(_ text: String) {
        if text.hasSuffix("%") {
            guard let percent = Double(text.dropLast()), percent.isFinite else { return nil }
            self = .shareOfLastYear(percent / 100)
        } else {
            guard let total = Double(text), total.isFinite else { return nil }
            self = .total(total)
        }
    }

    /// The total to reach; `nil` when it hangs on a last year with absent periods.
    public func total(after series: TimeSeries) -> Double? {
        switch self {
        case .total(let total): return total
        case .shareOfLastYear(let share):
            let last = series.values.suffix(series.seasonLength)
            guard last.count == series.seasonLength else { return nil }
            var sum = 0.0
            for value in last {
                guard let value else { return nil }
                sum += value
            }
            return share * sum
        }
    }
}
