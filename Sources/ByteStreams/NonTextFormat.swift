/// A kind of file that is often delivered in place of a text file, known by its first bytes.
public enum NonTextFormat: String, Sendable, Hashable, CaseIterable {
    /// An Excel or OpenDocument workbook (a zip archive of a known content).
    case workbook
    /// An Excel workbook of 2003 and before, or another old Office document.
    case oldWorkbook = "old-workbook"
    /// A zip archive.
    case zip
    /// A gzip file.
    case gzip
    /// A PDF document.
    case pdf
    /// UTF-32, which no office program writes on purpose.
    case utf32 = "utf-32"

    /// Recognises a format by a file's first bytes, some thousands of them; `nil` when it may be text.
    public init?(firstBytes bytes: [UInt8]) {
        func begins(_ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
        if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
            self = Self.isWorkbook(archive: bytes) ? .workbook : .zip
        } else if begins([0xD0, 0xCF, 0x11, 0xE0]) {
            self = .oldWorkbook
        } else if begins([0x1F, 0x8B]) {
            self = .gzip
        } else if begins(Array("%PDF-".utf8)) {
            self = .pdf
        } else if begins([0xFF, 0xFE, 0, 0]) || begins([0, 0, 0xFE, 0xFF]) {
            self = .utf32
        } else {
            return nil
        }
    }

    /// The names of a workbook's parts stand uncompressed in the archive, the first ones near its beginning.
    private static func isWorkbook(archive: [UInt8]) -> Bool {
        let head = archive.prefix(8192)
        return ["[Content_Types].xml", "xl/", "opendocument.spreadsheet"].contains { name in
            let wanted = Array(name.utf8)
            return head.indices.contains { head[$0] == wanted[0] && head[$0...].starts(with: wanted) }
        }
    }
}
