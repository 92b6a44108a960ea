import VisitorModel

// A closure that came once must not teach the models that nobody comes in that month of later years; one that recurs, or
// lasts, is how things are.
extension KnownChanges {
    /// Whether a place was closed, for all of a month or part, by something that is over within a year and closed the
    /// same month neither the year before nor the year after.
    func isClosedOnce(_ place: String, in month: Month) -> Bool {
        let touching = closures.filter { $0.touches(place, in: month) }
        guard !touching.isEmpty, touching.allSatisfy(\.isOneOff) else { return false }
        return ![-12, 12].contains { years in
            month.year + years / 12 >= 1
                && closures.contains { $0.touches(place, in: month.advanced(by: years)) }
        }
    }
}

extension Closure {
    /// Whether no month of the year is closed by it twice.
    fileprivate var isOneOff: Bool { season.isEmpty && (to.map { from.distance(to: $0) < 12 } ?? false) }
}

/// Zeros that are unlike every other year, and that nobody declared: a typhoon, an epidemic, a form filled in wrongly.
enum UnusualZeros {
    /// From how many visitors on a zero cannot be chance: of a month that usually has ten, one in twenty thousand.
    static let leastUsual = 10.0
    /// A run this long is no interruption but how things are now.
    static let lastingRun = 12

    /// The months in which nobody came though the same month of other years had visitors.
    ///
    /// The zero is unusual when the median of the month's other years is at least ``leastUsual``, and the month had
    /// visitors again in a later year or, where there is none yet, had some the year before. A zero that came twice in a
    /// row and never went away may be a new winter closure.
    static func months(in counts: [Month: Double]) -> Set<Month> {
        let zeros = counts.filter { $0.value == 0 }.keys.sorted()
        return Set(
            zeros.filter { month in
                guard run(around: month, in: counts) < lastingRun else { return false }
                let others = counts.filter { $0.key.number == month.number && $0.key != month }
                guard median(others.map(\.value)) >= leastUsual else { return false }
                let later = others.filter { $0.key > month }
                if !later.isEmpty { return later.contains { $0.value > 0 } }
                return others.max { $0.key < $1.key }.map { $0.value > 0 } ?? false
            })
    }

    private static func run(around month: Month, in counts: [Month: Double]) -> Int {
        func length(_ step: Int) -> Int {
            var (count, next) = (0, month.advanced(by: step))
            while counts[next] == 0 {
                count += 1
                next = next.advanced(by: step)
            }
            return count
        }
        return 1 + length(1) + length(-1)
    }

    private static func median(_ values: [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
