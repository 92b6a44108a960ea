/// A number with its status, or the reason there is none.
public struct ObservedValue: Sendable, Hashable {
    /// The number, in the unit of its measure; `nil` exactly when the status has no value.
    public let number: ExactDecimal?
    /// How firm the number is, or why there is none.
    public let status: ObservationStatus
    /// Half the width of the rounding the number was published with: 136万人 is ±5,000. Zero when it is exact.
    public let roundingHalfWidth: Int

    /// A number and how firm it is. A status that has no number is taken as `reported`.
    public init(_ number: ExactDecimal, status: ObservationStatus = .reported, roundingHalfWidth: Int = 0) {
        self.number = number
        self.status = status.hasValue ? status : .reported
        self.roundingHalfWidth = roundingHalfWidth
    }

    /// No number, and why. A status that needs a number is taken as `notReported`.
    public init(absent status: ObservationStatus) {
        number = nil
        self.status = status.hasValue ? .notReported : status
        roundingHalfWidth = 0
    }
}
