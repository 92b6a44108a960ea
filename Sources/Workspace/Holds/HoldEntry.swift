public import VisitorLedger

/// A held row with what was decided about it.
public struct HoldEntry: Sendable, Hashable, Identifiable {
    /// The row.
    public var hold: RecordedHold
    /// The load it was held in.
    public var sha256: String
    /// The decision; `nil` while it is open.
    public var decision: HoldDecision?

    /// The hold's number.
    public var id: Int { hold.id }
    /// Whether nobody has decided yet.
    public var isOpen: Bool { decision == nil }
}

/// A correction somebody asks for.
public struct HoldCorrection: Sendable, Hashable {
    /// The hold's number.
    public var hold: Int
    /// The value that is to stand in the cell.
    public var value: String

    /// A correction.
    public init(hold: Int, value: String) {
        self.hold = hold
        self.value = value
    }
}

/// What a correction or a release came to.
public struct HoldOutcome: Sendable, Hashable {
    /// The loads that brought the mended rows in.
    public var loads: [LoadResult]
    /// The holds that were decided.
    public var decided: [Int]
}
