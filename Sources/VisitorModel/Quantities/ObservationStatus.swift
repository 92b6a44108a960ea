public import Languages

/// How firm a number is, or why there is none.
public enum ObservationStatus: String, Sendable, Hashable, Codable, CaseIterable {
    // With a number, from firm to weak.
    case final
    case reported
    case provisional
    case preliminary
    case estimated
    // Without a number.
    case belowUnit = "below-unit"
    case notApplicable = "not-applicable"
    case suppressed
    case notSurveyed = "not-surveyed"
    case notReported = "not-reported"
    /// The row that would have given it is held until somebody decides.
    case held

    /// Whether a number belongs to this status.
    public var hasValue: Bool { rank < Self.belowUnit.rank }

    /// The weaker of two statuses: a total carries the weakest of its parts.
    public func weaker(_ other: Self) -> Self { rank >= other.rank ? self : other }

    private var rank: Int {
        switch self {
        case .final: 0
        case .reported: 1
        case .provisional: 2
        case .preliminary: 3
        case .estimated: 4
        case .belowUnit: 5
        case .notApplicable: 6
        case .suppressed: 7
        case .notSurveyed: 8
        case .notReported: 9
        case .held: 10
        }
    }

    /// The status as people say it: 確定, final.
    public var name: BilingualText {
        switch self {
        case .final: BilingualText(ja: "確定", en: "final")
        case .reported: BilingualText(ja: "報告", en: "reported")
        case .provisional: BilingualText(ja: "暫定", en: "provisional")
        case .preliminary: BilingualText(ja: "速報", en: "preliminary")
        case .estimated: BilingualText(ja: "推計", en: "estimated")
        case .belowUnit: BilingualText(ja: "単位未満", en: "below unit")
        case .notApplicable: BilingualText(ja: "該当なし", en: "not applicable")
        case .suppressed: BilingualText(ja: "秘匿", en: "suppressed")
        case .notSurveyed: BilingualText(ja: "未調査", en: "not surveyed")
        case .notReported: BilingualText(ja: "未報告", en: "not reported")
        case .held: BilingualText(ja: "保留", en: "held")
        }
    }
}
