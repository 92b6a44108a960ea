public import ByteStreams
public import Diagnostics

/// Why a CSV file, or a cell of it, cannot be read.
public enum CSVReadingError: Error, Sendable, Hashable {
    /// The file cannot be read at all.
    case unreadable(FileSurveyError)
    /// The file's bytes changed between the first and the second pass.
    case changedWhileReading(file: String)
    /// A byte is no character in the file's encoding.
    case undecodable(UndecodableByte)
    /// A cell has more bytes than the limit.
    case cellTooLong(SourcePosition, byteCount: Int, limitInBytes: Int)
    /// This machine cannot convert the encoding.
    case encodingUnavailable(file: String, TextEncoding)
}

/// A byte that is no character in the encoding of its file.
public struct UndecodableByte: Sendable, Hashable {
    /// What it most likely is.
    public enum Suspicion: Sendable, Hashable {
        /// The whole file reads well in another encoding.
        case otherEncoding(TextEncoding)
        /// A character of several bytes was cut off, as programs with fixed column widths do.
        case cutCharacter
        /// A character that only the writer's machine knows (外字), or an empty place of the character set.
        case vendorCharacter
    }

    /// The cell; without column when the place in the table is not known.
    public var position: SourcePosition
    /// The encoding the file was read in.
    public var encoding: TextEncoding
    /// The byte.
    public var byte: UInt8
    /// Its offset in the file, counted from 0.
    public var fileOffset: Int?
    /// What it most likely is; `nil` when nothing is likely.
    public var suspicion: Suspicion?
    /// The cell's text with U+FFFD in place of the byte.
    public var cellText: String?
}
