import FoundationEssentials
import VisitorModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A calendar year whose months fit their past when they are moved by one: a row or a column too far.
///
/// The misfit of a year is the root mean square of the logarithms of its months over the median of the same months of
/// up to three years before, their common level taken out. A year is doubted when moving it by one month halves a
/// misfit of more than 0.15.
struct ShiftedMonthsRule {
    let series: MonthlySeries
    let breaks: [Int]

    func findings() -> [PlausibilityFinding] {
        (0..<series.count).compactMap { index in
            guard series.month(index).number == 12, index >= 23 else { return nil }
            guard let plain = misfit(endingAt: index, movedBy: 0), plain > 0.15 else { return nil }
            for months in [1, -1] {
                guard let moved = misfit(endingAt: index, movedBy: months), moved < 0.5 * plain else { continue }
                return PlausibilityFinding(
                    .shiftedMonths, in: series.key, month: series.month(index), firstMonth: series.month(index - 11),
                    value: series.exact(index), causes: [.shifted(by: months, weight: 0.9)])
            }
            return nil
        }
    }

    private func misfit(endingAt last: Int, movedBy months: Int) -> Double? {
        let first = breaks.last { $0 <= last } ?? 0
        guard last - 11 >= first else { return nil }
        var distances: [Double] = []
        for number in 0..<12 {
            let value = series.value(last - 11 + number)
            let place = last - 11 + (number - months + 12) % 12
            let past = (1...3).map { place - 12 * $0 }.filter { $0 >= first }.map { series.value($0) }.filter { $0 > 0 }
            guard value > 0, !past.isEmpty else { return nil }
            distances.append(log(value / Statistics.median(past)))
        }
        let level = Statistics.median(distances)
        return (distances.reduce(0) { $0 + ($1 - level) * ($1 - level) } / 12).squareRoot()
    }
}
