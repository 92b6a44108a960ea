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
        /// Where it is expected to go: dashed in the first main line's colour.
        case projection
    }

    /// The range a value is expected in, category by category: what a forecast knows of itself.
    public struct Band: Sendable, Equatable {
        /// Names the range at its end, such as "80 %".
        public let label: String
        /// The lower ends; a category where either end is missing has no range.
        public let lower: [ChartValue]
        /// The upper ends.
        public let upper: [ChartValue]

        /// A range.
        public init(label: String, lower: [ChartValue], upper: [ChartValue]) {
            self.label = ChartText.cleaned(label)
            self.lower = lower
            self.upper = upper
        }
    }

    /// A change in how things are counted: no line runs across it.
    public struct Break: Sendable, Equatable {
        /// The first category counted in the new way, from 0.
        public let category: Int
        /// What changed, in a few words.
        public let label: String

        /// A break before a category.
        public init(before category: Int, label: String) {
            self.category = category
            self.label = ChartText.cleaned(label)
        }
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
    /// Ranges under the lines, the widest first.
    public let bands: [Band]
    /// Changes in how things are counted.
    public let breaks: [Break]
    /// What happened over some categories, told by number.
    public let marks: [Mark]

    /// A line chart.
    public init(
        outline: ChartOutline, series: [Series], targetLine: ChartTargetLine? = nil, startsAtZero: Bool = false,
        bands: [Band] = [], breaks: [Break] = [], marks: [Mark] = []
    ) {
        self.marks = marks
        self.outline = outline
        self.series = series
        self.targetLine = targetLine.flatMap { ChartValue.drawable($0.value) == nil ? nil : $0 }
        self.startsAtZero = startsAtZero
        self.bands = bands
        self.breaks = breaks.filter { $0.category > 0 && $0.category < outline.categories.count }
    }

    /// The drawing as a complete `<svg>` element.
    public func svg() -> String { document().svg() }

    /// The values as a table, one column a series.
    public func dataTable() -> ChartTable {
        let ranges = bands.map { band in
            ChartTable.Column(
                head: outline.labelled(band.label),
                cells: outline.categories.indices.map { index in
                    guard let range = band.range(at: index) else { return outline.wording.missing }
                    return outline.text(of: range.lower) + "–" + outline.text(of: range.upper)
                })
        }
        let columns = series.map { outline.column($0.label, $0.points) } + ranges
        return ChartTable(outline, columns + (targetLine.map { [outline.column($0)] } ?? []))
    }
}
