/// The coefficients of a seasonal ARMA model, multiplied out:
/// y(t) = sum phi(i) y(t-i) + e(t) + sum theta(j) e(t-j).
struct ARMACoefficients: Sendable, Hashable {
    /// The numbers phi(1), phi(2) and so on.
    var autoregressive: [Double]
    /// The numbers theta(1), theta(2) and so on.
    var movingAverage: [Double]

    init(autoregressive: [Double] = [], movingAverage: [Double] = []) {
        self.autoregressive = autoregressive
        self.movingAverage = movingAverage
    }

    /// The coefficients at a point of the search: for each polynomial, plain before seasonal and autoregressive
    /// before moving average, as many free numbers as it has coefficients.
    init(_ order: ARIMAOrder, at point: [Double]) {
        var taken = 0
        func polynomial(_ count: Int) -> [Double] {
            defer { taken += count }
            return PartialAutocorrelations.coefficients(
                point[taken..<(taken + count)].map(PartialAutocorrelations.bounded))
        }
        let phi = polynomial(order.autoregressive)
        let theta = polynomial(order.movingAverage)
        let seasonalPhi = polynomial(order.seasonalAutoregressive)
        let seasonalTheta = polynomial(order.seasonalMovingAverage)
        // A moving average is invertible when the process with its coefficients' opposites is stationary.
        let length = order.seasonLength
        self.init(
            autoregressive: Self.product(phi, seasonalPhi, seasonLength: length),
            movingAverage: Self.product(theta, seasonalTheta, seasonLength: length).map { -$0 })
    }

    /// (1 - sum a(i) B^i)(1 - sum b(j) B^jm), again as coefficients to be taken off 1.
    private static func product(_ plain: [Double], _ seasonal: [Double], seasonLength: Int) -> [Double] {
        guard !seasonal.isEmpty else { return plain }
        var product = plain + [Double](repeating: 0, count: seasonal.count * seasonLength)
        for (index, factor) in seasonal.enumerated() {
            let lag = (index + 1) * seasonLength
            product[lag - 1] += factor
            for (other, coefficient) in plain.enumerated() { product[lag + other] -= factor * coefficient }
        }
        return product
    }

    /// How a surprise goes on: psi(0) = 1, psi(1), …, for as many periods as asked.
    ///
    /// - Parameter differences: The coefficients of the differencing, from lag 0 on, when the surprises are to be
    ///   followed through to the figures.
    func responses(count: Int, differences: [Double] = [1]) -> [Double] {
        var responses = [Double](repeating: 0, count: count)
        for index in 0..<count {
            var value = index == 0 ? 1 : index <= movingAverage.count ? movingAverage[index - 1] : 0
            for lag in 1..<(min(index, autoregressive.count) + 1) {
                value += autoregressive[lag - 1] * responses[index - lag]
            }
            responses[index] = value
        }
        guard differences.count > 1 else { return responses }
        for index in 0..<count {
            for lag in 1..<(min(index, differences.count - 1) + 1) where differences[lag] != 0 {
                responses[index] -= differences[lag] * responses[index - lag]
            }
        }
        return responses
    }
}
