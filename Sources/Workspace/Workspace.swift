import ByteStreams
public import Diagnostics
import FoundationEssentials
import Languages
public import PipelineDefinition
public import PipelineRuntime
public import VisitorLedger
public import VisitorMetrics

/// One destination's workspace: everything a face, a terminal or a page, needs of it.
public struct Workspace: Sendable {
    /// The folder.
    public private(set) var folder: WorkspaceFolder
    /// What the workspace declares.
    public let definition: WorkspaceDefinition
    /// The pipelines, each checked from end to end, ordered by name.
    public let plans: [PipelinePlan]
    /// What formulas need beside the counts, read from the tables the definitions name.
    public let parameters: MetricParameters
    private var clock: @Sendable () -> Timestamp
    /// The counts read last.
    private(set) var views = ViewCache()

    /// Opens a workspace.
    ///
    /// - Parameters:
    ///   - folder: Where it is.
    ///   - clock: Tells the time loads are recorded with; the machine's clock when left out.
    /// - Throws: `DiagnosticsError` with every problem of its definitions.
    public init(
        _ folder: WorkspaceFolder, clock: @escaping @Sendable () -> Timestamp = Workspace.machineClock
    ) throws(DiagnosticsError) {
        try self.init(folder, files: folder.definitionFiles(), clock: clock)
    }

    /// Opens a workspace by given definitions, such as those of an earlier publication.
    init(
        _ folder: WorkspaceFolder, files: [WorkspaceDefinition.File], clock: @escaping @Sendable () -> Timestamp
    ) throws(DiagnosticsError) {
        let definition = try WorkspaceDefinition(files: files)
        var plans: [PipelinePlan] = []
        var problems: [Diagnostic] = []
        for pipeline in definition.pipelines {
            do throws(DiagnosticsError) {
                plans.append(try PipelinePlan(pipeline, in: definition))
            } catch {
                problems += error.diagnostics
            }
        }
        var parameters = MetricParameters()
        do throws(DiagnosticsError) {
            parameters = try MetricParameters(definition.parameters, in: folder)
        } catch {
            problems += error.diagnostics
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        self.parameters = parameters
        self.folder = folder
        self.definition = definition
        self.plans = plans
        self.clock = clock
    }

    /// The plan of a pipeline.
    ///
    /// - Throws: `DiagnosticsError` with the nearest names when there is none of this name.
    public func plan(named name: String) throws(DiagnosticsError) -> PipelinePlan {
        guard let plan = plans.first(where: { $0.pipeline.name == name }) else {
            throw DiagnosticsError(.unknownPipeline(name, among: plans.map(\.pipeline.name)))
        }
        return plan
    }

    /// The ledger, made if it is not there yet.
    ///
    /// - Throws: `LedgerError`.
    public func openLedger() throws(LedgerError) -> Ledger {
        try Ledger(path: folder.ledgerPath, clock: clock)
    }

    /// The ledger for reading; `nil` when nothing has been loaded yet.
    ///
    /// - Throws: `LedgerError`.
    public func readLedger() throws(LedgerError) -> Ledger? {
        guard FileManager.default.fileExists(atPath: folder.ledgerPath) else { return nil }
        return try Ledger.openReadOnly(path: folder.ledgerPath)
    }

    /// The same workspace with another file for its ledger, and another clock.
    func onLedger(at path: String, clock: @escaping @Sendable () -> Timestamp) -> Workspace {
        var other = self
        other.folder.ledgerPath = path
        other.clock = clock
        other.views = ViewCache()
        return other
    }

    /// The program's name and version, as reports print it.
    public static let product = "dmo 0.1.0"

    /// What was forecast before, as it lies in the ledger.
    var shelf: ForecastShelf { ForecastShelf(path: folder.ledgerPath, clock: clock) }

    /// The present moment.
    var now: Timestamp { clock() }

    /// The machine's clock.
    public static let machineClock: @Sendable () -> Timestamp = {
        Timestamp(secondsSinceEpoch: Int(Date.now.timeIntervalSince1970))
    }

    /// Identifies what a file is read by: the pipeline, its profile and the destination's names.
    func definitionHash(of plan: PipelinePlan) -> String {
        ContentHash(of: Array((plan.definitionText + definition.destinationText).utf8)).hexadecimal
    }
}

extension Diagnostic {
    fileprivate static func unknownPipeline(_ name: String, among names: [String]) -> Diagnostic {
        let near = closestNames(to: name, among: names)
        let list = (near.isEmpty ? names : near).joined(separator: ", ")
        return Diagnostic(
            code: "workspace.unknown-pipeline", value: name,
            message: BilingualText(ja: "処理（pipeline）「\(name)」はありません。", en: "There is no pipeline “\(name)”."),
            remedy: near.isEmpty
                ? BilingualText(ja: "ある処理: \(list)", en: "Pipelines that exist: \(list).")
                : BilingualText(ja: "もしかして: \(list)", en: "Did you mean \(list)?"))
    }
}
