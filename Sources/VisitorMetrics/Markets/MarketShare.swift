public import VisitorModel

/// One market's part in all inbound visitors of a period.
public struct MarketShare: Sendable, Hashable {
    /// The market's identifier: `TW`, `other`, `unknown`.
    public let market: String
    /// The market's figure.
    public let figure: Figure
    /// Per cent of all markets, the unknown included; `nil` without a number or when all is zero.
    public let percentOfAll: ExactDecimal?
    /// Per cent of the markets whose origin is known; `nil` for the unknown market.
    public let percentOfKnown: ExactDecimal?
    /// The place in the order of named markets, 1 for the largest; equal markets share a rank. `other` and `unknown`,
    /// which are no markets, have none.
    public let rank: Int?
    /// Against the year before.
    public let growth: Growth
    /// What the market adds to the growth of all, in points; `nil` when the growth of all is refused.
    public let contribution: ExactDecimal?

    /// Whether the market stands for visitors whose origin nobody asked or wrote down.
    public var isUnknown: Bool { market == Self.unknownID }

    static let unknownID = "unknown"
    static let otherID = "other"
}
