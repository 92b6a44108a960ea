/// A decimal number held exactly: an integer and how many of its digits stand behind the point.
///
/// Counts, yen, percentages and scaled figures (136.4万) all fit without rounding. Arithmetic that would
/// overflow returns `nil` rather than a wrong number.
public struct ExactDecimal: Sendable, Hashable {
    /// The digits as one integer: 136.4 is 1364.
    public let coefficient: Int64
    /// How many digits stand behind the point, 0 to 18; never a trailing zero, so that equal numbers are equal values.
    public let fractionDigits: Int

    /// Makes a whole number.
    public init(_ whole: Int) {
        // The one integer without an opposite is no count of anything; without it, turning the sign never fails.
        coefficient = max(Int64(whole), -Int64.max)
        fractionDigits = 0
    }

    /// Makes a number from its digits; `nil` when they do not fit.
    public init?(coefficient: Int128, fractionDigits: Int) {
        guard fractionDigits >= 0 else { return nil }
        var coefficient = coefficient
        var fractionDigits = fractionDigits
        while fractionDigits > 0, coefficient % 10 == 0 {
            coefficient /= 10
            fractionDigits -= 1
        }
        guard fractionDigits <= 18, let fitting = Int64(exactly: coefficient), fitting != Int64.min else { return nil }
        self.coefficient = fitting
        self.fractionDigits = fractionDigits
    }

    /// Zero.
    public static let zero = ExactDecimal(0)

    /// The number as an integer, when it is whole.
    public var whole: Int? { fractionDigits == 0 ? Int(coefficient) : nil }

    /// Whether the number is below zero.
    public var isNegative: Bool { coefficient < 0 }

    /// The nearest floating-point number: for drawing and estimating, never for adding up.
    public var approximate: Double {
        var divisor = 1.0
        for _ in 0..<fractionDigits { divisor *= 10 }
        return Double(coefficient) / divisor
    }

    /// The exact sum; `nil` on overflow.
    public func adding(_ other: ExactDecimal) -> ExactDecimal? {
        let digits = max(fractionDigits, other.fractionDigits)
        return ExactDecimal(
            coefficient: scaledCoefficient(to: digits) + other.scaledCoefficient(to: digits), fractionDigits: digits)
    }

    /// The exact difference; `nil` on overflow.
    public func subtracting(_ other: ExactDecimal) -> ExactDecimal? { adding(other.negated) }

    /// The exact product; `nil` on overflow.
    public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
        ExactDecimal(
            coefficient: Int128(coefficient) * Int128(other.coefficient),
            fractionDigits: fractionDigits + other.fractionDigits)
    }

    /// The quotient rounded half away from zero to a number of digits; `nil` when dividing by zero or on overflow.
    public func divided(by other: ExactDecimal, fractionDigits digits: Int) -> ExactDecimal? {
        guard other.coefficient != 0, (0...12).contains(digits) else { return nil }
        let (numerator, overflow) = Int128(coefficient).multipliedReportingOverflow(
            by: powerOfTen(digits + other.fractionDigits))
        let denominator = Int128(other.coefficient) * powerOfTen(fractionDigits)
        guard !overflow else { return nil }
        return ExactDecimal(coefficient: roundedQuotient(numerator, denominator), fractionDigits: digits)
    }

    /// The number rounded half away from zero to a number of digits behind the point.
    public func rounded(toFractionDigits digits: Int) -> ExactDecimal {
        guard digits < fractionDigits else { return self }
        let quotient = roundedQuotient(Int128(coefficient), powerOfTen(fractionDigits - digits))
        return ExactDecimal(coefficient: quotient, fractionDigits: digits) ?? self
    }

    /// The number with its sign turned.
    public var negated: ExactDecimal {
        // Cannot fail: the opposite of every coefficient fits.
        ExactDecimal(coefficient: -Int128(coefficient), fractionDigits: fractionDigits) ?? self
    }

    private func scaledCoefficient(to digits: Int) -> Int128 { Int128(coefficient) * powerOfTen(digits - fractionDigits) }
}

private func powerOfTen(_ exponent: Int) -> Int128 {
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
}

private func roundedQuotient(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    let (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
    // Compared this way round, nothing is doubled and nothing can overflow.
    let magnitude = rest >= denominator.magnitude - rest ? whole + 1 : whole
    return (numerator < 0) == (denominator < 0) ? Int128(magnitude) : -Int128(magnitude)
}

extension ExactDecimal: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        let digits = max(left.fractionDigits, right.fractionDigits)
        return left.scaledCoefficient(to: digits) < right.scaledCoefficient(to: digits)
    }
}

extension ExactDecimal: LosslessStringConvertible, ExpressibleByIntegerLiteral {
    /// Plain digits with a point: `-12.5`, `1360000`.
    public var description: String {
        let sign = coefficient < 0 ? "-" : ""
        var text = String(coefficient.magnitude)
        guard fractionDigits > 0 else { return sign + text }
        text = String(repeating: "0", count: max(0, fractionDigits + 1 - text.count)) + text
        return sign + text.dropLast(fractionDigits) + "." + text.suffix(fractionDigits)
    }

    /// Reads what ``description`` writes: an optional minus, ASCII digits, an optional point with digits behind it.
    public init?(_ description: String) {
        var rest = Substring(description)
        let isNegative = rest.hasPrefix("-")
        if isNegative { rest = rest.dropFirst() }
        let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty, parts.count == 1 || !parts[1].isEmpty else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard first.utf8.count + fraction.utf8.count <= 30 else { return nil }
        var coefficient: Int128 = 0
        for digit in (String(first) + String(fraction)).utf8 {
            guard (48...57).contains(digit) else { return nil }
            coefficient = coefficient * 10 + Int128(digit - 48)
        }
        self.init(coefficient: isNegative ? -coefficient : coefficient, fractionDigits: fraction.utf8.count)
    }

    public init(integerLiteral value: Int) { self.init(value) }
}
