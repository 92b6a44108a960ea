public import Diagnostics
import Ingestion
public import Languages
public import PipelineDefinition
public import Stages
public import Tables
import VisitorModel

/// A pipeline checked from end to end: its profile, its stages with their columns, its output.
public struct PipelinePlan: Sendable {
    /// The pipeline as declared.
    public let pipeline: DeclaredPipeline
    /// The profile its files are read by.
    public let profile: ProfileDefinition
    /// The places, markets and measures it speaks of.
    public let destination: DestinationDefinition
    /// The stages, ready to run.
    public private(set) var stages: [any Stage]
    /// The columns behind the last stage.
    public private(set) var resultSchema: TableSchema
    /// Identifies profile and pipeline text: a mended definition reads a file anew.
    public let definitionText: String

    /// Checks a pipeline.
    ///
    /// - Throws: `DiagnosticsError` with every problem of its stages and its output.
    public init(_ pipeline: DeclaredPipeline, in workspace: WorkspaceDefinition) throws(DiagnosticsError) {
        guard let profile = workspace.profiles[pipeline.profile] else {
            throw DiagnosticsError(.noProfile(pipeline.profile, at: pipeline.position))
        }
        let stages = try StageRegistry.makeStages(from: pipeline.stages, input: profile.schema)
        let schema = stages.last?.outputSchema ?? profile.schema
        let problems =
            (pipeline.output.map { Self.outputProblems($0, schema: schema) } ?? [])
            + (pipeline.survey.map { Self.surveyProblems($0, schema: schema) } ?? [])
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        self.pipeline = pipeline
        self.profile = profile
        destination = workspace.destination
        self.stages = stages
        resultSchema = schema
        definitionText =
            (workspace.sourceTexts["profile:" + profile.name] ?? "") + "\u{1E}"
            + (workspace.sourceTexts["pipeline:" + pipeline.name] ?? "")
    }

    /// The plan that ends before its last stage.
    var withoutLastStage: PipelinePlan {
        var plan = self
        plan.stages.removeLast()
        plan.resultSchema = plan.stages.last?.outputSchema ?? profile.schema
        return plan
    }

    /// What will happen, one line a step.
    public var steps: [BilingualText] {
        var steps = [
            BilingualText(
                ja:
                    "読む: \(profile.titles.ja)（\(profile.name)、\(profile.reading.format.rawValue)）→ \(Self.columns(profile.schema))",
                en:
                    "read: \(profile.titles.en) (\(profile.name), \(profile.reading.format.rawValue)) → \(Self.columns(profile.schema))"
            )
        ]
        for stage in stages {
            let columns = Self.columns(stage.outputSchema)
            steps.append(
                BilingualText(ja: "\(stage.planText.ja) → \(columns)", en: "\(stage.planText.en) → \(columns)"))
        }
        if let output = pipeline.output {
            let roles = LedgerOutput.Role.allCases.compactMap { role in
                output.columns[role].map { "\(role.rawValue)=\($0)" }
            }.joined(separator: ", ")
            steps.append(
                BilingualText(
                    ja: "台帳へ: \(output.measure)（\(output.unit.name.ja)） \(roles)",
                    en: "to the ledger: \(output.measure) (\(output.unit.name.en)) \(roles)"))
        }
        if let survey = pipeline.survey {
            let roles = SurveyOutput.Role.allCases.compactMap { role in
                survey.columns[role].map { "\(role.rawValue)=\($0)" }
            }.joined(separator: ", ")
            steps.append(BilingualText(ja: "調査の回答として: \(roles)", en: "as a survey's answers: \(roles)"))
        }
        return steps
    }

    private static func surveyProblems(_ output: SurveyOutput, schema: TableSchema) -> [Diagnostic] {
        SurveyOutput.Role.allCases.compactMap { role in
            guard let name = output.columns[role] else { return nil }
            guard let type = schema.type(of: name) else {
                return .unknownOutputColumn(name, role: role.rawValue, among: schema.names, at: output.position)
            }
            let expected: ColumnType =
                switch role {
                case .period: .period
                case .origin, .stay, .purpose: .text
                case .places, .spend, .satisfaction, .recommendation: .number
                case .returning: .boolean
                }
            return type == expected
                ? nil
                : .outputColumnType(name, role: role.rawValue, type: type, expected: expected, at: output.position)
        }
    }

    private static func columns(_ schema: TableSchema) -> String {
        schema.columns.map { "\($0.name): \($0.type.rawValue)" }.joined(separator: ", ")
    }

    private static func outputProblems(_ output: LedgerOutput, schema: TableSchema) -> [Diagnostic] {
        LedgerOutput.Role.allCases.compactMap { role in
            guard let name = output.columns[role] else { return nil }
            guard let type = schema.type(of: name) else {
                return .unknownOutputColumn(name, role: role.rawValue, among: schema.names, at: output.position)
            }
            let expected: ColumnType =
                switch role {
                case .value: .number
                case .period: .period
                default: .text
                }
            return type == expected
                ? nil
                : .outputColumnType(name, role: role.rawValue, type: type, expected: expected, at: output.position)
        }
    }
}

extension Diagnostic {
    fileprivate static func noProfile(_ name: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "pipeline.no-profile", position: position, value: name,
            message: BilingualText(ja: "読み方（profile）「\(name)」がありません。", en: "There is no profile “\(name)”."))
    }

    fileprivate static func unknownOutputColumn(
        _ name: String, role: String, among names: [String], at position: SourcePosition
    ) -> Diagnostic {
        let near = closestNames(to: name, among: names)
        let list = (near.isEmpty ? names : near).joined(separator: ", ")
        return Diagnostic(
            code: "pipeline.unknown-output-column", position: position, value: name,
            message: BilingualText(
                ja: "出力の \(role) に書かれた列「\(name)」は、最後の段階の結果にありません。",
                en: "The output's \(role) names the column “\(name)”, which the last stage does not give."),
            remedy: near.isEmpty
                ? BilingualText(ja: "ある列: \(list)", en: "Columns that exist: \(list).")
                : BilingualText(ja: "もしかして: \(list)", en: "Did you mean \(list)?"))
    }

    fileprivate static func outputColumnType(
        _ name: String, role: String, type: ColumnType, expected: ColumnType, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            code: "pipeline.output-column-type", position: position, value: name,
            message: BilingualText(
                ja: "出力の \(role) には \(expected.rawValue) 型の列が要りますが、「\(name)」は \(type.rawValue) 型です。",
                en: "The output's \(role) needs a column of type \(expected.rawValue); “\(name)” is \(type.rawValue)."))
    }
}
