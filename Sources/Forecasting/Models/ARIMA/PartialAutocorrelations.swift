/// Autoregressive coefficients and their partial autocorrelations, each from the other (Durbin and Levinson).
///
/// A process is stationary just when all its partial autocorrelations lie between -1 and 1, so a search over them
/// never leaves the region (Monahan 1984; Jones 1980).
enum PartialAutocorrelations {
    /// The coefficients phi of y(t) = sum phi(i) y(t-i) + e(t).
    static func coefficients(_ partials: [Double]) -> [Double] {
        var phi: [Double] = []
        for partial in partials {
            let before = phi
            for index in before.indices { phi[index] = before[index] - partial * before[before.count - 1 - index] }
            phi.append(partial)
        }
        return phi
    }

    /// The coefficients of every order up to the last, the last order last; `nil` when not stationary.
    ///
    /// The last coefficient of each order is the partial autocorrelation.
    static func orders(_ coefficients: [Double]) -> [[Double]]? {
        var orders = [coefficients]
        var phi = coefficients
        while let partial = phi.last {
            guard abs(partial) < 1 else { return nil }
            let rest = 1 - partial * partial
            let count = phi.count - 1
            phi = (0..<count).map { (phi[$0] + partial * phi[count - 1 - $0]) / rest }
            orders.append(phi)
        }
        return orders.dropLast().reversed()
    }

    /// A number without bounds as a partial autocorrelation.
    static func bounded(_ free: Double) -> Double { free / (1 + free * free).squareRoot() }

    /// A partial autocorrelation as a number without bounds.
    static func free(_ bounded: Double) -> Double {
        let inside = min(max(bounded, -0.995), 0.995)
        return inside / (1 - inside * inside).squareRoot()
    }
}
