import Diagnostics
public import Languages
public import VisitorModel

/// Values formulas need beside counts: a survey's table in a file, or numbers by year.
public struct ParameterDefinition: Sendable, Hashable {
    /// What it holds.
    public enum Content: Sendable, Hashable {
        /// A table of segments by quarter, in a file beside the definitions.
        case survey(file: String, designEffect: ExactDecimal)
        /// Numbers by year of the common era.
        case yearly([Int: ExactDecimal])
        /// How many visitors a Saturday and a Sunday or holiday bring, a working day being 1.
        case dayWeights(saturday: ExactDecimal, sundayOrHoliday: ExactDecimal)
    }

    /// The identifier.
    public var id: String
    /// What people call it.
    public var titles: BilingualText
    /// Where it comes from.
    public var source: BilingualText
    /// Whether its numbers are real.
    public var origin: DataOrigin
    /// What it holds.
    public var content: Content
}

extension ParameterDefinition {
    init?(_ node: DefinitionNode, reportingTo collector: DiagnosticCollector) {
        guard let id = node.text("id"), let titles = node.bilingual("title"), let source = node.bilingual("source"),
            let origin: DataOrigin = node.choice("data")
        else { return nil }
        self.id = id
        self.titles = titles
        self.source = source
        self.origin = origin
        if let file = node.text("survey") {
            content = .survey(file: file, designEffect: node.decimal("design-effect") ?? 1)
            return
        }
        if let weights = node["day-weights"] {
            guard let saturday = weights.decimal("saturday"), let off = weights.decimal("sunday-or-holiday"),
                saturday > .zero, off > .zero
            else {
                collector.report(
                    .wrongForm(
                        at: weights.position, value: id,
                        expected: BilingualText(
                            ja: "0より大きい重み（saturday: 1.8）", en: "weights above zero (saturday: 1.8)")))
                return nil
            }
            content = .dayWeights(saturday: saturday, sundayOrHoliday: off)
            return
        }
        var values: [Int: ExactDecimal] = [:]
        for entry in node["values"]?.entries ?? [] {
            guard let year = Int(entry.key), let value = entry.value.text.flatMap({ ExactDecimal($0) }) else {
                collector.report(
                    .wrongForm(
                        at: entry.keyPosition, value: entry.key,
                        expected: BilingualText(ja: "西暦の年と数値（2015: 123）", en: "a year and a number, 2015: 123")))
                continue
            }
            values[year] = value
        }
        guard !values.isEmpty else {
            collector.report(
                Diagnostic(
                    code: "parameter.empty", position: node.position, value: id,
                    message: BilingualText(
                        ja: "survey（ファイル名）、values（年ごとの値）、day-weights（曜日の重み）のどれかが要ります。",
                        en: "One of survey (a file), values (numbers by year) and day-weights is needed.")))
            return nil
        }
        content = .yearly(values)
    }
}

extension MetricDerivation {
    /// Reads what is done with the sum; names of parameters nobody declared are reported.
    init(_ node: DefinitionNode, declared: [String]?, reportingTo collector: DiagnosticCollector) {
        func known(_ key: String, in owner: DefinitionNode) -> String? {
            guard let name = owner.text(key) else { return nil }
            if let declared, !declared.contains(name) {
                collector.report(
                    .unknownName(
                        name, kind: BilingualText(ja: "パラメーター", en: "parameter"), known: declared,
                        at: owner[key]?.position ?? owner.position))
            }
            return name
        }
        if let survey = known("without-residents", in: node) {
            self = .withoutResidents(survey: survey)
        } else if let survey = known("real-trips", in: node) {
            self = .realTrips(survey: survey)
        } else if let terms = node["with-commuters"], let daytime = known("daytime", in: terms),
            let local = known("local", in: terms)
        {
            self = .withCommuters(daytime: daytime, local: local)
        } else if let total = node.text("share-of") {
            self = .share(of: total)
        } else {
            self = .sum
        }
    }

    /// The unit the result must have, given that of the counts.
    func unit(of counts: StatisticalUnit) -> StatisticalUnit {
        switch self {
        case .sum, .withoutResidents: counts
        case .realTrips: .personTrips
        case .withCommuters: .persons
        case .share: .perMille
        }
    }
}

extension DesignationThresholds {
    init?(_ node: DefinitionNode) {
        guard let rule = node["designation"] else { return nil }
        self.init()
        if let year = rule.decimal("year") { self.year = year }
        if let month = rule.decimal("month") { self.month = month }
    }
}

extension MappingShape {
    static let parameter = MappingShape(
        "parameter", BilingualText(ja: "計算に使う調査の表や年ごとの値", en: "A survey's table or numbers by year that formulas need"),
        keys: [
            KeyShape("id", .text, required: true, "名前（英小文字とハイフン）", "its identifier"),
            KeyShape("title", .bilingual, required: true, "表示名", "what people call it"),
            KeyShape(
                "data", .choice(DataOrigin.allCases.map(\.rawValue)), required: true, "公表値か架空か",
                "whether its numbers are real"),
            KeyShape("source", .bilingual, required: true, "出所", "where it comes from"),
            KeyShape(
                "survey", .text, "区分別・四半期別の表（このフォルダーからの道筋）", "the table of segments by quarter, a path from this folder"
            ),
            KeyShape(
                "design-effect", .number, "標本設計による分散の増加（省略時 1）",
                "how much the survey's design widens the variance (1 when left out)"),
            KeyShape("values", .dictionary(.number), "年ごとの値（2015: 123）", "numbers by year, 2015: 123"),
            KeyShape(
                "day-weights",
                .mapping(
                    MappingShape(
                        "day-weights",
                        BilingualText(
                            ja: "曜日・祝日の重み（平日を1とする）", en: "How many visitors a day brings, a working day being 1"),
                        keys: [
                            KeyShape(
                                "saturday", .number, required: true, "土曜日（祝日を除く）", "a Saturday that is no holiday"),
                            KeyShape(
                                "sunday-or-holiday", .number, required: true, "日曜日と祝日", "a Sunday or public holiday"),
                        ])), "曜日・祝日の重み", "weights of days, for growth freed of the calendar"),
        ])

    static let commuters = MappingShape(
        "with-commuters",
        BilingualText(ja: "昼間人口 − 域内通勤通学者 + 合計", en: "daytime population − local commuters + the sum"),
        keys: [
            KeyShape("daytime", .text, required: true, "昼間人口のパラメーター", "the parameter with the daytime population"),
            KeyShape(
                "local", .text, required: true, "域内通勤通学者のパラメーター",
                "the parameter with those who work or study where they live"),
        ])

    static let designation = MappingShape(
        "designation",
        BilingualText(ja: "観光地点とする基準（前年の入込客数）", en: "From which counts of the year before on a place counts"),
        keys: [
            KeyShape("year", .number, "年間（省略時 10000）", "in the year (10000 when left out)"),
            KeyShape("month", .number, "ひと月（省略時 5000）", "in one month (5000 when left out)"),
        ])
}
