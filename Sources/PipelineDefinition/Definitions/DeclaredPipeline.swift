public import Diagnostics
public import Languages
public import VisitorModel

/// A pipeline as declared: where rows come from, what is done to them, where the result goes.
public struct DeclaredPipeline: Sendable, Hashable {
    /// The identifier.
    public var name: String
    /// What people call it.
    public var titles: BilingualText
    /// The profile its files are read by.
    public var profile: String
    /// Where the profile is named.
    public var profilePosition: SourcePosition
    /// Patterns of file names it takes: `akiyoshido/*.csv`.
    public var filePatterns: [String]
    /// The stages as written; each kind of stage reads its own parameters.
    public var stages: [DefinitionNode]
    /// The ledger, where the result's rows become observations; `nil` for a survey.
    public var output: LedgerOutput?
    /// The survey, where they are people's answers; `nil` for the ledger.
    public var survey: SurveyOutput?
    /// Where the pipeline begins.
    public var position: SourcePosition
}

/// Which columns of a pipeline's result make an observation.
public struct LedgerOutput: Sendable, Hashable {
    /// The measure all values belong to.
    public var measure: String
    /// The unit of the values.
    public var unit: StatisticalUnit
    /// The columns, by role.
    public var columns: [Role: String]
    /// Where the output is described.
    public var position: SourcePosition
    /// Where the measure is named.
    public var measurePosition: SourcePosition
    /// Where the unit is named.
    public var unitPosition: SourcePosition

    /// What a column says about an observation.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case place
        case period
        case value
        case market
        case origin
        case stay
        case status
        case vintage

        /// Whether every observation needs it.
        public var isRequired: Bool { self == .place || self == .period || self == .value }

        /// What the column says.
        public var summary: BilingualText {
            switch self {
            case .place: BilingualText(ja: "場所の列", en: "the column with the place")
            case .period: BilingualText(ja: "期間の列", en: "the column with the period")
            case .value: BilingualText(ja: "値の列", en: "the column with the value")
            case .market: BilingualText(ja: "市場（国・地域）の列", en: "the column with the market")
            case .origin: BilingualText(ja: "居住地区分の列", en: "the column with the visitors' origin")
            case .stay: BilingualText(ja: "宿泊・日帰りの列", en: "the column with overnight or same-day")
            case .status: BilingualText(ja: "速報・確報などの列", en: "the column with the status")
            case .vintage: BilingualText(ja: "版の列", en: "the column with the vintage")
            }
        }
    }
}

extension DeclaredPipeline {
    /// Makes a pipeline from a node that fits its shape.
    init?(_ node: DefinitionNode) {
        guard let name = node.text("pipeline"), let titles = node.bilingual("title"), let source = node["source"],
            let profile = source.text("profile"), let result = node["output"],
            result["ledger"] != nil || result["survey"] != nil
        else { return nil }
        self.name = name
        self.titles = titles
        self.profile = profile
        profilePosition = source["profile"]?.position ?? source.position
        filePatterns = source.texts("files")
        stages = node["stages"]?.members ?? []
        survey = SurveyOutput(result["survey"])
        if let ledger = result["ledger"] {
            guard let output = LedgerOutput(ledger) else { return nil }
            self.output = output
        }
        position = node.position
    }
}

extension LedgerOutput {
    /// Reads the roles of a node that fits its shape.
    init?(_ ledger: DefinitionNode) {
        guard let measure = ledger.text("measure"), let unit: StatisticalUnit = ledger.choice("unit") else {
            return nil
        }
        var columns: [Role: String] = [:]
        for role in Role.allCases { columns[role] = ledger.text(role.rawValue) }
        self.init(
            measure: measure, unit: unit, columns: columns, position: ledger.position,
            measurePosition: ledger["measure"]?.position ?? ledger.position,
            unitPosition: ledger["unit"]?.position ?? ledger.position)
    }
}

extension MappingShape {
    /// The shape of a pipeline file.
    public static let pipeline = MappingShape(
        "pipeline",
        BilingualText(
            ja: "どのファイルを、どう加工して、何として台帳に入れるか。", en: "Which files are read, what is done to them, and what they become."),
        keys: [
            KeyShape(
                "pipeline", .text, required: true, "この処理の名前（英小文字とハイフン）", "the pipeline's name, lower case with hyphens"),
            KeyShape("title", .bilingual, required: true, "表示名", "what people call it"),
            KeyShape(
                "source",
                .mapping(
                    MappingShape(
                        "source", BilingualText(ja: "入力", en: "Where rows come from"),
                        keys: [
                            KeyShape(
                                "profile", .text, required: true, "読み方（profiles/ の名前）",
                                "the profile the files are read by"),
                            KeyShape(
                                "files", .either([.list(.text), .text]), required: true,
                                "ファイル名の型（* と ? が使える）。フォルダー名を付けると末尾の道筋で照合",
                                "patterns of file names (* and ?); with folders, matched against the end of the path"),
                        ])), required: true, "入力", "where rows come from"),
            KeyShape(
                "stages", .list(.free), "加工の段階（filter、derive、aggregate、select）",
                "the stages: filter, derive, aggregate, select"),
            KeyShape(
                "output",
                .mapping(
                    MappingShape(
                        "output", BilingualText(ja: "出力", en: "What becomes of the result"),
                        keys: [
                            KeyShape("ledger", .mapping(ledger), "台帳（survey とどちらか一方）", "the ledger (this or survey)"),
                            KeyShape(
                                "survey", .mapping(.survey), "調査の回答（ledger とどちらか一方）",
                                "a survey's answers (this or ledger)"),
                        ])), required: true,
                "出力", "what becomes of the result"),
        ])

    static let ledger = MappingShape(
        "ledger", BilingualText(ja: "台帳に入れる列", en: "Which columns make an observation"),
        keys: [
            KeyShape(
                "measure", .text, required: true, "指標（destination.yaml の measures）",
                "the measure, from destination.yaml"),
            KeyShape(
                "unit", .choice(StatisticalUnit.allCases.map(\.rawValue)), required: true, "単位",
                "the unit of the values"),
        ]
            + LedgerOutput.Role.allCases.map { role in
                KeyShape(role.rawValue, .text, required: role.isRequired, role.summary.ja, role.summary.en)
            })
}
