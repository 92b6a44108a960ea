import Languages
import VisitorModel

extension MappingShape {
    /// The shape of a profile file.
    public static let profile = MappingShape(
        "profile",
        BilingualText(
            ja: "提供元ごとのファイルの読み方。ファイルの行を、型の付いた列を持つ表にします。",
            en: "How one supplier's files are read: rows become a table with typed columns."),
        keys: [
            KeyShape(
                "profile", .text, required: true, "この読み方の名前（英小文字とハイフン）", "the profile's name, lower case with hyphens"),
            KeyShape("title", .bilingual, required: true, "表示名", "what people call the delivery"),
            KeyShape(
                "data", .choice(DataOrigin.allCases.map(\.rawValue)), required: true,
                "published（公表値）、reported（報告値）、illustrative（説明用の架空データ）",
                "whether the numbers are published, reported to us, or illustrative (made up)"),
            KeyShape("notice", .bilingual, "この数値を載せる所に必ず示す注記", "a notice printed wherever its numbers appear"),
            KeyShape("read", .mapping(reading), required: true, "ファイルの形式", "the file's physical form"),
            KeyShape(
                "table", .mapping(table), "表が置かれている場所（省略時は自動で探す）",
                "where the table lies in the sheet; found out when left out"),
            KeyShape(
                "duplicates", .either([.mapping(duplicates), .choice(winners)]),
                "同じキーの行の扱い。同じ内容の行は一度だけ数え、値が違うときは hold（保留）、first（先の行を採る）、last（後の行を採る）。省略時、集計せず台帳に入る値は hold と同じ",
                "rows with one key: identical ones count once; of different values hold keeps all aside, first or last takes that row. When left out, values that reach the ledger unsummed are treated as hold"
            ),
            KeyShape(
                "layout", .text, "このレイアウトで作られたという記録（dmo inspect が書く）。変わると知らせます",
                "the layout the profile was made for, written by dmo inspect; a change is told"),
            KeyShape(
                "columns", .dictionary(.mapping(profileColumn)), required: true, "作る表の列（名前: 読み方）",
                "the columns of the table, each by name"),
            KeyShape("totals", .mapping(totals), "合計の行と列の扱い", "rows and columns that hold totals"),
        ])

    static let reading = MappingShape(
        "read", BilingualText(ja: "ファイルの形式", en: "The file's physical form"),
        keys: [
            KeyShape(
                "format", .choice(ReadingDefinition.Format.allCases.map(\.rawValue)), required: true,
                "csv、xml（任意の XML）、estat（e-Stat API の応答、XML か CSV）、sdmx（SDMX-ML か SDMX-CSV）、parquet（--engine spark のみ）",
                "csv, xml (any XML), estat (an answer of e-Stat's API, XML or CSV), sdmx (SDMX-ML or SDMX-CSV), parquet (with --engine spark only)"),
            KeyShape(
                "encoding", .choice(["auto", "utf-8", "utf-16le", "utf-16be", "cp932", "euc-jp", "iso-2022-jp"]),
                "文字コード（省略時は全体から判定）", "the encoding; found from the whole file when left out"),
            KeyShape(
                "delimiter", .choice(["auto", ",", ";", "tab", "|"]), "区切り文字（省略時は判定）",
                "the delimiter; found when left out"),
            KeyShape(
                "header-row", .integer, "見出し行の番号（省略時は列名から探す）",
                "the header's row as a spreadsheet counts; found by the labels when left out"),
            KeyShape(
                "record", .text, "XML の場合、1件を表す要素の道筋（例: 報告/月報/地点）",
                "for XML, the path to one record, such as report/month/place"),
            KeyShape(
                "limits", .mapping(limits), "壊れたファイルや悪意のあるファイルへの備え（通常は書かない）",
                "what is put up with in a broken or hostile file (mostly left out)"),
        ])

    static let limits = MappingShape(
        "limits", BilingualText(ja: "読み取りの上限", en: "Limits of reading"),
        keys: [
            KeyShape(
                "cell-bytes", .integer, "CSV の1セルのバイト数（省略時 1048576）", "bytes of one CSV cell (1048576 when left out)"),
            KeyShape(
                "row-bytes", .integer, "CSV の1行のバイト数（省略時 16777216）", "bytes of one CSV row (16777216 when left out)"),
            KeyShape("columns", .integer, "CSV の列数（省略時 16384）", "columns of a CSV row (16384 when left out)"),
            KeyShape("depth", .integer, "XML の入れ子の深さ（省略時 128）", "XML elements inside one another (128 when left out)"),
            KeyShape(
                "text-bytes", .integer, "XML の一つの文字列・属性・タグのバイト数（省略時 1048576）",
                "bytes of one XML text, attribute or tag (1048576 when left out)"),
            KeyShape(
                "attributes", .integer, "XML の一つの要素の属性の数（省略時 256）", "attributes of one XML element (256 when left out)"),
            KeyShape(
                "inflation", .integer, "gzip を展開して何倍まで認めるか（省略時 250）",
                "how many times its size a gzip file may grow to (250 when left out)"),
        ])

    static let totals = MappingShape(
        "totals", BilingualText(ja: "合計の扱い", en: "How totals are treated"),
        keys: [
            KeyShape(
                "labels", .list(.text), "合計・小計とみなす見出しの追加", "labels of totals beside the usual ones (合計, 計, 総数, …)"),
            KeyShape("blank", .boolean, "見出しが空欄の行・列を合計とみなす", "an empty label is a total's"),
            KeyShape(
                "parts", .list(.text), "上の行の内数であることを示す見出しの始まり（例: a(、b(）",
                "what labels begin with when the row above already includes their figure (a(, b()"),
            KeyShape(
                "check", .boolean, "合計を内訳と照合するか（省略時 true）",
                "whether printed totals are compared with their parts (true when left out)"),
        ])

    static let table = MappingShape(
        "table", BilingualText(ja: "表の置かれている場所", en: "Where the table lies in the sheet"),
        keys: [
            KeyShape(
                "header-rows", .integer, "見出しの行数（結合セルの段数。0 は見出しなし。省略時は判定）",
                "how many rows the header takes (0: none); found out when left out"),
            KeyShape("comment", .text, "この文字で始まる行は注釈（例: \"#\"）", "rows that begin with this are comments (\"#\")"),
            KeyShape(
                "begin", .text, "この文字で始まる行の後から表を探す（1ファイルに複数の表がある場合）",
                "look for the table behind the row that begins with this (a file with several tables)"),
            KeyShape(
                "end", .either([.list(.text), .text]), "この文字で始まる行で表が終わる", "a row that begins with this ends the table"),
        ])

    static let winners = DuplicateDefinition.Winner.allCases.map(\.rawValue)

    static let duplicates = MappingShape(
        "duplicates", BilingualText(ja: "同じキーの行の扱い", en: "Rows with the same key"),
        keys: [
            KeyShape("keep", .choice(winners), required: true, "hold（保留）、first（先の行）、last（後の行）", "hold, first or last"),
            KeyShape(
                "key", .list(.text), "キーとなる列（省略時は値以外のすべての列）",
                "the columns that make the key; all but values when left out"),
        ])

    static let source: [KeyShape] = [
        KeyShape(
            "from", .either([.list(.text), .text]),
            "列の見出し（複数の表記可）。XML では @属性、要素、../@属性。estat と sdmx では @軸（符号）、軸.name（名称）、value、unit、status、period、note",
            "the header label (or several spellings); in XML @attribute, child, ../@attribute, or . for the record's own text; in estat and sdmx @axis (its code), axis.name (its label), value, unit, status, period, note"
        ),
        KeyShape(
            "header", .boolean, "横長の表で、値の真上の見出しから読む", "in a wide table, read from the header cell above each value"),
        KeyShape(
            "column", .text, "見出しのない列を列名（A、B、…）で指す", "the sheet's column by its letter (A, B, …), when it has no label"),
        KeyShape(
            "upper-header", .either([.integer, .boolean]), "横長の表で、見出しの上の行（true か 1 は一つ上、2 は二つ上。結合セルは右へ続くとみなす）から読む",
            "in a wide table, read from a row above the header (true or 1 the next, 2 the one above it), merged cells carried right"
        ),
        KeyShape(
            "section", .boolean, "表の途中にある、文字だけの見出し行から読む（次の見出し行まで有効）",
            "read from the last row above that holds one text only: a section's heading"),
        KeyShape("cell", .boolean, "横長の表で、値のセルそのもの", "in a wide table, the value cell itself"),
        KeyShape("title", .boolean, "見出し行より上の表題から読む", "read from the title rows above the header"),
        KeyShape("file-name", .boolean, "ファイル名から読む", "read from the file's name"),
        KeyShape("fixed", .text, "すべての行で同じ値", "the same text for every row"),
    ]

    static let profileColumn = MappingShape(
        "column", BilingualText(ja: "表の列", en: "One column of the table"),
        keys: [
            KeyShape(
                "type", .choice(ProfileColumn.Kind.allCases.map(\.rawValue)), required: true, "列の型", "the column's type"
            )
        ] + source + [
            KeyShape(
                "year", .mapping(periodPart), "月だけが書かれている場合、年の読み取り元（年度とあれば4月始まり）",
                "where the year stands when the field holds only the month (年度 means April to March)"),
            KeyShape(
                "month", .mapping(periodPart), "年と月が別の場合、月の読み取り元",
                "where the month stands when year and month are apart"),
            KeyShape("map", .dictionary(.text), "表記と意味の対応（例: 確報: final）", "labels and what they stand for (確報: final)"),
            KeyShape("ignore", .list(.text), "対象外とする表記（例: 総数、全国）", "labels whose rows are not ours (総数, 全国)"),
            KeyShape(
                "unknown", .choice(ProfileColumn.UnknownLabelPolicy.allCases.map(\.rawValue)),
                "知らない名前の行を hold（保留、省略時）か ignore（対象外）にする",
                "what happens to unknown names: hold (when left out) or ignore"),
            KeyShape(
                "carry-down", .either([.integer, .boolean]), "空のセルは上のセルの続き（結合セル）とみなす。数を書くと、そのセルを含めて何行までか",
                "an empty cell continues the one above, as merged cells do; a number says over how many rows at most, the first included"
            ),
            KeyShape(
                "carry-year", .boolean, "年のない期間（「4- 6.」「5月」）は上の行の年に属するとみなす。月が戻れば翌年",
                "a period without a year (4- 6., 5月) belongs to the year of the rows above; when months start again it is the next year"
            ),
            KeyShape(
                "first-day", .boolean, "日付を、その日に始まる月・四半期・年とみなす",
                "a day stands for the month, quarter or year that begins on it"),
            KeyShape(
                "footnotes", .boolean, "数値の後の注記の印（83,619 3、1,234*）を除いて読む（省略時は保留）",
                "drop a footnote mark behind a number (83,619 3, 1,234*) with a notice; held when left out"),
            KeyShape(
                "brackets", .choice(["negative", "part", "number"]),
                "括弧書きの数値 (12) の意味: negative（負の数）、part（内数、足さない）、number（ただの数）。省略時は保留",
                "what (12) means: negative, part (of another number, never added) or number; held when left out"),
            KeyShape(
                "sum-of", .list(.text), "この列は、挙げた列の合計のはず（違えば警告）",
                "this column must be the sum of these columns (a warning when not)"),
            KeyShape("within", .text, "この場所の中だけで探す", "look for places only inside this one"),
            KeyShape("unit", .choice(StatisticalUnit.allCases.map(\.rawValue)), "値の単位", "the unit of the value"),
            KeyShape(
                "scale", .choice(Scale.allCases.map(\.rawValue)), "値の桁（千、万など。省略時は表題の「単位：千人」などに従う）",
                "the scale (千, 万, …); taken from the title when left out"),
            KeyShape(
                "symbols", .dictionary(.choice(["zero"] + absentNames)), "記号の意味（例: \"…\": not-surveyed, \"-\": zero）",
                "what marks mean (\"…\": not-surveyed, \"-\": zero); a mark not listed is held"),
        ])

    static let periodPart = MappingShape(
        "part", BilingualText(ja: "年または月の読み取り元", en: "Where a year or a month is read"),
        keys: source + [
            KeyShape("fiscal", .boolean, "年が年度（4月～3月）か", "whether the year is a fiscal year"),
            KeyShape(
                "carry-down", .either([.integer, .boolean]), "空のセルは上のセルの続き（結合セル）とみなす",
                "an empty cell continues the one above, as merged cells do"),
        ])

    static let absentNames = ObservationStatus.allCases.filter { !$0.hasValue && $0 != .held }.map(\.rawValue)
}
