public import Languages
public import VisitorMetrics
public import VisitorModel

/// The verdict on a target in words: one sentence to remember, and the two or three behind it.
///
/// What is incomplete comes first; made-up data are never passed off as a record.
public struct VerdictText: Sendable, Hashable {
    /// What to take away.
    public let headline: BilingualText
    /// What stands behind it, sentence by sentence.
    public var details: [BilingualText] { paragraphs.flatMap(\.self) }
    /// The same, what belongs together in one paragraph.
    public let paragraphs: [[BilingualText]]
    /// That the numbers are made up, where they are.
    public let caveat: BilingualText?
    /// Whether it is good news.
    public let tone: KeyFigure.Tone

    /// Everything in one text.
    public var text: BilingualText { .sentences([headline] + details + (caveat.map { [$0] } ?? [])) }

    /// Puts a verdict into words.
    ///
    /// - Parameters:
    ///   - progress: The progress to be judged.
    ///   - definition: What is counted.
    ///   - destination: What the organisation's area is called.
    ///   - likeForLike: The year in progress against the same months and places a year before.
    ///   - usualTotals: What incomplete years would come to with the usual counts, by period.
    ///   - origins: Where the data come from.
    ///   - places: What places are called.
    ///   - markets: What markets are called.
    public init(
        _ progress: TargetProgress, of definition: MetricDefinition, destination: BilingualText,
        likeForLike: LikeForLike? = nil, usualTotals: [Period: ExactDecimal] = [:], origins: Set<DataOrigin> = [],
        places: @escaping PlaceNaming = BilingualText.init(verbatim:),
        markets: @escaping PlaceNaming = BilingualText.init(verbatim:)
    ) {
        let facts = VerdictFacts(
            progress: progress, definition: definition, likeForLike: likeForLike, usualTotals: usualTotals,
            places: places, markets: markets)
        headline = facts.headline
        paragraphs = facts.paragraphs
        caveat = origins.contains(.illustrative) ? VerdictWording.illustrative(destination) : nil
        tone = facts.tone
    }
}

extension BilingualText {
    /// Sentences one after the other; Japanese sets no space between them.
    static func sentences(_ texts: [BilingualText]) -> BilingualText {
        BilingualText(ja: texts.map(\.ja).joined(), en: texts.map(\.en).joined(separator: " "))
    }
}
