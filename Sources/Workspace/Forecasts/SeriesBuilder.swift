import CSVReading
import Diagnostics
import Forecasting
import Languages

/// Gathers rows into series, and says what is wrong with the rest.
struct SeriesBuilder {
    private struct Draft {
        var figures: [SeriesPeriod: Double?] = [:]
        var rows: [SeriesPeriod: Int] = [:]
        var isSpoilt = false
    }

    private let columns: (id: Int, period: Int, value: Int)
    private let frequency: SeriesFrequency?
    private var drafts: [String: Draft] = [:]
    private var order: [String] = []
    private var diagnostics: [Diagnostic] = []

    init(header: [String], position: SourcePosition, frequency: SeriesFrequency?) throws(DiagnosticsError) {
        let names = header.map { $0.trimmingSpaces.lowercased() }
        func column(_ name: String) throws(DiagnosticsError) -> Int {
            guard let index = names.firstIndex(of: name) else {
                throw DiagnosticsError(
                    Diagnostic(
                        code: "forecast.missing-column", position: position, value: names.joined(separator: ","),
                        message: BilingualText(ja: "列 \(name) がありません。", en: "There is no column \(name)."),
                        remedy: BilingualText(
                            ja: "1行目を series_id,period,value にしてください。",
                            en: "Begin the file with the line series_id,period,value.")))
            }
            return index
        }
        columns = (try column("series_id"), try column("period"), try column("value"))
        self.frequency = frequency
        let extra = names.filter { !["series_id", "period", "value"].contains($0) }
        if !extra.isEmpty {
            diagnostics.append(
                Diagnostic(
                    code: "forecast.ignored-columns", severity: .warning, position: position,
                    value: extra.joined(separator: ","),
                    message: BilingualText(
                        ja: "使わない列を読み飛ばしました。", en: "Columns that are not used were ignored.")))
        }
    }

    mutating func append(_ cells: [String], of record: CSVRecord) {
        guard cells.count > max(columns.id, columns.period, columns.value) else {
            report("forecast.short-row", record.position(), nil, ja: "列が足りません。", en: "The row has too few cells.")
            // A row without a name could belong to any series; the first cell is its name where there is one.
            spoil(cells.indices.contains(columns.id) ? cells[columns.id].trimmingSpaces : nil)
            return
        }
        let id = cells[columns.id].trimmingSpaces
        if drafts[id] == nil {
            drafts[id] = Draft()
            order.append(id)
        }
        let periodText = cells[columns.period].trimmingSpaces
        guard let period = SeriesPeriod(periodText) else {
            report(
                "forecast.unreadable-period", record.position(ofCellAt: columns.period), periodText,
                ja: "期間は 2013-01、2013-Q1、2013 の形で書いてください（週や日の値は月に集計してから）。",
                en: "A period is written 2013-01, 2013-Q1 or 2013; add days or weeks up to months first.")
            return spoil(id)
        }
        let expected = frequency ?? drafts[id]?.figures.keys.first?.frequency
        if let expected, expected != period.frequency {
            report(
                "forecast.mixed-frequencies", record.position(ofCellAt: columns.period), periodText,
                ja: "月・四半期・年が混ざっています（\(expected.rawValue) のはずです）。",
                en: "The period is \(period.frequency.rawValue), but \(expected.rawValue) is expected.")
            return spoil(id)
        }
        let valueText = cells[columns.value].trimmingSpaces
        let value = Double(valueText)
        guard valueText.isEmpty || value?.isFinite == true else {
            report(
                "forecast.unreadable-value", record.position(ofCellAt: columns.value), valueText,
                ja: "数ではありません。ない値は空欄にしてください。", en: "This is no number; leave the cell empty where there is none.")
            return spoil(id)
        }
        if let row = drafts[id]?.rows[period] {
            report(
                "forecast.period-twice", record.position(ofCellAt: columns.period), periodText,
                ja: "同じ系列の同じ期間が \(row) 行目にもあります。", en: "The series has this period in row \(row) too.")
            return spoil(id)
        }
        drafts[id]?.figures[period] = .some(value)
        drafts[id]?.rows[period] = record.row
    }

    /// The sound series and everything noticed.
    func result() -> (entries: [SeriesFile.Entry], diagnostics: [Diagnostic]) {
        let entries = order.compactMap { id -> SeriesFile.Entry? in
            guard let draft = drafts[id], !draft.isSpoilt, let first = draft.figures.keys.min(),
                let last = draft.figures.keys.max()
            else { return nil }
            let values = (first.ordinal...last.ordinal).map { ordinal in
                draft.figures[SeriesPeriod(frequency: first.frequency, ordinal: ordinal)] ?? nil
            }
            return SeriesFile.Entry(
                id: id, series: TimeSeries(values, seasonLength: first.frequency.periodsPerYear), last: last)
        }
        return (entries, diagnostics)
    }

    /// Keeps a series out: a forecast from part of its figures would look like one from all.
    private mutating func spoil(_ id: String?) {
        if let id { drafts[id]?.isSpoilt = true }
    }

    private mutating func report(
        _ code: String, _ position: SourcePosition, _ value: String?, ja: String, en: String
    ) {
        diagnostics.append(
            Diagnostic(
                code: code, position: position, value: value, message: BilingualText(ja: ja, en: en),
                remedy: BilingualText(
                    ja: "この行を直してください。直るまでこの系列は予測しません。",
                    en: "Mend the row; until then the series is not forecast.")))
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        let isSpace = { (character: Character) in character.isWhitespace }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
