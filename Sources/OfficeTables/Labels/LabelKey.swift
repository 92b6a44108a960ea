/// A label in the one form in which labels are compared: a place, a column title, a symbol.
///
/// Two labels that a clerk would call the same have equal keys: `秋芳洞　` and `秋 芳 洞`, `ｽﾎﾟｰﾂ` and `スポーツ`,
/// `Akiyoshi-do` and `AKIYOSHIDO`, `美禰市` and `美祢市`. Circled numbers stay as they are, since ① and 1 are
/// different rows in many forms.
public struct LabelKey: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The normal form, for looking at rather than for printing.
    public let text: String

    /// Makes the key of a label as it stands in a cell.
    public init(_ label: String) {
        if let plain = Self.plainASCIIForm(of: label) {
            text = plain
        } else if let narrow = Self.narrowForm(of: label) {
            text = narrow
        } else {
            text = Self.generalForm(of: label)
        }
    }

    /// The normal form.
    public var description: String { text }

    /// Whether the label holds nothing but white space.
    public var isEmpty: Bool { text.isEmpty }

    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// Lower-case letters and digits alone are their own key.
    private static func plainASCIIForm(of label: String) -> String? {
        let isPlain = label.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        return isPlain ? label : nil
    }

    /// The normal form of any label, character by character.
    static func generalForm(of label: String) -> String {
        String(scalars: withoutHyphensBetweenLetters(folded(label)))
    }

    /// The normal form of a label in ASCII, byte by byte; `nil` for any other.
    static func narrowForm(of label: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(label.utf8.count)
        var holdsHyphen = false
        for byte in label.utf8 {
            switch byte {
            case 0x09...0x0D, 0x20: continue
            case 0x41...0x5A: bytes.append(byte + 0x20)
            case 0x2D, 0x7E:
                bytes.append(0x2D)
                holdsHyphen = true
            case 0..<0x80: bytes.append(byte)
            default: return nil
            }
        }
        if holdsHyphen {
            func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
            bytes = bytes.indices.compactMap { index in
                let isInside = index > 0 && index + 1 < bytes.count
                let isBetweenLetters = isInside && isLetter(bytes[index - 1]) && isLetter(bytes[index + 1])
                return bytes[index] == 0x2D && isBetweenLetters ? nil : bytes[index]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func folded(_ label: String) -> [Unicode.Scalar] {
        var folded: [Unicode.Scalar] = []
        folded.reserveCapacity(min(label.utf8.count, 64))
        for scalar in label.unicodeScalars {
            if scalar.isBlank || scalar.isInvisible { continue }
            if let last = folded.last, let joined = last.joined(withSoundMark: scalar) {
                folded[folded.count - 1] = joined
                continue
            }
            if scalar.isLongMark {
                folded.append(folded.last?.isKana == true ? "ー" : "-")
                continue
            }
            append(scalar, to: &folded)
        }
        return folded
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout [Unicode.Scalar]) {
        if scalar.isDash || scalar.isWave {
            folded.append("-")
            return
        }
        switch scalar {
        case "祿", "禰": folded.append("祢")
        case "㈱": folded.append(contentsOf: ["(", "株", ")"])
        case "㈲": folded.append(contentsOf: ["(", "有", ")"])
        case "【", "〔", "[", "［": folded.append("[")
        case "】", "〕", "]", "］": folded.append("]")
        default:
            let narrow = scalar.halfWidthKatakanaWidened ?? scalar.narrowed
            if narrow.isASCII {
                let isUpper = (0x41...0x5A).contains(narrow.value)
                folded.append(isUpper ? Unicode.Scalar(narrow.value + 0x20) ?? narrow : narrow)
            } else if (0x3000...0xD7FF).contains(narrow.value) {
                // Kana and kanji have no case; asking for one is what costs.
                folded.append(narrow)
            } else {
                folded.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
            }
        }
    }

    /// Romanised names are written with and without hyphens; between digits a hyphen means something.
    private static func withoutHyphensBetweenLetters(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard scalars.contains("-") else { return scalars }
        return scalars.indices.compactMap { index in
            let isInside = index > 0 && index + 1 < scalars.count
            let isBetweenLetters = isInside && scalars[index - 1].isASCIILetter && scalars[index + 1].isASCIILetter
            return scalars[index] == "-" && isBetweenLetters ? nil : scalars[index]
        }
    }
}
