extension ARMACoefficients {
    /// The autocovariances gamma(0), gamma(1), … for surprises of variance 1; `nil` when not stationary.
    ///
    /// Those of the autoregressive part come from its Durbin-Levinson steps, last order to first and back, in p^2
    /// operations and without a system to solve; the moving average then sums them, weighted by the products of its
    /// own coefficients.
    func autocovariances(count: Int) -> [Double]? {
        let p = autoregressive.count
        let q = movingAverage.count
        let needed = count + q
        guard let orders = PartialAutocorrelations.orders(autoregressive) else { return nil }
        var own = [Double](repeating: 0, count: max(needed, p + 1))
        var variance = orders.reduce(1) { product, phi in
            let partial = phi[phi.count - 1]
            return product / (1 - partial * partial)
        }
        guard variance.isFinite else { return nil }
        own[0] = variance
        for (index, phi) in orders.enumerated() {
            let partial = phi[index]
            var next = partial * variance
            if index > 0 {
                let before = orders[index - 1]
                for lag in before.indices { next += before[lag] * own[index - lag] }
            }
            own[index + 1] = next
            variance *= 1 - partial * partial
        }
        if p < own.count - 1 {
            for index in (p + 1)..<own.count {
                var next = 0.0
                for lag in 0..<p { next += autoregressive[lag] * own[index - 1 - lag] }
                own[index] = next
            }
        }
        guard q > 0 else { return Array(own.prefix(count)) }
        let theta = [1] + movingAverage
        var result = [Double](repeating: 0, count: count)
        for distance in 0...q {
            var weight = 0.0
            for index in 0...(q - distance) { weight += theta[index] * theta[index + distance] }
            guard weight != 0 else { continue }
            for lag in 0..<count {
                result[lag] += weight * own[lag + distance]
                if distance > 0 { result[lag] += weight * own[abs(lag - distance)] }
            }
        }
        return result
    }
}
