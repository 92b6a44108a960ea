public import Diagnostics
import VisitorModel
public import Languages

/// Which columns of a pipeline's result make a person's answers to a visitor survey.
public struct SurveyOutput: Sendable, Hashable {
    /// What a column says about an answer.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case period
        case origin
        case stay
        case purpose
        case places
        case spend
        case satisfaction
        case returning
        case recommendation

        /// Whether every answer needs it.
        public var isRequired: Bool { self == .period || self == .origin || self == .stay }

        /// What the column says.
        public var summary: BilingualText {
            switch self {
            case .period:
                BilingualText(ja: "回答の日・月・四半期の列", en: "the column with the day, month or quarter of the answer")
            case .origin:
                BilingualText(
                    ja: "居住地の列（resident、in-prefecture、out-of-prefecture、inbound）",
                    en: "the column with where the person lives: resident, in-prefecture, out-of-prefecture or inbound")
            case .stay:
                BilingualText(ja: "宿泊の列（same-day、overnight）", en: "the column with the stay: same-day or overnight")
            case .purpose:
                BilingualText(
                    ja: "目的の列（sightseeing、business。省略時 sightseeing）",
                    en: "the column with the purpose: sightseeing or business (sightseeing when left out)")
            case .places:
                BilingualText(ja: "訪問地点数の列（1以上の数）", en: "the column with the number of places visited, 1 or more")
            case .spend: BilingualText(ja: "一人一回の消費額の列（円）", en: "the column with the spend of the trip, in yen")
            case .satisfaction: BilingualText(ja: "満足度の列（1から5）", en: "the column with satisfaction, 1 to 5")
            case .returning:
                BilingualText(
                    ja: "再訪かどうかの列（真偽）",
                    en: "the column that says whether the person has been here before (true or false)")
            case .recommendation:
                BilingualText(ja: "推奨度の列（0から10）", en: "the column with the likelihood to recommend, 0 to 10")
            }
        }
    }

    /// The columns, by role.
    public var columns: [Role: String]
    /// Where the output is described.
    public var position: SourcePosition
}

extension SurveyOutput {
    /// Reads the roles; `nil` when there is no such output.
    init?(_ node: DefinitionNode?) {
        guard let node else { return nil }
        columns = [:]
        for role in Role.allCases { columns[role] = node.text(role.rawValue) }
        position = node.position
    }
}

extension MappingShape {
    static let survey = MappingShape(
        "survey",
        BilingualText(
            ja: "調査の回答になる列（台帳には入れず、dmo survey が集計する）",
            en: "Which columns make a survey's answers; they go to no ledger, dmo survey adds them up"),
        keys: SurveyOutput.Role.allCases.map { role in
            KeyShape(role.rawValue, .text, required: role.isRequired, role.summary.ja, role.summary.en)
        })
}
