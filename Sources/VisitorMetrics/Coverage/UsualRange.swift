public import VisitorModel

/// What a count that is missing would usually be: a range from the place's own past.
///
/// For a missing month *m*, each of up to five earlier years *k* gives a candidate, the same month then, brought to the
/// place's present level:
///
/// ```
/// c(k) = x(m − 12k) × L(k),   L(k) = Σ x(j) ÷ Σ x(j − 12k)   over the months j from m − 12 to m + 12 that both have
/// middle = median of the c(k)
/// low, high = min c − w, max c + w,   w = ((max c − min c) + 0.4 × middle) ÷ n,   n candidates
/// ```
///
/// The lowest and highest of *n* past values hold a further one only with chance (n − 1) ÷ (n + 1); the margin *w*
/// widens them, most where the past is short. How often the range held the true count, every month left out once:
///
/// | series | what is after the month | n = 1 | 2 | 3 | 4 | 5 |
/// | --- | --- | --- | --- | --- | --- | --- |
/// | 146 monthly ones of the tourism forecasting competition (Athanasopoulos et al. 2011), 41,307 months | a year | 77 % | 86 % | 90 % | 91 % | 91 % |
/// | the same | nothing: the latest report is late | 75 % | 86 % | 89 % | 91 % | 90 % |
/// | 1,884 municipalities of Japan, 2021 to 2023 (デジタル観光統計), 43,632 months | a year, where there is one | 80 % | 92 % | | | |
/// | the same | nothing | 78 % | 92 % | | | |
///
/// So about nine in ten from three years on, and about three in four from one. A range is as wide as three quarters of the
/// count in the middle of the series. `Benchmarks/forecasting/usual_range.py` measures it anew. Counts from before a
/// declared break are no past.
public struct UsualRange: Sendable, Hashable {
    /// The missing count.
    public let missing: MissingReport
    /// The lower end, never below zero.
    public let low: ExactDecimal
    /// The middle.
    public let middle: ExactDecimal
    /// The upper end.
    public let high: ExactDecimal
    /// How many earlier years it rests on.
    public let years: Int

    /// How many earlier years are looked at.
    static let yearsLookedBack = 5

    /// Works a range out.
    ///
    /// - Parameters:
    ///   - missing: The missing count.
    ///   - firstMonth: The first month that is comparable; `nil` where nothing broke.
    ///   - count: The place's count of a month, where it has one.
    /// - Returns: `nil` where the place has no past for this month.
    init?(of missing: MissingReport, since firstMonth: Month?, count: (Month) -> Double?) {
        let month = missing.month
        func value(_ wanted: Month) -> Double? {
            if let firstMonth, month >= firstMonth, wanted < firstMonth { return nil }
            return count(wanted)
        }
        var candidates: [Double] = []
        for years in 1...Self.yearsLookedBack {
            guard month.year > years + 1, let then = value(month.advanced(by: -12 * years)) else { continue }
            var (now, before) = (0.0, 0.0)
            for distance in -12...12 where distance != 0 {
                guard let here = value(month.advanced(by: distance)),
                    let there = value(month.advanced(by: distance - 12 * years))
                else { continue }
                now += here
                before += there
            }
            candidates.append(before > 0 ? then * now / before : then)
        }
        guard let lowest = candidates.min(), let highest = candidates.max() else { return nil }
        let median = Statistics.median(candidates)
        let margin = ((highest - lowest) + 0.4 * median) / Double(candidates.count)
        guard let low = Self.whole((lowest - margin).rounded(.down)), let middle = Self.whole(median.rounded()),
            let high = Self.whole((highest + margin).rounded(.up))
        else { return nil }
        self.missing = missing
        self.low = low
        self.middle = middle
        self.high = high
        years = candidates.count
    }

    private static func whole(_ number: Double) -> ExactDecimal? {
        guard number.isFinite, number.magnitude < 1e15 else { return nil }
        return ExactDecimal(Int(max(0, number)))
    }
}

/// Small statistics over plain numbers.
enum Statistics {
    /// The median; the mean of the middle two for an even count. The list must not be empty.
    static func median(_ numbers: [Double]) -> Double {
        let sorted = numbers.sorted()
        let half = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
    }

    /// The median distance from the median, times 1.4826: the standard deviation where errors are normal.
    static func robustDeviation(_ numbers: [Double]) -> Double { robustDeviation(ofSorted: numbers.sorted()) }

    /// The same of numbers in rising order, without sorting distances: they rise from the middle to both sides.
    static func robustDeviation(ofSorted sorted: [Double]) -> Double {
        let half = sorted.count / 2
        let isEven = sorted.count.isMultiple(of: 2)
        let middle = isEven ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
        var (left, right) = (half - 1, half)
        var (last, secondLast) = (0.0, 0.0)
        for _ in 0...half {
            let below = left >= 0 ? (sorted[left] - middle).magnitude : .infinity
            let above = right < sorted.count ? (sorted[right] - middle).magnitude : .infinity
            secondLast = last
            if below <= above {
                (last, left) = (below, left - 1)
            } else {
                (last, right) = (above, right + 1)
            }
        }
        return 1.4826 * (isEven ? (secondLast + last) / 2 : last)
    }
}
