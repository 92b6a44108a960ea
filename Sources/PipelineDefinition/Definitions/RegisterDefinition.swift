import Diagnostics
import Languages
import VisitorModel

extension MetricDefinition {
    /// Makes a definition from a node that fits its shape; names nobody defined and faulty cuts are reported.
    init?(
        _ node: DefinitionNode, in destination: DestinationDefinition, parameters: [String]?,
        reportingTo collector: DiagnosticCollector
    ) {
        guard let name = node.text("name"), let version = node.integer("version"), let titles = node.bilingual("title"),
            let formula = node.bilingual("formula"), let measure = node.text("measure"),
            let unit: StatisticalUnit = node.choice("unit"), let whole = node.text("whole"),
            let source = node.bilingual("source")
        else { return nil }
        let derivation = MetricDerivation(node, declared: parameters, reportingTo: collector)
        if let known = destination.measure(measure) {
            let expected = derivation.unit(of: known.unit)
            if expected != unit {
                collector.report(.unitOfMeasure(unit, known: expected, at: node["unit"]?.position ?? node.position))
            }
        } else {
            collector.report(
                .unknownName(
                    measure, kind: BilingualText(ja: "指標", en: "measure"), known: destination.measures.map(\.id),
                    at: node["measure"]?.position ?? node.position))
        }
        let markets = node.text("markets") == "all" ? destination.markets.map(\.id) : node.texts("markets")
        for market in markets where !destination.markets.contains(where: { $0.id == market }) {
            collector.report(
                .unknownName(
                    market, kind: BilingualText(ja: "市場", en: "market"), known: destination.markets.map(\.id),
                    at: node.position(of: market, under: ["markets"]) ?? node.position))
        }
        let named = [whole] + node.texts("places") + node.texts("excluding")
        let unknown = named.filter { destination.places[$0] == nil }
        for place in unknown {
            collector.report(
                .cutFault(
                    .unknownPlace(place), at: node.position(of: place, under: Self.placeKeys) ?? node.position,
                    in: destination.places))
        }
        guard unknown.isEmpty else { return nil }
        let cut: Cut
        do {
            cut = try Cut(
                of: whole, members: node["places"] == nil ? [whole] : node.texts("places"),
                excluding: node.texts("excluding"), in: destination.places)
        } catch {
            let position =
                error.place.flatMap { node.position(of: $0, under: Self.placeKeys.reversed()) }
                ?? node["places"]?.position
            collector.report(.cutFault(error, at: position ?? node.position, in: destination.places))
            return nil
        }
        self.init(
            name: name, version: version, titles: titles, formula: formula, measure: measure, unit: unit, cut: cut,
            segment: Segment(origin: node.choice("origin") ?? .all, stay: node.choice("stay") ?? .all),
            markets: markets, basis: node.choice("basis") ?? .calendarYear, vintages: node.texts("vintages"),
            isCrossCheck: node.boolean("cross-check") ?? false, source: source, derivation: derivation,
            designation: DesignationThresholds(node))
        driftRule = DriftRule(node["drift-check"])
        change = DefinitionChange(node["changed"])
        if let name = node.text("day-weights") {
            if let parameters, !parameters.contains(name) {
                collector.report(
                    .unknownName(
                        name, kind: BilingualText(ja: "パラメーター", en: "parameter"), known: parameters,
                        at: node["day-weights"]?.position ?? node.position))
            }
            dayWeights = name
        }
    }

    private static let placeKeys = ["whole", "places", "excluding"]

    /// The identifier a node gives a definition, even when the rest of the node is faulty.
    static func declaredID(_ node: DefinitionNode) -> String? {
        guard let name = node.text("name"), let version = node.text("version") else { return nil }
        return "\(name)@\(version)"
    }
}

extension DefinitionNode {
    /// Where a name stands under the first of some keys that holds it; the last mention, so that of two that clash
    /// the later one is shown.
    fileprivate func position(of name: String, under keys: [String]) -> SourcePosition? {
        for key in keys {
            guard let node = self[key] else { continue }
            if node.text == name { return node.position }
            if let member = node.members?.last(where: { $0.text == name }) { return member.position }
        }
        return nil
    }
}

extension Cut.Fault {
    /// The place the fault is about, when it is about one.
    fileprivate var place: String? {
        switch self {
        case .unknownPlace(let place), .outside(let place, _), .countedTwice(let place, _),
            .excludedYetCounted(let place, _):
            place
        case .leftOut: nil
        }
    }
}

extension TargetDefinition {
    /// Makes a goal from a node that fits its shape; a metric that is not among the declared ones is reported,
    /// unless not all are known.
    init?(_ node: DefinitionNode, declared: [String]?, reportingTo collector: DiagnosticCollector) {
        guard let id = node.text("id"), let titles = node.bilingual("title"), let definition = node.text("definition"),
            let baseline = node["baseline"], let baselineValue = baseline.decimal("value"),
            let baselineYear = baseline.integer("year"), let target = node["target"],
            let targetValue = target.decimal("value"), let targetYear = target.integer("year"),
            let source = node.bilingual("source")
        else { return nil }
        if let declared, !declared.contains(definition) {
            collector.report(
                .unknownName(
                    definition, kind: BilingualText(ja: "定義", en: "definition"), known: declared,
                    at: node["definition"]?.position ?? node.position))
        }
        if targetYear <= baselineYear {
            collector.report(
                Diagnostic(
                    code: "kpi.target-before-baseline", position: target["year"]?.position ?? target.position,
                    value: String(targetYear),
                    message: BilingualText(
                        ja: "目標年は基準年より後でなければなりません。", en: "The target's year must come after the baseline's.")))
        }
        self.init(
            id: id, titles: titles, definition: definition,
            baseline: ObservedValue(
                baselineValue, status: .final, roundingHalfWidth: (baseline.integer("rounded-to") ?? 0) / 2),
            baselineYear: baselineYear, target: targetValue, targetYear: targetYear, source: source)
    }
}

extension MappingShape {
    /// The shape of the definition register.
    public static let definitions = MappingShape(
        "definitions", BilingualText(ja: "指標の定義の一覧。", en: "The register of metric definitions."),
        keys: [
            KeyShape("definitions", .list(.mapping(definition)), required: true, "定義", "the definitions"),
            KeyShape(
                "parameters", .list(.mapping(.parameter)), "計算に使う調査の表や年ごとの値",
                "surveys and yearly numbers that formulas need"),
        ])

    static let definition = MappingShape(
        "definition", BilingualText(ja: "指標の定義", en: "What a figure means"),
        keys: [
            KeyShape("name", .text, required: true, "名前（英小文字とハイフン）", "its name, lower case with hyphens"),
            KeyShape("version", .integer, required: true, "版（変更したら 1 増やす）", "its version; a change makes a new one"),
            KeyShape(
                "changed", .mapping(.definitionChange), "前の版からの変更（二つ目の版から必須）",
                "what changed since the version before (needed from the second on)"),
            KeyShape("title", .bilingual, required: true, "表示名", "what people call it"),
            KeyShape("formula", .bilingual, required: true, "計算の言葉による説明", "how it is computed, in words"),
            KeyShape("measure", .text, required: true, "足し上げる指標", "the measure that is added up"),
            KeyShape("unit", .choice(StatisticalUnit.allCases.map(\.rawValue)), required: true, "単位", "its unit"),
            KeyShape("whole", .text, required: true, "対象の場所", "the place it is about"),
            KeyShape(
                "places", .list(.text), "足し上げる場所（対象をちょうど一度ずつ覆う）",
                "the places added up; they must cover the whole exactly once"),
            KeyShape("excluding", .list(.text), "わざと除く場所", "places left out on purpose"),
            KeyShape(
                "markets", .either([.list(.text), .choice(["all"])]), "足し上げる国・地域（all で全部）",
                "the markets added up, or all"),
            KeyShape("origin", .choice(Segment.Origin.allCases.map(\.rawValue)), "居住地区分", "which visitors, by origin"),
            KeyShape("stay", .choice(Segment.Stay.allCases.map(\.rawValue)), "宿泊・日帰り", "which visitors, by stay"),
            KeyShape(
                "basis", .choice(["calendar-year", "fiscal-year"]), "暦年か年度か（省略時 暦年）",
                "calendar or fiscal year (calendar when left out)"),
            KeyShape("vintages", .list(.text), "版の優先順", "vintages in order of preference"),
            KeyShape(
                "cross-check", .boolean, "照合にだけ使い、KPI には含めない",
                "only set beside others to check them, never part of a KPI"),
            KeyShape(
                "without-residents", .text, "市民を除く（調査のパラメーター名）", "residents left out, by a survey among the parameters"),
            KeyShape(
                "real-trips", .text, "実人数にする（調査のパラメーター名）。単位は person-trips",
                "real person-trips, by a survey among the parameters; the unit is person-trips"),
            KeyShape(
                "with-commuters", .mapping(.commuters), "通勤通学を含む交流人口にする。単位は persons",
                "with commuters, by yearly parameters; the unit is persons"),
            KeyShape(
                "share-of", .text, "別の定義（名前@版）に対する割合にする。単位は per-mille",
                "a share per thousand of another definition, name@version; the unit is per-mille"),
            KeyShape(
                "designation", .mapping(.designation), "前年の入込客数による観光地点の基準",
                "from which counts of the year before on a place counts"),
            KeyShape(
                "drift-check", .mapping(.driftCheck), "自分の指標との比率を見張る（警報の基準）",
                "the ratio to one's own series is watched, by this rule"),
            KeyShape(
                "day-weights", .text, "曜日・祝日の重み（パラメーター名）。前年比較で並びの影響を分ける",
                "weights of days, by parameter: growth is told apart from the calendar's part"),
            KeyShape("source", .bilingual, required: true, "定義の出所", "where the definition comes from"),
        ])

    /// The shape of the file of targets.
    public static let targets = MappingShape(
        "kpis", BilingualText(ja: "目標（KPI）の一覧。", en: "The goals: key performance indicators with baseline and target."),
        keys: [
            KeyShape("targets", .list(.mapping(target)), required: true, "目標", "the goals"),
            KeyShape("strategy", .mapping(.strategy), "総合戦略の指標", "the strategy's tree of indicators"),
            KeyShape("national-form", .mapping(.nationalForm), "国の様式の指標", "the national DMO form"),
            KeyShape("traffic-light", .mapping(.trafficLight), "判定の基準", "the rule of the lights"),
        ])

    static let target = MappingShape(
        "target", BilingualText(ja: "目標", en: "A goal for a metric"),
        keys: [
            KeyShape("id", .text, required: true, "名前（英小文字とハイフン）", "its identifier"),
            KeyShape("title", .bilingual, required: true, "表示名", "what people call it"),
            KeyShape("definition", .text, required: true, "指標（名前@版）", "the metric, name@version"),
            KeyShape(
                "baseline",
                .mapping(
                    MappingShape(
                        "baseline", BilingualText(ja: "基準値", en: "Where the plan starts"),
                        keys: [
                            KeyShape("value", .number, required: true, "値", "its value"),
                            KeyShape("year", .integer, required: true, "西暦の年", "its year, common era"),
                            KeyShape(
                                "rounded-to", .integer, "公表時の丸めの単位（1万人なら 10000）",
                                "what it was rounded to when published (10000 for 万人)"),
                        ])), required: true, "基準値", "where the plan starts"),
            KeyShape(
                "target",
                .mapping(
                    MappingShape(
                        "target value", BilingualText(ja: "目標値", en: "What is to be reached"),
                        keys: [
                            KeyShape("value", .number, required: true, "値", "its value"),
                            KeyShape("year", .integer, required: true, "西暦の年", "its year, common era"),
                        ])), required: true, "目標値", "what is to be reached"),
            KeyShape("source", .bilingual, required: true, "目標の出所", "the plan that sets it"),
        ])
}

extension Diagnostic {
    fileprivate static func unitOfMeasure(
        _ unit: StatisticalUnit, known: StatisticalUnit, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            code: "definition.unit-differs", position: position, value: unit.rawValue,
            message: BilingualText(
                ja: "指標の単位は \(known.rawValue) です。違う単位のものは足せません。",
                en: "The measure is in \(known.rawValue); other units cannot be added to it."))
    }

    fileprivate static func cutFault(_ fault: Cut.Fault, at position: SourcePosition, in tree: PlaceTree) -> Diagnostic
    {
        func named(_ id: String) -> BilingualText {
            let names = tree[id]?.names ?? BilingualText(verbatim: id)
            return BilingualText(ja: "\(names.ja)（\(id)）", en: "\(names.en) (\(id))")
        }
        switch fault {
        case .unknownPlace(let id):
            return .unknownName(
                id, kind: BilingualText(ja: "場所", en: "place"), known: tree.places.map(\.id), at: position)
        case .outside(let place, let whole):
            return Diagnostic(
                code: "definition.place-outside", position: position, value: place,
                message: BilingualText(
                    ja: "\(named(place).ja)は\(named(whole).ja)の中にありません。",
                    en: "\(named(place).en) does not lie in \(named(whole).en)."))
        case .countedTwice(let place, let other):
            return Diagnostic(
                code: "definition.counted-twice", position: position, value: place,
                message: BilingualText(
                    ja: "\(named(place).ja)は\(named(other).ja)に含まれるため、二重に数えられます。",
                    en: "\(named(place).en) is part of \(named(other).en) and would be counted twice."),
                remedy: BilingualText(ja: "どちらか一方だけを書いてください。", en: "Keep only one of the two."))
        case .excludedYetCounted(let place, let other):
            return Diagnostic(
                code: "definition.excluded-yet-counted", position: position, value: place,
                message: place == other
                    ? BilingualText(
                        ja: "\(named(place).ja)が places と excluding の両方にあります。",
                        en: "\(named(place).en) stands both in places and in excluding.")
                    : BilingualText(
                        ja: "places と excluding が重なっています。\(named(place).ja)は\(named(other).ja)に含まれます。",
                        en: "places and excluding overlap: \(named(place).en) is part of \(named(other).en)."),
                remedy: BilingualText(
                    ja: "除く場所を含まない、より小さな場所を places に書いてください。",
                    en: "Name smaller places in places, ones that do not hold what is excluded."))
        case .leftOut(let places):
            let list = BilingualText.list(places.map(named))
            return Diagnostic(
                code: "definition.left-out", position: position, value: places.joined(separator: ", "),
                message: BilingualText(
                    ja: "足し上げから漏れている場所があります: \(list.ja)。", en: "These places are left out of the sum: \(list.en)."),
                remedy: BilingualText(
                    ja: "places に加えるか、わざと除くなら excluding に書いてください。",
                    en: "Add them to places, or to excluding if they are left out on purpose."))
        }
    }
}
