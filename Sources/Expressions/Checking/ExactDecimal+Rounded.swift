public import VisitorModel

extension ExactDecimal {
    /// How many digits behind the point a rounded result keeps at most.
    public static let roundedDigits = 9

    /// The quotient, rounded half away from zero to nine digits behind the point, or to as many as fit beside a large
    /// whole part; `nil` for a division by zero and for a whole part that does not fit.
    public func quotient(by divisor: ExactDecimal) -> ExactDecimal? {
        guard divisor.coefficient != 0 else { return nil }
        return Self.widestFitting { digits in
            let shift = digits + divisor.fractionDigits - fractionDigits
            guard let numerator = scaled(Int128(coefficient), byPowerOfTen: max(0, shift)),
                let denominator = scaled(Int128(divisor.coefficient), byPowerOfTen: max(0, -shift))
            else { return nil }
            return roundedQuotient(numerator, over: denominator)
        }
    }

    /// The product; exact where it fits, else rounded as a quotient is; `nil` when its whole part does not fit.
    func product(with factor: ExactDecimal) -> ExactDecimal? {
        if let exact = multiplied(by: factor) { return exact }
        let product = Int128(coefficient) * Int128(factor.coefficient)
        return Self.widestFitting { digits in
            let excess = fractionDigits + factor.fractionDigits - digits
            guard excess >= 0, let unit = scaled(1, byPowerOfTen: excess) else { return nil }
            return roundedQuotient(product, over: unit)
        }
    }

    /// The difference; `nil` on overflow, also for the one number whose negative does not fit.
    func difference(from other: ExactDecimal) -> ExactDecimal? {
        guard other.coefficient != .min else { return nil }
        return subtracting(other)
    }

    /// The first result that fits, trying fewer and fewer digits behind the point; each is rounded from the exact value.
    private static func widestFitting(_ coefficient: (Int) -> Int128?) -> ExactDecimal? {
        for digits in stride(from: roundedDigits, through: 0, by: -1) {
            if let digitsRead = coefficient(digits),
                let fitting = ExactDecimal(coefficient: digitsRead, fractionDigits: digits)
            {
                return fitting
            }
        }
        return nil
    }
}

private func scaled(_ number: Int128, byPowerOfTen exponent: Int) -> Int128? {
    var number = number
    for _ in 0..<exponent {
        let (product, overflow) = number.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        number = product
    }
    return number
}

/// Rounds half away from zero. Remainders are compared, not doubled, so that no numerator is too large to round.
private func roundedQuotient(_ numerator: Int128, over denominator: Int128) -> Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    guard remainder.magnitude >= denominator.magnitude - remainder.magnitude else { return quotient }
    return quotient + ((numerator < 0) == (denominator < 0) ? 1 : -1)
}
