import Foundation

/// The Kalman filter of a stationary ARMA process, in the form whose cost grows with its order and not with its
/// square.
///
/// State: Harvey's (1989, section 3.4), of length r = max(p, q + 1), transition T with the autoregressive coefficients
/// in its first column, disturbance R e(t) with R = (1, theta). A stationary start makes the state's covariance change
/// by a matrix of rank one at each period, P(t+1) - P(t) = M w w', which is all that needs to be carried along (Morf,
/// Sidhu and Kailath 1974; Pearlman 1980; Mélard 1984). The surprises and their variances are exactly those of the
/// filter with whole matrices.
struct ARMAWhitening {
    /// What a run leaves behind.
    struct Outcome {
        /// Surprises one period ahead divided by the root of their relative variance, column by column.
        var whitened: [[Double]]
        /// The sum of the relative variances' logarithms.
        var logDeterminant: Double
        /// What each column's state expects of the periods after the last.
        var states: [[Double]]
    }

    private let phi: [Double]
    /// T P(1) Z', the first gain times its variance.
    private let firstGain: [Double]
    private let firstVariance: Double
    private let isConditional: Bool

    /// Prepares a filter; `nil` when the process is not stationary.
    ///
    /// - Parameter isConditional: Whether to take all surprises before the first period for zero, which gives the
    ///   conditional sum of squares.
    init?(_ coefficients: ARMACoefficients, isConditional: Bool = false) {
        let length = max(coefficients.autoregressive.count, coefficients.movingAverage.count + 1)
        phi = coefficients.autoregressive + [Double](repeating: 0, count: length - coefficients.autoregressive.count)
        let theta =
            coefficients.movingAverage + [Double](repeating: 0, count: length - coefficients.movingAverage.count)
        self.isConditional = isConditional
        if isConditional {
            firstGain = zip(phi, theta).map { $0 + $1 }
            firstVariance = 1
            return
        }
        guard let covariances = coefficients.autocovariances(count: length), covariances[0] > 0,
            covariances[0] < 1e12
        else { return nil }
        let responses = coefficients.responses(count: length)
        var gain = [Double](repeating: 0, count: length)
        for row in 0..<length {
            var sum = 0.0
            for offset in 0..<(length - row) {
                sum += phi[row + offset] * covariances[offset] + theta[row + offset] * responses[offset]
            }
            gain[row] = sum
        }
        firstGain = gain
        firstVariance = covariances[0]
    }

    /// Runs the filter over columns of equal length.
    func run(over columns: [[Double]]) -> Outcome? {
        let length = phi.count
        let count = columns.first?.count ?? 0
        var states = columns.map { _ in [Double](repeating: 0, count: length) }
        var whitened = columns
        var gain = firstGain
        var change = firstGain.map { $0 / firstVariance }
        var variance = firstVariance
        var size = -firstVariance
        var logDeterminant = 0.0
        // The variances' product, its logarithm taken only when it grows large.
        var product = 1.0
        // Once the covariance no longer changes the filter is the plain recursion, and only the states move.
        var isSteady = isConditional
        for time in 0..<count {
            let root = variance.squareRoot()
            product *= variance
            if product > 1e100 {
                logDeterminant += log(product)
                product = 1
            }
            for column in columns.indices {
                let surprise = columns[column][time] - states[column][0]
                whitened[column][time] = surprise / root
                Self.advance(&states[column], phi: phi, gain: gain, by: surprise / variance)
            }
            guard !isSteady else { continue }
            let first = change[0]
            let next = variance + size * first * first
            guard next > 0 else { return nil }
            let largest = Self.advance(
                &change, gain: &gain, phi: phi, first: first, step: size * first, share: first / next)
            size *= next / variance
            variance = next
            isSteady = -size * largest * largest < 1e-13
        }
        return Outcome(whitened: whitened, logDeterminant: logDeterminant + log(product), states: states)
    }

    /// Goes on by one period: T a + (gain / variance) surprise.
    @inline(__always)
    private static func advance(_ state: inout [Double], phi: [Double], gain: [Double], by surprise: Double) {
        let length = state.count
        // Said once here, equal lengths need not be checked at every step of the loop.
        guard length > 0, phi.count == length, gain.count == length else { return }
        let first = state[0]
        for row in 0..<(length - 1) { state[row] = state[row + 1] + phi[row] * first + gain[row] * surprise }
        state[length - 1] = phi[length - 1] * first + gain[length - 1] * surprise
    }

    /// The change of the covariance and the gain, one period on; returns the largest number in the change.
    @inline(__always)
    private static func advance(
        _ change: inout [Double], gain: inout [Double], phi: [Double], first: Double, step: Double, share: Double
    ) -> Double {
        let length = change.count
        guard length > 0, phi.count == length, gain.count == length else { return 0 }
        var largest = 0.0
        for row in 0..<(length - 1) {
            let moved = change[row + 1] + phi[row] * first
            gain[row] += moved * step
            change[row] = moved - gain[row] * share
            largest = max(largest, abs(change[row]))
        }
        let moved = phi[length - 1] * first
        gain[length - 1] += moved * step
        change[length - 1] = moved - gain[length - 1] * share
        return max(largest, abs(change[length - 1]))
    }

    /// What a state expects of the next periods.
    func forecast(from state: [Double], horizon: Int) -> [Double] {
        var state = state
        let still = [Double](repeating: 0, count: phi.count)
        return (0..<horizon).map { _ in
            defer { Self.advance(&state, phi: phi, gain: still, by: 0) }
            return state[0]
        }
    }
}
