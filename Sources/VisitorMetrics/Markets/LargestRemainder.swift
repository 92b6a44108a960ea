import VisitorModel

/// Shares a whole number out by weights so that the parts add up to it exactly.
///
/// The method of largest remainders (Hamilton): each part is rounded down, and what is left goes, one each, to the
/// parts that lost most; among equals to the earlier one. No part is more than one away from its exact value.
enum LargestRemainder {
    /// More digits behind the point could overflow 128 bits when scaled and added; counts and yen have none.
    static let mostFractionDigits = 9

    /// The parts of a whole in proportion to weights; `nil` when a weight is negative, all are zero, or
    /// the numbers are too long.
    static func parts(of whole: Int, weights: [ExactDecimal]) -> [Int]? {
        guard weights.allSatisfy({ !$0.isNegative }) else { return nil }
        let digits = weights.map(\.fractionDigits).max() ?? 0
        guard digits <= mostFractionDigits else { return nil }
        let scaled = weights.map { $0.coefficient(atFractionDigits: digits) }
        let sum = scaled.reduce(0, +)
        guard sum > 0 else { return nil }
        var numerators: [Int128] = []
        for weight in scaled {
            let (product, overflow) = weight.multipliedReportingOverflow(by: Int128(whole))
            guard !overflow else { return nil }
            numerators.append(product)
        }
        return round(numerators, over: sum, toSum: Int128(whole))?.map(Int.init)
    }

    /// Whole numbers near `numerators[i] / denominator` that add up to a sum near their exact sum.
    ///
    /// - Returns: `nil` when the sum is too far from the exact one to be reached by rounding.
    static func round(_ numerators: [Int128], over denominator: Int128, toSum sum: Int128) -> [Int128]? {
        guard denominator > 0 else { return nil }
        var parts: [Int128] = []
        var remainders: [Int128] = []
        for numerator in numerators {
            var (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
            if remainder < 0 {
                quotient -= 1
                remainder += denominator
            }
            parts.append(quotient)
            remainders.append(remainder)
        }
        let left = sum - parts.reduce(0, +)
        guard left >= 0, left <= Int128(parts.count) else { return nil }
        let order = remainders.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
        for index in order.prefix(Int(left)) { parts[index] += 1 }
        return parts
    }
}
