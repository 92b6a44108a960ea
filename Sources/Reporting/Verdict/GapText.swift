public import Languages
public import VisitorModel

/// Which parts make the gap to a goal, in words.
public struct GapText: Sendable, Hashable {
    /// One part and what it adds to the gap.
    public struct Part: Sendable, Hashable {
        /// The place or market.
        public var name: BilingualText
        /// What it lacks; below zero when it is ahead.
        public var gap: Int

        /// Makes a part.
        public init(name: BilingualText, gap: Int) {
            self.name = name
            self.gap = gap
        }
    }

    /// What the parts are.
    public enum Kind: Sendable, Hashable {
        /// Places.
        case places
        /// Markets.
        case markets
    }

    /// How many parts a sentence names; all stand in the table.
    static let named = 3

    /// The sentence: the parts that lack most, by name, and all others together, which add up to the gap.
    public let sentence: BilingualText

    /// Puts a gap into words.
    ///
    /// - Parameters:
    ///   - kind: What the parts are.
    ///   - parts: All parts, those that lack most first.
    ///   - unit: The unit of all counts.
    public init(_ kind: Kind, parts: [Part], unit: StatisticalUnit) {
        let gap = parts.reduce(0) { $0 + $1.gap }
        let total = BilingualText.amount(ExactDecimal(abs(gap)), unit)
        var items = parts.prefix(Self.named).map { Self.item($0.name, $0.gap) }
        let rest = parts.dropFirst(Self.named)
        if !rest.isEmpty {
            items.append(
                Self.item(
                    BilingualText(ja: "ほか\(rest.count)", en: "\(rest.count) others"), rest.reduce(0) { $0 + $1.gap }))
        }
        let list = BilingualText.list(items)
        let what =
            kind == .places
            ? BilingualText(ja: "場所別", en: "by place") : BilingualText(ja: "市場別", en: "by market")
        sentence =
            gap > 0
            ? BilingualText(
                ja: "見通しの中央値で目標に\(total.ja)足りません。\(what.ja)の内訳: \(list.ja)。",
                en: "The middle of the outlook lacks \(total.en) of the goal; \(what.en): \(list.en).")
            : BilingualText(
                ja: "見通しの中央値は目標を\(total.ja)上回ります。\(what.ja)の内訳（不足が正）: \(list.ja)。",
                en:
                    "The middle of the outlook is \(total.en) above the goal; \(what.en) (lacking is positive): \(list.en)."
            )
    }

    private static func item(_ name: BilingualText, _ gap: Int) -> BilingualText {
        BilingualText(
            ja: "\(name.ja) \(NumberFormat(language: .japanese).signedCount(gap))",
            en: "\(name.en) \(NumberFormat(language: .english).signedCount(gap))")
    }
}
