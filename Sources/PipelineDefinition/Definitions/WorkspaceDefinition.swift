public import Diagnostics
import Languages
public import VisitorModel

/// Everything a workspace declares: destination, definitions, goals, profiles and pipelines.
public struct WorkspaceDefinition: Sendable, Hashable {
    /// One definition file: its name as messages show it, and its text.
    public struct File: Sendable, Hashable {
        /// The path relative to the workspace's `Pipelines` folder: `profiles/gates.yaml`.
        public var path: String
        /// The name as messages show it.
        public var displayName: String
        /// The whole text.
        public var text: String

        /// Makes a file.
        public init(path: String, displayName: String, text: String) {
            self.path = path
            self.displayName = displayName
            self.text = text
        }
    }

    /// The destination.
    public let destination: DestinationDefinition
    /// The metric definitions, in the order of the register.
    public let definitions: [MetricDefinition]
    /// The goals.
    public let targets: [TargetDefinition]
    /// What formulas need beside counts.
    public let parameters: [ParameterDefinition]
    /// The indicators of the strategy and of the national form.
    public let indicators: IndicatorCatalogue
    /// The profiles by name.
    public let profiles: [String: ProfileDefinition]
    /// The text each profile and pipeline was read from, so that a mended one can be told from the one before.
    public let sourceTexts: [String: String]
    /// The text of the destination file: its names decide how labels are read.
    public let destinationText: String
    /// Events, breaks and closures.
    public let changes: KnownChanges
    /// The scenarios kept beside the definitions.
    public let scenarios: [ScenarioDefinition]
    /// The pipelines, ordered by name.
    public let pipelines: [DeclaredPipeline]

    /// The definition with a name, with or without its version; without, the highest version.
    public func definition(_ name: String) -> MetricDefinition? {
        definitions.first { $0.id == name } ?? definitions.filter { $0.name == name }.max { $0.version < $1.version }
    }

    /// Reads all files of a workspace's `Pipelines` folder.
    ///
    /// - Parameter files: The `.yaml` files, in any order.
    /// - Throws: `DiagnosticsError` with every problem found in any of them.
    public init(files: [File]) throws(DiagnosticsError) {
        let collector = DiagnosticCollector()
        var nodes: [(file: File, node: DefinitionNode)] = []
        for file in files.sorted(by: { $0.path < $1.path }) {
            do throws(DiagnosticsError) {
                nodes.append((file, try DefinitionParser(file: file.displayName).parse(file.text)))
            } catch {
                for diagnostic in error.diagnostics { collector.report(diagnostic) }
            }
        }
        let checker = ShapeChecker(collector: collector)
        let byKind = Dictionary(grouping: nodes) { DefinitionKind(of: $0.node) }
        for (file, node) in byKind[nil] ?? [] { collector.report(.unknownKind(file.displayName, node)) }
        for kind in DefinitionKind.allCases {
            for (_, node) in byKind[kind] ?? [] { checker.check(node, against: .mapping(kind.shape)) }
        }
        // A file that cannot be read may hold the very name another file asks for: then nobody is told it is missing.
        let isWhole = nodes.count == files.count && byKind[nil] == nil
        guard
            let destination = Self.destination(
                byKind[.destination] ?? [], isWhole: isWhole, checker: checker, reportingTo: collector)
        else {
            throw DiagnosticsError(collector.diagnosticsByPosition)
        }
        let parameterNodes = (byKind[.definitions] ?? []).flatMap { $0.node["parameters"]?.members ?? [] }
        parameters = parameterNodes.compactMap { ParameterDefinition($0, reportingTo: collector) }
        Self.checkRepeatedIDs(under: "parameters", in: (byKind[.definitions] ?? []).map(\.node), reportingTo: collector)
        let declaredParameters = isWhole ? parameterNodes.compactMap { $0.text("id") } : nil
        var definitions: [MetricDefinition] = []
        for (_, file) in byKind[.definitions] ?? [] {
            for node in file["definitions"]?.members ?? [] {
                guard
                    let definition = MetricDefinition(
                        node, in: destination, parameters: declaredParameters, reportingTo: collector)
                else { continue }
                if definitions.contains(where: { $0.id == definition.id }) {
                    collector.report(.defined(definition.id, twiceAt: node.position))
                } else {
                    definitions.append(definition)
                }
            }
        }
        Self.checkRepeatedIDs(
            under: "markets", in: (byKind[.destination] ?? []).prefix(1).map(\.node), reportingTo: collector)
        Self.checkRepeatedIDs(
            under: "measures", in: (byKind[.destination] ?? []).prefix(1).map(\.node), reportingTo: collector)
        Self.checkRepeatedIDs(under: "targets", in: (byKind[.targets] ?? []).map(\.node), reportingTo: collector)
        let declared = (byKind[.definitions] ?? []).flatMap { $0.node["definitions"]?.members ?? [] }
            .compactMap { MetricDefinition.declaredID($0) }
        let definitionNodes = (byKind[.definitions] ?? []).flatMap { $0.node["definitions"]?.members ?? [] }
        Self.checkShares(
            in: definitionNodes, declared: isWhole ? declared : nil, definitions: definitions, reportingTo: collector)
        Self.checkVersions(in: definitionNodes, definitions: definitions, reportingTo: collector)
        targets = (byKind[.targets] ?? []).flatMap { $0.node["targets"]?.members ?? [] }.compactMap {
            TargetDefinition($0, declared: isWhole ? declared : nil, reportingTo: collector)
        }
        indicators = IndicatorCatalogue(
            (byKind[.targets] ?? []).map(\.node), declared: isWhole ? declared : nil, goals: targets,
            reportingTo: collector)
        var profiles: [String: ProfileDefinition] = [:]
        var sourceTexts: [String: String] = [:]
        for (file, node) in byKind[.profile] ?? [] {
            guard let profile = ProfileDefinition(node, reportingTo: collector) else { continue }
            sourceTexts["profile:" + profile.name] = file.text
            if profiles.updateValue(profile, forKey: profile.name) != nil {
                collector.report(.defined(profile.name, twiceAt: node.position))
            }
        }
        var pipelines: [DeclaredPipeline] = []
        for (file, node) in byKind[.pipeline] ?? [] {
            if let output = node["output"], (output["ledger"] == nil) == (output["survey"] == nil) {
                collector.report(.oneOutput(at: output.position))
            }
            guard let pipeline = DeclaredPipeline(node) else { continue }
            sourceTexts["pipeline:" + pipeline.name] = file.text
            if pipelines.contains(where: { $0.name == pipeline.name }) {
                collector.report(.defined(pipeline.name, twiceAt: node.position))
            }
            pipelines.append(pipeline)
        }
        self.destination = destination
        destinationText = byKind[.destination]?.first?.file.text ?? ""
        self.definitions = definitions
        var changes = KnownChanges()
        for (_, node) in byKind[.register] ?? [] { changes.add(node, in: destination, reportingTo: collector) }
        self.changes = changes
        var scenarios: [ScenarioDefinition] = []
        for (_, node) in byKind[.scenario] ?? [] {
            guard let scenario = ScenarioDefinition(node, in: destination, reportingTo: collector) else { continue }
            if scenarios.contains(where: { $0.id == scenario.id }) {
                collector.report(.defined(scenario.id, twiceAt: node.position))
            }
            scenarios.append(scenario)
        }
        self.scenarios = scenarios
        self.profiles = profiles
        self.sourceTexts = sourceTexts
        self.pipelines = pipelines.sorted { $0.name < $1.name }
        let declaredProfiles = (byKind[.profile] ?? []).compactMap { $0.node.text("profile") }
        checkReferences(declaredProfiles: isWhole ? Set(declaredProfiles) : nil, reportingTo: collector)
        if collector.hasErrors { throw DiagnosticsError(collector.diagnosticsByPosition) }
    }

    private static func destination(
        _ files: [(file: File, node: DefinitionNode)], isWhole: Bool, checker: ShapeChecker,
        reportingTo collector: DiagnosticCollector
    ) -> DestinationDefinition? {
        guard let first = files.first else {
            if isWhole { collector.report(.noDestination) }
            return nil
        }
        for extra in files.dropFirst() { collector.report(.defined("destination", twiceAt: extra.node.position)) }
        // A place or measure refused for its form would be reported again wherever it is named.
        guard checker.fits(first.node, .mapping(.destination)) else { return nil }
        return DestinationDefinition(first.node, reportingTo: collector)
    }
}

extension DiagnosticCollector {
    /// Everything reported, file by file and from top to bottom, so that two runs say the same.
    var diagnosticsByPosition: [Diagnostic] {
        func key(_ diagnostic: Diagnostic) -> (String, Int, Int) {
            let position = diagnostic.position
            return (position?.file ?? "", position?.line ?? 0, position?.column ?? 0)
        }
        return diagnostics.enumerated().sorted { left, right in
            let (leftKey, rightKey) = (key(left.element), key(right.element))
            return leftKey == rightKey ? left.offset < right.offset : leftKey < rightKey
        }.map(\.element)
    }
}

/// The kinds of definition file, told apart by their first word.
public enum DefinitionKind: String, Sendable, Hashable, CaseIterable {
    case destination
    case definitions
    case targets
    case profile
    case pipeline
    case register
    case scenario

    /// The keys its files may have.
    public var shape: MappingShape {
        switch self {
        case .destination: .destination
        case .definitions: .definitions
        case .targets: .targets
        case .profile: .profile
        case .pipeline: .pipeline
        case .register: .changes
        case .scenario: .scenario
        }
    }

    init?(of node: DefinitionNode) {
        // `profile` also stands inside a pipeline's source, never at its top, so the top keys tell the kinds apart.
        guard let kind = Self.allCases.first(where: { node[$0.rawValue] != nil }) else { return nil }
        self = kind
    }
}

extension Diagnostic {
    fileprivate static func unknownKind(_ file: String, _ node: DefinitionNode) -> Diagnostic {
        let kinds = DefinitionKind.allCases.map(\.rawValue)
        let keys = node.entries?.map(\.key) ?? []
        let near = keys.compactMap { BilingualText.didYouMean($0, among: kinds) }.first
        return Diagnostic(
            code: "definition.unknown-kind", position: node.position, value: keys.first,
            message: BilingualText(
                ja: "何の定義か分かりません。最上位に \(kinds.joined(separator: "、")) のどれかが要ります。",
                en: "It is not said what this defines: one of \(kinds.joined(separator: ", ")) must stand at the top."),
            remedy: near)
    }

    static func defined(_ name: String, twiceAt position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "definition.defined-twice", position: position, value: name,
            message: BilingualText(ja: "「\(name)」が二度定義されています。", en: "“\(name)” is defined twice."))
    }

    fileprivate static func oneOutput(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "pipeline.one-output", position: position,
            message: BilingualText(
                ja: "output には ledger か survey のどちらか一つを書きます。", en: "An output is either ledger or survey, one of them.")
        )
    }

    fileprivate static let noDestination = Diagnostic(
        code: "workspace.no-destination",
        message: BilingualText(
            ja: "destination.yaml がありません。", en: "There is no destination.yaml."),
        remedy: BilingualText(
            ja: "Pipelines フォルダーのある場所で実行するか、--workspace で指定してください。",
            en: "Run where the Pipelines folder is, or name it with --workspace."))
}
