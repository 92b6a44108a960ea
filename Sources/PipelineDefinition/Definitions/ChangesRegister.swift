import Diagnostics
import Languages
import VisitorModel

// The register of what is known beside the numbers: events, breaks and closures. It is told from a pipeline that may
// be called events, too, by its first word, `register`.
extension KnownChanges {
    /// Adds what a register file says; names nobody defined are reported.
    mutating func add(
        _ node: DefinitionNode, in destination: DestinationDefinition, reportingTo collector: DiagnosticCollector
    ) {
        let names = RegisterNames(destination: destination, collector: collector)
        for event in node["events"]?.members ?? [] {
            guard let id = event.text("id"), let titles = event.bilingual("title"), let from = event.month("from")
            else { continue }
            let to = event.month("to") ?? from
            names.checkOrder(from, to, in: event)
            let places = names.places(event)
            let counted = event.decimal("counted")
            if counted != nil, places.count != 1 || from != to || event["measure"] == nil {
                collector.report(.countedNeedsOnePlace(at: event["counted"]?.position ?? event.position))
            }
            events.append(
                SeriesEvent(
                    id: id, titles: titles, measure: names.measure(event), places: places, from: from, to: to,
                    counted: counted))
        }
        for entry in node["breaks"]?.members ?? [] {
            guard let id = entry.text("id"), let titles = entry.bilingual("title"), let since = entry.month("since"),
                let kind: SeriesBreak.Kind = entry.choice("kind")
            else { continue }
            breaks.append(
                SeriesBreak(
                    id: id, titles: titles, kind: kind, measure: names.measure(entry), places: names.places(entry),
                    since: since, growth: entry.choice("growth") ?? .refuse))
        }
        for closure in node["closures"]?.members ?? [] {
            guard let from = closure.month("from"), let reason = closure.bilingual("reason") else { continue }
            let to = closure.month("to")
            names.checkOrder(from, to ?? from, in: closure)
            let places = names.places(closure).flatMap { destination.places.subtree(of: $0) }
            self.closures.append(
                Closure(
                    places: Set(places), from: from, to: to, season: names.season(closure, "months"),
                    isPartial: closure.boolean("partly") ?? false, reason: reason))
        }
    }
}

/// Reads names and months that definition files have in common, reporting those that are wrong.
struct RegisterNames {
    let destination: DestinationDefinition
    let collector: DiagnosticCollector

    /// The places under `places`.
    func places(_ node: DefinitionNode) -> Set<String> {
        for place in node["places"]?.members ?? [] {
            guard let id = place.text, destination.places[id] == nil else { continue }
            collector.report(
                .unknownName(
                    id, kind: BilingualText(ja: "場所", en: "place"), known: destination.places.places.map(\.id),
                    at: place.position))
        }
        return Set(node.texts("places").filter { destination.places[$0] != nil })
    }

    /// The measure under `measure`, where there is one.
    func measure(_ node: DefinitionNode) -> String? {
        guard let measure = node.text("measure") else { return nil }
        if destination.measure(measure) == nil {
            collector.report(
                .unknownName(
                    measure, kind: BilingualText(ja: "指標", en: "measure"), known: destination.measures.map(\.id),
                    at: node["measure"]?.position ?? node.position))
        }
        return measure
    }

    /// Months of the year, 1 to 12.
    func season(_ node: DefinitionNode, _ key: String) -> Set<Int> { Self.season(node, key, reportingTo: collector) }

    /// Months of the year, 1 to 12.
    static func season(_ node: DefinitionNode, _ key: String, reportingTo collector: DiagnosticCollector) -> Set<Int> {
        var months: Set<Int> = []
        for member in node[key]?.members ?? [] {
            guard let number = member.text.flatMap({ Int($0) }), (1...12).contains(number) else {
                collector.report(
                    .wrongForm(
                        at: member.position, value: member.text,
                        expected: BilingualText(ja: "1～12 の月", en: "a month of the year, 1 to 12")))
                continue
            }
            months.insert(number)
        }
        return months
    }

    /// Reports a span that ends before it begins.
    func checkOrder(_ from: Month, _ to: Month, in node: DefinitionNode) {
        guard to < from else { return }
        collector.report(
            Diagnostic(
                code: "register.ends-before-it-begins", position: node["to"]?.position ?? node.position, value: to.id,
                message: BilingualText(ja: "終わりの月が始まりの月より前です。", en: "The last month lies before the first.")))
    }
}

extension MappingShape {
    /// The shape of the register of events, breaks and closures.
    public static let changes = MappingShape(
        "changes",
        BilingualText(
            ja: "数値のほかに分かっていること：行事などの出来事、系列の断層、休業。",
            en: "What is known beside the numbers: events, breaks in series, closures."),
        keys: [
            KeyShape("register", .choice(["changes"]), required: true, "登録簿の種類", "which register this is"),
            KeyShape("events", .list(.mapping(event)), "一度きりの出来事（予測は counted の分を除いて、なければその月を除いて学習する）",
                "what happened once and shows in the counts; forecasts learn the month without its counted visitors, or not at all"),
            KeyShape("breaks", .list(.mapping(seriesBreak)), "数え方が変わった時点（growth が refuse なら、予測はそれより前を学習しない）",
                "from when a series counts something else; forecasts learn from then on only, unless growth is footnote"),
            KeyShape("closures", .list(.mapping(closure)), "休業（数値はゼロが正しい）", "when places were closed, so that zero is true"),
        ])

    private static let event = MappingShape(
        "event", BilingualText(ja: "一度きりの出来事", en: "Something that happened once"),
        keys: [
            KeyShape("id", .text, required: true, "名前（英小文字とハイフン）", "its identifier"),
            KeyShape("title", .bilingual, required: true, "表示名", "what people call it"),
            KeyShape("measure", .text, "現れる指標（省略時 すべて）", "the measure it shows in; all when left out"),
            KeyShape("places", .list(.text), "現れる場所（省略時 すべて）", "the places it shows in; all when left out"),
            KeyShape("from", .month, required: true, "最初の月", "the first month"),
            KeyShape("to", .month, "最後の月（省略時 from と同じ）", "the last month; the first when left out"),
            KeyShape("counted", .number, "その分の人数（一つの場所・一つの月・指標を指定したときだけ）", "how many it added; only with one place, one month and a measure"),
        ])

    private static let seriesBreak = MappingShape(
        "break", BilingualText(ja: "系列の断層", en: "A break in a series"),
        keys: [
            KeyShape("id", .text, required: true, "名前（英小文字とハイフン）", "its identifier"),
            KeyShape("title", .bilingual, required: true, "何があったか", "what happened"),
            KeyShape(
                "kind", .choice(SeriesBreak.Kind.allCases.map(\.rawValue)), required: true, "種類", "what changed"),
            KeyShape("measure", .text, "指標（省略時 すべて）", "the measure; all when left out"),
            KeyShape("places", .list(.text), "場所（省略時 すべて）", "the places; all when left out"),
            KeyShape("since", .month, required: true, "新しい数え方の最初の月", "the first month counted the new way"),
            KeyShape(
                "growth", .choice(SeriesBreak.Treatment.allCases.map(\.rawValue)), "またぐ増減率: refuse は出さない（省略時）、footnote は注記して出す",
                "growth across it: refuse (when left out) or footnote"),
        ])

    private static let closure = MappingShape(
        "closure", BilingualText(ja: "休業", en: "A closure"),
        keys: [
            KeyShape("places", .list(.text), required: true, "休業した場所", "the places that were closed, with all inside them"),
            KeyShape("from", .month, required: true, "最初の月", "the first month"),
            KeyShape("to", .month, "最後の月（続いていれば省略）", "the last month, if it has ended"),
            KeyShape("months", .list(.integer), "毎年休業する月（省略時 すべて）", "the months of the year it recurs in; all when left out"),
            KeyShape("partly", .boolean, "月の一部だけ休業（報告は必要）", "open for part of each month, so a report is still expected"),
            KeyShape("reason", .bilingual, required: true, "理由", "why"),
        ])
}

extension Diagnostic {
    fileprivate static func countedNeedsOnePlace(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "register.counted-needs-one-place", position: position,
            message: BilingualText(
                ja: "counted は、measure と一つの場所、一つの月を指定した出来事にだけ書けます。",
                en: "“counted” needs a measure, one place and one month: else nobody knows where to take it out."),
            remedy: BilingualText(ja: "月や場所ごとに分けて書いてください。", en: "Write one event for each place and month."))
    }
}
