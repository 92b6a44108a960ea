public import VisitorModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How unevenly a year's visits are spread over its months.
///
/// Every indicator is rounded once, half away from zero, from exact sums. What the national KPI set calls
/// 月別来訪者の平準化率 has no published formula, so it is offered in named variants, see ``EvennessVariant``.
public struct Seasonality: Sendable, Hashable {
    /// The months with the most visits; more than one when they are equal.
    public let peakMonths: [Month]
    /// The months with the fewest.
    public let troughMonths: [Month]
    /// Gini coefficient with four digits: 0 when all months are equal, 11/12 when one month has all.
    /// `Σ(2i − n − 1)·x(i) ÷ (n·Σx)` over the months from smallest to largest.
    public let gini: ExactDecimal
    /// The largest month over the mean month, with three digits.
    public let peakToMean: ExactDecimal
    /// The largest month over the smallest, with two digits; `nil` when the smallest is zero.
    public let peakToTrough: ExactDecimal?
    /// 平準化率 as smallest over largest month, with four digits.
    public let lowToPeak: ExactDecimal
    /// 平準化率 as mean over largest month, with four digits.
    public let meanToPeak: ExactDecimal
    /// 平準化率 as 1 − Gini, with four digits.
    public let evenness: ExactDecimal

    /// Entropy of the months' shares over its maximum, `−Σ p·ln p ÷ ln 12`, with four digits: 1 when all are equal.
    public let relativeEntropy: ExactDecimal
    /// Standard deviation over mean, with four digits; the twelve months are the whole, not a sample.
    public let variation: ExactDecimal

    /// Why a year has no seasonality.
    public enum Refusal: Error, Sendable, Hashable {
        /// Fewer than twelve months are known; a missing month is not zero. These are not.
        case unknownMonths([Month])
        /// Nobody came in the whole year.
        case allZero
        /// The numbers are too large or below zero.
        case outOfRange
    }

    /// Measures a year.
    ///
    /// - Parameters:
    ///   - year: A calendar or fiscal year.
    ///   - figures: Monthly figures of one definition and place; others than the year's are passed over.
    /// - Throws: ``Refusal`` when a month is missing or not whole, or there is nothing to measure.
    public init(of year: Period, in figures: [Figure]) throws(Refusal) {
        var counts: [(month: Month, count: ExactDecimal)] = []
        var unknown: [Month] = []
        for month in year.months {
            if let count = figures.first(where: { $0.period == .month(month) })?.wholeValue {
                counts.append((month, count))
            } else {
                unknown.append(month)
            }
        }
        guard unknown.isEmpty, counts.count == 12 else { throw .unknownMonths(unknown) }
        try self.init(counts)
    }

    private init(_ counts: [(month: Month, count: ExactDecimal)]) throws(Refusal) {
        let sorted = counts.map(\.count).sorted()
        guard let least = sorted.first, let most = sorted.last, !least.isNegative else { throw .outOfRange }
        guard most != .zero else { throw .allZero }
        let number = ExactDecimal(sorted.count)
        let weighted = sorted.enumerated().map { index, count in
            count.multiplied(by: ExactDecimal(2 * (index + 1) - sorted.count - 1))
        }
        guard let sum = ExactDecimal.sum(of: sorted),
            let spread = ExactDecimal.sum(of: weighted.compactMap { $0 }), !weighted.contains(nil),
            let scaledSum = sum.multiplied(by: number), let scaledPeak = most.multiplied(by: number),
            let gini = spread.divided(by: scaledSum, fractionDigits: 4),
            let evenness = ExactDecimal(1).subtracting(gini),
            let peakToMean = scaledPeak.divided(by: sum, fractionDigits: 3),
            let lowToPeak = least.divided(by: most, fractionDigits: 4),
            let meanToPeak = sum.divided(by: scaledPeak, fractionDigits: 4),
            let relativeEntropy = ExactDecimal(nearest: Self.relativeEntropy(of: sorted), fractionDigits: 4),
            let variation = ExactDecimal(nearest: Self.variation(of: sorted), fractionDigits: 4)
        else { throw .outOfRange }
        peakMonths = counts.filter { $0.count == most }.map(\.month)
        troughMonths = counts.filter { $0.count == least }.map(\.month)
        self.gini = gini
        self.peakToMean = peakToMean
        self.peakToTrough = most.divided(by: least, fractionDigits: 2)
        self.lowToPeak = lowToPeak
        self.meanToPeak = meanToPeak
        self.evenness = evenness
        self.relativeEntropy = relativeEntropy
        self.variation = variation
    }

    /// An empty month adds nothing: p·ln p goes to zero with p.
    private static func relativeEntropy(of counts: [ExactDecimal]) -> Double {
        let numbers = counts.map(\.approximate)
        let sum = numbers.reduce(0, +)
        let entropy = numbers.filter { $0 > 0 }.reduce(0) { $0 - $1 / sum * log($1 / sum) }
        return entropy / log(Double(numbers.count))
    }

    private static func variation(of counts: [ExactDecimal]) -> Double {
        let numbers = counts.map(\.approximate)
        let mean = numbers.reduce(0, +) / Double(numbers.count)
        let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count)
        return variance.squareRoot() / mean
    }
}
