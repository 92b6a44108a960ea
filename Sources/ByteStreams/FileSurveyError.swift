/// Where and why a file fits no encoding.
public struct EncodingMisfit: Sendable, Hashable {
    /// The encoding it was most likely meant to be; `nil` when none is likely.
    public var likeliest: TextEncoding?
    /// The offset of the first byte that is wrong in it (in UTF-8 when none is likely), counted from 0.
    public var offset: Int
    /// The physical line of that byte, counted from 1.
    public var line: Int
    /// Whether it looks like text in a Western European language (Latin-1, Windows-1252).
    public var looksLatin: Bool

    /// Makes a misfit.
    public init(likeliest: TextEncoding?, offset: Int, line: Int, looksLatin: Bool) {
        self.likeliest = likeliest
        self.offset = offset
        self.line = line
        self.looksLatin = looksLatin
    }
}

/// Why a file cannot be read as text.
public enum FileSurveyError: Error, Sendable, Hashable {
    /// Its bytes cannot be read.
    case unreadable(FileReadingError)
    /// It is a workbook, an archive or a document.
    case notText(file: String, NonTextFormat)
    /// Its byte order mark says another encoding than was declared.
    case contradictsByteOrderMark(file: String, declared: TextEncoding, marked: TextEncoding)
    /// No encoding fits all its bytes.
    case unknownEncoding(file: String, EncodingMisfit)
}
