public import Languages

/// A group of visitors the common standard 観光入込客統計に関する共通基準 estimates apart.
///
/// The standard has twelve: three origins, two kinds of stay, two purposes. A municipality's own survey also meets its
/// own residents, who are no visitors; they are kept as a further origin so that they can be taken out.
public struct SurveySegment: Sendable, Hashable {
    /// Where people live.
    public enum Origin: String, Sendable, Hashable, CaseIterable {
        /// In the municipality itself: counted at the spot, but no visitors.
        case resident
        case inPrefecture = "in-prefecture"
        case outOfPrefecture = "out-of-prefecture"
        case inbound
    }

    /// Whether they stay the night.
    public enum Stay: String, Sendable, Hashable, CaseIterable {
        case sameDay = "same-day"
        case overnight
    }

    /// What they come for.
    public enum Purpose: String, Sendable, Hashable, CaseIterable {
        case sightseeing
        case business
    }

    /// Where they live.
    public var origin: Origin
    /// Whether they stay the night.
    public var stay: Stay
    /// What they come for.
    public var purpose: Purpose

    /// Makes a segment.
    public init(_ origin: Origin, _ stay: Stay, _ purpose: Purpose = .sightseeing) {
        self.origin = origin
        self.stay = stay
        self.purpose = purpose
    }

    /// The standard's twelve segments, in its order.
    public static let standard: [SurveySegment] = [.inPrefecture, .outOfPrefecture, .inbound].flatMap { origin in
        Stay.allCases.reversed().flatMap { stay in
            Purpose.allCases.map { SurveySegment(origin, stay, $0) }
        }
    }

    /// Whether these people are visitors at all.
    public var isVisitor: Bool { origin != .resident }

    /// The identifier: `out-of-prefecture,overnight,sightseeing`.
    public var id: String { "\(origin.rawValue),\(stay.rawValue),\(purpose.rawValue)" }

    /// What people call it: 県外・宿泊・観光, out of prefecture, overnight, sightseeing.
    public var name: BilingualText {
        let words = [origin.name, stay.name, purpose.name]
        return BilingualText(ja: words.map(\.ja).joined(separator: "・"), en: words.map(\.en).joined(separator: ", "))
    }
}

extension SurveySegment.Origin {
    /// What people call it.
    public var name: BilingualText {
        switch self {
        case .resident: BilingualText(ja: "市民", en: "residents")
        case .inPrefecture: BilingualText(ja: "県内", en: "in prefecture")
        case .outOfPrefecture: BilingualText(ja: "県外", en: "out of prefecture")
        case .inbound: BilingualText(ja: "訪日外国人", en: "inbound")
        }
    }
}

extension SurveySegment.Stay {
    /// What people call it.
    public var name: BilingualText {
        switch self {
        case .sameDay: BilingualText(ja: "日帰り", en: "same-day")
        case .overnight: BilingualText(ja: "宿泊", en: "overnight")
        }
    }
}

extension SurveySegment.Purpose {
    /// What people call it.
    public var name: BilingualText {
        switch self {
        case .sightseeing: BilingualText(ja: "観光", en: "sightseeing")
        case .business: BilingualText(ja: "ビジネス", en: "business")
        }
    }
}
