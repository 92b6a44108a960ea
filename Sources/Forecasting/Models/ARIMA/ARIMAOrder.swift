/// The orders of a seasonal ARIMA model, (p,d,q)(P,D,Q)[m] in the notation of Box and Jenkins.
public struct ARIMAOrder: Sendable, Hashable, CustomStringConvertible {
    /// p: past figures in the model.
    public var autoregressive: Int
    /// d: how often the series is differenced.
    public var differences: Int
    /// q: past surprises in the model.
    public var movingAverage: Int
    /// P: figures of the same season in past years.
    public var seasonalAutoregressive: Int
    /// D: how often the series is differenced against the year before.
    public var seasonalDifferences: Int
    /// Q: surprises of the same season in past years.
    public var seasonalMovingAverage: Int
    /// m: periods in a season; 1 where there is none.
    public var seasonLength: Int
    /// Whether the differenced series has a mean: a mean without differences, a drift with one.
    public var hasConstant: Bool

    /// Makes orders from the two triples.
    public init(
        _ plain: (p: Int, d: Int, q: Int), seasonal: (p: Int, d: Int, q: Int) = (0, 0, 0), seasonLength: Int = 1,
        hasConstant: Bool = false
    ) {
        (autoregressive, differences, movingAverage) = plain
        (seasonalAutoregressive, seasonalDifferences, seasonalMovingAverage) = seasonal
        self.seasonLength = seasonLength
        self.hasConstant = hasConstant
    }

    /// Coefficients of the four polynomials.
    public var coefficientCount: Int {
        autoregressive + movingAverage + seasonalAutoregressive + seasonalMovingAverage
    }

    /// What Akaike's criterion counts: the coefficients, the constant and the variance.
    public var parameterCount: Int { coefficientCount + (hasConstant ? 1 : 0) + 1 }

    /// Whether the constant is a drift, the same growth every period or year.
    public var hasDrift: Bool { hasConstant && differences + seasonalDifferences > 0 }

    /// Periods lost by differencing, d + D m.
    public var lostPeriods: Int { differences + seasonalDifferences * seasonLength }

    /// `ARIMA(0,1,1)(0,1,1)[12]`, with `with mean` or `with drift` where there is a constant.
    public var description: String {
        var text = "ARIMA(\(autoregressive),\(differences),\(movingAverage))"
        if seasonLength > 1 {
            text += "(\(seasonalAutoregressive),\(seasonalDifferences),\(seasonalMovingAverage))[\(seasonLength)]"
        }
        guard hasConstant else { return text }
        return text + (hasDrift ? " with drift" : " with mean")
    }
}
