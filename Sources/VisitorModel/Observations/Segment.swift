/// Which visitors a count is about.
public struct Segment: Sendable, Hashable {
    /// Where visitors come from.
    public enum Origin: String, Sendable, Hashable, Codable, CaseIterable {
        case all
        case inPrefecture = "in-prefecture"
        case outOfPrefecture = "out-of-prefecture"
        case domestic
        case inbound
    }

    /// Whether visitors stay the night.
    public enum Stay: String, Sendable, Hashable, Codable, CaseIterable {
        case all
        case sameDay = "same-day"
        case overnight
    }

    /// Where the visitors come from.
    public var origin: Origin
    /// The inbound market, an identifier from the market register such as `TW`; `nil` for all markets together.
    public var market: String?
    /// Whether they stay the night.
    public var stay: Stay

    /// Makes a segment; without arguments, all visitors. A market implies inbound visitors.
    public init(origin: Origin = .all, market: String? = nil, stay: Stay = .all) {
        self.origin = market == nil ? origin : .inbound
        self.market = market
        self.stay = stay
    }

    /// All visitors.
    public static let all = Segment()

    /// The identifier used in a figure's name: `*`, `market=TW`, `origin=inbound,stay=overnight`.
    public var id: String {
        var parts: [String] = []
        if let market { parts.append("market=\(market)") } else if origin != .all { parts.append("origin=\(origin.rawValue)") }
        if stay != .all { parts.append("stay=\(stay.rawValue)") }
        return parts.isEmpty ? "*" : parts.joined(separator: ",")
    }
}
