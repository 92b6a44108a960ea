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
    static let comparison = BilingualText(ja: "平均・前年など比較用の数値", en: "average or earlier year, for comparison")
    static let longerPeriod = BilingualText(ja: "期間の合計（足さない）", en: "total of a longer period (not added)")
    static let beforeTable = BilingualText(ja: "表より前の行", en: "before the table")
    static let afterTable = BilingualText(ja: "表より後の行", en: "after the table")
    static let comment = BilingualText(ja: "印の付いた注釈行", en: "row marked as a comment")
    static let section = BilingualText(ja: "区分の見出し", en: "heading of a section")
    static let duplicate = BilingualText(ja: "同じ内容の繰り返し", en: "repeats another row exactly")
    static let outvoted = BilingualText(ja: "重複で採らない側の行", en: "the other of two rows, by the profile's rule")
    static let unnamedColumn = BilingualText(ja: "見出しのない列", en: "column without a header")
    static let noteColumn = BilingualText(ja: "備考の列", en: "column of remarks")
    static let listed = BilingualText(ja: "profile で対象外とした行", en: "label the profile sets aside")
    static let notOurs = BilingualText(ja: "この観光地にない場所・区分", en: "place or label outside this destination")
}
