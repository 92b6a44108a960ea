public import Languages

/// One of the government's rules for tables that programs read.
///
/// Source: 総務省「統計表における機械判読可能なデータ作成に関する表記方法」 (18 December 2020). Its rules on objects, merged cells
/// and sheets are about workbooks; in CSV a merged cell shows as labels left out.
public enum ReadabilityRule: String, Sendable, Hashable, CaseIterable {
    case encoding = "utf-8"
    case oneHeader = "one-header-row"
    case evenRows = "even-rows"
    case completeLabels = "complete-labels"
    case oneDatum = "one-datum-a-cell"
    case plainNumbers = "plain-numbers"
    case spacing = "no-spacing-for-looks"
    case formulas = "no-formulas"
    case characters = "portable-characters"
    case westernYears = "western-years"
    case units = "stated-units"
    case areaCodes = "area-codes"
    case totals = "totals-apart"

    /// What the rule asks for.
    public var title: BilingualText {
        switch self {
        case .encoding: BilingualText(ja: "文字コードは UTF-8", en: "the encoding is UTF-8")
        case .oneHeader: BilingualText(ja: "見出しは1行目に1行だけ", en: "one row of heads, and it comes first")
        case .evenRows:
            BilingualText(ja: "全行の列数が同じで空行・注記の行がない", en: "all rows are equally wide, none is blank or a note")
        case .completeLabels: BilingualText(ja: "項目名・見出しを省略しない（セル結合なし）", en: "no label is left out or merged")
        case .oneDatum: BilingualText(ja: "1セルに1データ（改行なし）", en: "one datum a cell, on one line")
        case .plainNumbers: BilingualText(ja: "数値は数字だけ（桁区切り・単位・記号なし）", en: "numbers are digits only")
        case .spacing: BilingualText(ja: "体裁のための空白がない", en: "no spaces for looks")
        case .formulas: BilingualText(ja: "数式を含まない", en: "no formulas")
        case .characters: BilingualText(ja: "機種依存文字・半角カナがない", en: "no platform-dependent characters")
        case .westernYears: BilingualText(ja: "時点は西暦（和暦だけにしない）", en: "years of the common era stand beside eras")
        case .units: BilingualText(ja: "数値の単位が書いてある", en: "units are stated")
        case .areaCodes: BilingualText(ja: "地域コードがある", en: "areas have codes")
        case .totals: BilingualText(ja: "合計と内訳を混ぜない", en: "totals stand apart from data")
        }
    }

    /// What to do about it.
    public var remedy: BilingualText {
        switch self {
        case .encoding: BilingualText(ja: "「CSV UTF-8」で保存し直してください。", en: "Save it as “CSV UTF-8”.")
        case .oneHeader:
            BilingualText(
                ja: "表題・注記は別ファイルに移し、見出しを1行にまとめてください。",
                en: "Move titles and notes to another file and make the heads one row.")
        case .evenRows:
            BilingualText(
                ja: "空行を消し、注記は別ファイルに移し、列数をそろえてください。",
                en: "Delete blank rows, move notes to another file and give every row the same cells.")
        case .completeLabels:
            BilingualText(ja: "結合を解き、すべてのセルに値を入れてください。", en: "Unmerge cells and repeat the label in each.")
        case .oneDatum:
            BilingualText(ja: "改行を消し、データごとにセルを分けてください。", en: "Remove line breaks and give each datum its cell.")
        case .plainNumbers:
            BilingualText(
                ja: "桁区切りと単位を外し、記号の理由は別の列に書いてください。",
                en: "Drop separators and units; give the reason for a mark in a column of its own.")
        case .spacing: BilingualText(ja: "前後と文字間の空白を消してください。", en: "Remove spaces around and between letters.")
        case .formulas: BilingualText(ja: "値に置き換えてください。", en: "Replace it by its value.")
        case .characters: BilingualText(ja: "①は1、㈱は（株）のように書き換えてください。", en: "Write 1 for ①, (株) for ㈱.")
        case .westernYears:
            BilingualText(ja: "西暦の列を加えてください（例: 2013-04）。", en: "Add a column with the common era, such as 2013-04.")
        case .units:
            BilingualText(
                ja: "見出しか列に単位を書いてください（例: 入込客数（人））。",
                en: "State the unit in the head or a column, such as visitors (persons).")
        case .areaCodes:
            BilingualText(
                ja: "全国地方公共団体コードの列を加えてください（例: 352136）。", en: "Add a column of municipality codes, such as 352136.")
        case .totals:
            BilingualText(ja: "合計の行・列を別の表に分けてください。", en: "Put rows and columns of totals into a table of their own.")
        }
    }
}
