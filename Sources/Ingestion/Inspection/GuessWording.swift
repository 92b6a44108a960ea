import Languages
import OfficeTables
import VisitorModel

/// Puts what a sheet seems to be into words.
struct GuessWording {
    private let guess: SheetGuess

    init(_ guess: SheetGuess) {
        self.guess = guess
    }

    /// The guesses about the table, from its place to its columns.
    var findings: [FileInspection.Finding] {
        [header, shape, unit].compactMap { $0 } + columns
    }

    private var header: FileInspection.Finding {
        let rows = guess.headerRows
        let found =
            rows.isEmpty
            ? BilingualText(ja: "なし", en: "none")
            : BilingualText(
                ja: rows.count == 1 ? "\(rows.lowerBound + 1) 行目" : "\(rows.lowerBound + 1)～\(rows.upperBound) 行目",
                en: rows.count == 1 ? "row \(rows.lowerBound + 1)" : "rows \(rows.lowerBound + 1) to \(rows.upperBound)"
            )
        return FileInspection.Finding(
            subject: BilingualText(ja: "見出し", en: "header"), found: found,
            evidence: BilingualText(
                ja: guess.titles.isEmpty ? "数値の行のすぐ上" : "数値の行のすぐ上。その上に表題が \(guess.titles.count) 行",
                en: guess.titles.isEmpty
                    ? "just above the rows of numbers"
                    : "just above the rows of numbers, below \(guess.titles.count) rows of titles"),
            confidence: rows.isEmpty ? 0.6 : 0.9)
    }

    private var shape: FileInspection.Finding {
        let count = guess.acrossColumns.count
        let found: BilingualText
        var confidence = 0.9
        switch guess.across {
        case .nothing: found = BilingualText(ja: "縦長（1行に1件）", en: "long (a row each)")
        case .periods: found = BilingualText(ja: "横長（期間が \(count) 列）", en: "wide (\(count) columns of periods)")
        case .months(let year):
            found = BilingualText(
                ja: "横長（月が \(count) 列、年は\(Self.words(year).ja)）",
                en: "wide (\(count) columns of months, the year \(Self.words(year).en))")
            if year == .unknown { confidence = 0.4 }
        case .markets: found = BilingualText(ja: "横長（国・地域が \(count) 列）", en: "wide (\(count) columns of countries)")
        }
        let aside = guess.asideColumns.map { guess.header[$0] }.filter { !$0.isEmpty }
        return FileInspection.Finding(
            subject: BilingualText(ja: "表の形", en: "shape"), found: found,
            evidence: aside.isEmpty
                ? BilingualText(ja: "見出しの内容から", en: "from what the header says")
                : BilingualText(
                    ja: "足さない列: \(aside.joined(separator: "、"))", en: "not added: \(aside.joined(separator: ", "))"),
            confidence: confidence)
    }

    private static func words(_ year: SheetGuess.YearPlace) -> BilingualText {
        switch year {
        case .title: BilingualText(ja: "表題から", en: "from the title")
        case .fileName: BilingualText(ja: "ファイル名から", en: "from the file's name")
        case .upperHeader: BilingualText(ja: "一つ上の見出しから", en: "from the row above")
        case .header: BilingualText(ja: "下の見出しから", en: "from the lower header")
        case .unknown: BilingualText(ja: "不明", en: "not found")
        }
    }

    private var unit: FileInspection.Finding? {
        guard let unit = guess.unit else { return nil }
        let text = (unit.scale == .one ? "" : unit.scale.rawValue) + unit.unitText
        return FileInspection.Finding(
            subject: BilingualText(ja: "単位", en: "unit"), found: BilingualText(verbatim: text),
            evidence: BilingualText(ja: "表題か見出しにある", en: "stated in title or header"),
            confidence: unit.unit == nil ? 0.6 : 0.9)
    }

    private var columns: [FileInspection.Finding] {
        guess.columns.filter { $0.role != .other }.prefix(40).map { column in
            let letters = SourceColumn.letters(column.index)
            let label = column.label.filter { $0 != "\n" }
            return FileInspection.Finding(
                subject: BilingualText(ja: "列 \(letters)「\(label)」", en: "column \(letters) “\(label)”"),
                found: Self.words(column.role), evidence: column.evidence, confidence: column.confidence)
        }
    }

    private static func words(_ role: ColumnGuess.Role) -> BilingualText {
        switch role {
        case .place: BilingualText(ja: "場所", en: "place")
        case .market: BilingualText(ja: "国・地域", en: "market")
        case .status: BilingualText(ja: "速報・確報の別", en: "status")
        case .period(let kind):
            switch kind {
            case .day: BilingualText(ja: "日", en: "day")
            case .month: BilingualText(ja: "年月", en: "month")
            case .quarter: BilingualText(ja: "四半期", en: "quarter")
            case .half: BilingualText(ja: "半期", en: "half year")
            case .twelveMonths: BilingualText(ja: "12か月", en: "twelve months")
            case .calendarYear: BilingualText(ja: "年", en: "calendar year")
            case .fiscalYear: BilingualText(ja: "年度", en: "fiscal year")
            }
        case .year: BilingualText(ja: "年（月は別の列）", en: "year (months elsewhere)")
        case .monthOfYear: BilingualText(ja: "月（年は別）", en: "month (year elsewhere)")
        case .value: BilingualText(ja: "数値", en: "numbers")
        case .kind: BilingualText(ja: "区分", en: "kind")
        case .other: BilingualText(ja: "対象外", en: "nothing to count")
        }
    }
}
