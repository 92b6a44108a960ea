/// What sort of value a column or figure holds; fixes its alignment and its type in JSON.
public enum FigureKind: String, Sendable, Hashable, CaseIterable {
    /// Words.
    case text
    /// A month, quarter or year, as words.
    case period
    /// A whole number of something: an integer in JSON.
    case count
    /// Any other number: decimal text in JSON, so that no digit is lost.
    case decimal
    /// A number in percent, such as 14.2 for 14.2 %: decimal text in JSON.
    case percent

    /// Whether values are numbers and stand right-aligned.
    public var isNumber: Bool {
        switch self {
        case .text, .period: false
        case .count, .decimal, .percent: true
        }
    }
}

/// A figure worth a place at the top: large, with its label and one remark.
public struct KeyFigure: Sendable, Hashable {
    /// Whether the figure is good news.
    public enum Tone: String, Sendable, Hashable, CaseIterable {
        /// Neither good nor bad.
        case neutral
        /// As wished, or better.
        case good
        /// To be watched.
        case caution
        /// Short of what is needed.
        case bad
    }

    /// What is counted.
    public var label: String
    /// The value as it is read, such as "136.0万".
    public var value: String
    /// The exact value as an integer or decimal text; nil where there is no number.
    public var exact: String?
    /// The unit as it is read; may be empty.
    public var unit: String
    /// What sort of value it is.
    public var kind: FigureKind
    /// One remark: a comparison, the coverage.
    public var note: String?
    /// How firm the value is, such as "速報".
    public var status: String?
    /// The figure's identity, which leads to its passport.
    public var figureID: String?
    /// Whether it is good news.
    public var tone: Tone

    /// A key figure.
    public init(
        label: String, value: String, exact: String? = nil, unit: String = "", kind: FigureKind = .count,
        note: String? = nil, status: String? = nil, figureID: String? = nil, tone: Tone = .neutral
    ) {
        self.label = label
        self.value = value
        self.exact = exact
        self.unit = unit
        self.kind = kind
        self.note = note
        self.status = status
        self.figureID = figureID
        self.tone = tone
    }
}
