/// A unit as a statistical message words it, taken apart: 千人 is a scale and a unit, so is “Thousand persons”.
struct StatedUnit: Hashable {
    /// The power of ten the numbers are stated in.
    var powerOfTen: Int
    /// The unit without the scale, as written.
    var unit: String

    /// Scale words, longer ones before the words they begin with.
    private static let words: [(word: String, power: Int)] = [
        ("十億", 9), ("百億", 10), ("千億", 11), ("十万", 5), ("百万", 6), ("千万", 7), ("千", 3), ("万", 4), ("億", 8), ("兆", 12),
        ("thousand ", 3), ("ten thousand ", 4), ("hundred thousand ", 5), ("hundred million ", 8), ("million ", 6),
        ("billion ", 9), ("trillion ", 12),
    ]

    /// Takes a unit apart.
    init(_ text: String) {
        let trimmed = text.trimmingSpaces
        var rest = Substring(trimmed)
        var power = 0
        let (digits, behind) = Self.leadingPower(rest)
        if let digits {
            power = digits
            rest = behind
        }
        let lowered = rest.lowercased()
        if let (word, own) = Self.words.first(where: { lowered.hasPrefix($0.word) }) {
            power += own
            rest = rest.dropFirst(word.count)
        }
        powerOfTen = power
        unit = String(rest).trimmingSpaces
        // A scale without a unit is no scale: 千 alone, 百 of something.
        if unit.isEmpty, power != 0 { unit = trimmed }
    }

    /// A number that is a power of ten before a unit: 10億円, 1,000 persons, 100万人.
    private static func leadingPower(_ text: Substring) -> (power: Int?, rest: Substring) {
        let number = text.prefix { ("0"..."9").contains($0) || ("０"..."９").contains($0) || $0 == "," || $0 == "，" }
        let digits = number.compactMap(\.wholeNumberValue)
        guard digits.count >= 2, digits.first == 1, digits.dropFirst().allSatisfy({ $0 == 0 }) else {
            return (nil, text)
        }
        let rest = text.dropFirst(number.count)
        return (digits.count - 1, rest.first == " " || rest.first == "　" ? rest.dropFirst() : rest)
    }
}

extension String {
    /// The text without spaces, ideographic ones too, and line ends at both ends.
    var trimmingSpaces: String {
        func isSpace(_ character: Character) -> Bool { character.isWhitespace }
        guard let start = firstIndex(where: { !isSpace($0) }), let end = lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(self[start...end])
    }
}
