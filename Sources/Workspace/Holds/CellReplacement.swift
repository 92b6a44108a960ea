import ByteStreams
import Diagnostics
import Languages

/// Puts another value into one cell of a file's bytes, leaving every other byte as it was.
///
/// Works on bytes, so that nothing is lost to a change of encoding: in UTF-8, Shift_JIS and EUC-JP the bytes of quotes,
/// delimiters and line ends are never part of another letter. UTF-16 is taken by pairs of bytes, of which the same is
/// true; in ISO-2022-JP what stands between escape sequences is passed over.
struct CellReplacement {
    /// The cell, with the text that must stand there.
    let position: SourcePosition
    let old: String

    /// The bytes with a new value in the cell.
    ///
    /// - Parameter encoding: What the bytes are in; `nil` where it cannot be told.
    /// - Throws: `DiagnosticsError` when the old value does not stand there, or the new one cannot be written.
    func applied(to bytes: [UInt8], in encoding: TextEncoding?, new: String) throws(DiagnosticsError) -> [UInt8] {
        guard !new.utf8.contains(where: { [0x22, 0x0A, 0x0D, 0x2C, 0x09, 0x3B, 0x3C, 0x26].contains($0) }) else {
            throw DiagnosticsError(.cannotStand(new, at: position))
        }
        switch encoding {
        case .utf16LittleEndian, .utf16BigEndian:
            let isLittle = encoding == .utf16LittleEndian
            let replaced = try replaced(
                in: UTF16Units.units(of: bytes, isLittleEndian: isLittle), with: Array(new.utf16), isShifting: false
            ) { String(decoding: $0, as: UTF16.self) }
            return UTF16Units.bytes(of: replaced, isLittleEndian: isLittle)
        case .utf8, nil:
            return try replaced(in: bytes, with: Array(new.utf8), isShifting: false) {
                String(decoding: $0, as: UTF8.self)
            }
        case .cp932, .eucJP, .iso2022JP:
            // Only what is ASCII is written alike in all of them.
            guard let encoding, new.utf8.allSatisfy({ $0 < 0x80 }) else {
                throw DiagnosticsError(.cannotEncode(new, encoding, at: position))
            }
            return try replaced(in: bytes, with: Array(new.utf8), isShifting: encoding == .iso2022JP) { field in
                guard var conversion = try? CharacterConversion(from: encoding) else { return "" }
                return conversion.lossyText(of: Array(field))
            }
        }
    }

    private func replaced<Unit: UnsignedInteger & FixedWidthInteger>(
        in units: [Unit], with new: [Unit], isShifting: Bool, reading: (ArraySlice<Unit>) -> String
    ) throws(DiagnosticsError) -> [Unit] {
        if let row = position.row, let column = position.column {
            for delimiter: Unit in [0x2C, 0x09, 0x3B] {
                guard
                    let field = Self.field(
                        row: row, column: column, of: units, delimiter: delimiter, isShifting: isShifting),
                    matches(reading(units[field]))
                else { continue }
                return Array(units[..<field.lowerBound]) + new + Array(units[field.upperBound...])
            }
        } else if let line = position.line, let span = Self.line(line, of: units) {
            let found = Self.places(of: old, in: units, span)
            if found.count == 1 {
                return Array(units[..<found[0].lowerBound]) + new + Array(units[found[0].upperBound...])
            }
        }
        throw DiagnosticsError(.notThere(old, at: position))
    }

    /// Whether a field, quotes and spaces around it aside, holds the old value.
    private func matches(_ field: String) -> Bool {
        var text = field[...]
        if text.count >= 2, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
        func trimmed(_ text: Substring) -> Substring {
            var text = text
            while text.first == " " { text = text.dropFirst() }
            while text.last == " " { text = text.dropLast() }
            return text
        }
        return trimmed(text) == trimmed(old[...])
    }

    /// Where a field lies, counted as spreadsheets count: a cell with line breaks is one row.
    static func field<Unit: UnsignedInteger & FixedWidthInteger>(
        row: Int, column: Int, of units: [Unit], delimiter: Unit, isShifting: Bool = false
    ) -> Range<Int>? {
        var (currentRow, currentColumn, start, isQuoted, isShifted) = (1, 1, 0, false, false)
        if Unit.bitWidth == 8, units.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        if Unit.bitWidth == 16, units.first.map({ UInt64($0) }) == 0xFEFF { start = 1 }
        var index = start
        while index <= units.count {
            let unit: Unit = index < units.count ? units[index] : 0x0A
            // ESC ( leads back to single letters, ESC $ away from them; no line ends in between.
            if isShifting, unit == 0x1B, index + 1 < units.count { isShifted = units[index + 1] != 0x28 }
            if isShifted, unit != 0x0A, unit != 0x0D {
                index += 1
                continue
            }
            if isQuoted, index < units.count {
                if unit == 0x22 { isQuoted = false }
            } else if unit == 0x22 {
                isQuoted = true
            } else if unit == delimiter || unit == 0x0A || unit == 0x0D {
                if currentRow == row, currentColumn == column { return start..<index }
                if unit == delimiter {
                    currentColumn += 1
                } else {
                    if unit == 0x0D, index + 1 < units.count, units[index + 1] == 0x0A { index += 1 }
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

    private static func line<Unit: UnsignedInteger & FixedWidthInteger>(_ number: Int, of units: [Unit]) -> Range<Int>?
    {
        var (current, start) = (1, 0)
        for (index, unit) in units.enumerated() where unit == 0x0A {
            if current == number { return start..<index }
            current += 1
            start = index + 1
        }
        return current == number ? start..<units.count : nil
    }

    /// Where a text stands within a line.
    private static func places<Unit: UnsignedInteger & FixedWidthInteger>(
        of text: String, in units: [Unit], _ span: Range<Int>
    ) -> [Range<Int>] {
        let wanted: [Unit] = Unit.bitWidth == 16 ? text.utf16.map { Unit($0) } : text.utf8.map { Unit($0) }
        guard !wanted.isEmpty else { return [] }
        return span.compactMap { start in
            let end = start + wanted.count
            return end <= span.upperBound && units[start..<end].elementsEqual(wanted) ? start..<end : nil
        }
    }
}

/// UTF-16 as pairs of bytes.
private enum UTF16Units {
    static func units(of bytes: [UInt8], isLittleEndian: Bool) -> [UInt16] {
        stride(from: 0, to: bytes.count - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittleEndian ? first | second << 8 : first << 8 | second
        }
    }

    static func bytes(of units: [UInt16], isLittleEndian: Bool) -> [UInt8] {
        units.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isLittleEndian ? [low, high] : [high, low]
        }
    }
}

extension Diagnostic {
    fileprivate static func notThere(_ old: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "holds.not-there", position: position, value: old,
            message: BilingualText(
                ja: "元のファイルのこの場所に、この値は見つかりません。", en: "The original file does not have this value there."),
            remedy: BilingualText(
                ja: "元のファイルを直したものを dmo load で読み込んでください。", en: "Mend the file itself and load it with dmo load."))
    }

    fileprivate static func cannotStand(_ new: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "holds.cannot-stand", position: position, value: new,
            message: BilingualText(
                ja: "新しい値に区切り文字や改行は使えません。", en: "The new value may hold no delimiter, quote or line end."))
    }

    fileprivate static func cannotEncode(
        _ new: String, _ encoding: TextEncoding?, at position: SourcePosition
    ) -> Diagnostic {
        let name = encoding?.displayName ?? ""
        return Diagnostic(
            code: "holds.cannot-encode", position: position, value: new,
            message: BilingualText(
                ja: "元のファイルは \(name) で、英数字以外の新しい値は書き込めません。",
                en: "The original is in \(name), into which only values of ASCII letters and digits are written."),
            remedy: BilingualText(
                ja: "元のファイルを直したものを dmo load で読み込むか、別名を定義に加えて dmo holds release を使ってください。",
                en: "Mend the file itself and load it, or add the name as an alias and use dmo holds release."))
    }
}
