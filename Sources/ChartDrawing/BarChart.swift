/// Bars from zero, one or several a category, such as a year beside the year before.
///
/// A bar that is not yet whole is hatched; a missing one is an empty dotted frame.
public struct BarChart: Sendable {
    /// The part a series of bars plays.
    public enum Style: Sendable, Equatable {
        /// What the chart is about: coloured.
        case main
        /// What it is measured against: pale with a rim.
        case comparison
    }

    /// One bar a category.
    public struct Series: Sendable, Equatable {
        /// Names the bars in the key line; not drawn where there is only one series.
        public let label: String
        /// One value a category.
        public let bars: [ChartValue]
        /// The part the bars play.
        public let style: Style

        /// A series of bars.
        public init(label: String, bars: [ChartValue], style: Style = .main) {
            self.label = ChartText.cleaned(label)
            self.bars = bars
            self.style = style
        }
    }

    /// What bars must reach on the way to a target, category by category.
    public struct RequiredPath: Sendable, Equatable {
        /// Names the path at its end.
        public let label: String
        /// One value a category; missing ones leave a gap.
        public let points: [ChartValue]

        /// A required path.
        public init(label: String, points: [ChartValue]) {
            self.label = ChartText.cleaned(label)
            self.points = points
        }
    }

    /// What the chart says.
    public let outline: ChartOutline
    /// The bars of a category from left to right.
    public let series: [Series]
    /// A dashed line over the bars.
    public let requiredPath: RequiredPath?
    /// A horizontal line with its label.
    public let targetLine: ChartTargetLine?

    /// A bar chart.
    public init(
        outline: ChartOutline, series: [Series], requiredPath: RequiredPath? = nil, targetLine: ChartTargetLine? = nil
    ) {
        self.outline = outline
        self.series = series
        self.requiredPath = requiredPath
        self.targetLine = targetLine.flatMap { ChartValue.drawable($0.value) == nil ? nil : $0 }
    }

    /// The drawing as a complete `<svg>` element.
    public func svg() -> String { document().svg() }

    /// The values as a table: one column a series, then the path and the target.
    public func dataTable() -> ChartTable {
        var columns = series.map { outline.column($0.label, $0.bars) }
        if let requiredPath { columns.append(outline.column(requiredPath.label, requiredPath.points)) }
        if let targetLine { columns.append(outline.column(targetLine)) }
        return ChartTable(outline, columns)
    }
}
