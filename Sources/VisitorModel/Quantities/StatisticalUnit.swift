public import Languages

/// What one of something is: the unit a measure is counted in.
///
/// Units of different dimension are never added. 人地点 counts one person at three spots as three; 人回 counts the
/// same trip as one (共通基準 section on 延べ人数 and 実人数).
public enum StatisticalUnit: String, Sendable, Hashable, Codable, CaseIterable {
    case personSpots = "person-spots"
    case personTrips = "person-trips"
    case personDays = "person-days"
    case personNights = "person-nights"
    case persons
    case vehicles
    case yen
    case percent
    case perMille = "per-mille"
    case points
    case firms
    case times
    case childrenPerWoman = "children-per-woman"
    case yenPerTrip = "yen-per-trip"

    /// The unit's name after a number: 人地点, person-spots.
    public var name: BilingualText {
        switch self {
        case .personSpots: BilingualText(ja: "人地点", en: "person-spots")
        case .personTrips: BilingualText(ja: "人回", en: "person-trips")
        case .personDays: BilingualText(ja: "人日", en: "person-days")
        case .personNights: BilingualText(ja: "人泊", en: "person-nights")
        case .persons: BilingualText(ja: "人", en: "persons")
        case .vehicles: BilingualText(ja: "台", en: "vehicles")
        case .yen: BilingualText(ja: "円", en: "yen")
        case .percent: BilingualText(ja: "%", en: "%")
        case .perMille: BilingualText(ja: "‰", en: "‰")
        case .points: BilingualText(ja: "点", en: "points")
        case .firms: BilingualText(ja: "社", en: "firms")
        case .times: BilingualText(ja: "回", en: "times")
        case .childrenPerWoman: BilingualText(ja: "人（女性1人当たり）", en: "children per woman")
        case .yenPerTrip: BilingualText(ja: "円/人回", en: "yen per person-trip")
        }
    }

    /// Whether values are whole numbers that can be added up.
    public var isCount: Bool {
        switch self {
        case .percent, .perMille, .points, .childrenPerWoman, .yenPerTrip: false
        default: true
        }
    }
}
