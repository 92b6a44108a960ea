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

    static func others(_ count: Int, _ kind: MetricBridge.Kind) -> BilingualText {
        switch kind {
        case .designation:
            BilingualText(ja: "ほか\(count)地点（基準に届かないなど）", en: "\(count) others the rule leaves out or takes in")
        case .event: BilingualText(ja: "ほかの行祭事・イベント\(count)件", en: "\(count) other events")
        default: BilingualText(ja: "ほか\(count)地点", en: "\(count) other places")
        }
    }

    static func everyOne(from first: Int, through last: Int) -> BilingualText {
        BilingualText(
            ja: "手順\(first)～\(last)のうち小さいもの。一つずつは --format csv か json で",
            en: "the smaller ones of steps \(first) to \(last); --format csv or json lists each")
    }

    static func place(_ number: Int, of count: Int, _ bridge: MetricBridge) -> BilingualText {
        let (from, to, period) = (bridge.from.definition.titles, bridge.to.definition.titles, bridge.from.period.label)
        return BilingualText(
            ja: "\(period.ja)：「\(from.ja)」から「\(to.ja)」までの手順 \(number)（全\(count)）",
            en: "\(period.en), step \(number) of \(count) from “\(from.en)” to “\(to.en)”")
    }

    static func effect(before: BilingualText?, change: BilingualText, after: BilingualText) -> BilingualText {
        BilingualText(
            ja: "この手順の前は\(before?.ja ?? "–")。\(change.ja)で、\(after.ja)になります。",
            en: "Before it the number stands at \(before?.en ?? "–"); it changes it by \(change.en), to \(after.en).")
    }

    static func calculation(_ detail: BilingualText) -> BilingualText {
        BilingualText(ja: "計算・理由：\(detail.ja)", en: "Calculation, reason: \(detail.en)")
    }

    static func definition(_ definition: MetricDefinition) -> BilingualText {
        BilingualText(
            ja: "\(definition.id)：\(definition.formula.ja)", en: "\(definition.id): \(definition.formula.en)")
    }

    static func named(_ id: String) -> BilingualText {
        BilingualText(
            ja: "手順にも名前があります。たとえば dmo explain '\(id)'（最後の番号が手順の番号）",
            en: "Every step has a name: dmo explain '\(id)' tells one, the last number being the step's.")
    }

    /// Why a step of its kind is there at all.
    static func meaning(_ kind: MetricBridge.Kind) -> BilingualText {
        switch kind {
        case .place:
            BilingualText(
                ja: "二つの定義は足し上げる場所が違います。", en: "The two definitions add up different places.")
        case .event:
            BilingualText(
                ja: "行祭事・イベントは観光地点とは別に数え、片方の定義だけが含みます。",
                en: "Events are counted beside the spots, and only one of the two definitions has this one.")
        case .designation:
            BilingualText(
                ja: "前年の入込客数が基準に届かない場所は、その年の観光地点に数えません。客がいなくなったわけではありません。",
                en:
                    "A place below the size rule in the year before is not on that year's list; its visitors have not gone away."
            )
        case .residents:
            BilingualText(
                ja: "その市の住民は観光客ではないため、調査で答えた割合だけ除きます。",
                en: "Residents of the city are no visitors: their share among those asked is taken out.")
        case .places:
            BilingualText(
                ja: "何か所も回る人は、場所ごとに一人と数えられています。平均訪問地点数で割ると、一回の旅行が一と数えられます。",
                en:
                    "Who visits several places is counted once at each; divided by the mean number of places, one journey counts as one."
            )
        case .term:
            BilingualText(ja: "定義の算式の一つの項です。", en: "It is one term of the definition's formula.")
        }
    }
}
