public import ByteStreams
public import Diagnostics
import Languages
public import PipelineDefinition
public import Tables

/// A file to be read: where it is, and how messages call it.
public struct SourceFile: Sendable, Hashable {
    /// Where it is.
    public var path: String
    /// How messages call it.
    public var displayName: String

    /// The last part of the path.
    public var name: String { String(path.split(separator: "/").last ?? "") }

    /// Names a file.
    public init(path: String, displayName: String? = nil) {
        self.path = path
        self.displayName = displayName ?? path
    }
}

/// A file's rows, however they are written.
protocol TableReader: AnyObject {
    /// What reading came to; complete when `next()` has returned `nil`.
    var outcome: IngestionOutcome { get }
    /// How many rows have been read, cheaply.
    var rowsRead: Int { get }
    /// The form of the table's header; `nil` for a document without one.
    var layoutFingerprint: String? { get }
    /// The next rows; `nil` at the end.
    func next() throws(DiagnosticsError) -> RecordBatch?
}

extension TableReader {
    var layoutFingerprint: String? { nil }
}

/// Reads one file by a profile: bytes in, batches of typed rows out, everything accounted for.
///
/// Memory stays bounded: the current record, the current batch, distinct labels, and what is held.
public struct FileIngester: ~Copyable {
    private let reader: any TableReader

    /// Opens a file.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be read, or has no table the profile describes.
    public init(
        _ file: SourceFile, profile: ProfileDefinition, destination: DestinationDefinition
    ) throws(DiagnosticsError) {
        let make = { () throws(DiagnosticsError) -> any TableReader in
            try Self.reader(of: file, profile: profile, destination: destination)
        }
        if let rule = profile.duplicates {
            reader = try DuplicateFilter(profile: profile, rule: rule, file: file.displayName, makeReader: make)
        } else {
            reader = try make()
        }
    }

    private static func reader(
        of file: SourceFile, profile: ProfileDefinition, destination: DestinationDefinition
    ) throws(DiagnosticsError) -> any TableReader {
        switch profile.reading.format {
        case .csv:
            return try CSVFileReader(file: file, profile: profile, destination: destination)
        case .xml:
            let content = try fileContent(file)
            return try XMLFileReader(
                file: file, profile: profile, destination: destination,
                outcome: IngestionOutcome(hash: content.hash, byteCount: content.byteCount))
        case .parquet: throw DiagnosticsError(.parquetNeedsSpark(file))
        case .eStat, .sdmx:
            let content = try fileContent(file)
            return try MessageFileReader(
                file: file, profile: profile, destination: destination,
                outcome: IngestionOutcome(hash: content.hash, byteCount: content.byteCount))
        }
    }

    /// The next rows; `nil` at the end.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be read on.
    public mutating func next() throws(DiagnosticsError) -> RecordBatch? { try reader.next() }

    /// The form of the table's header, by which a changed layout is noticed; `nil` for XML.
    public var layoutFingerprint: String? { reader.layoutFingerprint }

    /// How many rows have been read so far.
    public var rowsRead: Int { reader.rowsRead }

    /// What reading came to; complete when `next()` has returned `nil`.
    public var outcome: IngestionOutcome { reader.outcome }
}

/// The hash and size of a file.
///
/// - Throws: `DiagnosticsError` when it cannot be read.
public func fileContent(_ file: SourceFile) throws(DiagnosticsError) -> (hash: ContentHash, byteCount: Int) {
    do throws(FileReadingError) {
        var chunks = try FileByteChunks(path: file.path, displayName: file.displayName)
        while try chunks.next() != nil {}
        return try chunks.finish()
    } catch {
        throw DiagnosticsError(error.diagnostic)
    }
}
