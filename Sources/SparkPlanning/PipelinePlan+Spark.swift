public import Diagnostics
public import Ingestion
import Languages
import PipelineDefinition
public import PipelineRuntime

extension PipelinePlan {
    /// Checks that the plan gives the same result on a cluster.
    ///
    /// - Throws: `DiagnosticsError` naming what stands in the way.
    public func checkForSpark() throws(DiagnosticsError) {
        guard let obstacle = groupingObstacle else { return }
        throw DiagnosticsError(
            Diagnostic(
                code: "spark.unfit-pipeline", position: pipeline.position, value: pipeline.name,
                message: BilingualText(
                    ja: "この処理は Spark では実行できません。妨げ: \(obstacle.text.ja)。何も実行していません。",
                    en: "This pipeline cannot run on Spark because of \(obstacle.text.en). Nothing was run."),
                remedy: remedyWithoutGrouping))
    }

    private var remedyWithoutGrouping: BilingualText {
        if profile.reading.format == .parquet {
            return BilingualText(
                ja: "Parquet は Spark だけが読めます。妨げを除くか、CSV に変換してください。",
                en: "Only Spark reads Parquet: change what stands in the way, or convert the files to CSV.")
        }
        return BilingualText(
            ja: "--engine local で実行してください（結果は同じです）。ファイルごとに分担させるなら --worker-dmo PATH を付けてください。",
            en: "Run it with --engine local; the figures are the same. Or have workers read whole files with --worker-dmo PATH.")
    }

    /// The statement for Parquet files, as it would be if every column held texts under the profile's own names.
    ///
    /// - Throws: `DiagnosticsError` when the plan cannot run on a cluster.
    public func sparkStatementForParquet(_ file: SourceFile) throws -> ParquetStatement {
        try checkForSpark()
        var names: [String] = []
        for column in profile.columns {
            if case .field(let labels) = column.source, let first = labels.first { names.append(first) }
        }
        let run = try ParquetFileRun(file, columnNames: names, plan: self)
        let columns = run.columnsRead.map { StoredColumn(name: names[$0], type: "string") }
        return ParquetStatement(layout: run.layout, columns: columns, folder: file.folder, names: [file.name])
    }

    /// The statement that groups one file's rows, for somebody who wants to see it.
    ///
    /// - Throws: `DiagnosticsError` when the plan cannot run on a cluster; `GroupingObstacle` when this file cannot.
    public func sparkStatement(for file: SourceFile) throws -> GroupingStatement {
        try checkForSpark()
        let run = try GroupedRun(file, plan: self)
        return GroupingStatement(layout: run.layout, folder: file.folder, names: [file.name])
    }
}

extension SparkRun.FileResult {
    /// That the file was read here, and why; `nil` when the cluster read it.
    public var notice: Diagnostic? {
        obstacle.map { obstacle in
            Diagnostic(
                code: "spark.read-here", severity: .notice, position: SourcePosition(file: file.displayName),
                message: BilingualText(
                    ja: "Spark ではなく手元で読みました。理由: \(obstacle.text.ja)。結果は同じです。",
                    en: "Read here and not on Spark because of \(obstacle.text.en). The figures are the same."))
        }
    }
}
