import Diagnostics
public import Languages
public import VisitorModel

/// A destination as described: its places, markets, measures and who reports what.
public struct DestinationDefinition: Sendable, Hashable {
    /// What is counted, and in which unit.
    public struct Measure: Sendable, Hashable {
        /// The identifier.
        public var id: String
        /// What people call it.
        public var names: BilingualText
        /// The unit of its values.
        public var unit: StatisticalUnit
    }

    /// The identifier of the place the organisation answers for.
    public var name: String
    /// The destination's names.
    public var titles: BilingualText
    /// All places.
    public var places: PlaceTree
    /// The markets inbound visitors come from.
    public var markets: [Market]
    /// What is counted.
    public var measures: [Measure]
    /// Who reports what.
    public var expectedReports: [ExpectedReport]
    /// Which small counts stay inside when figures are published; `nil` when nothing is said.
    public var privacy: PrivacyRule?

    /// The measure with an identifier.
    public func measure(_ id: String) -> Measure? { measures.first { $0.id == id } }
}

extension DestinationDefinition {
    init?(_ node: DefinitionNode, reportingTo collector: DiagnosticCollector) {
        guard let name = node.text("destination"), let titles = node.bilingual("title") else { return nil }
        var places: [Place] = []
        var positions: [String: DefinitionNode] = [:]
        Self.collectPlaces(node["places"]?.members ?? [], parent: nil, into: &places, positions: &positions)
        let tree: PlaceTree
        do {
            tree = try PlaceTree(places)
        } catch {
            collector.report(.placeFault(error, at: positions, in: node))
            return nil
        }
        guard tree[name] != nil else {
            collector.report(
                .unknownName(
                    name, kind: BilingualText(ja: "場所", en: "place"), known: places.map(\.id),
                    at: node["destination"]?.position ?? node.position))
            return nil
        }
        self.name = name
        self.titles = titles
        self.places = tree
        markets = (node["markets"]?.members ?? []).compactMap { market in
            guard let id = market.text("id"), let names = market.bilingual("names") else { return nil }
            return Market(id: id, names: names, aliases: market.texts("aliases"))
        }
        measures = (node["measures"]?.members ?? []).compactMap { measure in
            guard let id = measure.text("id"), let names = measure.bilingual("names"),
                let unit: StatisticalUnit = measure.choice("unit")
            else { return nil }
            return Measure(id: id, names: names, unit: unit)
        }
        privacy = PrivacyRule(node["privacy"], measures: measures.map(\.id), reportingTo: collector)
        expectedReports = []
        for report in node["expected-reports"]?.members ?? [] {
            guard let measure = report.text("measure"), let from = report.month("from") else { continue }
            if self.measure(measure) == nil {
                collector.report(
                    .unknownName(
                        measure, kind: BilingualText(ja: "指標", en: "measure"), known: measures.map(\.id),
                        at: report["measure"]?.position ?? report.position))
            }
            for place in report["places"]?.members ?? [] {
                guard let id = place.text, tree[id] == nil else { continue }
                collector.report(
                    .unknownName(
                        id, kind: BilingualText(ja: "場所", en: "place"), known: places.map(\.id), at: place.position))
            }
            expectedReports.append(
                ExpectedReport(
                    measure: measure, places: report.texts("places"), from: from, to: report.month("to"),
                    every: report.choice("every") ?? .month,
                    season: RegisterNames.season(report, "months", reportingTo: collector),
                    dueDay: report.integer("due-day").map { min(max($0, 1), 31) }))
        }
    }

    private static func collectPlaces(
        _ nodes: [DefinitionNode], parent: String?, into places: inout [Place],
        positions: inout [String: DefinitionNode]
    ) {
        for node in nodes {
            guard let id = node.text("id"), let names = node.bilingual("names"),
                let kind: Place.Kind = node.choice("kind")
            else { continue }
            places.append(
                Place(
                    id: id, names: names, kind: kind, parent: parent, aliases: node.texts("aliases"),
                    code: node.text("code")))
            positions[id] = node
            collectPlaces(node["places"]?.members ?? [], parent: id, into: &places, positions: &positions)
        }
    }
}

extension MappingShape {
    /// The shape of the destination file.
    public static let destination = MappingShape(
        "destination",
        BilingualText(
            ja: "観光地の姿：場所の木、市場、指標、報告の予定。",
            en: "The destination: its tree of places, its markets, its measures, and who reports what."),
        keys: [
            KeyShape(
                "destination", .text, required: true, "自分たちの観光地にあたる場所の id",
                "the id of the place the organisation answers for"),
            KeyShape("title", .bilingual, required: true, "観光地の名前", "the destination's name"),
            KeyShape("places", .list(placeShape(depth: 6)), required: true, "場所の木", "the tree of places"),
            KeyShape(
                "markets",
                .list(
                    .mapping(
                        MappingShape(
                            "market", BilingualText(ja: "訪日客の国・地域", en: "A market inbound visitors come from"),
                            keys: [
                                KeyShape(
                                    "id", .text, required: true, "ISO 3166 の符号（TW など）か英単語",
                                    "the ISO 3166 code (TW), or a word such as other"),
                                KeyShape("names", .bilingual, required: true, "名前", "its names"),
                                KeyShape("aliases", .list(.text), "ほかの表記", "other spellings"),
                            ]))), "訪日客の国・地域", "the markets inbound visitors come from"),
            KeyShape(
                "measures",
                .list(
                    .mapping(
                        MappingShape(
                            "measure", BilingualText(ja: "数えるもの", en: "What is counted"),
                            keys: [
                                KeyShape("id", .text, required: true, "名前（英小文字とハイフン）", "its identifier"),
                                KeyShape("names", .bilingual, required: true, "表示名", "its names"),
                                KeyShape(
                                    "unit", .choice(StatisticalUnit.allCases.map(\.rawValue)), required: true, "単位",
                                    "its unit"),
                            ]))), required: true, "指標", "what is counted"),
            KeyShape(
                "privacy", .mapping(.privacy), "公表するときに伏せる少ない数の規則",
                "which small counts stay inside when figures are published"),
            KeyShape(
                "expected-reports",
                .list(
                    .mapping(
                        MappingShape(
                            "expected-report", BilingualText(ja: "定期的に届くはずの報告", en: "A report expected regularly"),
                            keys: [
                                KeyShape("measure", .text, required: true, "指標", "the measure"),
                                KeyShape("places", .list(.text), required: true, "報告する場所", "the places that report it"),
                                KeyShape("from", .month, required: true, "最初の月", "the first month expected"),
                                KeyShape("to", .month, "最後の月（続いていれば省略）", "the last month expected, if it has ended"),
                                KeyShape(
                                    "every", .choice(ExpectedReport.Frequency.allCases.map(\.rawValue)),
                                    "月ごと・四半期ごと・年ごと（省略時 month）", "how often it comes (month when left out)"),
                                KeyShape(
                                    "months", .list(.integer), "報告のある月（2月だけの行事なら [2]。省略時 すべて）",
                                    "the months of the year it is for: [2] for a festival in February; all when left out"
                                ),
                                KeyShape(
                                    "due-day", .integer, "翌月の何日までに届くか", "the day of the following month it is due by"),
                            ]))), "報告の予定", "who reports what, from when to when"),
        ])

    /// Places nest; the shape is written out to the depth trees have in practice.
    private static func placeShape(depth: Int) -> Shape {
        let inner: Shape = depth > 1 ? .list(placeShape(depth: depth - 1)) : .list(.free)
        return .mapping(
            MappingShape(
                "place", BilingualText(ja: "場所", en: "A place"),
                keys: [
                    KeyShape("id", .text, required: true, "名前（英小文字とハイフン）", "its identifier, lower case with hyphens"),
                    KeyShape("names", .bilingual, required: true, "表示名", "its names"),
                    KeyShape(
                        "kind", .choice(Place.Kind.allCases.map(\.rawValue)), required: true, "種類",
                        "what sort of place it is"),
                    KeyShape("code", .text, "公的な符号（市区町村コードなど）", "an official code, such as the municipality's"),
                    KeyShape("aliases", .list(.text), "ファイルに現れるほかの表記", "other spellings that files use"),
                    KeyShape("places", inner, "この中の場所", "the places inside it"),
                ]))
    }
}

extension Diagnostic {
    static func unknownName(
        _ name: String, kind: BilingualText, known: [String], at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            code: "definition.unknown-name", position: position, value: name,
            message: BilingualText(ja: "\(kind.ja)「\(name)」は定義されていません。", en: "There is no \(kind.en) “\(name)”."),
            remedy: .didYouMean(name, among: known)
                ?? BilingualText(ja: "先に定義するか、綴りを確認してください。", en: "Define it first, or check its spelling."))
    }

    fileprivate static func placeFault(
        _ fault: PlaceTree.Fault, at positions: [String: DefinitionNode], in node: DefinitionNode
    ) -> Diagnostic {
        switch fault {
        case .duplicateID(let id):
            Diagnostic(
                code: "destination.duplicate-place", position: positions[id]?.position ?? node.position, value: id,
                message: BilingualText(ja: "場所「\(id)」が二度書かれています。", en: "The place “\(id)” is described twice."))
        case .unknownParent(let place, let parent):
            Diagnostic(
                code: "destination.unknown-parent", position: positions[place]?.position ?? node.position,
                value: parent,
                message: BilingualText(ja: "親の場所「\(parent)」がありません。", en: "There is no parent place “\(parent)”."))
        case .cycle(let path):
            Diagnostic(
                code: "destination.cycle", position: node.position, value: path.joined(separator: " > "),
                message: BilingualText(ja: "場所が自分自身の中に入っています。", en: "A place lies inside itself."))
        }
    }
}
