public import Languages

/// Why there is no forecast.
public enum ForecastingError: Error, Sendable, Hashable {
    /// Too few known figures to say anything.
    case tooShort(known: Int, needed: Int)
    /// Figures so far apart that no year can be set against the one before.
    case sparse(known: Int)
    /// The last known figure lies too far back for what is asked.
    case stale(absentAtEnd: Int)
    /// A figure that is no number.
    case notFinite(index: Int)
    /// A figure beyond anything that is counted.
    case tooLarge(index: Int)
    /// No member of a combination could be fitted.
    case noModel

    /// What to tell a person, with what to do about it.
    public var explanation: BilingualText {
        switch self {
        case .tooShort(let known, let needed):
            BilingualText(
                ja: "データが短すぎて何とも言えません（判明している期間は\(known)、必要なのは\(needed)以上）。過去の実績を取り込んでください。",
                en: "Too short to say: \(known) periods are known, at least \(needed) are needed. Load earlier figures."
            )
        case .sparse(let known):
            BilingualText(
                ja: "データがまばらで何とも言えません（判明している\(known)期間では、どの年も前の年と比べられません）。間の実績を取り込んでください。",
                en: """
                    Too sparse to say: with the \(known) periods known, no year can be set against the one before. Load \
                    the figures in between.
                    """)
        case .stale(let absent):
            BilingualText(
                ja: "最後の実績が\(absent)期間前なので予測できません。最近の実績を取り込んでください。",
                en: "Too old to say: the last \(absent) periods are absent. Load the recent figures.")
        case .notFinite(let index):
            BilingualText(
                ja: "\(index + 1)番目の値が数ではありません。元のファイルを確かめてください。",
                en: "Value \(index + 1) is no number. Check the file it came from.")
        case .tooLarge(let index):
            BilingualText(
                ja: "\(index + 1)番目の値が大きすぎます（1e30超）。元のファイルを確かめてください。",
                en: "Value \(index + 1) is too large (over 1e30). Check the file it came from.")
        case .noModel:
            BilingualText(
                ja: "どのモデルも当てはめられませんでした。系列を確かめてください。",
                en: "No model could be fitted. Look at the series.")
        }
    }
}
