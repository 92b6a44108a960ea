import Languages
import VisitorModel

extension BilingualText {
    static func noSurvey(_ name: String) -> Self {
        BilingualText(
            ja: "調査「\(name)」の表がないため計算できません。", en: "There is no table of the survey “\(name)”, so nothing is computed.")
    }

    static func noWave(_ quarters: [Quarter], in survey: BilingualText) -> Self {
        let names = BilingualText.list(quarters.map { Period.quarter($0).label })
        return BilingualText(
            ja: "「\(survey.ja)」に\(names.ja)の調査がないため計算しません。",
            en: "\(survey.en) has no wave for \(names.en), so nothing is computed.")
    }

    static let noSum = BilingualText(
        ja: "割合は足し算の結果ではないため、手順はありません。", en: "A share is no sum, so no steps lead to it.")

    static let onlyYears = BilingualText(
        ja: "昼間人口は年の値なので、暦年か年度でだけ計算します。", en: "The daytime population is a yearly number, so only years are computed.")

    static func noYearly(_ year: Int) -> Self {
        BilingualText(
            ja: "\(year)年までの昼間人口または域内通勤通学者の値がないため計算できません。",
            en: "There is no daytime population or number of local commuters up to \(year), so nothing is computed.")
    }

    static func yearlyValue(_ year: Int, _ value: ExactDecimal) -> Self {
        BilingualText(ja: "\(year)年の値 \(value.grouped)人", en: "value of \(year): \(value.grouped) persons")
    }

    static let stockAndFlow = BilingualText(
        ja: "ある日の昼間の人数（昼間人口）と一年の延べ人数を足す算式です。公表された算式のとおりで、二つの単位は本来異なります。",
        en:
            "The formula adds the people present on one day to the visits of a whole year. It is applied as published; the two units differ."
    )

    static let illustrativeParameters = BilingualText(
        ja: "説明用の架空の調査値を使っています。実績ではありません。", en: "Made with illustrative survey values; it is no record.")

    static func sampling(_ error: SamplingError) -> Self {
        let size = error.halfWidth95.grouped
        let method = SamplingError.method
        return BilingualText(ja: "標本誤差±\(size)。\(method.ja)", en: "± \(size). \(method.en)")
    }

    static let withoutDeviation = BilingualText(
        ja: "標準偏差のない区分があるため、誤差は実際より小さく出ています。",
        en: "Some segments have no deviation, so the error is understated.")

    static func smallSamples(_ first: BilingualText, more: Int) -> Self {
        BilingualText(
            ja: first.ja + (more > 0 ? "ほかに\(more)件。" : ""), en: first.en + (more > 0 ? " And \(more) more." : ""))
    }
}
