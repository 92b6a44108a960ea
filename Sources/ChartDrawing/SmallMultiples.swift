/// The same little line chart once for each of many, such as places: shapes compared at a glance.
///
/// Every panel has its own height, written at its highest value, because a museum and a cave share no axis.
public struct SmallMultiples: Sendable {
    /// One panel.
    public struct Panel: Sendable, Equatable {
        /// Names the panel above it.
        public let label: String
        /// The values the panel is about.
        public let values: [ChartValue]
        /// What they are measured against; empty where there is nothing.
        public let comparison: [ChartValue]
        /// What has changed, such as "+4.1 %"; stands at the panel's right.
        public let remark: String

        /// A panel.
        public init(label: String, values: [ChartValue], comparison: [ChartValue] = [], remark: String = "") {
            self.label = ChartText.cleaned(label)
            self.values = values
            self.comparison = comparison
            self.remark = ChartText.cleaned(remark, limit: 40)
        }
    }

    /// What the chart says; its categories are those of every panel.
    public let outline: ChartOutline
    /// Names the strong lines.
    public let valuesLabel: String
    /// Names the thin lines.
    public let comparisonLabel: String
    /// The panels, row by row.
    public let panels: [Panel]

    /// Small multiples.
    public init(outline: ChartOutline, valuesLabel: String, comparisonLabel: String, panels: [Panel]) {
        self.outline = outline
        self.valuesLabel = ChartText.cleaned(valuesLabel)
        self.comparisonLabel = ChartText.cleaned(comparisonLabel)
        self.panels = panels
    }

    /// The drawing as a complete `<svg>` element.
    public func svg() -> String { document().svg() }

    /// The values as a table: one row a panel, one column a category.
    public func dataTable() -> ChartTable {
        ChartTable(
            caption: outline.title, header: [""] + outline.categories,
            rows: panels.map { panel in
                [panel.label] + outline.categories.indices.map { outline.text(of: panel.values.value(at: $0)) }
            })
    }
}
