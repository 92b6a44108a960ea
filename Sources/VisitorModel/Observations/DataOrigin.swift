public import Languages

/// Whether numbers are real, and who says so.
public enum DataOrigin: String, Sendable, Hashable, Codable, CaseIterable {
    /// Published by an authority.
    case published
    /// Reported to the organisation by a place.
    case reported
    /// Made up to show how the program works.
    case illustrative

    /// What people call it.
    public var name: BilingualText {
        switch self {
        case .published: BilingualText(ja: "公表値", en: "published")
        case .reported: BilingualText(ja: "報告値", en: "reported")
        case .illustrative: BilingualText(ja: "説明用の架空データ", en: "illustrative")
        }
    }
}
