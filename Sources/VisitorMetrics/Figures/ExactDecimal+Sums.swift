import VisitorModel

extension ExactDecimal {
    /// The exact sum of some numbers; `nil` on overflow.
    static func sum(of numbers: some Sequence<ExactDecimal>) -> ExactDecimal? {
        numbers.reduce(.zero as ExactDecimal?) { sum, number in sum?.adding(number) }
    }

    /// This number in per cent of another, rounded half away from zero; `nil` when the other is zero.
    func percent(of whole: ExactDecimal, fractionDigits: Int) -> ExactDecimal? {
        multiplied(by: 100)?.divided(by: whole, fractionDigits: fractionDigits)
    }

    /// The number without its sign; the number itself if that does not fit.
    var magnitude: ExactDecimal { isNegative ? negated : self }

    /// The coefficient with a number of digits behind the point, which must not be fewer than there are.
    func coefficient(atFractionDigits digits: Int) -> Int128 {
        var scaled = Int128(coefficient)
        for _ in fractionDigits..<max(digits, fractionDigits) { scaled *= 10 }
        return scaled
    }
}
