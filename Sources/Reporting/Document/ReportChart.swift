/// A drawing with its title, its words for those who cannot see it, and its values.
public struct ReportChart: Sendable, Hashable {
    /// The finding in one sentence; the page prints it above the drawing.
    public var title: String
    /// The drawing for wide pages and paper: a complete `<svg>` element.
    public var svg: String
    /// The same drawing for telephones, with ids of its own; nil shows the wide one everywhere.
    public var narrowSVG: String?
    /// The text alternative.
    public var description: String
    /// The values drawn.
    public var table: ReportTable
    /// What is drawn, as numbers; nil where only the drawing can show it.
    public var plot: ReportPlot?
    /// Whether a table of the values, shaded by size, shows what the drawing does.
    public var isShadedTable = false

    /// A chart drawn elsewhere.
    ///
    /// - Warning: The drawings pass into the page as they are. Give only what `ChartDrawing` wrote; it escapes
    ///   every text it is given.
    public init(
        title: String, svg: String, narrowSVG: String? = nil, description: String, table: ReportTable,
        plot: ReportPlot? = nil
    ) {
        self.title = title
        self.svg = svg
        self.narrowSVG = narrowSVG
        self.description = description
        self.table = table
        self.plot = plot
    }
}
