import Diagnostics
import Languages

/// Puts another value into one cell of a file's bytes, leaving every other byte as it was.
///
/// Works on bytes, so that nothing is lost to a change of encoding: in UTF-8, Shift_JIS and EUC-JP the bytes of quotes,
/// delimiters and line ends are never part of another letter.
struct CellReplacement {
    /// The cell, with the text that must stand there.
    let position: SourcePosition
    let old: String

    /// The bytes with a new value in the cell.
    ///
    /// - Throws: `DiagnosticsError` when the old value does not stand there, or the new one cannot be written.
    func applied(to bytes: [UInt8], new: String) throws(DiagnosticsError) -> [UInt8] {
        guard !new.utf8.contains(where: { [0x22, 0x0A, 0x0D, 0x2C, 0x09, 0x3B, 0x3C, 0x26].contains($0) }) else {
            throw DiagnosticsError(.cannotStand(new, at: position))
        }
        if let row = position.row, let column = position.column {
            for delimiter: UInt8 in [0x2C, 0x09, 0x3B] {
                guard let field = Self.field(row: row, column: column, of: bytes, delimiter: delimiter),
                    matches(bytes[field])
                else { continue }
                return Array(bytes[..<field.lowerBound]) + Array(new.utf8) + Array(bytes[field.upperBound...])
            }
        } else if let line = position.line, let span = Self.line(line, of: bytes) {
            let wanted = Array(old.utf8)
            let places = span.filter { start in
                start + wanted.count <= span.upperBound && Array(bytes[start..<(start + wanted.count)]) == wanted
            }
            if !wanted.isEmpty, places.count == 1 {
                return Array(bytes[..<places[0]]) + Array(new.utf8) + Array(bytes[(places[0] + wanted.count)...])
            }
        }
        throw DiagnosticsError(.notThere(old, at: position))
    }

    /// Whether a field holds the old value; letters outside ASCII are compared only in UTF-8.
    private func matches(_ field: ArraySlice<UInt8>) -> Bool {
        var text = field
        if text.count >= 2, text.first == 0x22, text.last == 0x22 { text = text.dropFirst().dropLast() }
        let trimmed = Self.trimmed(text)
        if trimmed.elementsEqual(Self.trimmed(Array(old.utf8)[...])) { return true }
        return old.utf8.contains { $0 >= 0x80 } && trimmed.contains { $0 >= 0x80 }
            && String(validating: Array(trimmed), as: UTF8.self) == nil
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        while bytes.first == 0x20 { bytes = bytes.dropFirst() }
        while bytes.last == 0x20 { bytes = bytes.dropLast() }
        return bytes
    }

    /// Where a field lies, counted as spreadsheets count: a cell with line breaks is one row.
    static func field(row: Int, column: Int, of bytes: [UInt8], delimiter: UInt8) -> Range<Int>? {
        var (currentRow, currentColumn, start, isQuoted) = (1, 1, 0, false)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        var index = start
        while index <= bytes.count {
            let byte: UInt8 = index < bytes.count ? bytes[index] : 0x0A
            if isQuoted, index < bytes.count {
                if byte == 0x22 { isQuoted = false }
            } else if byte == 0x22 {
                isQuoted = true
            } else if byte == delimiter || byte == 0x0A || byte == 0x0D {
                if currentRow == row, currentColumn == column { return start..<index }
                if byte == delimiter {
                    currentColumn += 1
                } else {
                    if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
                    currentRow += 1
                    currentColumn = 1
                    if currentRow > row { return nil }
                }
                start = index + 1
            }
            index += 1
        }
        return nil
    }

    private static func line(_ number: Int, of bytes: [UInt8]) -> Range<Int>? {
        var (current, start) = (1, 0)
        for (index, byte) in bytes.enumerated() where byte == 0x0A {
            if current == number { return start..<index }
            current += 1
            start = index + 1
        }
        return current == number ? start..<bytes.count : nil
    }
}

extension Diagnostic {
    fileprivate static func notThere(_ old: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "holds.not-there", position: position, value: old,
            message: BilingualText(ja: "元のファイルのこの場所に、この値は見つかりません。", en: "The original file does not have this value there."),
            remedy: BilingualText(
                ja: "元のファイルを直したものを dmo load で読み込んでください。", en: "Mend the file itself and load it with dmo load."))
    }

    fileprivate static func cannotStand(_ new: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "holds.cannot-stand", position: position, value: new,
            message: BilingualText(ja: "新しい値に区切り文字や改行は使えません。", en: "The new value may hold no delimiter, quote or line end."))
    }
}
