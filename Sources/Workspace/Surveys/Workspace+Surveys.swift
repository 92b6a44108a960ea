public import Diagnostics
import Ingestion
import Languages
import PipelineDefinition
import PipelineRuntime
public import Reporting
import VisitorMetrics

extension Workspace {
    /// Adds up the answers of a visitor survey.
    ///
    /// - Parameters:
    ///   - name: A pipeline with `output: survey`; `nil` for the only one there is.
    ///   - paths: Files or folders; without any, the pipeline's own files in the workspace.
    /// - Returns: What the answers come to, and a report a file.
    /// - Throws: `DiagnosticsError` when there is no such pipeline, or it gives no answers.
    public func survey(
        _ name: String?, over paths: [String]
    ) async throws(DiagnosticsError) -> (sheet: SurveySheet, files: [FileLoadReport]) {
        let plan = try surveyPlan(named: name)
        guard let output = plan.pipeline.survey else {
            throw DiagnosticsError(.noSurveyPipeline(plan.pipeline.name, among: []))
        }
        var rows = SurveyRows(output, schema: plan.resultSchema)
        let reports = try await run(plan.pipeline.name, over: paths) { rows.append($0) }
        return (SurveySheet(SurveySummary(of: rows.responses), account: rows.account), reports)
    }

    private func surveyPlan(named name: String?) throws(DiagnosticsError) -> PipelinePlan {
        let surveys = plans.filter { $0.pipeline.survey != nil }
        if let name {
            let plan = try plan(named: name)
            guard plan.pipeline.survey != nil else {
                throw DiagnosticsError(.noSurveyPipeline(name, among: surveys.map(\.pipeline.name)))
            }
            return plan
        }
        guard surveys.count == 1 else {
            throw DiagnosticsError(.noSurveyPipeline(nil, among: surveys.map(\.pipeline.name)))
        }
        return surveys[0]
    }
}

extension Diagnostic {
    fileprivate static func noSurveyPipeline(_ name: String?, among names: [String]) -> Diagnostic {
        let list = names.joined(separator: ", ")
        return Diagnostic(
            code: "survey.no-pipeline", value: name,
            message: BilingualText(
                ja: name == nil ? "調査の処理（output: survey）を一つに決められません。" : "この処理は調査（output: survey）ではありません。",
                en: name == nil
                    ? "Which survey is meant is not clear (pipelines with output: survey)."
                    : "This pipeline has no output: survey."),
            remedy: BilingualText(
                ja: names.isEmpty ? "調査を読む pipeline の output に survey を書いてください。" : "--pipeline で指定してください: \(list)",
                en: names.isEmpty
                    ? "Write output: survey in the pipeline that reads the survey."
                    : "Name one with --pipeline: \(list)."))
    }

    /// A survey's rows are no observations.
    static func surveyIsNotLoaded(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "pipeline.is-survey", value: name,
            message: BilingualText(
                ja: "「\(name)」は調査の処理で、台帳には入れません。", en: "“\(name)” reads a survey; its answers go to no ledger."),
            remedy: BilingualText(
                ja: "dmo survey --pipeline \(name) で集計してください。", en: "Add it up with dmo survey --pipeline \(name)."))
    }
}
