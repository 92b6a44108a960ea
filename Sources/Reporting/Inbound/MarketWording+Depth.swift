import Languages

extension MarketWording {
    static let monthsCompared = BilingualText(ja: "比較した月数", en: "Months compared")
    static let scale = BilingualText(
        ja: "HHIは、一つの市場だけなら1、n市場が同じ大きさなら1÷nです。ジニ係数は、同じ大きさなら0で、偏るほど1に近づきます。",
        en: "HHI is 1 where one market has all and 1 ÷ n where n are equal; Gini is 0 where all are equal, nearer 1 the less they are.")
    static let noWholeYear = BilingualText(
        ja: "全市場の数値がそろった年がまだないため、集中度と新しい市場は示せません。",
        en: "No year has every count of every market yet, so neither concentration nor new markets can be told.")
    static let nothingNew = BilingualText(ja: "新しい市場はありません。", en: "No market is new.")
    static let unknownKeptBack = BilingualText(
        ja: "国籍・地域の分からない人数は、少ない数の規則により公表しません。",
        en: "How many were of unknown nationality is kept back by the rule for small counts.")

    static let unknownNotCounted = BilingualText(
        ja: "国籍不明の人数は数えられていません。0人という意味ではありません。",
        en: "Visitors of unknown nationality are not counted; that does not mean there are none.")

    static func inYear(_ year: BilingualText, _ text: BilingualText) -> BilingualText {
        BilingualText(ja: "\(year.ja)：\(text.ja)", en: "\(year.en): \(text.en)")
    }

    static func indexCaption(_ year: BilingualText, _ base: BilingualText) -> BilingualText {
        BilingualText(
            ja: "\(base.ja)に対する\(year.ja)の指数（両方の年に数値のある月だけ）",
            en: "\(year.en) against \(base.en), only months that both years have")
    }

    static func sameMonths(_ year: BilingualText) -> BilingualText {
        BilingualText(ja: "\(year.ja)の同じ月", en: "\(year.en), these months")
    }

    static func newUntold(_ names: [BilingualText]) -> BilingualText {
        let list = BilingualText.list(names)
        return BilingualText(
            ja: "前年の数値がそろわず、新しいかどうか分からない市場：\(list.ja)。",
            en: "Markets without a whole count of the year before, so nobody can say whether they are new: \(list.en).")
    }

    static func unknown(_ count: BilingualText, _ share: BilingualText?, isWhole: Bool) -> BilingualText {
        let part = share.map { BilingualText(ja: "（全体の\($0.ja)）", en: " (\($0.en) of all)") }
        let soFar = isWhole ? BilingualText(verbatim: "") : BilingualText(ja: "これまでに", en: " so far")
        return BilingualText(
            ja: "国籍不明は\(soFar.ja)\(count.ja)\(part?.ja ?? "")です。",
            en: "unknown nationality\(soFar.en): \(count.en)\(part?.en ?? "").")
    }
}
