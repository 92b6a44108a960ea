import Foundation

/// Smoothing parameters and initial states of a form, and their place in the vector the optimiser moves.
///
/// The optimiser moves freely; logistic curves keep the parameters in their region: 0.0001 < alpha < 0.9999,
/// beta < alpha, gamma < 1 - alpha, 0.80 <= phi <= 0.98.
struct ETSParameters: Sendable, Hashable {
    var alpha = 0.1
    var beta = 0.0
    var gamma = 0.0
    var phi = 1.0
    var level = 0.0
    var slope = 0.0
    /// The season's figures, the one of the first period first; empty without a season.
    var season: [Double] = []

    static let shareRange = 1e-4...0.9999
    static let dampingRange = 0.80...0.98

    /// A value in a range, and the derivative with respect to the free coordinate.
    static func bounded(_ free: Double, in range: ClosedRange<Double>) -> (value: Double, derivative: Double) {
        let share = 1 / (1 + exp(-free))
        let width = range.upperBound - range.lowerBound
        return (range.lowerBound + width * share, width * share * (1 - share))
    }

    static func free(_ value: Double, in range: ClosedRange<Double>) -> Double {
        let width = range.upperBound - range.lowerBound
        let share = min(max((value - range.lowerBound) / width, 1e-4), 1 - 1e-4)
        return log(share / (1 - share))
    }

    /// The vector of a form.
    func vector(of form: ETSForm) -> [Double] {
        var vector = [Self.free(alpha, in: Self.shareRange)]
        if form.trend != .none { vector.append(Self.free(beta / alpha, in: Self.shareRange)) }
        if form.season != .none { vector.append(Self.free(gamma / (1 - alpha), in: Self.shareRange)) }
        if form.trend == .damped { vector.append(Self.free(phi, in: Self.dampingRange)) }
        vector.append(level)
        if form.trend != .none { vector.append(slope) }
        if form.season != .none { vector.append(contentsOf: season) }
        return vector
    }

    /// The size of a bold first move in each coordinate, for a series scaled to a mean of 1.
    func scales(of form: ETSForm) -> [Double] {
        var scales = [1.0]
        if form.trend != .none { scales.append(1) }
        if form.season != .none { scales.append(1) }
        if form.trend == .damped { scales.append(1) }
        scales.append(0.1 * abs(level) + 0.01)
        if form.trend != .none { scales.append(0.01) }
        scales.append(contentsOf: season.map { 0.05 * abs($0) + 0.02 })
        return scales
    }

    /// Reads a vector back.
    init(_ vector: [Double], form: ETSForm) {
        var index = 0
        func next() -> Double {
            defer { index += 1 }
            return vector[index]
        }
        alpha = Self.bounded(next(), in: Self.shareRange).value
        if form.trend != .none { beta = alpha * Self.bounded(next(), in: Self.shareRange).value }
        if form.season != .none { gamma = (1 - alpha) * Self.bounded(next(), in: Self.shareRange).value }
        if form.trend == .damped { phi = Self.bounded(next(), in: Self.dampingRange).value }
        level = next()
        if form.trend != .none { slope = next() }
        if form.season != .none { season = Array(vector[index...]) }
    }

    init() {}
}
