import Languages
import VisitorModel

extension MappingShape {
    /// The strategy with its tree of goals, measures and concrete measures.
    static let strategy = MappingShape(
        "strategy", BilingualText(ja: "総合戦略の目標の木", en: "The strategy's own tree of goals and measures"),
        keys: [
            KeyShape("title", .bilingual, required: true, "戦略の名前", "what the strategy is called"),
            KeyShape("from", .integer, required: true, "計画期間の最初の年（西暦）", "its first year, common era"),
            KeyShape("to", .integer, required: true, "計画期間の最後の年（西暦）", "its last year, common era"),
            KeyShape("note", .bilingual, "添える注記", "what must be said beside it"),
            KeyShape("goals", .list(.mapping(goal)), required: true, "基本目標", "the basic goals"),
        ])

    private static let goal = MappingShape(
        "goal", BilingualText(ja: "基本目標", en: "A basic goal"),
        keys: node + [KeyShape("measures", .list(.mapping(measure)), "施策", "the measures under it")])

    private static let measure = MappingShape(
        "measure", BilingualText(ja: "施策", en: "A measure"),
        keys: node + [KeyShape("actions", .list(.mapping(action)), "具体的な施策", "the concrete measures under it")])

    private static let action = MappingShape(
        "action", BilingualText(ja: "具体的な施策", en: "A concrete measure"), keys: node)

    private static let node = [
        KeyShape("id", .text, required: true, "名前（英小文字とハイフン）", "its identifier"),
        KeyShape("title", .bilingual, required: true, "表示名", "what the strategy calls it"),
        KeyShape("indicators", .list(.mapping(indicator)), "指標（数値目標・KPI）", "its indicators"),
    ]

    /// The national form of indicators that a DMO hands in.
    static let nationalForm = MappingShape(
        "national-form", BilingualText(ja: "観光地域づくり法人の様式（様式1）のKPI表", en: "The KPI table of the DMO form (form 1)"),
        keys: [
            KeyShape("title", .bilingual, required: true, "様式の名前", "what the form is called"),
            KeyShape("past-years", .integer, "示す過去の年数（省略時 3）", "how many past years it shows (3 when left out)"),
            KeyShape("coming-years", .integer, "示す当年以降の年数（省略時 3）", "how many years from this one on (3 when left out)"),
            KeyShape("note", .bilingual, "添える注記", "what must be said beside it"),
            KeyShape(
                "indicators", .list(.mapping(indicator)), required: true, "指標", "the indicators, in the form's order"),
        ])

    static let indicator = MappingShape(
        "indicator", BilingualText(ja: "指標（KPI）", en: "An indicator"),
        keys: [
            KeyShape("id", .text, required: true, "名前（英小文字とハイフン）", "its identifier"),
            KeyShape("title", .bilingual, required: true, "表示名", "what people call it"),
            KeyShape("unit", .choice(StatisticalUnit.allCases.map(\.rawValue)), required: true, "単位", "its unit"),
            KeyShape(
                "scale", .choice(Scale.allCases.map(\.rawValue)), "表示の位取り（百万 で百万円）",
                "the scale it is shown in; values are always plain"),
            KeyShape(
                "basis", .choice(["calendar-year", "fiscal-year"]), "暦年か年度か（省略時 年度）",
                "calendar or fiscal year (fiscal when left out)"),
            KeyShape(
                "direction", .choice(IndicatorDefinition.Direction.allCases.map(\.rawValue)), "よい方向（省略時 higher）",
                "which way is good (higher when left out)"),
            KeyShape("cumulative", .boolean, "計画期間の累計か", "whether yearly values add up over the plan"),
            KeyShape(
                "goal", .text, "基準値・目標値・実績を取る目標（targets の id）",
                "a goal from targets that gives baseline, target and actuals"),
            KeyShape(
                "baseline", .mapping(baselineMark), "基準値（ない指標では省略）",
                "where it starts; left out when the plan names none"),
            KeyShape("target", .mapping(targetMark), "目標値", "what is to be reached"),
            KeyShape("targets", .dictionary(.number), "年ごとの目標値（2019: 123）", "targets by year, 2019: 123"),
            KeyShape(
                "definition", .text, "実績を計算する定義（名前@版）。省略すると実績ファイルから読む",
                "the metric that gives actuals; without it they come from the file of actuals"),
            KeyShape(
                "variant", .text, "平準化率の計算方法（low-to-peak, mean-to-peak, one-minus-gini, entropy）",
                "which kind of evenness over the metric's months"),
            KeyShape("inbound-part", .boolean, "訪日外国人の内数も示すか", "whether the form also shows foreign visitors"),
            KeyShape("generations", .list(.integer), "求めるガイドラインの年（2020, 2025）", "the guideline years that ask for it"),
            KeyShape("owner", .bilingual, "担当", "who answers for it"),
            KeyShape("evidence", .bilingual, "実績の根拠となる資料", "what proves its actuals"),
            KeyShape("source", .bilingual, required: true, "指標の出所", "the plan or guideline that sets it"),
            KeyShape("note", .bilingual, "添える注記", "what must be said beside it"),
            KeyShape("reviews", .list(.mapping(review)), "毎年の検証（PDCA）", "the yearly reviews"),
        ])

    private static let baselineMark = MappingShape(
        "indicator baseline", BilingualText(ja: "基準値", en: "Where it starts"),
        keys: [
            KeyShape("value", .number, required: true, "値", "its value"),
            KeyShape("year", .integer, "西暦の年（示されていなければ省略）", "its year, common era; left out when not given"),
            KeyShape("rounded-to", .integer, "公表時の丸めの単位", "what it was rounded to when published"),
        ])

    private static let targetMark = MappingShape(
        "indicator target", BilingualText(ja: "目標値", en: "What is to be reached"),
        keys: [
            KeyShape("value", .number, required: true, "値", "its value"),
            KeyShape("year", .integer, required: true, "西暦の年", "its year, common era"),
        ])

    private static let review = MappingShape(
        "review", BilingualText(ja: "検証（PDCA）", en: "A yearly review"),
        keys: [
            KeyShape("year", .integer, required: true, "対象の年（西暦）", "the year under review"),
            KeyShape("result", .bilingual, required: true, "結果", "what came of it"),
            KeyShape("cause", .bilingual, "要因", "why"),
            KeyShape("next", .bilingual, "次の取り組み", "what is done next"),
            KeyShape("responsible", .bilingual, "担当", "who does it"),
            KeyShape("due", .text, "期限", "by when"),
        ])

    static let trafficLight = MappingShape(
        "traffic-light", BilingualText(ja: "判定の基準（%）", en: "When a light is green or amber, in per cent"),
        keys: [
            KeyShape("green", .number, "○とする割合（省略時 100）", "green from here on (100 when left out)"),
            KeyShape("amber", .number, "△とする割合（省略時 80）", "amber from here on (80 when left out)"),
        ])
}
