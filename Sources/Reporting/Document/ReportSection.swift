/// A part of the document under a heading.
public struct ReportSection: Sendable, Hashable {
    /// A short name for links, such as `progress`; made unique and safe by the renderers.
    public var id: String
    /// The heading.
    public var title: String
    /// The content, in reading order.
    public var blocks: [ReportBlock]

    /// A section.
    public init(id: String, title: String, blocks: [ReportBlock] = []) {
        self.id = id
        self.title = title
        self.blocks = blocks
    }
}

extension ReportSection {
    /// Whether a chart's values also stand in a table of their own in this section: where nothing is drawn, once is enough.
    func tells(_ chart: ReportChart) -> Bool { blocks.contains(.table(chart.table)) }
}

/// One piece of a section.
public enum ReportBlock: Sendable, Hashable {
    /// Running text.
    case paragraph(String)
    /// A strip of the few figures that matter.
    case keyFigures([KeyFigure])
    /// A table of figures.
    case table(ReportTable)
    /// A drawing with its values.
    case chart(ReportChart)
    /// Doubts and warnings about single figures.
    case notices([ReportNotice])
    /// Terms and what they mean here.
    case definitionList([ReportDefinition])
}

/// A term and what it means in this report.
public struct ReportDefinition: Sendable, Hashable {
    /// The word explained.
    public var term: String
    /// Its meaning.
    public var detail: String

    /// A definition.
    public init(term: String, detail: String) {
        self.term = term
        self.detail = detail
    }
}
