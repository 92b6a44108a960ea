public import Languages
public import VisitorModel

/// What an assumption would change about a goal's year, in words.
public struct ScenarioText: Sendable, Hashable {
    /// What one change does.
    public enum Effect: Sendable, Hashable {
        /// So many more each month, or fewer.
        case add(Int)
        /// So many times what would have come.
        case multiply(ExactDecimal)
        /// Nobody comes.
        case closed
    }

    /// One change.
    public struct Change: Sendable, Hashable {
        /// The place, the market, or everything.
        public var part: BilingualText
        /// What it does.
        public var effect: Effect
        /// The first and last month in which it does anything; `nil` when there is none.
        public var months: (first: BilingualText, last: BilingualText)? {
            firstMonth.flatMap { first in lastMonth.map { (first, $0) } }
        }
        /// Months it names that are counted already or outside the goal's year.
        public var monthsWithoutEffect: Int
        /// Why it is assumed.
        public var reason: BilingualText
        private var firstMonth: BilingualText?
        private var lastMonth: BilingualText?

        /// Makes a change.
        public init(
            part: BilingualText, effect: Effect, first: BilingualText?, last: BilingualText?, monthsWithoutEffect: Int,
            reason: BilingualText
        ) {
            self.part = part
            self.effect = effect
            firstMonth = first
            lastMonth = last
            self.monthsWithoutEffect = monthsWithoutEffect
            self.reason = reason
        }
    }

    /// Where the year ends, with or without the assumption.
    public struct End: Sendable, Hashable {
        /// The middle of the futures.
        public var median: Int
        /// The range that holds 80 % of the futures.
        public var range: ClosedRange<Int>
        /// The chance of the goal.
        public var chance: BilingualText

        /// Makes an end.
        public init(median: Int, range: ClosedRange<Int>, chance: BilingualText) {
            self.median = median
            self.range = range
            self.chance = chance
        }
    }

    /// The sentence to take away.
    public let headline: BilingualText
    /// The assumption, change by change, and what it leaves out.
    public let details: [BilingualText]

    /// Puts an assumption into words.
    ///
    /// - Parameters:
    ///   - title: What the assumption is called.
    ///   - year: The goal's year.
    ///   - goal: The goal.
    ///   - unit: The unit of all counts.
    ///   - without: The year without the assumption.
    ///   - with: The year with it.
    ///   - changes: Its changes.
    public init(
        title: BilingualText, year: BilingualText, goal: Int, unit: StatisticalUnit, without: End, with: End,
        changes: [Change]
    ) {
        let target = BilingualText.goal(ExactDecimal(goal), unit)
        func end(_ end: End) -> BilingualText {
            let median = BilingualText.amount(ExactDecimal(end.median), unit)
            let (low, high) = (BilingualText.count(end.range.lowerBound), BilingualText.count(end.range.upperBound))
            return BilingualText(
                ja: "\(median.ja)（80 %の範囲: \(low.ja)〜\(high.ja)）、\(target.ja)に届く確率\(end.chance.ja)",
                en: "\(median.en) (80 %: \(low.en)–\(high.en)), chance of \(target.en): \(end.chance.en)")
        }
        let (before, after) = (end(without), end(with))
        let difference = BilingualText(
            ja: NumberFormat(language: .japanese).signedCount(with.median - without.median),
            en: NumberFormat(language: .english).signedCount(with.median - without.median))
        headline = BilingualText(
            ja: "もし「\(title.ja)」なら、\(year.ja)は\(after.ja)（\(difference.ja)）。仮定なし: \(before.ja)。",
            en: "If “\(title.en)”: \(year.en) ends at \(after.en) (\(difference.en)). Without: \(before.en).")
        details =
            changes.map(Self.sentence) + [
                BilingualText(
                    ja: "仮定の数や倍率は確かなものとして扱い、予測の誤差だけを範囲に含めています。",
                    en: "The assumption's numbers are taken as certain; the range holds the forecast's errors only.")
            ]
    }

    private static func sentence(_ change: Change) -> BilingualText {
        let effect: BilingualText =
            switch change.effect {
            case .add(let count):
                BilingualText(
                    ja: "毎月\(NumberFormat(language: .japanese).signedCount(count))",
                    en: "\(NumberFormat(language: .english).signedCount(count)) a month")
            case .multiply(let factor):
                BilingualText(ja: "\(factor.description)倍", en: "times \(factor.description)")
            case .closed: BilingualText(ja: "休業", en: "closed")
            }
        let (ja, en): (String, String) =
            if let months = change.months {
                months.first == months.last
                    ? (months.first.ja, months.first.en)
                    : ("\(months.first.ja)〜\(months.last.ja)", "\(months.first.en) to \(months.last.en)")
            } else {
                ("影響する月なし", "no month it could change")
            }
        let rest =
            change.monthsWithoutEffect == 0
            ? BilingualText(ja: "", en: "")
            : BilingualText(
                ja: "集計済みか目標年の外の\(change.monthsWithoutEffect)か月には影響しません。",
                en:
                    " \(change.monthsWithoutEffect == 1 ? "1 month is" : "\(change.monthsWithoutEffect) months are") counted already or outside the goal's year and unchanged."
            )
        return BilingualText(
            ja: "仮定: \(change.part.ja) \(effect.ja)、\(ja)（\(change.reason.ja)）。\(rest.ja)",
            en: "Assumed: \(change.part.en) \(effect.en), \(en) (\(change.reason.en)).\(rest.en)")
    }
}
