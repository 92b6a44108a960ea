import Languages

/// The few words the renderers add to a document.
enum DocumentWording {
    static let skip = BilingualText(ja: "本文へ進む", en: "Skip to the report")
    static let contents = BilingualText(ja: "目次", en: "Contents")
    static let importantNotice = BilingualText(ja: "ご注意", en: "Please note")
    static let passports = BilingualText(ja: "数値の出どころ", en: "Where the figures come from")
    static let passportsIntroduction = BilingualText(
        ja: "本文の下線付きの数値は、ここにある定義・計算式・元データ(ファイル、行、セル)につながっています。",
        en: "Each underlined figure above leads here: to its definition, its formula, and the file, row and cell it was read from.")
    static let passportLink = BilingualText(ja: "出どころ", en: "where it comes from")
    static let figure = BilingualText(ja: "数値", en: "Figure")
    static let id = BilingualText(ja: "識別子", en: "ID")
    static let definition = BilingualText(ja: "定義", en: "Definition")
    static let formula = BilingualText(ja: "計算式", en: "Formula")
    static let value = BilingualText(ja: "値", en: "Value")
    static let unit = BilingualText(ja: "単位", en: "Unit")
    static let status = BilingualText(ja: "状態", en: "Status")
    static let coverage = BilingualText(ja: "報告状況", en: "Coverage")
    static let remark = BilingualText(ja: "備考", en: "Remark")
    static let place = BilingualText(ja: "地点", en: "Place")
    static let period = BilingualText(ja: "期間", en: "Period")
    static let file = BilingualText(ja: "ファイル", en: "File")
    static let row = BilingualText(ja: "行", en: "Row")
    static let cell = BilingualText(ja: "セル", en: "Cell")
    static let hash = BilingualText(ja: "SHA-256(先頭)", en: "SHA-256 (start)")
    static let chartTable = BilingualText(ja: "グラフの数値を表で見る", en: "The values of this chart as a table")
    static let sources = BilingualText(ja: "出典", en: "Sources")
    static let footnotes = BilingualText(ja: "注記", en: "Notes")
    static let longNames = BilingualText(ja: "途中で省いた長い名前の全文", en: "The long names cut above, in full")
    static let summarySheet = BilingualText(ja: "概要", en: "Summary")
    static let inputsSheet = BilingualText(ja: "元データ", en: "Inputs")
    static let chartSheet = BilingualText(ja: "グラフの数値", en: "Chart data")
    static let chartSheetNote = BilingualText(
        ja: "このブックのグラフが参照する数値です。未報告の月は空欄のままにし、0とは扱いません。斜体は途中の値です。",
        en: "The numbers the charts of this workbook read. A month not reported stays empty, never 0. Italics are not yet whole.")
    static let era = BilingualText(ja: "和暦", en: "Japanese era")
    static let inputCount = BilingualText(ja: "元データの件数", en: "Inputs")
    static let countsInLine = BilingualText(ja: "件数", en: "Counts")
    static let inputValues = BilingualText(ja: "期間、値、[位置]", en: "Period, value, [position]")
    static let listMark = BilingualText(ja: "、", en: "; ")
    static let colon = BilingualText(ja: "：", en: ": ")

    /// The part of a series that is not yet whole.
    static func partial(of series: String) -> BilingualText {
        BilingualText(ja: "\(series)（途中）", en: "\(series) (partial)")
    }

    static func rowNumber(_ rows: String) -> BilingualText { BilingualText(ja: "\(rows)行目", en: "row \(rows)") }

    static func sum(_ value: String, of count: Int) -> BilingualText {
        value.isEmpty
            ? BilingualText(ja: "\(count)件", en: "\(count) counts")
            : BilingualText(ja: "\(count)件の計 \(value)", en: "\(count) counts, \(value) in all")
    }

    static func inputs(_ count: Int) -> BilingualText {
        BilingualText(ja: "元データ \(count)件", en: count == 1 ? "1 input" : "\(count) inputs")
    }

    static func generated(by product: String, at time: String?) -> BilingualText {
        guard let time else { return BilingualText(ja: "作成：\(product)", en: "Made with \(product)") }
        return BilingualText(ja: "作成：\(product)(\(time))", en: "Made with \(product), \(time)")
    }
}

extension ReportBanner.Kind {
    /// The name printed before a banner.
    var name: BilingualText {
        switch self {
        case .illustrative: BilingualText(ja: "例示用データ", en: "Illustrative data")
        case .incomplete: BilingualText(ja: "未報告あり", en: "Incomplete")
        case .draft: BilingualText(ja: "案(未公表)", en: "Draft, not published")
        }
    }
}

extension ReportNotice.Kind {
    /// The word printed before a notice.
    var name: BilingualText {
        switch self {
        case .information: BilingualText(ja: "参考", en: "Note")
        case .caution: BilingualText(ja: "注意", en: "Caution")
        case .problem: BilingualText(ja: "要対応", en: "To be mended")
        }
    }
}

extension KeyFigure.Tone {
    /// The word for what colour alone would say; nil where there is nothing to say.
    var name: BilingualText? {
        switch self {
        case .neutral: nil
        case .good: BilingualText(ja: "順調", en: "On course")
        case .caution: BilingualText(ja: "注意", en: "Watch")
        case .bad: BilingualText(ja: "不足", en: "Short")
        }
    }
}
