/// One cell: what people read, and what machines do.
public struct ReportCell: Sendable, Hashable {
    /// What a reader must see at once about a cell.
    public enum Emphasis: String, Sendable, Hashable, CaseIterable {
        /// An ordinary value.
        case normal
        /// A sum of others.
        case total
        /// No value; the text says why. Never zero.
        case missing
        /// A sum that lacks some of its parts.
        case partial
    }

    /// What is shown.
    public var text: String
    /// The exact value as an integer or decimal text; nil for words and for missing values.
    public var exact: String?
    /// The unit where it differs from the column's.
    public var unit: String?
    /// How firm the value is, such as "速報".
    public var status: String?
    /// The figure's identity, which leads to its passport.
    public var figureID: String?
    /// What a reader must see at once.
    public var emphasis: Emphasis
    /// A short remark on this cell alone.
    public var note: String?
    /// What sort of value it is, where it differs from the column's.
    public var kind: FigureKind?

    /// A cell.
    public init(
        _ text: String, exact: String? = nil, unit: String? = nil, status: String? = nil, figureID: String? = nil,
        emphasis: Emphasis = .normal, note: String? = nil, kind: FigureKind? = nil
    ) {
        self.text = text
        self.exact = exact
        self.unit = unit
        self.status = status
        self.figureID = figureID
        self.emphasis = emphasis
        self.note = note
        self.kind = kind
    }

    /// A cell without a value.
    ///
    /// - Parameter reason: Why there is none, such as "未報告".
    public static func missing(_ reason: String, figureID: String? = nil, note: String? = nil) -> ReportCell {
        ReportCell(reason, figureID: figureID, emphasis: .missing, note: note)
    }
}
