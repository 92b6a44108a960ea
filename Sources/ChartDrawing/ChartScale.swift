/// A value axis with round steps of 1, 2, 2.5 or 5 × 10^n.
struct ChartScale: Equatable {
    /// The values of the grid lines, ascending, at least two.
    let ticks: [Double]

    var lower: Double { ticks.first ?? 0 }
    var upper: Double { ticks.last ?? 1 }

    /// An axis that holds all values.
    ///
    /// - Parameters:
    ///   - values: finite numbers; none gives the axis 0…1.
    ///   - fromZero: whether zero must be on the axis, as bars need it.
    ///   - steps: at most this many steps between the lowest and the highest value (one more where both are uneven).
    ///   - whole: whether steps must be whole numbers.
    init(holding values: [Double], fromZero: Bool, steps: Int, whole: Bool = false) {
        var low = values.min() ?? 0
        var high = values.max() ?? (values.isEmpty ? 1 : low)
        // Away from zero an axis exaggerates; it is worth that only where the values crowd far above it.
        if fromZero || (low > 0 && low < high * 0.4) { low = min(low, 0) }
        if fromZero || (high < 0 && high > low * 0.4) { high = max(high, 0) }
        if low == high {
            if low == 0 { high = 1 } else if low > 0 { low = 0 } else { high = 0 }
        }
        let step = NiceStep(atLeast: (high - low) / Double(max(steps, 1)), whole: whole)
        // The tolerance keeps 0.3 / 0.1 from opening one more step above the data.
        let first = Int((low / step.size + 1e-9).rounded(.down))
        let last = max(Int((high / step.size - 1e-9).rounded(.up)), first + 1)
        ticks = (first...last).map(step.multiple)
    }

    /// How far up the axis a value stands: 0 at the lower end, 1 at the upper.
    func share(of value: Double) -> Double {
        (value - lower) / (upper - lower)
    }
}

/// A step of 1, 2, 2.5 or 5 × 10^exponent.
struct NiceStep: Equatable {
    let mantissa: Double
    let exponent: Int

    var size: Double { multiple(1) }

    /// The smallest such step that is not below `raw`, which must be positive.
    init(atLeast raw: Double, whole: Bool) {
        var exponent = 0
        var power = 1.0
        while power * 10 <= raw {
            power *= 10
            exponent += 1
        }
        while power > raw {
            power /= 10
            exponent -= 1
        }
        if whole, exponent < 0 {
            self.init(mantissa: 1, exponent: 0)
            return
        }
        let mantissas: [Double] = whole && exponent == 0 ? [1, 2, 5] : [1, 2, 2.5, 5]
        if let mantissa = mantissas.first(where: { $0 * power >= raw * (1 - 1e-9) }) {
            self.init(mantissa: mantissa, exponent: exponent)
        } else {
            self.init(mantissa: 1, exponent: exponent + 1)
        }
    }

    private init(mantissa: Double, exponent: Int) {
        self.mantissa = mantissa
        self.exponent = exponent
    }

    /// A multiple of the step, rounded once: 3 × 0.1 is 0.3 here.
    func multiple(_ count: Int) -> Double {
        let power = (0..<exponent.magnitude).reduce(1.0) { product, _ in product * 10 }
        let base = Double(count) * mantissa
        return exponent < 0 ? base / power : base * power
    }
}
