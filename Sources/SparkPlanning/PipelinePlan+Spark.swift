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
                remedy: BilingualText(
                    ja: "--engine local で実行してください。結果は同じです。", en: "Run it with --engine local; the figures are the same."
                )))
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
