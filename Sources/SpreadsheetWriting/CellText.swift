/// Makes text from anywhere fit for a cell.
enum CellText {
    /// The longest text a cell can hold, in UTF-16 units.
    static let limit = 32_767

    /// The text without what XML cannot hold and what changes how its neighbours are read, cut to a length.
    ///
    /// - Parameter limit: How many UTF-16 units to keep at most.
    static func cleaned(_ raw: String, limit: Int = limit) -> String {
        // Nearly every text stands as it is: bytes of UTF-8 are never fewer than units of UTF-16.
        if raw.utf8.count <= limit, raw.unicodeScalars.allSatisfy(isFit) { return escapedCodes(raw) }
        var scalars = String.UnicodeScalarView()
        var units = 0
        var isCut = false
        for scalar in raw.unicodeScalars where isFit(scalar) {
            units += UTF16.width(scalar)
            if units > limit {
                isCut = true
                break
            }
            scalars.append(scalar)
        }
        guard isCut else { return escapedCodes(String(scalars)) }
        return escapedCodes(String(String(scalars).dropLast()) + "…")
    }

    private static func isFit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: true
        case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
        case let value: value & 0xFFFE != 0xFFFE
        }
    }

    /// Spreadsheets read `_x0041_` as the letter A; such a text is written so that it is read as it stands.
    private static func escapedCodes(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "_", isCode(rest) { result.append(contentsOf: "_x005F".unicodeScalars) }
            result.append(scalar)
        }
        return String(result)
    }

    /// Whether what follows an underscore completes a code: `x`, four hexadecimal digits, an underscore.
    private static func isCode(_ rest: Substring.UnicodeScalarView) -> Bool {
        let code = Array(rest.prefix(6))
        guard code.count == 6, code[0] == "x", code[5] == "_" else { return false }
        return code[1...4].allSatisfy(\.properties.isASCIIHexDigit)
    }
}
