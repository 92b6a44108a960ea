import Languages

/// The words around a survey.
enum SurveyWording {
    static let scores = BilingualText(ja: "観光客の評価（市民を除く）", en: "What visitors say (residents left out)")
    static let segments = BilingualText(ja: "四半期・区分別", en: "By quarter and segment")
    static let question = BilingualText(ja: "設問", en: "Question")
    static let segment = BilingualText(ja: "四半期と区分", en: "Quarter and segment")
    static let value = BilingualText(ja: "値", en: "Value")
    static let error = BilingualText(ja: "±（95%）", en: "± (95 %)")
    static let respondents = BilingualText(ja: "回答数", en: "n")
    static let share = BilingualText(ja: "構成比", en: "Share")
    static let places = BilingualText(ja: "平均訪問地点数", en: "Mean places")
    static let spend = BilingualText(ja: "消費額（円/人回）", en: "Spend, yen a trip")
    static let satisfied = BilingualText(ja: "満足（4・5）", en: "satisfied (4 or 5 of 5)")
    static let verySatisfied = BilingualText(ja: "大変満足（5）", en: "very satisfied (5 of 5)")
    static let returning = BilingualText(ja: "リピーター率", en: "have been here before")
    static let promoters = BilingualText(ja: "NPS（推奨者−批判者）", en: "NPS (promoters − detractors)")

    static let errors = BilingualText(
        ja: "±は、回答者を無作為に選んだとみなしたときの95%の幅の半分です。選び方の偏りは含みません。",
        en: "± is half the 95 % interval as if people had been picked at random; how they were picked may add to it.")

    static func account(_ account: SurveySheet.Account) -> BilingualText {
        let aside = account.rows - account.used
        return BilingualText(
            ja: "\(account.rows)行のうち\(account.used)件の回答を使いました" + (aside > 0 ? "（\(aside)件は区分が分からず使えません）。" : "。"),
            en: "\(account.used) of \(account.rows) rows are used" + (aside > 0 ? "; \(aside) name no segment." : "."))
    }

    static func withoutSegment(_ count: Int, _ column: String) -> BilingualText {
        BilingualText(ja: "\(count)行は「\(column)」が空か、使える言葉ではありません。", en: "\(count) rows have no usable “\(column)”.")
    }

    static func outsideScale(_ count: Int, _ column: String) -> BilingualText {
        BilingualText(
            ja: "「\(column)」の\(count)件は尺度の外のため、無回答としました。",
            en: "\(count) answers to “\(column)” are outside its scale and taken as no answer.")
    }
}
