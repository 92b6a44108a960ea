/// An assumption about the future, put on every path: a new charter flight, a closed cave, a festival.
public struct WhatIf: Sendable, Hashable {
    /// Visitors more (or fewer) in each step, from 0; later steps are unchanged.
    public var additions: [Double]
    /// What each step is multiplied by before the additions: 0.6 for a closure that keeps six in ten.
    public var factors: [Double]

    /// Makes an assumption; an empty one changes nothing.
    public init(additions: [Double] = [], factors: [Double] = []) {
        self.additions = additions
        self.factors = factors
    }
}

extension SamplePaths {
    /// The same futures under an assumption; counts do not fall below zero.
    public func under(_ assumption: WhatIf) -> SamplePaths {
        var changed = self
        for step in 0..<horizon {
            let factor = step < assumption.factors.count ? assumption.factors[step] : 1
            let addition = step < assumption.additions.count ? assumption.additions[step] : 0
            guard factor != 1 || addition != 0 else { continue }
            for index in (step * count)..<((step + 1) * count) {
                let value = changed.values[index]
                changed.values[index] = value < 0 ? value * factor + addition : max(value * factor + addition, 0)
            }
        }
        return changed
    }

    /// The same futures with every step's distance from its middle multiplied by a factor, as calibration asks.
    public func widened(by factor: Double) -> SamplePaths {
        var changed = self
        for step in 0..<horizon {
            let values = values(atStep: step)
            guard !values.isEmpty else { continue }
            let middle = SortedSample(values).median
            for path in 0..<count {
                let value = middle + factor * (values[path] - middle)
                changed.values[step * count + path] = middle >= 0 ? max(value, 0) : value
            }
        }
        return changed
    }
}
