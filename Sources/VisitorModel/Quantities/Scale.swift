/// A factor a table states its numbers in: 千人, 万人, 百万円.
public enum Scale: String, Sendable, Hashable, Codable, CaseIterable {
    case one = "1"
    case thousand = "千"
    case tenThousand = "万"
    case million = "百万"
    case hundredMillion = "億"
    case billion = "10億"

    /// What a number in this scale is multiplied by.
    public var factor: Int {
        switch self {
        case .one: 1
        case .thousand: 1_000
        case .tenThousand: 10_000
        case .million: 1_000_000
        case .hundredMillion: 100_000_000
        case .billion: 1_000_000_000
        }
    }
}
