import Foundation

/// The exact Gaussian likelihood of a seasonal ARIMA model, absent periods and a constant included.
///
/// The likelihood is that of the differenced series, as with a diffuse start. An absent period is a number that the
/// model itself supplies: an unknown multiple of a series that is 1 there and 0 elsewhere, estimated by generalised
/// least squares with the constant, and integrated out of the likelihood (Gómez, Maravall and Peña 1999, Journal of
/// Econometrics 88: the same value as a filter that skips the period). What is whitened by the filter needs only
/// ordinary least squares.
struct ARIMALikelihood {
    /// What a model makes of the series.
    struct Outcome {
        /// -2 log L at the best constant and variance, constants included.
        var objective: Double
        /// The surprises' variance, by maximum likelihood.
        var variance: Double
        /// Surprises one period ahead, each divided by the root of its relative variance (which soon is 1), on the
        /// scale of the series; NaN in the periods lost to differencing.
        var surprises: [Double]
        /// The mean of the differenced series.
        var constant: Double
        /// The series with absent periods as the model would have them.
        var completed: [Double]
        /// The state after the last period, without the constant.
        var state: [Double]
        var whitening: ARMAWhitening
    }

    let order: ARIMAOrder
    let differencing: Differencing
    /// The series with anything in absent periods.
    private let bridged: [Double]
    /// Where figures are absent.
    private let absent: [Int]
    /// The differenced series, then one column for every absent period, then the constant's.
    private let columns: [[Double]]
    /// Figures known after differencing.
    let effectiveCount: Int

    /// Prepares a likelihood.
    ///
    /// - Parameters:
    ///   - samples: The series, NaN where a figure is absent.
    ///   - bridged: The same with any finite number in absent periods.
    init(order: ARIMAOrder, samples: [Double], bridged: [Double]) {
        self.order = order
        self.bridged = bridged
        differencing = Differencing(order)
        absent = samples.indices.filter { samples[$0].isNaN }
        var columns = [differencing.differenced(bridged)]
        let lost = order.lostPeriods
        let count = max(samples.count - lost, 0)
        for index in absent {
            var column = [Double](repeating: 0, count: count)
            for (lag, coefficient) in differencing.coefficients.enumerated() {
                let place = index + lag - lost
                if column.indices.contains(place) { column[place] = coefficient }
            }
            columns.append(column)
        }
        if order.hasConstant { columns.append([Double](repeating: 1, count: count)) }
        self.columns = columns
        effectiveCount = count - absent.count
    }

    /// -2 log L at a point of the search, without the constants; infinite where there is no likelihood.
    ///
    /// - Parameter isConditional: Takes the conditional sum of squares instead, for a first guess.
    func objective(at point: [Double], isConditional: Bool = false) -> Double {
        guard let whitening = ARMAWhitening(ARMACoefficients(order, at: point), isConditional: isConditional),
            let run = whitening.run(over: columns)
        else { return .infinity }
        let fit = regression(run.whitened)
        return Double(effectiveCount) * log(max(fit.squares, 1e-300)) + run.logDeterminant + fit.logDeterminant
    }

    /// Everything at a point of the search.
    func outcome(at point: [Double]) -> Outcome? {
        guard let whitening = ARMAWhitening(ARMACoefficients(order, at: point)), let run = whitening.run(over: columns)
        else { return nil }
        let fit = regression(run.whitened)
        let count = Double(effectiveCount)
        let squares = max(fit.squares, 1e-300)
        var completed = bridged
        var series = columns[0]
        for (column, factor) in fit.factors.enumerated() {
            for index in series.indices { series[index] -= factor * columns[column + 1][index] }
            if column < absent.count { completed[absent[column]] -= factor }
        }
        guard let last = whitening.run(over: [series]) else { return nil }
        return Outcome(
            objective: count * (log(2 * .pi * squares / count) + 1) + run.logDeterminant + fit.logDeterminant,
            variance: squares / count,
            surprises: [Double](repeating: .nan, count: order.lostPeriods) + last.whitened[0],
            constant: order.hasConstant ? fit.factors.last ?? 0 : 0, completed: completed, state: last.states[0],
            whitening: whitening)
    }

    /// Ordinary least squares of the first column on the others, by orthogonal columns (Gram and Schmidt).
    ///
    /// A column that the ones before it already span says nothing new and gets the factor 0: a month that never had
    /// a figure, for example, cannot be told from the start of its own season.
    private func regression(_ columns: [[Double]]) -> (squares: Double, logDeterminant: Double, factors: [Double]) {
        var rest = columns[0]
        let count = columns.count - 1
        guard count > 0 else { return (rest.reduce(0) { $0 + $1 * $1 }, 0, []) }
        var directions: [[Double]] = []
        var shares = [[Double]](repeating: [], count: count)
        var along = [Double](repeating: 0, count: count)
        var logDeterminant = 0.0
        for index in 0..<count {
            var column = columns[index + 1]
            let length = Self.product(column, column)
            for direction in directions {
                let share = Self.product(direction, column)
                shares[index].append(share)
                if share != 0 { Self.subtract(direction, times: share, from: &column) }
            }
            let left = Self.product(column, column)
            guard left > 1e-10 * length else {
                directions.append([Double](repeating: 0, count: column.count))
                shares[index].append(0)
                continue
            }
            let size = left.squareRoot()
            for place in column.indices { column[place] /= size }
            shares[index].append(size)
            if index < absent.count { logDeterminant += log(left) }
            along[index] = Self.product(column, rest)
            Self.subtract(column, times: along[index], from: &rest)
            directions.append(column)
        }
        // From directions back to columns: the triangle of shares, solved from the last.
        var factors = [Double](repeating: 0, count: count)
        for index in stride(from: count - 1, through: 0, by: -1) where shares[index][index] != 0 {
            var value = along[index]
            for later in (index + 1)..<max(count, index + 1) { value -= factors[later] * shares[later][index] }
            factors[index] = value / shares[index][index]
        }
        return (rest.reduce(0) { $0 + $1 * $1 }, logDeterminant, factors)
    }

    private static func product(_ left: [Double], _ right: [Double]) -> Double {
        var sum = 0.0
        for index in 0..<min(left.count, right.count) { sum += left[index] * right[index] }
        return sum
    }

    private static func subtract(_ direction: [Double], times share: Double, from column: inout [Double]) {
        for index in 0..<min(direction.count, column.count) { column[index] -= share * direction[index] }
    }
}
