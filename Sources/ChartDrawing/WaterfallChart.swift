/// The steps from one number to another: what each adds or takes away, reconciled to the last digit.
///
/// Steps run downwards, so that long names have room; each bar begins where the one above ended.
public struct WaterfallChart: Sendable {
    /// One row of the bridge.
    public enum Step: Sendable, Equatable {
        /// A number stood at: the beginning, the end, or a rest on the way.
        case level(String, Double)
        /// What is added, or taken away where it is negative.
        case change(String, Double)

        var label: String {
            switch self {
            case .level(let label, _), .change(let label, _): ChartText.cleaned(label)
            }
        }

        var number: Double? {
            switch self {
            case .level(_, let value), .change(_, let value): ChartValue.drawable(value)
            }
        }
    }

    /// What the chart says; its categories are not used, the steps name themselves.
    public let outline: ChartOutline
    /// The steps from top to bottom; a chart of a step without a finite number is not drawn.
    public let steps: [Step]

    /// A bridge.
    public init(outline: ChartOutline, steps: [Step]) {
        self.outline = outline
        self.steps = steps
    }

    /// The drawing as a complete `<svg>` element.
    public func svg() -> String { document().svg() }

    /// The steps as a table: what each adds, and what stands after it.
    public func dataTable() -> ChartTable {
        ChartTable(
            caption: outline.title,
            header: [outline.categoryLabel, outline.valueLabelWithUnit, outline.labelled(outline.wording.total)],
            rows: zip(steps, spans).map { step, span in
                guard let span, let number = step.number else {
                    return [step.label, outline.wording.missing, outline.wording.missing]
                }
                if case .level = step { return [step.label, "", outline.text(of: number)] }
                return [step.label, signed(number), outline.text(of: span.to)]
            })
    }

    /// From where to where each step goes; nil from the first step on that has no number.
    var spans: [(from: Double, to: Double)?] {
        var running: Double? = 0
        return steps.map { step in
            guard let start = running, let number = step.number else {
                running = nil
                return nil
            }
            if case .level = step {
                running = number
                return (0, number)
            }
            running = start + number
            return (start, start + number)
        }
    }

    /// A change with its sign; the minus is as wide as the plus.
    func signed(_ number: Double) -> String {
        let text = outline.text(of: number.magnitude)
        return number == 0 ? "±" + text : (number < 0 ? "\u{2212}" : "+") + text
    }
}
