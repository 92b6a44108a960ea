public import Diagnostics
import FoundationEssentials
import Ingestion
public import Languages
import PipelineDefinition
import PipelineRuntime
public import Reporting
import VisitorLedger
public import VisitorMetrics
import VisitorModel

/// One row of a file behind a figure.
public struct TracedRow: Sendable {
    /// The value with its file, row, cell and hash.
    public let input: FigureInput
    /// What else stands in the row; empty where the row was not read again.
    public let others: String
}

extension Workspace {
    /// Every row of every file behind a figure: files whose rows were added up are read again.
    ///
    /// - Parameter onRow: Takes the rows: what stood in the file as it is first, then file by file what was added up.
    /// - Returns: What could not be read again, and is handed on as it was recorded.
    /// - Throws: `LedgerError`.
    public func traceRows(
        behind figure: Figure, in view: LedgerView, language: Language, onRow: @escaping (TracedRow) -> Void
    ) async throws -> [Diagnostic] {
        func give(_ entry: RecordedObservation, _ others: String = "") {
            let line = PassportInputGroup.each([entry], keepingBack: [])[0].line(
                in: language, placeName: placeName, marketName: marketName)
            onRow(TracedRow(input: line, others: others))
        }
        let inputs = view.inputs(of: figure)
        var sums: [Int: [RecordedObservation]] = [:]
        for input in inputs {
            if input.observation.provenance.rowCount > 1 { sums[input.load, default: []].append(input) } else { give(input) }
        }
        guard !sums.isEmpty, let ledger = try readLedger() else { return [] }
        var problems: [Diagnostic] = []
        for load in try ledger.loads() {
            guard let wanted = sums.removeValue(forKey: load.id) else { continue }
            let (name, hash) = (load.header.fileName, load.header.sha256)
            guard let path = originalPath(named: name, sha256: hash) else {
                problems.append(.fileGone(name, sha256: hash))
                for entry in wanted { give(entry) }
                continue
            }
            guard let trace = plans.first(where: { $0.pipeline.name == load.header.pipeline }).flatMap(RowTrace.init)
            else {
                problems.append(.notTraceable(name, pipeline: load.header.pipeline))
                for entry in wanted { give(entry) }
                continue
            }
            var left = Dictionary(
                wanted.map { (CountKey($0.observation), ($0, $0.observation.provenance.rowCount)) },
                uniquingKeysWith: { first, _ in first })
            try await trace.run(SourceFile(path: path, displayName: name)) { row in
                let key = CountKey(row.observation)
                guard var entry = left[key]?.0 else { return }
                left[key]?.1 -= row.observation.provenance.rowCount
                let column = entry.observation.provenance.column
                entry.observation = row.observation
                entry.observation.provenance.column = row.observation.provenance.column ?? column
                give(entry, row.others.filter { !$0.text.isEmpty }.map { "\($0.column)=\($0.text)" }.joined(separator: " "))
            }
            if left.values.contains(where: { $0.1 != 0 }) {
                problems.append(.readDifferently(name, pipeline: load.header.pipeline))
            }
        }
        return problems
    }
}

private struct CountKey: Hashable {
    let series: SeriesKey
    let period: Period

    init(_ observation: Observation) {
        series = observation.series
        period = observation.period
    }
}

extension Diagnostic {
    fileprivate static func fileGone(_ name: String, sha256: String) -> Diagnostic {
        Diagnostic(
            code: "explain.file-gone", severity: .warning, position: SourcePosition(file: name), value: sha256,
            message: BilingualText(
                ja: "このファイルは見つからないか、読み込んだときと内容が違います。合計した行は1行ずつ示せません。",
                en: "This file is gone, or is not what was loaded. The rows added up of it cannot be listed."),
            remedy: BilingualText(
                ja: "元のファイルを同じ場所か、archive/ に SHA-256 の名前で戻してください。",
                en: "Put the original back, or into archive/ under its SHA-256."))
    }

    fileprivate static func notTraceable(_ name: String, pipeline: String) -> Diagnostic {
        Diagnostic(
            code: "explain.not-traceable", severity: .warning, position: SourcePosition(file: name), value: pipeline,
            message: BilingualText(
                ja: "この pipeline は今は行を合計していないため、合計した行を1行ずつ示せません。最初と最後の行だけを示します。",
                en:
                    "This pipeline does not add rows up, as it stands now; of the rows added up only the first and last are told."
            ))
    }

    fileprivate static func readDifferently(_ name: String, pipeline: String) -> Diagnostic {
        Diagnostic(
            code: "explain.read-differently", severity: .warning, position: SourcePosition(file: name), value: pipeline,
            message: BilingualText(
                ja: "今の定義で読むと、読み込んだときと行数が違います。pipeline か profile が、その後変わっています。",
                en: "Read by today's definitions, other rows belong to these counts than when it was loaded: pipeline or profile have changed since."),
            remedy: BilingualText(
                ja: "dmo load でこのファイルを読み直すと、違いが改訂として記録されます。",
                en: "Load the file again with dmo load; what differs is then recorded as a revision."))
    }
}
