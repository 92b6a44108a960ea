/// Parts stacked to a whole, category by category, such as markets by year.
///
/// The order of the parts is kept, the first at the foot; parts are named at the right of the last bar.
public struct StackedBarChart: Sendable {
    /// One part of the whole.
    public struct Part: Sendable, Equatable {
        /// Names the part.
        public let label: String
        /// One value a category; values below zero stack downwards.
        public let values: [ChartValue]

        /// A part.
        public init(label: String, values: [ChartValue]) {
            self.label = ChartText.cleaned(label)
            self.values = values
        }
    }

    /// What the chart says.
    public let outline: ChartOutline
    /// The parts from the foot upwards.
    public let parts: [Part]

    /// A stacked bar chart.
    public init(outline: ChartOutline, parts: [Part]) {
        self.outline = outline
        self.parts = parts
    }

    /// The drawing as a complete `<svg>` element.
    public func svg() -> String { document().svg() }

    /// The values as a table: one column a part, then the total.
    public func dataTable() -> ChartTable {
        let columns = parts.map { outline.column($0.label, $0.values) }
        let totals = outline.categories.indices.map(total)
        return ChartTable(outline, columns + [outline.column(outline.wording.total, totals)])
    }

    /// The sum of a category's parts: partial where any part is partial or missing, missing where all are.
    func total(_ category: Int) -> ChartValue {
        let values = parts.map { $0.values.value(at: category) }
        let numbers = values.compactMap(\.number)
        guard !numbers.isEmpty else { return .missing }
        let sum = numbers.reduce(0, +)
        return numbers.count == values.count && !values.contains(where: \.isPartial) ? .known(sum) : .partial(sum)
    }
}
