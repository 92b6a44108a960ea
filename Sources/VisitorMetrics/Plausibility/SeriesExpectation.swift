import FoundationEssentials
import VisitorModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What each month of a series was to be expected from its own past, and how far off it was.
///
/// ```
/// e(t) = median over k = 1…3 of x(t − 12k) × L(k),   L(k) = median of x(j) ÷ x(j − 12k) over the twelve months before t
/// r(t) = ln(x(t) ÷ e(t))
/// s(t) = 1.4826 × median of |r − median r| over the months before t, at least 0.08; 0.3 while there are fewer than 12
/// ```
///
/// Medians keep one wrong month from bending what follows; months already doubted serve as no past at all.
struct SeriesExpectation {
    /// One month held against its past.
    struct Month {
        let index: Int
        /// What was to be expected.
        let expected: Double
        /// The logarithm of count ÷ expectation.
        let deviation: Double
        /// The usual size of deviations before this month.
        let spread: Double
        /// The largest deviation before this month that was not doubted.
        let largestBefore: Double
    }

    static let yearsLookedBack = 3
    static let leastSpread = 0.08
    static let spreadWhileShort = 0.3
    static let monthsForSpread = 12

    let series: MonthlySeries
    /// Months that serve as no past: doubted ones, and those an event explains.
    private(set) var excluded: Set<Int>
    /// The first index that is comparable with later ones, by index of the month looked at.
    private let breaks: [Int]
    private var history: [(index: Int, deviation: Double)] = []
    /// The deviations that serve as a past for months from ``pastSince`` on, in rising order; `nil` when they must be
    /// gathered anew.
    private var past: [Double]?
    private var pastSince = 0

    init(_ series: MonthlySeries, excluded: Set<Int>, breaks: [Int]) {
        self.series = series
        self.excluded = excluded
        self.breaks = breaks.sorted()
    }

    /// Takes a month out of the past of those that follow.
    mutating func exclude(_ index: Int) {
        excluded.insert(index)
        past = nil
    }

    /// The first index whose counts are comparable with those at an index.
    private func firstComparable(_ index: Int) -> Int { breaks.last { $0 <= index } ?? 0 }

    /// What was to be expected at an index; `nil` without a past.
    func expected(_ index: Int) -> Double? {
        let first = firstComparable(index)
        var candidates: [Double] = []
        for years in 1...Self.yearsLookedBack {
            let then = index - 12 * years
            guard then >= first, isUsable(then) else { continue }
            var ratios: [Double] = []
            for other in (index - 12)..<index where other - 12 * years >= first {
                if isUsable(other), isUsable(other - 12 * years) {
                    ratios.append(series.value(other) / series.value(other - 12 * years))
                }
            }
            candidates.append(series.value(then) * (ratios.count >= 3 ? Statistics.median(ratios) : 1))
        }
        return candidates.isEmpty ? nil : Statistics.median(candidates)
    }

    private func isUsable(_ index: Int) -> Bool { series.value(index) > 0 && !excluded.contains(index) }

    /// Holds a month against its past and remembers the deviation; `nil` without a count above zero or a past.
    mutating func examine(_ index: Int) -> Month? {
        guard series.value(index) > 0, let expected = expected(index), expected > 0 else { return nil }
        let first = firstComparable(index)
        var before = takePast(since: first)
        let spread =
            before.count >= Self.monthsForSpread ? Statistics.robustDeviation(ofSorted: before) : Self.spreadWhileShort
        let largest = max(before.first?.magnitude ?? 0, before.last?.magnitude ?? 0)
        let deviation = log(series.value(index) / expected)
        history.append((index, deviation))
        if !excluded.contains(index) { before.insert(deviation, at: Self.place(of: deviation, in: before)) }
        past = before
        return Month(
            index: index, expected: expected, deviation: deviation, spread: max(spread, Self.leastSpread),
            largestBefore: largest)
    }

    /// The deviations before a month, in rising order, taken out so that they can be added to in place.
    private mutating func takePast(since first: Int) -> [Double] {
        if pastSince == first, let known = past.take() { return known }
        pastSince = first
        return history.filter { !excluded.contains($0.index) && $0.index >= first }.map(\.deviation).sorted()
    }

    /// Where a number belongs in a rising order.
    private static func place(of number: Double, in sorted: [Double]) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
