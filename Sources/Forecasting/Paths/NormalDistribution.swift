import Foundation

/// The standard normal distribution.
enum NormalDistribution {
    /// The share of the distribution below `z`.
    static func share(below z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

    /// The point with a given share below it, `0 < share < 1`.
    ///
    /// Rational approximation of Acklam (2003), relative error below 1.2e-9, which is far below what any sample
    /// path can show.
    static func quantile(_ share: Double) -> Double {
        if share < 0.02425 {
            let q = (-2 * log(share)).squareRoot()
            return tail(q)
        }
        if share > 1 - 0.02425 {
            let q = (-2 * log(1 - share)).squareRoot()
            return -tail(q)
        }
        let q = share - 0.5
        let r = q * q
        let upper =
            (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239e+00) * q
        let lower =
            ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1
        return upper / lower
    }

    private static func tail(_ q: Double) -> Double {
        let upper =
            ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
                - 2.549732539343734e+00) * q + 4.374664141464968e+00) * q + 2.938163982698783e+00
        let lower =
            (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
                + 3.754408661907416e+00) * q + 1
        return upper / lower
    }
}
