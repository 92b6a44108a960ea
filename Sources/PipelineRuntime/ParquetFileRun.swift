public import Diagnostics
public import Ingestion
import Languages
import PipelineDefinition
import Stages
public import Tables

/// Runs a plan over one Parquet file that a machine elsewhere reads and groups.
public final class ParquetFileRun {
    /// The file.
    public let file: SourceFile
    private let plan: PipelinePlan
    private let aggregation: BulkAggregation
    private let ingester: ParquetIngester
    private var groupCount = 0
    /// The groups whose rows must be looked at one by one.
    public private(set) var oddGroups: [RowGroup] = []
    private var oddRowCount = 0
    private var oddRows: [(row: Int, cells: [String])] = []

    /// Prepares a run.
    ///
    /// - Parameter columnNames: The names of the file's columns, in order.
    /// - Throws: `DiagnosticsError` when the file lacks a column, or cannot be read.
    public init(_ file: SourceFile, columnNames: [String], plan: PipelinePlan) throws(DiagnosticsError) {
        guard let aggregation = BulkAggregation(stages: plan.stages, input: plan.profile.schema) else {
            throw DiagnosticsError(.tooManyToKeep(file))
        }
        ingester = try ParquetIngester(
            file, columnNames: columnNames, profile: plan.profile, destination: plan.destination,
            request: BulkRequest(aggregation, of: plan))
        self.file = file
        self.plan = plan
        self.aggregation = aggregation
    }

    /// Where the cells stand, among those asked for.
    public var layout: GroupedLayout { ingester.layout }

    /// The file's columns that are asked for, by their place in the file, from 0.
    public var columnsRead: [Int] { ingester.columnsRead }

    /// How many bytes the file has here.
    public var byteCount: Int { ingester.byteCount }

    /// Takes in a group.
    ///
    /// - Throws: `DiagnosticsError` when there are more groups, or more rows that must be looked at one by one, than
    ///   can be kept.
    public func take(_ group: RowGroup) throws(DiagnosticsError) {
        groupCount += 1
        if ingester.take(group) == .odd {
            oddRowCount += group.rowCount
            oddGroups.append(group)
        }
        guard groupCount <= GroupedRun.groupLimit, oddRowCount <= GroupedRun.oddRowLimit else {
            throw DiagnosticsError(.tooManyToKeep(file))
        }
    }

    /// Takes in a row of an odd group: its place in the file, from 0, and its cells.
    public func takeOddRow(_ row: Int, cells: [String]) { oddRows.append((row, cells)) }

    /// The result, once everything is taken in.
    ///
    /// - Parameter onBatch: Takes the result's rows in place of observations.
    /// - Throws: `DiagnosticsError` when rows are missing, or a stage cannot give a result.
    public func finish(onBatch: ((RecordBatch) -> Void)? = nil) throws(DiagnosticsError) -> PipelineResult {
        guard Set(oddRows.map(\.row)).count == oddRowCount, oddRows.count == oddRowCount else {
            throw DiagnosticsError(.rowsMissing(file))
        }
        let destination: ResultDestination
        if let onBatch { destination = .batches(onBatch) } else { destination = try .ledger(of: plan, for: file) }
        return try ingester.finish(oddRows: oddRows)
            .passed(through: plan, by: aggregation, column: ingester.originColumn, of: file, into: destination)
    }
}

extension Diagnostic {
    fileprivate static func tooManyToKeep(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "parquet.too-many-odd-rows", position: SourcePosition(file: file.displayName),
            message: BilingualText(
                ja: "読めない行が多すぎます（\(GroupedRun.oddRowLimit) 行を超えるか、種類が多すぎる）。何も記録していません。",
                en: "Too many rows cannot be taken as they are (more than \(GroupedRun.oddRowLimit), or of too many kinds). Nothing was recorded."
            ),
            remedy: BilingualText(
                ja: "profile の列の型とファイルの中身を見比べてください。", en: "Compare the types of the profile's columns with what the file holds."))
    }

    fileprivate static func rowsMissing(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "parquet.rows-differ", position: SourcePosition(file: file.displayName),
            message: BilingualText(
                ja: "Spark が数えた行と届いた行が一致しません。何も記録していません。",
                en: "The rows Spark counted are not the rows it sent. Nothing was recorded."),
            remedy: BilingualText(ja: "もう一度実行してください。", en: "Run it again."))
    }
}
