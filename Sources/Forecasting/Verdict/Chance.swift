import Foundation
public import Languages

/// A probability to publish: never 0 or 1, and a little nearer to even than the count of paths says.
public struct Chance: Sendable, Hashable, Comparable {
    /// The probability, above 0 and below 1.
    public let share: Double

    /// How much of a probability's log odds is believed.
    ///
    /// Every method's boldest figures prove too bold. On all earlier origins of 146 monthly tourism series what was
    /// said at 0.04 came true in 0.2 of the cases and what was said at 0.94 in 0.85; at the official, calmer origin
    /// the figures needed nothing. This much costs the calm case 0.002 of its Brier score and gains the rough one
    /// 0.003.
    public static let confidence = 0.85

    /// Makes a chance from a count of paths.
    ///
    /// - Parameters:
    ///   - reached: Paths on which it happens.
    ///   - count: All paths, at least 1.
    ///   - confidence: How much of the log odds is believed, 0 ... 1.
    public init(reached: Int, of count: Int, confidence: Double = Chance.confidence) {
        // Half a path more on either side: a sample of thousands cannot tell never from seldom.
        let odds = (Double(reached) + 0.5) / (Double(count - reached) + 0.5)
        share = 1 / (1 + pow(odds, -confidence))
    }

    public static func < (left: Self, right: Self) -> Bool { left.share < right.share }

    /// Whole percent, with `<1 %` and `>99 %` at the ends: shocks like 2003 or 2020 are in no model.
    public var text: BilingualText {
        if share < 0.01 { return BilingualText(ja: "1 %未満", en: "<1 %") }
        if share > 0.99 { return BilingualText(ja: "99 %超", en: ">99 %") }
        return BilingualText(verbatim: "\(Int((share * 100).rounded())) %")
    }
}

extension SortedSample {
    /// The chance of a value at least this high.
    public func chance(ofAtLeast value: Double) -> Chance {
        Chance(reached: Int((share(atLeast: value) * Double(values.count)).rounded()), of: values.count)
    }
}
