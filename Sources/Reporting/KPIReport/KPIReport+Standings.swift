import Languages
import VisitorMetrics
import VisitorModel

extension KPIReportWriter {
    /// The month, the years so far and the last twelve months, each against the same months and places a year before.
    var standingsTable: ReportTable? {
        guard !input.standings.isEmpty else { return nil }
        let unit = unit.name(language)
        return ReportTable(
            caption: text(KPIWording.standingsCaption(Period.month(input.through).label)),
            columns: [
                ReportColumn(text(KPIWording.span)),
                ReportColumn(text(KPIWording.actual), kind: self.unit.kind, unit: unit),
                ReportColumn(text(KPIWording.sameSpanBefore), kind: self.unit.kind, unit: unit),
                ReportColumn(text(KPIWording.sameMonthsAndPlaces), kind: .percent),
                ReportColumn(text(FigureWording.coverage)),
            ],
            rows: input.standings.map { standing in
                ReportRow(
                    text(label(of: standing)),
                    [
                        cells.soFar(standing.current), before(standing), change(standing),
                        cells.coverageSoFar(standing.current),
                    ])
            })
    }

    private func label(of standing: Standing) -> BilingualText {
        let period = standing.current.period
        guard standing.grain == .calendarYear || standing.grain == .fiscalYear else { return period.label }
        return KPIWording.soFar(period.label, VerdictWording.span(period.months.filter { $0 <= input.through }))
    }

    /// A part of a year goes by the year's name, so its number would lead to the whole year's passport.
    private func before(_ standing: Standing) -> ReportCell {
        guard let figure = standing.before else { return cells.none }
        var cell = cells.soFar(figure)
        if figure.coverage.notYetDue > 0 || standing.grain == .rolling { cell.figureID = nil }
        return cell
    }

    private func change(_ standing: Standing) -> ReportCell {
        var cell = cells.change(try? standing.comparison?.rate.get())
        if let left = standing.comparison?.leftOut.count, left > 0, cell.emphasis != .missing {
            cell.note = KPIWording.leftOut(left)(language)
        }
        return cell
    }
}
