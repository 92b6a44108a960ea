public import Languages
public import VisitorModel

/// The state of an indicator at a glance, by a stated rule.
///
/// Met: the target is reached. Before its year, progress is held against the straight line: green from `green` per
/// cent of the expected progress on, amber from `amber`, else red. Without a line (no baseline) achievement is held
/// against the same two numbers. In the target's year or later, what is not met is judged by achievement of the way:
/// the same numbers, and never green. A level that is only to be held is met or red.
public enum TrafficLight: String, Sendable, Hashable, Codable, CaseIterable {
    case met
    case green
    case amber
    case red
    /// No actual value is reported.
    case unknown
    /// A value is there but nothing to judge it by.
    case unjudged

    init(_ measures: IndicatorMeasures, by rule: TrafficLightRule) {
        guard measures.value != nil else {
            self = .unknown
            return
        }
        guard let isMet = measures.isMet else {
            self = .unjudged
            return
        }
        if isMet {
            self = .met
        } else if measures.isHolding {
            self = .red
        } else if let progress = measures.progress.number, let expected = measures.expected.number {
            // At the very start nothing is expected yet.
            guard let share = progress.percent(of: expected, fractionDigits: 1) else {
                self = progress.isNegative ? .red : .green
                return
            }
            self = Self.judge(share, by: rule, isDue: measures.isDue)
        } else if let achievement = measures.achievement.number {
            self = Self.judge(achievement, by: rule, isDue: measures.isDue)
        } else {
            self = .unjudged
        }
    }

    private static func judge(_ share: ExactDecimal, by rule: TrafficLightRule, isDue: Bool) -> TrafficLight {
        if share >= rule.green { return isDue ? .amber : .green }
        return share >= rule.amber ? .amber : .red
    }

    /// The light in words, never by colour alone.
    public var name: BilingualText {
        switch self {
        case .met: BilingualText(ja: "◎達成", en: "met")
        case .green: BilingualText(ja: "○順調", en: "on track")
        case .amber: BilingualText(ja: "△やや遅れ", en: "behind")
        case .red: BilingualText(ja: "×遅れ", en: "far behind")
        case .unknown: BilingualText(ja: "－実績の報告なし", en: "no actual reported")
        case .unjudged: BilingualText(ja: "－判定しない", en: "not judged")
        }
    }

    /// The rule in words, printed with every sheet.
    public static func rule(_ rule: TrafficLightRule) -> BilingualText {
        BilingualText(
            ja: """
                判定：目標に届けば◎。届かないうちは、基準年から目標年まで直線で進んだ場合の進捗に対する割合が\(rule.green)%以上なら○、\
                \(rule.amber)%以上なら△、それ未満は×（基準値のない指標は達成率で判定）。目標年以降の未達は○としません。
                """,
            en: """
                Lights: met when the target is reached; until then progress against a straight line from baseline to \
                target, on track from \(rule.green) %, behind from \(rule.amber) %, else far behind (by achievement where there is \
                no baseline). What is not met in the target's year is never on track.
                """)
    }
}
