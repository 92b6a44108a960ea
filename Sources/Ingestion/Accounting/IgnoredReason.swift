import Languages

/// Why rows are set aside on purpose.
enum IgnoredReason {
    static let title = BilingualText(ja: "表題・前書き", en: "title or preamble")
    static let header = BilingualText(ja: "見出し", en: "header")
    static let repeatedHeader = BilingualText(ja: "繰り返しの見出し", en: "repeated header")
    static let blank = BilingualText(ja: "空行", en: "blank row")
    static let note = BilingualText(ja: "注記", en: "note")
    static let textRow = BilingualText(ja: "数値のない説明行", en: "text without numbers")
    static let total = BilingualText(ja: "合計（足さずに照合）", en: "total (checked, not added)")
    static let ofWhich = BilingualText(ja: "内数・再掲", en: "part of another row")
    static let ratio = BilingualText(ja: "比率・増減", en: "ratio or change")
    static let unnamedColumn = BilingualText(ja: "見出しのない列", en: "column without a header")
    static let noteColumn = BilingualText(ja: "備考の列", en: "column of remarks")
    static let listed = BilingualText(ja: "profile で対象外とした行", en: "label the profile sets aside")
    static let notOurs = BilingualText(ja: "この観光地にない場所・区分", en: "place or label outside this destination")
}
