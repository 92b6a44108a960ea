public import Languages
public import VisitorModel

/// What missing reports could change about the end of a goal's year, in words.
public struct MissingText: Sendable, Hashable {
    /// Where the year would end.
    public struct End: Sendable, Hashable {
        /// The middle of the futures.
        public var median: Int
        /// The chance of the goal.
        public var chance: BilingualText

        /// Makes an end.
        public init(median: Int, chance: BilingualText) {
            self.median = median
            self.chance = chance
        }
    }

    /// One missing report.
    public struct Report: Sendable, Hashable {
        /// Place, month, and why it is missing.
        public var name: BilingualText
        /// What it usually is.
        public var usual: ClosedRange<Int>
        /// The year's end with it at the low and at the high end of that; `nil` where that was not worked out.
        public var ends: [End]

        /// Makes a report.
        public init(name: BilingualText, usual: ClosedRange<Int>, ends: [End]) {
            self.name = name
            self.usual = usual
            self.ends = ends
        }
    }

    /// The sentences: coverage, all missing reports together, and the one that matters most.
    public let sentence: BilingualText
    /// What has to be said before all else: that the missing reports decide; `nil` when they do not.
    public let alert: BilingualText?

    /// Puts it into words.
    ///
    /// - Parameters:
    ///   - reported: How many counts the forecast rests on.
    ///   - expected: How many it should rest on.
    ///   - reports: The missing reports with a past, those that move the end most first.
    ///   - withoutPast: How many missing reports have none.
    ///   - ends: The year's end with all of them at their low, then at their high end; empty where it cannot be said.
    ///   - decide: Whether they decide about the goal.
    public init(
        year: BilingualText, goal: Int, unit: StatisticalUnit, reported: Int, expected: Int, reports: [Report],
        withoutPast: Int, ends: [End], decide: Bool
    ) {
        let missing = expected - reported
        let (isOne, count) = (missing == 1, BilingualText.count(missing))
        let coverage = BilingualText(
            ja:
                "予測のもとになる報告は\(BilingualText.count(expected).ja)件中\(BilingualText.count(reported).ja)件です（未報告\(count.ja)件）。",
            en:
                "The forecast rests on \(BilingualText.count(reported).en) of \(BilingualText.count(expected).en) reports (\(count.en) missing)."
        )
        let together = Self.range(ends, unit).map { range in
            BilingualText(
                ja: "未報告分\(isOne ? "" : "のすべて")に、その場所の過去の範囲の下端と上端をそれぞれ当てて予測し直すと、\(year.ja)は\(range.ja)です。",
                en:
                    "With \(isOne ? "it" : "all of them") at the low and at the high end of the place's own past, \(year.en) would end at \(range.en)."
            )
        }
        let foremost = reports.first.flatMap { report -> BilingualText? in
            let usual = BilingualText.written {
                $0.range($0.count(report.usual.lowerBound), $0.count(report.usual.upperBound))
            }
            if isOne {
                return BilingualText(
                    ja: "未報告は\(report.name.ja)で、例年なら\(usual.ja)です。",
                    en: "Missing is \(report.name.en), usually \(usual.en).")
            }
            guard let range = Self.range(report.ends, unit) else { return nil }
            return BilingualText(
                ja: "最も影響が大きいのは\(report.name.ja)（例年\(usual.ja)）で、これだけで\(range.ja)の差になります。",
                en: "What matters most is \(report.name.en) (usually \(usual.en)): by itself it means \(range.en).")
        }
        let unknown =
            withoutPast == 0
            ? nil
            : BilingualText(
                ja: "過去の実績がなく影響を見積もれないものが\(withoutPast)件あります。",
                en: withoutPast == 1
                    ? "One has no past to go by, so what it could change is not known."
                    : "\(withoutPast) have no past to go by, so what they could change is not known.")
        sentence = .sentences(
            [coverage] + (isOne ? [foremost, together] : [together, foremost]).compactMap(\.self)
                + [unknown].compactMap(\.self))
        alert =
            decide
            ? Self.range(ends, unit).map { range in
                let target = BilingualText.goal(ExactDecimal(goal), unit)
                return BilingualText(
                    ja: "【要確認】\(year.ja)の目標\(target.ja)に届くかどうかは、未報告の\(count.ja)件しだいです（\(range.ja)）。",
                    en:
                        "CHECK FIRST: whether \(year.en) reaches \(target.en) hangs on \(isOne ? "the report" : "\(count.en) reports") still missing: \(range.en)."
                )
            } : nil
    }

    private static func range(_ ends: [End], _ unit: StatisticalUnit) -> BilingualText? {
        guard let first = ends.first, let last = ends.last, ends.count == 2 else { return nil }
        func end(_ end: End) -> BilingualText {
            let median = BilingualText.amount(ExactDecimal(end.median), unit)
            return BilingualText(ja: "\(median.ja)（確率\(end.chance.ja)）", en: "\(median.en) (chance \(end.chance.en))")
        }
        let (low, high) = (end(first), end(last))
        return BilingualText(ja: "\(low.ja)から\(high.ja)", en: "\(low.en) to \(high.en)")
    }
}
