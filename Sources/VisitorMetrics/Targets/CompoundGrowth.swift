import VisitorModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Growth by the same rate every year.
enum CompoundGrowth {
    /// The yearly rate in per cent from one value to another, `((to ÷ from)^(1 ÷ years) − 1) × 100`.
    ///
    /// - Returns: `nil` unless both values are positive and at least one year lies between.
    static func rate(
        from start: ExactDecimal, to end: ExactDecimal, years: Int, fractionDigits: Int
    ) -> ExactDecimal? {
        guard start > .zero, end > .zero, years > 0 else { return nil }
        let rate = pow(end.approximate / start.approximate, 1 / Double(years)) - 1
        return ExactDecimal(nearest: rate * 100, fractionDigits: fractionDigits)
    }

    /// The value after some of the years, `from × (to ÷ from)^(elapsed ÷ years)`; the ends are exact.
    static func value(
        from start: ExactDecimal, to end: ExactDecimal, elapsed: Int, years: Int, fractionDigits: Int
    ) -> ExactDecimal? {
        guard start > .zero, end > .zero, years > 0 else { return nil }
        if elapsed == 0 { return start }
        if elapsed == years { return end }
        let factor = pow(end.approximate / start.approximate, Double(elapsed) / Double(years))
        return ExactDecimal(nearest: start.approximate * factor, fractionDigits: fractionDigits)
    }
}
