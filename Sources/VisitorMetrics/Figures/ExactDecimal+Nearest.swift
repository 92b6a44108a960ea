import VisitorModel

extension ExactDecimal {
    /// The decimal nearest to a computed number; `nil` when it does not fit or is no number.
    init?(nearest number: Double, fractionDigits: Int) {
        let scaled = (0..<fractionDigits).reduce(number) { scaled, _ in scaled * 10 }
        guard scaled.isFinite, let coefficient = Int64(exactly: scaled.rounded()) else { return nil }
        self.init(coefficient: Int128(coefficient), fractionDigits: fractionDigits)
    }
}
