/// The encodings in which Japanese offices deliver text; the raw value is the name used in profiles.
public enum TextEncoding: String, Sendable, Hashable, Codable, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    /// Microsoft's Shift_JIS with NEC and IBM additions, what Excel calls "CSV".
    case cp932
    /// EUC-JP with Microsoft's additions, from older UNIX systems.
    case eucJP = "euc-jp"
    /// The 7-bit encoding of Japanese e-mail.
    case iso2022JP = "iso-2022-jp"

    /// The name a person knows it by.
    public var displayName: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .cp932: "CP932 (Shift_JIS)"
        case .eucJP: "EUC-JP"
        case .iso2022JP: "ISO-2022-JP"
        }
    }

    /// Whether the bytes of `,`, `"` and line ends mean those characters wherever they stand.
    ///
    /// True of UTF-8, CP932 and EUC-JP: no byte of a longer character is below 0x40 there. In CP932 the second byte
    /// of a character can be `|` (0x7C) or a letter; in EUC-JP and UTF-8 it cannot.
    public var keepsASCIIBytes: Bool {
        switch self {
        case .utf8, .cp932, .eucJP: true
        case .utf16LittleEndian, .utf16BigEndian, .iso2022JP: false
        }
    }

    /// The byte order mark of the encoding; empty when it has none.
    public var byteOrderMark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .cp932, .eucJP, .iso2022JP: []
        }
    }

    /// The name glibc's iconv knows it by.
    ///
    /// ISO-2022-JP is rewritten as EUC-JP before, because none of its family there knows ① and ㈱.
    var iconvName: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .cp932: "CP932"
        case .eucJP: "EUC-JP-MS"
        case .iso2022JP: "EUC-JP-MS"
        }
    }
}
