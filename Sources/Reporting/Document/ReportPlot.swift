import ChartDrawing

/// What a chart draws, as numbers: for formats that draw it themselves.
///
/// A missing value stays missing; it is never zero.
public struct ReportPlot: Sendable, Hashable {
    /// How values are drawn.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        /// Upright bars beside each other.
        case bars
        /// Upright bars on top of each other.
        case stackedBars
        /// Lines.
        case lines
    }

    /// The part a series plays.
    public enum Role: Sendable, Hashable {
        /// What the chart is about.
        case main
        /// What it is measured against.
        case comparison
        /// Where it should be.
        case target
        /// Where it is expected to go.
        case projection
        /// An end of the range it is expected in.
        case range
        /// The part of the series before it that is not yet whole.
        case growing
    }

    /// The scale the value axis is written in.
    public enum Scale: Sendable, Hashable {
        /// Numbers in full.
        case plain
        /// Thousands.
        case thousands
        /// Ten thousands (万).
        case tenThousands
    }

    /// One value.
    public struct Value: Sendable, Hashable {
        /// The number, or nil where there is none.
        public var number: Double?
        /// Whether it is not yet whole.
        public var isPartial: Bool
    }

    /// One series of values.
    public struct Series: Sendable, Hashable {
        /// Its name.
        public var label: String
        /// One value a category.
        public var values: [Value]
        /// The part it plays.
        public var role: Role
    }

    /// How values are drawn.
    public var form: Form
    /// What the categories are.
    public var categoryLabel: String
    /// The categories in order.
    public var categories: [String]
    /// What the values are, with the unit of the axis.
    public var valueLabel: String
    /// The scale of the axis.
    public var scale: Scale
    /// The series, from the foot of a stack upwards.
    public var series: [Series]
}

extension ReportPlot {
    /// The plot for a drawer whose lines have one look from end to end: what is not yet whole is a series of its own.
    ///
    /// It begins and ends at the whole values beside it, which stay in their series too.
    ///
    /// - Parameter name: Names the part of a series that is not yet whole.
    func separatingPartial(_ name: (String) -> String) -> ReportPlot {
        var plot = self
        plot.series = series.flatMap { series -> [Series] in
            guard series.values.contains(where: \.isPartial) else { return [series] }
            let indices = series.values.indices
            var (whole, growing) = (series, series)
            for index in indices {
                let isPartial = series.values[index].isPartial
                let isBeside = [index - 1, index + 1].contains { indices.contains($0) && series.values[$0].isPartial }
                if isPartial { whole.values[index] = Value(number: nil, isPartial: false) }
                if !isPartial, !isBeside { growing.values[index] = Value(number: nil, isPartial: false) }
            }
            growing.label = name(series.label)
            growing.role = .growing
            return [whole, growing]
        }
        return plot
    }

    init(_ chart: LineChart) {
        let series = chart.series.map { series in
            let role: Role =
                switch series.style {
                case .main: .main
                case .comparison: .comparison
                case .target: .target
                case .projection: .projection
                }
            return (series.label, series.points, role)
        }
        // A spreadsheet has no area between two lines that leaves gaps open: the ends become lines of their own.
        let ends = chart.bands.flatMap { band in
            [(band.label + " ↓", band.lower, Role.range), (band.label + " ↑", band.upper, .range)]
        }
        self.init(.lines, chart.outline, series + ends, chart.targetLine)
    }

    init(_ chart: BarChart) {
        var series = chart.series.map { ($0.label, $0.bars, $0.style == .main ? Role.main : .comparison) }
        if let path = chart.requiredPath { series.append((path.label, path.points, .target)) }
        self.init(.bars, chart.outline, series, chart.targetLine)
    }

    init(_ chart: StackedBarChart) {
        self.init(.stackedBars, chart.outline, chart.parts.map { ($0.label, $0.values, .main) }, nil)
    }

    private init(
        _ form: Form, _ outline: ChartOutline, _ series: [(String, [ChartValue], Role)], _ target: ChartTargetLine?
    ) {
        let count = outline.categories.count
        let level = target.map { ($0.label, Array(repeating: ChartValue.known($0.value), count: count), Role.target) }
        self.form = form
        categoryLabel = outline.categoryLabel
        categories = outline.categories
        valueLabel = outline.unit.isEmpty ? outline.valueLabel : "\(outline.valueLabel) (\(outline.unit))"
        // How the axis writes a million tells its scale, in every language.
        switch outline.format(1_000_000).filter(\.isNumber) {
        case "100": scale = .tenThousands
        case "1000": scale = .thousands
        default: scale = .plain
        }
        self.series = (series + [level].compactMap { $0 }).map { label, values, role in
            let padded = values.prefix(count) + Array(repeating: .missing, count: max(0, count - values.count))
            return Series(
                label: label, values: padded.map { Value(number: $0.number, isPartial: $0.isPartial) }, role: role)
        }
    }
}
