import Languages
import VisitorMetrics
import VisitorModel

/// The words around a bridge.
enum BridgeWording {
    static let step = BilingualText(ja: "手順", en: "Step")
    static let change = BilingualText(ja: "増減", en: "Change")
    static let running = BilingualText(ja: "その後の数", en: "Sum after it")
    static let drawing = BilingualText(ja: "図", en: "Drawing")
    static let why = BilingualText(ja: "計算・理由", en: "Calculation, reason")

    static func caption(_ bridge: MetricBridge) -> BilingualText {
        let (from, to, period) = (bridge.from.definition.titles, bridge.to.definition.titles, bridge.from.period.label)
        return BilingualText(
            ja: "\(period.ja)：「\(from.ja)」から「\(to.ja)」まで", en: "\(period.en): from “\(from.en)” to “\(to.en)”")
    }

    static func closing(_ bridge: MetricBridge) -> BilingualText {
        guard let remainder = bridge.remainder, !bridge.closes else {
            return BilingualText(
                ja: "手順を順に足すと、一人の差もなく二つ目の数になります。", en: "The steps arrive at the second number, to the person.")
        }
        return BilingualText(
            ja: "手順では説明できない差が\(remainder)あります。", en: "A difference of \(remainder) is not explained by the steps.")
    }

    static func incomplete(_ figure: Figure) -> BilingualText {
        let summary = figure.coverage.summary()
        return BilingualText(
            ja: "「\(figure.definition.titles.ja)」は報告がそろっていません（\(summary.ja)）。",
            en: "“\(figure.definition.titles.en)” is not whole (\(summary.en)).")
    }
}
