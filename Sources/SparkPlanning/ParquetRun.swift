import ArrowReading
import CSVReading
import Diagnostics
import Ingestion
import Languages
import PipelineRuntime
import Tables

/// Runs a plan over Parquet files that a Spark cluster reads: nothing else here can.
struct ParquetRun {
    let plan: PipelinePlan
    let cluster: SparkCluster

    /// Files with the same columns in one folder.
    private struct Batch {
        var layout: GroupedLayout
        var columns: [StoredColumn]
        var folder: String
        /// Where each name's file is among all.
        var places: [String: Int] = [:]
    }

    /// A file on its way.
    private struct FileState {
        var file: SourceFile
        var run: ParquetFileRun?
        var failure: DiagnosticsError?

        mutating func giveUp(_ error: DiagnosticsError) {
            run = nil
            failure = failure ?? error
        }
    }

    /// Runs the plan over files, a result each, in the order of the files.
    ///
    /// - Throws: ``SparkError`` when the cluster fails.
    func run(
        _ files: [SourceFile], _ onBatch: ((RecordBatch) -> Void)?, _ onProgress: @Sendable (SparkProgress) -> Void
    ) async throws -> [SparkRun.FileResult] {
        for setting in ParquetStatement.readingSettings { try await cluster.run(setting, onProgress) { _ in } }
        var results: [SparkRun.FileResult] = []
        for start in stride(from: 0, to: files.count, by: SparkRun.filesAtOnce) {
            var states: [FileState] = []
            var batches: [Batch] = []
            for file in files[start..<min(files.count, start + SparkRun.filesAtOnce)] {
                states.append(try await open(file, at: states.count, &batches))
            }
            for batch in batches { try await group(batch, &states, onProgress) }
            for state in states { results.append(finish(state, onBatch)) }
        }
        return results
    }

    private func open(_ file: SourceFile, at index: Int, _ batches: inout [Batch]) async throws -> FileState {
        try cluster.checkCancellation()
        do {
            let all = try await columns(of: file)
            let run = try ParquetFileRun(file, columnNames: all.map(\.name), plan: plan)
            let read = run.columnsRead.map { all[$0] }
            if let nested = read.first(where: { $0.text == nil }) {
                throw DiagnosticsError(.nestedColumn(nested, in: file))
            }
            let place = batches.firstIndex {
                $0.layout == run.layout && $0.columns == read && $0.folder == file.folder && $0.places[file.name] == nil
            }
            if let place {
                batches[place].places[file.name] = index
            } else {
                batches.append(
                    Batch(layout: run.layout, columns: read, folder: file.folder, places: [file.name: index]))
            }
            return FileState(file: file, run: run)
        } catch let error as DiagnosticsError {
            return FileState(file: file, failure: error)
        }
    }

    /// The columns of a file, by what Spark reads at its end.
    private func columns(of file: SourceFile) async throws -> [StoredColumn] {
        var columns: [StoredColumn] = []
        do {
            try await cluster.run(ParquetStatement.description(of: file), { _ in }) { table in
                guard table.columns.count >= 2 else { throw GroupTable.Unreadable(reason: "description") }
                for row in 0..<table.rowCount {
                    guard case .text(let name) = table.columns[0][row], case .text(let type) = table.columns[1][row]
                    else { throw GroupTable.Unreadable(reason: "description") }
                    columns.append(StoredColumn(name: name, type: type))
                }
            }
        } catch let error as SparkError where error.code == .statement && Self.isAboutTheFile(error.detail) {
            throw DiagnosticsError(.noParquet(file, said: error.detail))
        }
        return columns
    }

    /// Whether Spark refused one file, and not the work.
    private static func isAboutTheFile(_ detail: String) -> Bool {
        // Of a file whose end is no Parquet, Spark 4.3 says only that it can make no plan.
        ["CANNOT_READ_FILE_FOOTER", "FAILED_READ_FILE", "FAILED_TO_CREATE_PLAN", "UNABLE_TO_INFER_SCHEMA", "PATH_NOT_FOUND"]
            .contains { detail.contains($0) }
    }

    private func group(
        _ batch: Batch, _ states: inout [FileState], _ onProgress: @Sendable (SparkProgress) -> Void
    ) async throws {
        var statement = ParquetStatement(
            layout: batch.layout, columns: batch.columns, folder: batch.folder, names: batch.places.keys.sorted(),
            bytesPerPiece: cluster.bytesPerPiece)
        for setting in statement.grouping.settings { try await cluster.run(setting, onProgress) { _ in } }
        let reader = GroupTable(statement: statement.grouping)
        try await cluster.run(statement.groups, onProgress) { table in
            for row in try reader.groups(table) {
                guard let index = batch.places[row.file] else { throw GroupTable.Unreadable(reason: "file name") }
                take(row, &states[index])
            }
        }
        var asked: [String: RowGroup] = [:]
        var askers: [String] = []
        for (name, index) in batch.places {
            guard let groups = states[index].run?.oddGroups, !groups.isEmpty else { continue }
            askers.append(name)
            for group in groups { asked[GroupingStatement.key(of: group)] = group }
        }
        guard !asked.isEmpty else { return }
        // A statement holds so many keys and no more.
        for keys in stride(from: 0, to: asked.count, by: SparkRun.openGroupLimit) {
            let some = asked.sorted { $0.key < $1.key }.dropFirst(keys).prefix(SparkRun.openGroupLimit)
            statement = ParquetStatement(
                layout: batch.layout, columns: batch.columns, folder: batch.folder, names: askers.sorted(),
                bytesPerPiece: cluster.bytesPerPiece)
            try await cluster.run(statement.rows(ofGroups: some.map(\.value)), onProgress) { table in
                for odd in try reader.rows(table) {
                    // A group that is odd in one file is odd in every file: what a cell says depends on nothing else.
                    guard let index = batch.places[odd.file] else { throw GroupTable.Unreadable(reason: "file name") }
                    states[index].run?.takeOddRow(odd.place.index, cells: odd.cells)
                }
            }
        }
    }

    private func take(_ row: GroupTable.Row, _ state: inout FileState) {
        guard let run = state.run else { return }
        guard row.byteCount == run.byteCount else {
            return state.giveUp(DiagnosticsError(.otherFile(state.file)))
        }
        do throws(DiagnosticsError) {
            try run.take(row.group)
        } catch {
            state.giveUp(error)
        }
    }

    private func finish(_ state: FileState, _ onBatch: ((RecordBatch) -> Void)?) -> SparkRun.FileResult {
        if let failure = state.failure { return SparkRun.FileResult(file: state.file, result: .failure(failure)) }
        do throws(DiagnosticsError) {
            guard let run = state.run else { throw DiagnosticsError([]) }
            return SparkRun.FileResult(file: state.file, result: .success(try run.finish(onBatch: onBatch)))
        } catch {
            return SparkRun.FileResult(file: state.file, result: .failure(error))
        }
    }
}

extension Diagnostic {
    fileprivate static func nestedColumn(_ column: StoredColumn, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "parquet.column-type", position: SourcePosition(file: file.displayName),
            value: "\(column.name): \(column.type)",
            message: BilingualText(
                ja: "この列の型は一つの値ではないので読めません。", en: "This column's type is no single value and cannot be read."),
            remedy: BilingualText(
                ja: "一つの値の列にしてから渡すか、profile から外してください。",
                en: "Flatten it into columns of single values, or leave it out of the profile."))
    }

    fileprivate static func noParquet(_ file: SourceFile, said: String) -> Diagnostic {
        Diagnostic(
            code: "parquet.unreadable", position: SourcePosition(file: file.displayName), value: String(said.prefix(300)),
            message: BilingualText(
                ja: "Spark はこのファイルを Parquet として読めません。", en: "Spark cannot read this file as Parquet."),
            remedy: BilingualText(
                ja: "ファイルが壊れていないか、すべてのワーカーから同じパスで見えるか確かめてください。",
                en: "See that the file is whole, and that every worker sees it under the same path."))
    }
}
