public import ByteStreams

/// Why reading an XML document ended before its end.
public struct XMLReadingError: Error, Sendable, Hashable {
    /// The kinds of failure; `code` is the stable word for each.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// No file at the path.
        case fileNotFound = "file.not-found"
        /// The file is there and cannot be read: rights, a folder, a failing disk.
        case fileUnreadable = "file.unreadable"
        /// The document stops before its root element ends.
        case truncated = "xml.truncated"
        /// The document breaks a rule of XML.
        case malformed = "xml.malformed"
        /// The document declares entities of its own, a way to attack the reader.
        case entityDeclared = "xml.entity-declared"
        /// More elements inside one another than `XMLReadingLimits.maximumDepth`.
        case tooDeep = "xml.too-deep"
        /// A text, value or tag longer than `XMLReadingLimits.maximumTextBytes`.
        case textTooLong = "xml.text-too-long"
        /// More attributes on an element than `XMLReadingLimits.maximumAttributes`.
        case tooManyAttributes = "xml.too-many-attributes"
        /// A byte that means nothing in the document's encoding.
        case undecodableByte = "xml.undecodable-byte"
        /// An encoding declaration that no converter here knows.
        case unknownEncoding = "xml.unknown-encoding"
        /// A record element inside a record element.
        case nestedRecord = "xml.nested-record"

        /// The diagnostic code, such as `xml.truncated`.
        public var code: String { rawValue }
    }

    /// What went wrong.
    public var kind: Kind
    /// The file as the user knows it.
    public var file: String
    /// The line (1-based).
    public var line: Int?
    /// The character's place in its line (1-based).
    public var column: Int?
    /// The place of an undecodable byte in the file, from 0.
    public var byteOffset: Int?
    /// The innermost open element with positions, such as `/報告/月報[2]`; only from `XMLRecordReader`.
    public var path: String?
    /// How many records were delivered before.
    public var recordsRead: Int
    /// The limit that was passed, for the kinds that have one.
    public var limit: Int?
    /// What stood there: the parser's short message, an encoding, an entity's name, the byte in hexadecimal.
    public var detail: String?
    /// For a file that cannot be read, why not.
    public var fileError: FileSurveyError?

    init(
        _ kind: Kind, file: String = "", line: Int? = nil, column: Int? = nil, byteOffset: Int? = nil,
        limit: Int? = nil, detail: String? = nil
    ) {
        self.kind = kind
        self.file = file
        self.line = line
        self.column = column
        self.byteOffset = byteOffset
        self.recordsRead = 0
        self.limit = limit
        self.detail = detail
    }
}
