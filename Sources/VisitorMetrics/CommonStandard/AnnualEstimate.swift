public import VisitorModel

/// A year's estimate: the sum of its quarters' own estimates, never the year's count over the year's mean parameters.
public struct AnnualEstimate: Sendable, Hashable {
    /// The quarters, in order.
    public let quarters: [CommonStandardEstimate]
    /// The year's gross count, in person-spots.
    public let gross: Int
    /// The year's real person-trips.
    public let trips: Int
    /// The year's spend in yen; `nil` when a quarter has none.
    public let spend: ExactDecimal?
    /// Spend of one person on one trip, in whole yen; `nil` without spend or trips.
    public let spendPerTrip: ExactDecimal?
    /// What sampling may have done to the trips.
    public let tripsError: SamplingError
    /// What sampling may have done to the spend.
    public let spendError: SamplingError?

    /// Adds up quarters; `nil` when there are none, or one stands there twice.
    public init?(_ quarters: [CommonStandardEstimate]) {
        let quarters = quarters.sorted { $0.wave.quarter < $1.wave.quarter }
        guard !quarters.isEmpty, Set(quarters.map(\.wave.quarter)).count == quarters.count else { return nil }
        self.quarters = quarters
        let trips = quarters.reduce(0) { $0 + $1.trips }
        gross = quarters.reduce(0) { $0 + $1.gross }
        self.trips = trips
        let spends = quarters.map(\.spend)
        let spend = spends.contains(nil) ? nil : ExactDecimal.sum(of: spends.compactMap { $0 })
        self.spend = spend
        spendPerTrip = spend.flatMap { UnitSpend.perTrip(spend: $0, trips: ExactDecimal(trips)) }
        tripsError = .sum(of: quarters.map(\.tripsError))
        spendError = spend == nil ? nil : .sum(of: quarters.compactMap(\.spendError))
    }
}

/// Spend of one person on one trip: `spend [yen] ÷ trips [person-trips]`.
public enum UnitSpend {
    /// The unit spend in whole yen; `nil` without trips.
    ///
    /// Tokyo 2023: 7,243,453 million yen over 494,102 thousand trips is 14,660 yen.
    public static func perTrip(spend: ExactDecimal, trips: ExactDecimal) -> ExactDecimal? {
        spend.divided(by: trips, fractionDigits: 0)
    }
}
