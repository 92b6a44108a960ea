/// The dynamic optimised Theta model of Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler (2016), IJF 32.
///
/// The level is smoothed exponentially; the line (intercept A, slope B) is the least squares line through all
/// figures so far, kept up to date in constant time.
struct ThetaRecursion: Sendable, Hashable {
    var alpha: Double
    var theta: Double
    /// Periods seen.
    private(set) var time = 0.0
    private(set) var level: Double
    private(set) var mean = 0.0
    private(set) var intercept = 0.0
    private(set) var slope = 0.0
    /// (1 - alpha) to the power of `time`.
    private var decay = 1.0

    init(alpha: Double, theta: Double, level: Double) {
        self.alpha = alpha
        self.theta = theta
        self.level = level
    }

    /// What the model expects of the next period.
    var expected: Double {
        let rest = 1 - decay * (1 - alpha)
        return level + (1 - 1 / theta) * (decay * intercept + rest / alpha * slope)
    }

    /// Goes on by one period with its figure.
    mutating func advance(with value: Double) {
        let before = time
        time += 1
        decay *= 1 - alpha
        level += alpha * (value - level)
        if before == 0 {
            (mean, intercept, slope) = (value, value, 0)
            return
        }
        slope = ((time - 2) * slope + 6 / time * (value - mean)) / (time + 1)
        mean += (value - mean) / time
        intercept = mean - (time + 1) / 2 * slope
    }
}
