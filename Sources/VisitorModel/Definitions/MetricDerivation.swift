/// What is done with a sum of counts to make a metric of it. Parameters are named, and registered with their source.
public enum MetricDerivation: Sendable, Hashable {
    /// The sum itself.
    case sum
    /// Without the municipality's own residents, by their share among the people a survey asked.
    case withoutResidents(survey: String)
    /// Real person-trips: by segment and quarter, count × share ÷ mean places visited, residents left out.
    case realTrips(survey: String)
    /// 交流人口 with commuters: daytime population − those who work or study where they live + the sum.
    case withCommuters(daytime: String, local: String)
    /// The sum per thousand of another definition's sum, over the months both have in full; the other by its id.
    case share(of: String)

    /// The definition a share is taken of; `nil` for anything else.
    public var shareTotal: String? {
        if case .share(let total) = self { total } else { nil }
    }
}

/// From which counts of the year before on a place counts.
public struct DesignationThresholds: Sendable, Hashable {
    /// Visitors in the year before.
    public var year: ExactDecimal
    /// Visitors in one month of the year before.
    public var month: ExactDecimal

    /// Thresholds; without arguments those of the common standard 共通基準.
    public init(year: ExactDecimal = 10_000, month: ExactDecimal = 5_000) {
        self.year = year
        self.month = month
    }
}
