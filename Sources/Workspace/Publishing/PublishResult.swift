public import Languages
public import VisitorLedger

/// What publishing a report came to.
public struct PublishResult: Sendable, Hashable {
    /// The publication as it is recorded.
    public var publication: Publication
    /// The files written.
    public var files: [String]
    /// The input files that were put aside unchanged, by name.
    public var keptInputs: [String]
    /// The input files that are no longer there or no longer what was loaded: their hashes are on record, their bytes
    /// are not.
    public var lostInputs: [String]
    /// The doubts that were open when it was published.
    public var openFindings: [LocatedFinding]
    /// Small counts that this publication and an earlier one would give away together.
    public var revealing: [BilingualText]
}

/// A file of an earlier publication, made again.
public struct RebuiltFile: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Whether it has the same bytes as the one that was published.
    public var isIdentical: Bool
    /// Whether it ought to: a workbook is a packed archive whose details may differ between versions.
    public var mustBeIdentical: Bool
    /// Where it was written.
    public var path: String
}
