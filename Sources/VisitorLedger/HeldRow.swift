public import Diagnostics

/// A row kept aside, with its reason.
public struct HeldRow: Sendable, Hashable {
    /// Where it stands, what is wrong with it and what to do. The value is kept up to 500 characters.
    public var diagnostic: Diagnostic
    /// The row as it stood, kept up to 2,000 characters.
    public var rawText: String?

    /// Makes a held row.
    public init(_ diagnostic: Diagnostic, rawText: String? = nil) {
        self.diagnostic = diagnostic
        self.rawText = rawText
    }
}

/// A row kept aside, as the ledger keeps it.
public struct RecordedHold: Sendable, Hashable, Identifiable {
    /// The hold's number.
    public var id: Int
    /// The load it belongs to.
    public var load: Int
    /// The row; its position names the load's file.
    public var row: HeldRow
}

/// How much a ledger holds.
public struct LedgerCounts: Sendable, Hashable {
    /// Loads, withdrawn and held ones included.
    public var loads: Int
    /// Loads that were withdrawn.
    public var withdrawnLoads: Int
    /// Series.
    public var series: Int
    /// Observations of all loads, superseded ones included.
    public var observations: Int
    /// Rows kept aside by loads that stand.
    public var holds: Int
    /// Notices and warnings of loads that stand.
    public var notes: Int
}
