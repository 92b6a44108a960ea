public import Diagnostics
public import Languages
public import VisitorModel

/// An assumption about months to come: a new charter flight, a closed cave, a festival.
public struct ScenarioDefinition: Sendable, Hashable {
    /// What a change is about.
    public enum Part: Sendable, Hashable {
        /// Everything the goal counts.
        case whole
        /// One place, with all inside it.
        case place(String)
        /// One market.
        case market(String)
    }

    /// What a change does in each of its months.
    public enum Effect: Sendable, Hashable {
        /// So many visitors more, or fewer.
        case add(Int)
        /// So many times what would have come.
        case multiply(ExactDecimal)
        /// Nobody comes.
        case closed
    }

    /// One change.
    public struct Change: Sendable, Hashable {
        /// What it is about.
        public var part: Part
        /// The first month.
        public var from: Month
        /// The last month.
        public var through: Month
        /// What it does.
        public var effect: Effect
        /// Why it is assumed.
        public var reason: BilingualText
        /// Where it is written.
        public var position: SourcePosition

        /// Makes a change.
        public init(
            _ part: Part, from: Month, through: Month, _ effect: Effect, reason: BilingualText,
            at position: SourcePosition
        ) {
            self.part = part
            self.from = from
            self.through = through
            self.effect = effect
            self.reason = reason
            self.position = position
        }
    }

    /// The identifier.
    public var id: String
    /// What people call it.
    public var titles: BilingualText
    /// The changes, in the order written.
    public var changes: [Change]

    /// Makes a scenario.
    public init(id: String, titles: BilingualText, changes: [Change]) {
        self.id = id
        self.titles = titles
        self.changes = changes
    }

    /// Reads a scenario file.
    ///
    /// - Parameters:
    ///   - text: The whole text.
    ///   - displayName: The file's name as messages show it.
    ///   - destination: Whose places and markets it may name.
    /// - Throws: `DiagnosticsError` with every problem found, each with its line and column.
    public init(text: String, displayName: String, in destination: DestinationDefinition) throws(DiagnosticsError) {
        let node = try DefinitionParser(file: displayName).parse(text)
        let collector = DiagnosticCollector()
        ShapeChecker(collector: collector).check(node, against: .mapping(.scenario))
        let scenario = ScenarioDefinition(node, in: destination, reportingTo: collector)
        guard let scenario, !collector.hasErrors else { throw DiagnosticsError(collector.diagnosticsByPosition) }
        self = scenario
    }

    /// Makes a scenario from a node whose form was checked; names nobody defined and contradictions are reported.
    init?(_ node: DefinitionNode, in destination: DestinationDefinition, reportingTo collector: DiagnosticCollector) {
        guard let id = node.text("scenario"), let titles = node.bilingual("title") else { return nil }
        let reader = ChangeReader(destination: destination, collector: collector)
        let changes = (node["changes"]?.members ?? []).compactMap { reader.change($0) }
        if node["changes"]?.members?.isEmpty == true {
            collector.report(.noChange(at: node["changes"]?.position ?? node.position))
        }
        reader.checkClosedPlaces(changes)
        self.init(id: id, titles: titles, changes: changes)
    }
}

/// Reads the changes of a scenario.
private struct ChangeReader {
    let destination: DestinationDefinition
    let collector: DiagnosticCollector

    func change(_ node: DefinitionNode) -> ScenarioDefinition.Change? {
        guard node.entries != nil else { return nil }
        let part = part(node)
        let effect = effect(node)
        guard let from = node.month("from") else { return nil }
        let through = node.month("through") ?? from
        if through < from {
            collector.report(.endsBeforeItBegins(through, at: node["through"]?.position ?? node.position))
        }
        guard let part, let effect, let reason = node.bilingual("reason"), from <= through else { return nil }
        return ScenarioDefinition.Change(
            part, from: from, through: through, effect, reason: reason, at: node.position)
    }

    private func part(_ node: DefinitionNode) -> ScenarioDefinition.Part? {
        let named = ["place", "market", "whole"].filter { node[$0] != nil && node.boolean($0) != false }
        guard named.count == 1 else {
            collector.report(.needsOne(of: "place, market, whole: true", found: named, at: node.position))
            return nil
        }
        if let place = node.text("place") {
            if destination.places[place] != nil { return .place(place) }
            collector.report(
                .unknownName(
                    place, kind: BilingualText(ja: "場所", en: "place"), known: destination.places.places.map(\.id),
                    at: node["place"]?.position ?? node.position))
            return nil
        }
        if let market = node.text("market") {
            if destination.markets.contains(where: { $0.id == market }) { return .market(market) }
            collector.report(
                .unknownName(
                    market, kind: BilingualText(ja: "市場", en: "market"), known: destination.markets.map(\.id),
                    at: node["market"]?.position ?? node.position))
            return nil
        }
        return .whole
    }

    private func effect(_ node: DefinitionNode) -> ScenarioDefinition.Effect? {
        let named = ["add", "multiply", "closed"].filter { node[$0] != nil && node.boolean($0) != false }
        guard named.count == 1 else {
            collector.report(.needsOne(of: "add, multiply, closed: true", found: named, at: node.position))
            return nil
        }
        if let addition = node.integer("add") { return .add(addition) }
        if let factor = node.decimal("multiply") {
            guard !factor.isNegative else {
                collector.report(
                    .wrongForm(
                        at: node["multiply"]?.position ?? node.position, value: factor.description,
                        expected: BilingualText(
                            ja: "0 以上の倍率（0.8 なら2割減）", en: "a factor of 0 or more (0.8 is a fifth less)")))
                return nil
            }
            return .multiply(factor)
        }
        return node.boolean("closed") == true ? .closed : nil
    }

    /// Nobody can come to a closed place, whatever is added or multiplied there.
    func checkClosedPlaces(_ changes: [ScenarioDefinition.Change]) {
        let closures = changes.filter { $0.effect == .closed }
        for change in changes where change.effect != .closed {
            let isClosed = closures.contains { closure in
                guard closure.from <= change.through, change.from <= closure.through else { return false }
                switch (closure.part, change.part) {
                case (.whole, _): return true
                case (.place(let outer), .place(let inner)): return destination.places.contains(inner, within: outer)
                case (.market(let closed), .market(let changed)): return closed == changed
                default: return false
                }
            }
            if isClosed { collector.report(.closedAndChanged(at: change.position)) }
        }
    }
}

extension MappingShape {
    /// The shape of a scenario.
    static let scenario = MappingShape(
        "scenario",
        BilingualText(
            ja:
                "これからの月についての仮定。`dmo progress --what-if FILE` が、仮定のある場合とない場合の年末の見通しと確率を示します。仮定そのものは確かなものとして扱います。場所や市場の倍率と休業は、その月の予測に占める割合に掛けます。",
            en:
                "An assumption about months to come. `dmo progress --what-if FILE` shows the end of the year and the chance with and without it. The assumption itself is taken as certain. A factor or closure of a place or market acts on its share of the month's forecast."
        ),
        keys: [
            KeyShape("scenario", .text, required: true, "名前（英小文字とハイフン）", "its identifier"),
            KeyShape("title", .bilingual, required: true, "表示名", "what people call it"),
            KeyShape("changes", .list(.mapping(change)), required: true, "仮定する変化", "what is assumed to change"),
        ])

    private static let change = MappingShape(
        "change", BilingualText(ja: "一つの変化", en: "One change"),
        keys: [
            KeyShape(
                "place", .text, "場所（place、market、whole のどれか一つ）", "the place it is about; one of place, market and whole"
            ),
            KeyShape("market", .text, "市場", "the market it is about"),
            KeyShape("whole", .boolean, "全体（true）", "true when it is about everything the goal counts"),
            KeyShape("from", .month, required: true, "最初の月", "the first month"),
            KeyShape("through", .month, "最後の月（省略時 from と同じ）", "the last month; the first when left out"),
            KeyShape(
                "add", .integer, "毎月増える人数（減るなら負。add、multiply、closed のどれか一つ）",
                "how many more each month, below zero for fewer; one of add, multiply and closed"),
            KeyShape("multiply", .number, "倍率（0.8 なら2割減）", "a factor: 0.8 is a fifth less"),
            KeyShape("closed", .boolean, "休業（true）", "true when it is closed"),
            KeyShape("reason", .bilingual, required: true, "仮定の理由", "why it is assumed"),
        ])
}

extension Diagnostic {
    fileprivate static func needsOne(of names: String, found: [String], at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "scenario.needs-one", position: position, value: found.isEmpty ? nil : found.joined(separator: ", "),
            message: BilingualText(
                ja: "\(names) のうち、ちょうど一つを書きます。", en: "Exactly one of \(names) must be written."),
            remedy: BilingualText(ja: "変化を分けて書いてください。", en: "Write one change for each."))
    }

    fileprivate static func endsBeforeItBegins(_ month: Month, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "scenario.ends-before-it-begins", position: position, value: month.id,
            message: BilingualText(ja: "終わりの月が始まりの月より前です。", en: "The last month lies before the first."))
    }

    fileprivate static func closedAndChanged(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "scenario.closed-and-changed", position: position,
            message: BilingualText(
                ja: "同じ月に休業と仮定した場所や市場に、別の変化があります。",
                en: "Another change says that the same place or market is closed in one of these months."),
            remedy: BilingualText(ja: "月が重ならないようにしてください。", en: "Let their months not overlap."))
    }

    fileprivate static func noChange(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "scenario.no-change", position: position,
            message: BilingualText(ja: "変化が一つもありません。", en: "Nothing is assumed to change."),
            remedy: BilingualText(
                ja: "changes に少なくとも一つ書いてください。", en: "Write at least one change under changes."))
    }
}
