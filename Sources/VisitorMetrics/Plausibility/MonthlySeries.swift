public import VisitorModel

/// One series of monthly counts, laid out by month so that its past is quickly at hand.
public struct MonthlySeries: Sendable {
    /// What is counted, where, of whom, in which release.
    public let key: SeriesKey
    /// The first month with a number.
    public let firstMonth: Month
    /// The numbers by months since ``firstMonth``; `nan` where there is none.
    let values: [Double]
    /// The largest step all numbers are multiples of: 100 for a series reported in hundreds.
    let granularity: Double

    /// Lays monthly numbers out; `nil` without any.
    public init?(_ key: SeriesKey, counts: [Month: ExactDecimal]) {
        guard let first = counts.keys.min(), let last = counts.keys.max() else { return nil }
        var values = [Double](repeating: .nan, count: first.distance(to: last) + 1)
        var step = 0
        for (month, number) in counts {
            values[first.distance(to: month)] = number.approximate
            step = number.whole.map { Self.commonDivisor(step, Int($0.magnitude)) } ?? 1
        }
        self.key = key
        firstMonth = first
        self.values = values
        granularity = Double(max(step, 1))
    }

    /// The series of monthly counts among observations, in the order they first occur.
    public static func all(in observations: some Sequence<Observation>) -> [MonthlySeries] {
        var order: [(key: SeriesKey, counts: [Month: ExactDecimal])] = []
        var places: [SeriesKey: Int] = [:]
        // Observations come series by series: most often the place is that of the one before.
        var last: Int?
        for observation in observations where observation.unit.isCount {
            guard case .month(let month) = observation.period, let number = observation.value.number else { continue }
            if let known = last, order[known].key == observation.series {
                order[known].counts[month] = number
                continue
            }
            let place = places[observation.series] ?? order.count
            if place == order.count {
                places[observation.series] = place
                order.append((observation.series, [:]))
            }
            order[place].counts[month] = number
            last = place
        }
        return order.compactMap { MonthlySeries($0.key, counts: $0.counts) }
    }

    /// How many months lie between the first and the last.
    var count: Int { values.count }

    /// The month at an index.
    func month(_ index: Int) -> Month { firstMonth.advanced(by: index) }

    /// The number at an index; `nan` outside or where there is none.
    func value(_ index: Int) -> Double { values.indices.contains(index) ? values[index] : .nan }

    private static func commonDivisor(_ a: Int, _ b: Int) -> Int {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}
