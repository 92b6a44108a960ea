/// Several series over an ordered category axis, such as months or years.
///
/// Lines are named where they end; a missing value leaves a gap; a value that is not yet whole is hollow and
/// reached by a dashed line.
public struct LineChart: Sendable {
    /// The part a series plays in the finding.
    public enum Style: Sendable, Equatable {
        /// What the chart is about: strong and coloured.
        case main
        /// What it is measured against: thin and grey, told apart by dashes.
        case comparison
        /// Where it should be: dashed in the target's colour.
        case target
    }

    /// One line.
    public struct Series: Sendable, Equatable {
        /// Names the line at its end.
        public let label: String
        /// One value a category; what lacks at the end is missing, what exceeds the axis is left out.
        public let points: [ChartValue]
        /// The part the line plays.
        public let style: Style

        /// A line.
        public init(label: String, points: [ChartValue], style: Style = .main) {
            self.label = ChartText.cleaned(label)
            self.points = points
            self.style = style
        }
    }

    /// What the chart says.
    public let outline: ChartOutline
    /// The lines; later ones are drawn over earlier ones of the same style.
    public let series: [Series]
    /// A horizontal line with its label.
    public let targetLine: ChartTargetLine?
    /// Whether zero is always on the value axis; otherwise only where the values come near it.
    public let startsAtZero: Bool

    /// A line chart.
    public init(
        outline: ChartOutline, series: [Series], targetLine: ChartTargetLine? = nil, startsAtZero: Bool = false
    ) {
        self.outline = outline
        self.series = series
        self.targetLine = targetLine.flatMap { ChartValue.drawable($0.value) == nil ? nil : $0 }
        self.startsAtZero = startsAtZero
    }

    /// The drawing as a complete `<svg>` element.
    public func svg() -> String { document().svg() }

    /// The values as a table, one column a series.
    public func dataTable() -> ChartTable {
        let columns = series.map { outline.column($0.label, $0.points) }
        return ChartTable(outline, columns + (targetLine.map { [outline.column($0)] } ?? []))
    }
}
