import Diagnostics
import Ingestion
import Languages
import PipelineDefinition
import PipelineRuntime

/// Finds the one pipeline that reads a file: by its name, then by its layout.
struct PipelineChoice {
    let plans: [PipelinePlan]

    /// The pipeline for a file.
    ///
    /// - Returns: The plan, and a notice when the layout had to decide.
    /// - Throws: `DiagnosticsError` when none or several fit.
    func plan(for file: SourceFile) throws(DiagnosticsError) -> (plan: PipelinePlan, notice: Diagnostic?) {
        let fittingName = plans.filter { plan in
            plan.pipeline.filePatterns.contains { FilePattern($0).matches(file.path) }
        }
        // A survey's answers are people's; they are added up by another command and go to no ledger.
        let plans = plans.filter { $0.pipeline.output != nil }
        let named = fittingName.filter { $0.pipeline.output != nil }
        if named.isEmpty, let survey = fittingName.first {
            throw DiagnosticsError(.surveyIsNotLoaded(survey.pipeline.name))
        }
        if named.count == 1 { return (named[0], nil) }
        let candidates = named.isEmpty ? plans : named
        var fitting = candidates.filter { fits(file, $0) }
        // Of several that could read it, the one made for this very layout is meant.
        let made = fitting.filter { $0.profile.layout != nil && $0.profile.layout == layout(of: file, $0) }
        if fitting.count > 1, made.count == 1 { fitting = made }
        switch fitting.count {
        case 1: return (fitting[0], named.isEmpty ? .chosenByLayout(file, fitting[0].pipeline.name) : nil)
        case 0: throw DiagnosticsError(.noPipeline(for: file, named: named.map(\.pipeline.name)))
        default: throw DiagnosticsError(.severalPipelines(for: file, fitting.map(\.pipeline.name)))
        }
    }

    private func layout(of file: SourceFile, _ plan: PipelinePlan) -> String? {
        try? FileIngester(file, profile: plan.profile, destination: plan.destination).layoutFingerprint
    }

    /// Whether a file has the table or the records a plan's profile describes.
    private func fits(_ file: SourceFile, _ plan: PipelinePlan) -> Bool {
        do throws(DiagnosticsError) {
            var ingester = try FileIngester(file, profile: plan.profile, destination: plan.destination)
            while try ingester.next() != nil {
                if ingester.outcome.account.accepted > 0 { return true }
            }
            return false
        } catch {
            return false
        }
    }
}

extension Diagnostic {
    fileprivate static func chosenByLayout(_ file: SourceFile, _ name: String) -> Diagnostic {
        Diagnostic(
            code: "pipeline.chosen-by-layout", severity: .notice, position: SourcePosition(file: file.displayName),
            value: name,
            message: BilingualText(
                ja: "ファイル名では決まらないため、表の形から処理「\(name)」を選びました。",
                en: "No pattern fits the file's name; its layout fits the pipeline “\(name)”."))
    }

    fileprivate static func noPipeline(for file: SourceFile, named: [String]) -> Diagnostic {
        Diagnostic(
            code: "pipeline.none-fits", position: SourcePosition(file: file.displayName),
            value: named.isEmpty ? nil : named.joined(separator: ", "),
            message: BilingualText(
                ja: "このファイルを読む処理（pipeline）がありません。名前も表の形も合いません。",
                en: "No pipeline reads this file: neither its name nor its layout fits one."),
            remedy: BilingualText(
                ja: "dmo inspect で中身を調べると profile の下書きができます。または dmo run で処理を指定してください。",
                en: "See what it is with dmo inspect, which drafts a profile, or name the pipeline with dmo run."))
    }

    fileprivate static func severalPipelines(for file: SourceFile, _ names: [String]) -> Diagnostic {
        Diagnostic(
            code: "pipeline.several-fit", position: SourcePosition(file: file.displayName),
            value: names.joined(separator: ", "),
            message: BilingualText(
                ja: "このファイルを読める処理（pipeline）が複数あります。", en: "Several pipelines could read this file."),
            remedy: BilingualText(
                ja: "dmo run で処理を指定するか、files の型を互いに重ならないようにしてください。",
                en: "Name the pipeline with dmo run, or make the patterns under files exclude one another."))
    }
}
