/// The size of a drawing in SVG units; it scales with the page.
public struct ChartSize: Sendable, Equatable {
    /// The width, 320 to 4,000.
    public let width: Double
    /// The least height, 200 to 4,000; a chart with many labels grows beyond it.
    public let height: Double

    /// A size, brought into its bounds.
    public init(width: Double = 760, height: Double = 360) {
        self.width = width.isFinite ? min(max(width, 320), 4000) : 760
        self.height = height.isFinite ? min(max(height, 200), 4000) : 360
    }
}

/// The few words a chart needs of its own, in the reader's language.
public struct ChartWording: Sendable, Equatable {
    /// Stands where a value is missing, such as "n/a" or "欠測".
    public let missing: String
    /// Follows a value that is not yet whole and explains its hatching, such as "partial" or "途中".
    public let partial: String
    /// Says that there is nothing to draw yet.
    public let empty: String
    /// Names the sum of a stack.
    public let total: String

    /// Wording for a chart.
    public init(missing: String, partial: String, empty: String, total: String) {
        self.missing = ChartText.cleaned(missing, limit: 40)
        self.partial = ChartText.cleaned(partial, limit: 40)
        self.empty = ChartText.cleaned(empty)
        self.total = ChartText.cleaned(total, limit: 40)
    }
}

/// What every chart says, whatever its kind.
public struct ChartOutline: Sendable {
    /// The prefix of all ids in the drawing; unique on its page.
    public let id: String
    /// The finding in one sentence, not the name of the data.
    public let title: String
    /// The text alternative: what a reader who cannot see the chart needs to know.
    public let description: String
    /// What the categories are, such as "year".
    public let categoryLabel: String
    /// What the values are, such as "visitors".
    public let valueLabel: String
    /// The unit of the values, such as "10,000 persons"; may be empty.
    public let unit: String
    /// The categories in order.
    public let categories: [String]
    /// The words for missing, partial and empty.
    public let wording: ChartWording
    /// How many categories make a round, such as 12 for months; long axes are labelled in step with it.
    public let categoriesPerCycle: Int
    /// The size of the drawing.
    public let size: ChartSize
    /// Whether the drawing shows its title; turn it off where the page prints it as a heading.
    public let drawsTitle: Bool
    /// Whether axis steps must be whole numbers, for values a formatter rounds to whole ones.
    public let ticksAreWhole: Bool
    /// The BCP 47 tag of the texts, so that readers pronounce and browsers shape them rightly.
    public let languageTag: String?
    /// Writes a value for ticks, labels and the table, without its unit.
    public let format: @Sendable (Double) -> String

    /// An outline; texts are cleaned of control characters and cut to a sane length.
    public init(
        id: String, title: String, description: String, categoryLabel: String, valueLabel: String, unit: String,
        categories: [String], categoriesPerCycle: Int = 1, wording: ChartWording, size: ChartSize = ChartSize(),
        drawsTitle: Bool = true, ticksAreWhole: Bool = false, languageTag: String? = nil,
        format: @escaping @Sendable (Double) -> String
    ) {
        self.id = ChartText.identifier(id)
        self.title = ChartText.cleaned(title)
        self.description = ChartText.cleaned(description, limit: 4000)
        self.categoryLabel = ChartText.cleaned(categoryLabel)
        self.valueLabel = ChartText.cleaned(valueLabel)
        self.unit = ChartText.cleaned(unit, limit: 60)
        self.categories = categories.map { ChartText.cleaned($0) }
        self.categoriesPerCycle = min(max(categoriesPerCycle, 1), 1000)
        self.wording = wording
        self.size = size
        self.drawsTitle = drawsTitle
        self.ticksAreWhole = ticksAreWhole
        self.languageTag = languageTag.map(ChartText.identifier)
        self.format = format
    }
}

/// A horizontal line to be reached or compared with.
public struct ChartTargetLine: Sendable, Equatable {
    /// Names the line.
    public let label: String
    /// Its height on the value axis; a value that is not finite draws nothing.
    public let value: Double

    /// A line at a value.
    public init(label: String, value: Double) {
        self.label = ChartText.cleaned(label)
        self.value = value
    }
}
