public import Languages
import VisitorMetrics
import VisitorModel

extension IndicatorSheet {
    /// The form a DMO hands in: target and actual of each indicator in rows, years in columns, the foreign part in
    /// parentheses below.
    ///
    /// - Returns: `nil` without a form.
    public func formTable(in language: Language) -> ReportTable? {
        guard let form = catalogue.form else { return nil }
        let years = (year - form.pastYears)..<(year + form.comingYears)
        let cells = IndicatorCells(language)
        let rows = form.indicators.flatMap { indicator -> [ReportRow] in
            let title = "●\(indicator.titles(language))"
            let unit = IndicatorWording.unit(indicator)(language)
            func line(_ word: BilingualText, _ header: String, _ value: (Int) -> ReportCell) -> ReportRow {
                ReportRow(header, [ReportCell(unit), ReportCell(word(language))] + years.map(value))
            }
            var lines = [
                line(IndicatorWording.goalLine, title) { year in
                    indicator.targets[year].map { ReportCell(cells.text($0, indicator), exact: $0.description) }
                        ?? .missing("-")
                },
                line(IndicatorWording.actualLine, "") { year in
                    actual(indicator.id, indicator, year, cells, inParentheses: false)
                },
            ]
            if indicator.hasInboundPart {
                lines.append(
                    line(IndicatorWording.actualLine, IndicatorWording.inboundLine(language)) { year in
                        actual(indicator.inboundID, indicator, year, cells, inParentheses: true)
                    })
            }
            return lines
        }
        return ReportTable(
            caption: form.titles(language),
            columns: [
                ReportColumn(IndicatorWording.indicator(language)), ReportColumn(language == .japanese ? "単位" : "Unit"),
                ReportColumn(""),
            ]
                + years.map { ReportColumn(Period.fiscalYear(FiscalYear($0)).label(language), kind: .decimal) },
            rows: rows)
    }

    /// What must be read with the form.
    public func formNotes(in language: Language) -> [String] {
        guard let form = catalogue.form else { return [] }
        let particular = form.indicators.compactMap { indicator in
            indicator.note.map { IndicatorWording.about(indicator.titles, $0) }
        }
        let asked = form.indicators.map { indicator in
            IndicatorWording.about(indicator.titles, IndicatorWording.generations(indicator.generations))
        }
        let list = BilingualText(
            ja: "求めるガイドライン：" + asked.map(\.ja).joined(separator: "、"),
            en: "Asked for by the guideline of: " + asked.map(\.en).joined(separator: "; "))
        let calendar = form.indicators.filter { $0.basis == .calendarYear }.map { $0.titles }
        let years = BilingualText.list(calendar)
        let note = BilingualText(
            ja: "列は年度です。\(years.ja)は暦年の値を同じ数字の年度の列に置いています。",
            en: "Columns are fiscal years; \(years.en) are calendar-year values in the column of the same number.")
        return (warnings + [form.note, list].compactMap { $0 } + (calendar.isEmpty ? [] : [note]) + particular)
            .map { $0(language) }
    }

    private func actual(
        _ id: String, _ indicator: IndicatorDefinition, _ year: Int, _ cells: IndicatorCells, inParentheses: Bool
    ) -> ReportCell {
        let found = actuals[id]?.last { $0.year == year }
        guard let number = found?.value.number else {
            let word = found?.value.status == .notSurveyed ? IndicatorWording.unmeasured(cells.language) : "-"
            return .missing(inParentheses ? "(\(word))" : word)
        }
        let text = cells.text(number, indicator)
        var cell = ReportCell(inParentheses ? "(\(text))" : text, exact: number.description)
        if case .figure(let id)? = found?.origin { cell.figureID = id }
        return cell
    }
}
