/// Differences of a series, (1 - B)^d (1 - B^m)^D, and the way back.
struct Differencing {
    /// The lags to difference at, one after the other.
    private let lags: [Int]
    /// The coefficients of (1 - B)^d (1 - B^m)^D, from lag 0 on.
    let coefficients: [Double]

    init(_ order: ARIMAOrder) {
        lags =
            [Int](repeating: order.seasonLength, count: order.seasonalDifferences)
            + [Int](repeating: 1, count: order.differences)
        var product = [1.0]
        for lag in lags {
            product += [Double](repeating: 0, count: lag)
            for index in stride(from: product.count - 1, through: lag, by: -1) {
                product[index] -= product[index - lag]
            }
        }
        coefficients = product
    }

    /// The differences, shorter by what they lose.
    func differenced(_ values: [Double]) -> [Double] {
        lags.reduce(values) { series, lag in
            series.count > lag ? (lag..<series.count).map { series[$0] - series[$0 - lag] } : []
        }
    }

    /// The figures that have the given differences and follow the given past.
    func continued(_ past: [Double], differences: [Double]) -> [Double] {
        var all = Array(past.suffix(coefficients.count - 1))
        for difference in differences {
            var value = difference
            for lag in 1..<max(coefficients.count, 1) where coefficients[lag] != 0 {
                value -= coefficients[lag] * all[all.count - lag]
            }
            all.append(value)
        }
        return Array(all.suffix(differences.count))
    }
}
