/// Texts on their way into statements and out of answers.
enum SparkText {
    /// Bytes as a text in which each byte is a character of its own (ISO 8859-1).
    static func text(of bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(UnicodeScalar(byte)) }
        return String(text)
    }

    /// The bytes of such a text; `nil` when it is none.
    static func bytes(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    /// A part of a URL as it was before characters became `%20`; `nil` when it is none.
    static func percentDecoded(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == 0x25 else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            rest = rest.dropFirst(2)
            guard digits.count == 2, digits.first != 0x2B,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// A text as a literal of Spark's SQL.
    static func literal(_ text: String) -> String {
        var literal = "'"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'", "\\": literal += "\\" + String(scalar)
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "'"
    }

    /// A word of a shell's command line.
    static func shellQuoted(_ word: String) -> String { "'" + word.replacing("'", with: #"'\''"#) + "'" }

    /// A name between backquotes.
    static func identifier(_ name: String) -> String { name.replacing("`", with: "``") }

    /// A path in which no character means anything but itself to Hadoop's patterns.
    static func globEscaped(_ path: String) -> String {
        path.reduce(into: "") { escaped, character in
            if "\\*?[]{},".contains(character) { escaped += "\\" }
            escaped.append(character)
        }
    }
}
