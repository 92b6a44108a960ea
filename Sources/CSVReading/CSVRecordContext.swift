import ByteStreams
import Diagnostics

/// What all records of one file have in common.
struct CSVRecordContext: Sendable {
    let displayName: String
    /// The encoding of the records' bytes, which is UTF-8 for a file that was transcoded.
    let encoding: TextEncoding
    let dialect: CSVDialect
    let limits: CSVReadingLimits
    /// `nil` where only the structure matters.
    let decoder: CellTextDecoder?
    /// What the file's bytes look like, whatever was declared.
    let detectedEncoding: TextEncoding?
    /// The offset in the file of the first byte of the first record; `nil` when the file was transcoded.
    let fileOffset: Int?
    /// The bytes of U+3000 IDEOGRAPHIC SPACE.
    let ideographicSpace: [UInt8]

    init(
        displayName: String, encoding: TextEncoding, dialect: CSVDialect, limits: CSVReadingLimits,
        decoder: CellTextDecoder?, detectedEncoding: TextEncoding? = nil, fileOffset: Int? = 0
    ) {
        self.displayName = displayName
        self.encoding = encoding
        self.dialect = dialect
        self.limits = limits
        self.decoder = decoder
        self.detectedEncoding = detectedEncoding
        self.fileOffset = fileOffset
        ideographicSpace =
            switch encoding {
            case .cp932: [0x81, 0x40]
            case .eucJP: [0xA1, 0xA1]
            default: [0xE3, 0x80, 0x80]
            }
    }
}
