public import CSVReading
import Diagnostics
public import Ingestion
import PipelineDefinition
import Stages
public import Tables

/// Runs a plan over one file whose rows a machine elsewhere groups: what local reading would give, from groups.
public final class GroupedRun {
    /// How many rows are looked at one by one before reading the whole file here is the better way.
    public static let oddRowLimit = 200_000
    /// How many groups a file may have.
    public static let groupLimit = 1_100_000

    /// The file.
    public let file: SourceFile
    private let plan: PipelinePlan
    private let aggregation: BulkAggregation
    private let ingester: GroupedIngester
    private var groupCount = 0
    private var oddRows: [CSVLinePlace] = []
    private var oddRowCount = 0
    /// Odd groups whose rows are still to be found: of three rows and more only the first and the last are known.
    public private(set) var openGroups: [RowGroup] = []
    /// Whether there are rows with another number of cells than the header that are still to be found.
    public private(set) var hasOpenUnevenRows = false

    /// Opens a file.
    ///
    /// - Throws: `GroupingObstacle` when it must be read here.
    public init(_ file: SourceFile, plan: PipelinePlan) throws(GroupingObstacle) {
        guard let aggregation = BulkAggregation(stages: plan.stages, input: plan.profile.schema) else { throw .stages }
        ingester = try GroupedIngester(
            file, profile: plan.profile, destination: plan.destination, request: BulkRequest(aggregation, of: plan))
        self.file = file
        self.plan = plan
        self.aggregation = aggregation
    }

    /// Where the file's cells stand.
    public var layout: GroupedLayout { ingester.layout }

    /// Takes in a group.
    ///
    /// - Throws: `GroupingObstacle` when the file must be read here after all.
    public func take(_ group: RowGroup) throws(GroupingObstacle) {
        groupCount += 1
        guard groupCount <= Self.groupLimit else { throw .tooManyOddRows }
        guard ingester.take(group) == .odd else { return }
        try takeOddRows(group.rowCount, first: group.first, last: group.last)
        if group.rowCount > 2 { openGroups.append(group) }
    }

    /// Takes in rows that could not be taken apart.
    ///
    /// - Throws: `GroupingObstacle` when the file must be read here after all.
    public func takeUneven(_ rows: Int, first: CSVLinePlace, last: CSVLinePlace) throws(GroupingObstacle) {
        try takeOddRows(rows, first: first, last: last)
        hasOpenUnevenRows = hasOpenUnevenRows || rows > 2
    }

    private func takeOddRows(_ rows: Int, first: CSVLinePlace, last: CSVLinePlace) throws(GroupingObstacle) {
        oddRowCount += rows
        guard oddRowCount <= Self.oddRowLimit else { throw .tooManyOddRows }
        if rows <= 2 { oddRows += rows == 1 ? [first] : [first, last] }
    }

    /// Takes in where a row of an open group, or an uneven one, stands.
    public func takeOddRow(at place: CSVLinePlace) { oddRows.append(place) }

    /// The result, once everything is taken in.
    ///
    /// - Throws: `GroupingObstacle` when the file must be read here after all; `DiagnosticsError` when it is not the
    ///   file that was grouped, or a stage cannot give a result.
    public func finish() throws -> PipelineResult {
        try finish(into: .ledger(of: plan, for: file))
    }

    /// The result's rows, handed on instead of made into observations.
    ///
    /// - Throws: As `finish()`.
    public func finish(onBatch: @escaping (RecordBatch) -> Void) throws -> PipelineResult {
        try finish(into: .batches(onBatch))
    }

    private func finish(into destination: ResultDestination) throws -> PipelineResult {
        // A row is asked for by its own count and as one of an open group at most once.
        guard Set(oddRows).count == oddRowCount, oddRows.count == oddRowCount else { throw GroupingObstacle.unreadable }
        return try ingester.finish(oddRows: oddRows)
            .passed(through: plan, by: aggregation, column: ingester.originColumn, of: file, into: destination)
    }
}

extension PipelinePlan {
    /// Why the plan's files cannot be grouped elsewhere; `nil` when they can.
    public var groupingObstacle: GroupingObstacle? {
        if BulkAggregation(stages: stages, input: profile.schema) == nil { return .stages }
        return profile.groupingObstacle
    }
}
