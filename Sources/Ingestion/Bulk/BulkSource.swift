import Diagnostics
public import Tables

/// A stretch of a file to be worked on, by any worker.
public struct BulkJob: Sendable {
    /// Does the work.
    public let work: @Sendable (BulkWorker) -> BulkWorker.BlockResult
}

/// A file that is read in stretches which can be worked on side by side.
///
/// Whatever is not utterly plain is judged by the code that reads row by row; a file that needs more than that is
/// refused, before anything was made of it.
public protocol BulkSource: AnyObject {
    /// The next stretch to work on; `nil` at the end.
    ///
    /// - Throws: `BulkRefusal`; `DiagnosticsError` when the file cannot be read on.
    func nextJob() throws -> BulkJob?

    /// A worker for this file.
    func makeWorker() -> BulkWorker

    /// Takes in what a stretch came to. They must come in the order of the file.
    ///
    /// - Returns: The rows that were judged one by one and go on to the stages.
    /// - Throws: `BulkRefusal` when a row cannot be judged by itself.
    func take(_ result: BulkWorker.BlockResult) throws(BulkRefusal) -> RecordBatch?

    /// How many rows have been read.
    var rowsRead: Int { get }

    /// The groups of a worker, once everything is taken in.
    func groups(of worker: BulkWorker) -> [BulkGroup]

    /// The spreadsheet column that an origin of a single row would have.
    var originColumn: Int? { get }

    /// What reading came to, once everything is taken in.
    var outcome: IngestionOutcome { get }
}
