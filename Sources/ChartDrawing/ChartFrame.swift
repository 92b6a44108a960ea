/// The plot area: where values and categories stand.
struct ChartFrame {
    /// How categories share the width.
    enum Spacing {
        /// The first and last category stand at the edges, for lines.
        case points
        /// Each category has a slot of its own, for bars.
        case slots
    }

    let outline: ChartOutline
    let scale: ChartScale
    let header: ChartHeader
    let spacing: Spacing
    /// The explanations under the plot: what is hatched, hollow or dotted.
    let notes: [ChartKeyEntry]
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    /// The height of the whole drawing.
    let height: Double

    init(
        _ outline: ChartOutline, key: [ChartKeyEntry] = [], values: [Double], fromZero: Bool, spacing: Spacing,
        endLabels: EndLabelColumn, notes: [ChartKeyEntry]
    ) {
        self.outline = outline
        self.spacing = spacing
        self.notes = notes
        header = ChartHeader(outline, key: key)
        top = header.height + 22
        let footer = notes.isEmpty && outline.categoryLabel.isEmpty ? 30.0 : 54
        bottom = max(outline.size.height - footer, top + max(80, endLabels.height))
        height = bottom + footer
        scale = ChartScale(
            holding: values, fromZero: fromZero, steps: max(2, Int((bottom - top) / 46)), whole: outline.ticksAreWhole)
        let tickTexts = scale.ticks.map { ChartText.width(outline.text(of: $0), size: ChartType.tick) }
        left = min(tickTexts.max() ?? 0, outline.size.width * 0.2) + 12
        right = outline.size.width - endLabels.width - (endLabels.labels.isEmpty ? 2 : EndLabelColumn.lead)
    }

    /// The height on the page of a value.
    func y(_ value: Double) -> Double { bottom - scale.share(of: value) * (bottom - top) }

    /// The room of one category.
    var slot: Double {
        let count = Double(max(outline.categories.count, 1))
        return switch spacing {
        case .points: count > 1 ? (right - left - 2 * inset) / (count - 1) : right - left
        case .slots: (right - left) / count
        }
    }

    /// The middle of a category.
    func x(_ index: Int) -> Double {
        switch spacing {
        case .points:
            outline.categories.count > 1 ? left + inset + Double(index) * slot : (left + right) / 2
        case .slots: left + (Double(index) + 0.5) * slot
        }
    }

    private var inset: Double { 14 }
}
