import ArrowReading
public import Diagnostics
import FoundationEssentials
public import Ingestion
import Languages
import PipelineDefinition
public import PipelineRuntime
public import Tables

/// Runs a plan over files whose rows a Spark cluster groups.
///
/// The cluster reads, cuts and adds up; what a row means is decided here, by the code that always does. A file that
/// cannot be grouped with the same result is read here instead, and the result says why.
public struct SparkRun: Sendable {
    /// What one file came to.
    public struct FileResult: Sendable {
        /// The file.
        public var file: SourceFile
        /// Its result, or why there is none.
        public var result: Result<PipelineResult, DiagnosticsError>
        /// Why it was read here and not on the cluster.
        public var obstacle: GroupingObstacle?
    }

    /// How many files are open at once, and stand in one statement at most: a process may open about a thousand.
    static let filesAtOnce = 200
    /// How many groups are asked about at once.
    static let openGroupLimit = 5_000

    private let plan: PipelinePlan
    private let cluster: SparkCluster

    /// Makes a run.
    ///
    /// - Throws: `DiagnosticsError` when the plan cannot run on a cluster with the same result.
    public init(_ plan: PipelinePlan, on cluster: SparkCluster) throws(DiagnosticsError) {
        try plan.checkForSpark()
        self.plan = plan
        self.cluster = cluster
    }

    /// Runs the plan over files.
    ///
    /// Nothing is recorded anywhere.
    ///
    /// - Parameters:
    ///   - files: The files.
    ///   - onBatch: Takes the result's rows in place of observations; `nil` to make observations.
    ///   - onProgress: Told how far the cluster is.
    /// - Returns: A result a file, in the order of the files.
    /// - Throws: ``SparkError`` when the cluster fails.
    public func run(
        _ files: [SourceFile], onBatch: ((RecordBatch) -> Void)? = nil,
        onProgress: @Sendable (SparkProgress) -> Void = { _ in }
    ) async throws -> [FileResult] {
        if plan.profile.reading.format == .parquet {
            return try await ParquetRun(plan: plan, cluster: cluster).run(files, onBatch, onProgress)
        }
        var results: [FileResult] = []
        for start in stride(from: 0, to: files.count, by: Self.filesAtOnce) {
            var states: [FileState] = []
            for file in files[start..<min(files.count, start + Self.filesAtOnce)] {
                try cluster.checkCancellation()
                states.append(FileState(file, plan: plan))
            }
            for batch in Self.batches(of: states) { try await group(batch, &states, onProgress) }
            for state in states {
                try cluster.checkCancellation()
                results.append(await finish(state, onBatch))
            }
        }
        return results
    }

    /// A file on its way.
    private struct FileState {
        let file: SourceFile
        let byteCount: Int?
        var run: GroupedRun?
        var obstacle: GroupingObstacle?

        init(_ file: SourceFile, plan: PipelinePlan) {
            self.file = file
            byteCount = file.byteCount
            do throws(GroupingObstacle) {
                run = try GroupedRun(file, plan: plan)
            } catch {
                obstacle = error
            }
        }

        mutating func giveUp(_ reason: GroupingObstacle) {
            run = nil
            obstacle = obstacle ?? reason
        }
    }

    /// Files of one folder and one layout, some at a time.
    private struct Batch {
        var layout: GroupedLayout
        var folder: String
        /// Where each name's file is among all.
        var places: [String: Int] = [:]
    }

    private static func batches(of states: [FileState]) -> [Batch] {
        var batches: [Batch] = []
        for (index, state) in states.enumerated() {
            guard let layout = state.run?.layout else { continue }
            let place = batches.firstIndex {
                $0.layout == layout && $0.folder == state.file.folder && $0.places[state.file.name] == nil
            }
            if let place {
                batches[place].places[state.file.name] = index
            } else {
                batches.append(Batch(layout: layout, folder: state.file.folder, places: [state.file.name: index]))
            }
        }
        return batches
    }

    // MARK: on the cluster

    private func group(
        _ batch: Batch, _ states: inout [FileState], _ onProgress: @Sendable (SparkProgress) -> Void
    ) async throws {
        let statement = GroupingStatement(
            layout: batch.layout, folder: batch.folder, names: batch.places.keys.sorted(),
            bytesPerPiece: cluster.bytesPerPiece)
        for setting in statement.settings { try await cluster.run(setting, onProgress) { _ in } }
        let reader = GroupTable(statement: statement)
        try await cluster.run(statement.groups, onProgress) { table in
            for row in try reader.groups(table) {
                guard let index = batch.places[row.file] else { throw GroupTable.Unreadable(reason: "file name") }
                take(row, &states[index])
            }
        }
        let open = batch.places.filter { _, index in
            states[index].run.map { !$0.openGroups.isEmpty || $0.hasOpenUnevenRows } ?? false
        }
        if !open.isEmpty { try await findOddRows(statement, open, &states, onProgress) }
    }

    private func take(_ row: GroupTable.Row, _ state: inout FileState) {
        guard let run = state.run else { return }
        guard row.byteCount == state.byteCount else { return state.giveUp(.otherFile) }
        do throws(GroupingObstacle) {
            switch row.kind {
            case 0: try run.take(row.group)
            case 1: try run.takeUneven(row.group.rowCount, first: row.group.first, last: row.group.last)
            default: throw .quotes
            }
        } catch {
            state.giveUp(error)
        }
    }

    private func findOddRows(
        _ statement: GroupingStatement, _ open: [String: Int], _ states: inout [FileState],
        _ onProgress: @Sendable (SparkProgress) -> Void
    ) async throws {
        var asked: [String: RowGroup] = [:]
        var keys: [String: Set<String>] = [:]
        for (name, index) in open {
            guard let run = states[index].run else { continue }
            for group in run.openGroups {
                let key = GroupingStatement.key(of: group)
                asked[key] = group
                keys[name, default: []].insert(key)
            }
        }
        guard asked.count <= Self.openGroupLimit else {
            for index in open.values { states[index].giveUp(.tooManyOddRows) }
            return
        }
        var question = statement
        question.names = open.keys.sorted()
        let wantsUneven = open.values.contains { states[$0].run?.hasOpenUnevenRows ?? false }
        let text = question.places(
            ofGroups: asked.sorted { $0.key < $1.key }.map(\.value), unevenRows: wantsUneven)
        let reader = GroupTable(statement: statement)
        try await cluster.run(text, onProgress) { table in
            for row in try reader.places(table) {
                guard let run = open[row.file].flatMap({ states[$0].run }) else { continue }
                let isAsked = row.kind == 1 ? run.hasOpenUnevenRows : keys[row.file]?.contains(row.key) ?? false
                if isAsked { run.takeOddRow(at: row.place) }
            }
        }
    }

    // MARK: here

    private func finish(_ state: FileState, _ onBatch: ((RecordBatch) -> Void)?) async -> FileResult {
        var obstacle = state.obstacle
        if let run = state.run {
            do {
                let result = try onBatch.map { try run.finish(onBatch: $0) } ?? run.finish()
                return FileResult(file: state.file, result: .success(result))
            } catch let error as DiagnosticsError {
                return FileResult(file: state.file, result: .failure(error))
            } catch {
                obstacle = error as? GroupingObstacle ?? .unreadable
            }
        }
        do throws(DiagnosticsError) {
            let runner = PipelineRunner(plan)
            let result =
                if let onBatch { try await runner.run(state.file, onBatch: onBatch) } else {
                    try await runner.run(state.file)
                }
            return FileResult(file: state.file, result: .success(result), obstacle: obstacle)
        } catch {
            return FileResult(file: state.file, result: .failure(error), obstacle: obstacle)
        }
    }
}
