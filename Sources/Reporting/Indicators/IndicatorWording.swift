import Languages
import VisitorModel

/// The words of the sheet of indicators.
enum IndicatorWording {
    static let indicator = BilingualText(ja: "指標", en: "Indicator")
    static let baseline = BilingualText(ja: "基準値 B", en: "Baseline B")
    static let target = BilingualText(ja: "目標値 T", en: "Target T")
    static let actual = BilingualText(ja: "最新の実績 A", en: "Latest actual A")
    static let achievement = BilingualText(ja: "達成率 A/T", en: "A/T")
    static let progress = BilingualText(ja: "進捗率 (A−B)/(T−B)", en: "(A−B)/(T−B)")
    static let expected = BilingualText(ja: "直線での進捗", en: "Straight line")
    static let light = BilingualText(ja: "判定", en: "Light")
    static let owner = BilingualText(ja: "担当", en: "Owner")
    static let ownerUnknown = BilingualText(ja: "未登録", en: "not named")
    static let none = BilingualText(ja: "なし", en: "none")
    static let noActual = BilingualText(ja: "実績の報告なし", en: "no actual reported")
    static let total = BilingualText(ja: "累計", en: "total ")
    static let reviews = BilingualText(ja: "毎年の検証（PDCA）", en: "Yearly reviews (PDCA)")
    static let noReviews = BilingualText(
        ja: "毎年の検証（結果・要因・次の取り組み・担当・期限）は、まだ kpis.yaml に書かれていません。",
        en: "No yearly review (result, cause, next action, who, when) is written in kpis.yaml yet.")
    static let year = BilingualText(ja: "年", en: "Year")
    static let result = BilingualText(ja: "結果", en: "Result")
    static let cause = BilingualText(ja: "要因", en: "Cause")
    static let next = BilingualText(ja: "次の取り組み", en: "Next action")
    static let responsible = BilingualText(ja: "担当", en: "Who")
    static let due = BilingualText(ja: "期限", en: "When")
    static let goalLine = BilingualText(ja: "目標", en: "target")
    static let actualLine = BilingualText(ja: "実績", en: "actual")
    static let inboundLine = BilingualText(ja: "（うち訪日外国人）", en: " (of which inbound)")
    static let unmeasured = BilingualText(ja: "未計測", en: "not measured")
    static let sheetTitle = BilingualText(ja: "KPI一覧", en: "Indicators")
    static let formulas = BilingualText(
        ja: "達成率は実績÷目標、進捗率は基準値から目標までの道のりのうち進んだ割合です。両方を示すのは、達成率だけでは基準値のままでも高く見えるためです。",
        en:
            "Achievement is actual ÷ target; progress is the part of the way from baseline to target. Both are given, since achievement alone looks high even at the baseline."
    )

    static let illustrative = BilingualText(
        ja: "計算した実績は、説明用の架空データを含む台帳によるものです。実績ではありません。",
        en: "Computed actual values rest on a ledger that holds illustrative data; they are no record.")

    static func unreviewed(_ period: BilingualText) -> BilingualText {
        BilingualText(ja: "\(period.ja)の検証がまだありません。", en: "\(period.en) has no review yet.")
    }

    static func evidence(_ text: BilingualText) -> BilingualText {
        BilingualText(ja: "根拠は\(text.ja)。", en: "evidence: \(text.en).")
    }

    static func about(_ indicator: BilingualText, _ note: BilingualText) -> BilingualText {
        BilingualText(ja: "\(indicator.ja)：\(note.ja)", en: "\(indicator.en): \(note.en)")
    }

    static func lowerBound(_ years: [BilingualText]) -> BilingualText {
        let list = BilingualText.list(years)
        return BilingualText(
            ja: "\(list.ja)の報告がないため、累計は下限です。", en: "\(list.en) not reported, so the total is a lower bound.")
    }

    static func inYear(_ year: BilingualText) -> BilingualText {
        BilingualText(ja: "（\(year.ja)）", en: " (\(year.en))")
    }

    /// The unit with its scale: 百万円, million yen.
    static func unit(_ indicator: IndicatorDefinition) -> BilingualText {
        let name = indicator.unit.name
        guard indicator.scale != .one else { return name }
        return BilingualText(ja: indicator.scale.rawValue + name.ja, en: "\(indicator.scale.englishName) \(name.en)")
    }

    static func generations(_ years: [Int]) -> BilingualText {
        let list = years.map(String.init)
        return BilingualText(
            ja: list.map { "\($0)年" }.joined(separator: "・") + "版", en: list.joined(separator: ", "))
    }
}

extension Scale {
    var englishName: String {
        switch factor {
        case 1: ""
        case 1_000: "thousand"
        case 10_000: "ten thousand"
        case 1_000_000: "million"
        case 100_000_000: "hundred million"
        default: "× \(factor)"
        }
    }
}
