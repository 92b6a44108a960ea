/// How a document's bytes become text.
enum XMLEncoding: Sendable, Hashable {
    /// Passed on as it is, after a check.
    case utf8
    /// Seven-bit Japanese mail encoding, read as EUC-JP with Microsoft's characters.
    case iso2022JP
    /// An encoding of the C library.
    case converted(name: String)

    /// What the first bytes say.
    struct Detection {
        var encoding: XMLEncoding
        /// The byte order mark's length.
        var markLength: Int
        /// The name in the XML declaration.
        var declared: String?
        /// The declaration names an encoding that the bytes themselves contradict.
        var contradictsDeclaration: Bool
    }

    /// Reads the byte order mark, the zero bytes of wide encodings, and the XML declaration, in this order.
    ///
    /// - Parameter head: At least the XML declaration, or the whole document.
    static func detect(in head: [UInt8]) -> Detection {
        let declared = declaredName(in: head)
        let fromLabel = declared.map(encoding(forLabel:))
        func detection(_ encoding: XMLEncoding, mark: Int = 0) -> Detection {
            let contradicts = fromLabel.map { $0.isWide != encoding.isWide || (mark == 3 && $0 != .utf8) } ?? false
            return Detection(
                encoding: encoding, markLength: mark, declared: declared, contradictsDeclaration: contradicts)
        }
        func begins(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }

        if begins([0xEF, 0xBB, 0xBF]) { return detection(.utf8, mark: 3) }
        if begins([0xFF, 0xFE, 0, 0]) { return detection(.converted(name: "UTF-32LE"), mark: 4) }
        if begins([0, 0, 0xFE, 0xFF]) { return detection(.converted(name: "UTF-32BE"), mark: 4) }
        if begins([0xFF, 0xFE]) { return detection(.converted(name: "UTF-16LE"), mark: 2) }
        if begins([0xFE, 0xFF]) { return detection(.converted(name: "UTF-16BE"), mark: 2) }
        if begins([0x3C, 0, 0, 0]) { return detection(.converted(name: "UTF-32LE")) }
        if begins([0, 0, 0, 0x3C]) { return detection(.converted(name: "UTF-32BE")) }
        if begins([0x3C, 0]) { return detection(.converted(name: "UTF-16LE")) }
        if begins([0, 0x3C]) { return detection(.converted(name: "UTF-16BE")) }
        // The declaration was readable byte by byte, so a wide encoding it names cannot be true.
        guard let fromLabel, !fromLabel.isWide else { return detection(.utf8) }
        return detection(fromLabel)
    }

    /// The encoding that a declaration means in Japanese practice: Shift_JIS is what Windows writes, with ① and 髙.
    static func encoding(forLabel label: String) -> XMLEncoding {
        let name = label.lowercased()
        switch name {
        case "utf-8", "utf8", "us-ascii", "ascii": return .utf8
        case "shift_jis", "shift-jis", "shiftjis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "cswindows31j",
            "csshiftjis", "cp932", "ms932", "x-ms-cp932", "windows-932":
            return .converted(name: "CP932")
        case "euc-jp", "eucjp", "x-euc-jp", "x-euc", "euc-jp-ms", "cseucpkdfmtjapanese":
            return .converted(name: "EUC-JP-MS")
        case "iso-2022-jp", "iso2022jp", "csiso2022jp": return .iso2022JP
        default: return .converted(name: label)
        }
    }

    /// The name of the conversion, as a person reads it.
    var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .iso2022JP: "ISO-2022-JP"
        case .converted(let name): name
        }
    }

    private var isWide: Bool {
        guard case .converted(let name) = self else { return false }
        let lowered = name.lowercased()
        return ["utf-16", "utf16", "utf-32", "utf32", "ucs-2", "ucs-4", "iso-10646-ucs"].contains {
            lowered.hasPrefix($0)
        }
    }

    /// Whether the bytes hold all of the XML declaration, or show that there is none.
    static func isDecidable(_ head: [UInt8]) -> Bool {
        guard head.count < 4096 else { return true }
        guard head.count >= 4 else { return false }
        let narrowed = narrowed(head)
        let opening = Array("<?xml".utf8)
        guard narrowed.count >= opening.count else { return !opening.starts(with: narrowed) }
        return !narrowed.starts(with: opening) || narrowed.contains(UInt8(ascii: ">"))
    }

    /// The name inside `encoding="…"` of the XML declaration.
    private static func declaredName(in head: [UInt8]) -> String? {
        let narrowed = narrowed(head)
        guard narrowed.starts(with: Array("<?xml".utf8)),
            let end = narrowed.firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        let words = String(decoding: narrowed[..<end], as: UTF8.self)
            .split(whereSeparator: { " \t\r\n=".contains($0) })
        guard let key = words.firstIndex(of: "encoding"), key + 1 < words.count else { return nil }
        let name = words[key + 1].prefix { $0 != "?" }.filter { $0 != "\"" && $0 != "'" }
        let isPlain = name.utf8.allSatisfy { byte in
            byte < 0x80
                && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
                    || [0x2D, 0x2E, 0x3A, 0x5F].contains(byte))
        }
        return name.isEmpty || !isPlain || name.utf8.count > 40 ? nil : name
    }

    /// The bytes without byte order mark and zeros: the declaration of a wide encoding, made readable.
    private static func narrowed(_ head: [UInt8]) -> [UInt8] {
        head.prefix(4096).drop { [0, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }.filter { $0 != 0 }
    }
}
