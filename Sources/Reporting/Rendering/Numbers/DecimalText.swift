/// An exact decimal number as text, such as `-3.05`: as many digits as there are, never a binary fraction.
public struct DecimalText: Sendable, Hashable {
    let isNegative: Bool
    /// The digits before the point, without leading zeros; at least one.
    let whole: [UInt8]
    /// The digits after the point.
    let fraction: [UInt8]

    /// A whole number.
    public init(_ value: Int) {
        isNegative = value < 0
        whole = String(value.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
        fraction = []
    }

    /// Reads digits with an optional sign (`+`, `-` or `−`) and point; nil for anything else.
    public init?(_ text: some StringProtocol) {
        var rest = text.unicodeScalars[...]
        let sign = rest.first.flatMap { "+-\u{2212}".unicodeScalars.contains($0) ? $0 : nil }
        if sign != nil { rest.removeFirst() }
        let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map { part in
            part.map { ("0"..."9").contains($0) ? UInt8($0.value - 48) : UInt8.max }
        }
        guard let first = parts.first, !parts.contains(where: { $0.isEmpty || $0.contains(.max) }) else { return nil }
        let significant = Array(first.drop { $0 == 0 })
        isNegative = sign != nil && sign != "+"
        whole = significant.isEmpty ? [0] : significant
        fraction = parts.count > 1 ? parts[1] : []
    }

    /// Whether every digit is zero.
    public var isZero: Bool { !whole.contains { $0 != 0 } && !fraction.contains { $0 != 0 } }

    private init(isNegative: Bool, whole: [UInt8], fraction: [UInt8]) {
        let significant = Array(whole.drop { $0 == 0 })
        self.isNegative = isNegative
        self.whole = significant.isEmpty ? [0] : significant
        self.fraction = fraction
    }

    /// The number with exactly `places` digits after the point; a half goes away from zero.
    func rounded(places: Int) -> DecimalText {
        let places = max(places, 0)
        let padded = fraction + Array(repeating: 0, count: max(0, places - fraction.count))
        var digits = whole + padded.prefix(places)
        if padded.count > places, padded[places] >= 5 {
            // Adds one to the last digit kept and carries it upwards.
            var index = digits.count - 1
            while index >= 0, digits[index] == 9 {
                digits[index] = 0
                index -= 1
            }
            if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
        }
        return DecimalText(
            isNegative: isNegative, whole: Array(digits.dropLast(places)), fraction: Array(digits.suffix(places)))
    }

    /// The number divided by ten to a power, exactly.
    func dividedByPowerOfTen(_ power: Int) -> DecimalText {
        let padding = Array(repeating: UInt8(0), count: max(0, power + 1 - whole.count))
        let digits = padding + whole
        return DecimalText(
            isNegative: isNegative, whole: Array(digits.dropLast(power)),
            fraction: Array(digits.suffix(power)) + fraction)
    }

    /// The digits without a sign, in groups of three, such as `1,360,000.5`.
    var groupedMagnitude: String {
        var text = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { text += "," }
            text += String(digit)
        }
        guard !fraction.isEmpty else { return text }
        return text + "." + fraction.map { String($0) }.joined()
    }
}
