/// The plain mean of several models.
///
/// Both rounds of the tourism competition were won by combinations, and equal weights are hard to beat: weights
/// estimated from one series' short past cost more than they gain. A member that refuses a series is left out.
public struct CombinedForecaster: Forecaster {
    public let name: String
    /// The models.
    public var members: [any Forecaster]

    /// Makes a combination.
    public init(name: String, members: [any Forecaster]) {
        self.name = name
        self.members = members
    }

    public func fit(_ series: TimeSeries) throws(ForecastingError) -> any FittedForecaster {
        var fitted: [any FittedForecaster] = []
        var refusal: ForecastingError?
        for member in members {
            do throws(ForecastingError) {
                fitted.append(try member.fit(series))
            } catch {
                refusal = refusal ?? error
            }
        }
        guard !fitted.isEmpty else { throw refusal ?? .noModel }
        return FittedCombination(members: fitted, weights: fitted.map { _ in 1 / Double(fitted.count) })
    }
}

/// Fitted models that answer together.
struct FittedCombination: FittedForecaster {
    let members: [any FittedForecaster]
    /// The members' weights, which add up to 1.
    let weights: [Double]

    var form: String { members.map(\.form).joined(separator: " + ") }

    func pointForecast(horizon: Int) -> [Double] {
        weighted(members.map { $0.pointForecast(horizon: horizon) })
    }

    func paths(shocks: Shocks) -> SamplePaths {
        let all = members.map { $0.paths(shocks: shocks) }
        return SamplePaths(count: shocks.count, horizon: shocks.horizon, values: weighted(all.map(\.values)))
    }

    private func weighted(_ rows: [[Double]]) -> [Double] {
        guard var sums = rows.first else { return [] }
        for index in sums.indices { sums[index] *= weights[0] }
        for (row, weight) in zip(rows, weights).dropFirst() {
            for index in sums.indices { sums[index] += weight * row[index] }
        }
        return sums
    }
}
