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
        } else {
            text = String(scalars: Self.withoutHyphensBetweenLetters(Self.folded(label)))
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
