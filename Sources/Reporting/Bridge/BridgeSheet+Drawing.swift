import ChartDrawing
public import Languages
import VisitorMetrics
import VisitorModel

extension BridgeSheet {
    /// The bridge drawn as a waterfall: a complete `<svg>` element that stands alone as a file.
    public func drawing(in language: Language) -> String {
        let numbers = [bridge.from.value, bridge.to.value].compactMap(\.self) + bridge.steps.map(\.running)
        let scale = ChartScaleName(largest: numbers.max(), in: language)
        let format = NumberFormat(language: language)
        let title = BridgeWording.caption(bridge)(language)
        let closing = BridgeWording.closing(bridge)(language)
        let chart = WaterfallChart(
            outline: ChartOutline(
                id: "bridge", title: title, description: "\(title). \(closing)",
                categoryLabel: BridgeWording.step(language), valueLabel: BridgeWording.running(language),
                unit: scale.unit(bridge.from.unit)(language), categories: [], categoriesPerCycle: 1,
                wording: ChartWording(
                    missing: KPIWording.chartMissing(language), partial: KPIWording.chartPartial(language),
                    empty: KPIWording.noFigures(language), total: KPIWording.total(language)),
                languageTag: language.rawValue, format: { scale.text($0, format) }),
            steps: [end(bridge.from, language)]
                + foldedLines.map { .change($0.label(language), $0.change.approximate) } + [end(bridge.to, language)])
        return chart.svg()
    }

    private func end(_ figure: Figure, _ language: Language) -> WaterfallChart.Step {
        .level(figure.definition.titles(language), figure.value?.approximate ?? 0)
    }
}
