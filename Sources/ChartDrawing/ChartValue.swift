/// One value of a chart: a number, a number that is not yet whole, or none.
public enum ChartValue: Sendable, Equatable {
    /// A whole, final number.
    case known(Double)
    /// A number that is still growing or covers only part of what it stands for.
    case partial(Double)
    /// No number. It is never drawn as zero and never bridged.
    case missing

    /// The number to draw, or nil where there is none.
    ///
    /// NaN, infinities and magnitudes above 10^150 (no axis can carry them) count as missing;
    /// magnitudes below 10^-150 count as zero.
    public var number: Double? {
        switch self {
        case .known(let value), .partial(let value): ChartValue.drawable(value)
        case .missing: nil
        }
    }

    /// Whether there is a number and it is not yet whole.
    public var isPartial: Bool {
        if case .partial = self { number != nil } else { false }
    }

    static func drawable(_ value: Double) -> Double? {
        guard value.isFinite, value.magnitude <= 1e150 else { return nil }
        return value.magnitude < 1e-150 ? 0 : value
    }
}

extension [ChartValue] {
    /// The value at a category, missing where the series is shorter than the axis.
    func value(at index: Int) -> ChartValue {
        indices.contains(index) ? self[index] : .missing
    }

    /// The numbers of the first `count` categories, nil where there is none.
    func numbers(_ count: Int) -> [Double?] {
        (0..<count).map { value(at: $0).number }
    }
}
