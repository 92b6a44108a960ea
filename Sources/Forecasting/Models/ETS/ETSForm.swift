/// A form of exponential smoothing, in the taxonomy of Hyndman, Koehler, Ord and Snyder (2008).
///
/// No multiplicative trend, which explodes two years ahead, and no additive error with a multiplicative season,
/// whose variance is infinite.
public struct ETSForm: Sendable, Hashable, CustomStringConvertible {
    /// How a surprise acts: added, or in proportion to the level.
    public enum Error: String, Sendable, CaseIterable {
        case additive = "A"
        case multiplicative = "M"
    }

    /// How the level moves on.
    public enum Trend: String, Sendable, CaseIterable {
        case none = "N"
        case additive = "A"
        case damped = "Ad"
    }

    /// How the season acts.
    public enum Season: String, Sendable, CaseIterable {
        case none = "N"
        case additive = "A"
        case multiplicative = "M"
    }

    /// How a surprise acts.
    public var error: Error
    /// How the level moves on.
    public var trend: Trend
    /// How the season acts.
    public var season: Season

    /// Makes a form.
    public init(error: Error, trend: Trend, season: Season) {
        self.error = error
        self.trend = trend
        self.season = season
    }

    public var description: String { "ETS(\(error.rawValue),\(trend.rawValue),\(season.rawValue))" }

    /// The forms worth trying, simple ones first.
    ///
    /// - Parameters:
    ///   - isSeasonal: Whether a season can be told apart at all.
    ///   - isPositive: Whether all figures are above zero, as multiplicative forms require.
    public static func admissible(isSeasonal: Bool, isPositive: Bool) -> [ETSForm] {
        var forms: [ETSForm] = []
        for season in isSeasonal ? Season.allCases : [.none] {
            for trend in Trend.allCases {
                for error in Error.allCases {
                    let isMultiplicative = error == .multiplicative || season == .multiplicative
                    if isMultiplicative && !isPositive { continue }
                    if error == .additive && season == .multiplicative { continue }
                    forms.append(ETSForm(error: error, trend: trend, season: season))
                }
            }
        }
        return forms
    }

    /// Numbers estimated: smoothing parameters, free initial states, and the variance.
    func parameterCount(seasonLength: Int) -> Int {
        let trendCount =
            switch trend {
            case .none: 0
            case .additive: 2
            case .damped: 3
            }
        return 2 + trendCount + (season == .none ? 0 : seasonLength) + 1
    }
}
