import Languages
import VisitorMetrics
import VisitorModel

extension KPIReportWriter {
    /// One year by place, against the year before over the months both have.
    var placesSection: ReportSection {
        guard let places = input.places, !places.rows.isEmpty else {
            return section("places", KPIWording.places, [], whenEmpty: KPIWording.noPlaces)
        }
        let changes = places.rows.compactMap(\.change)
        let summary = KPIWording.placesSummary(
            places.total.current.period.label, above: changes.count { $0 > .zero },
            below: changes.count { $0 < .zero }, even: changes.count { $0 == .zero },
            unknown: places.rows.count - changes.count)
        let blocks: [ReportBlock] =
            [.paragraph(summary(language)), .table(placesTable(places))]
            + [bridgeChart, placesChart].compactMap { $0 }.map(ReportBlock.chart)
        return section("places", KPIWording.places, blocks, whenEmpty: KPIWording.noPlaces)
    }

    private func placesTable(_ places: PlaceBreakdown) -> ReportTable {
        let period = places.total.current.period
        let unit = unit.name(language)
        return ReportTable(
            caption: text(KPIWording.placesCaption(period.label)),
            columns: [
                ReportColumn(text(KPIWording.place)),
                ReportColumn(text(period.label), kind: self.unit.kind, unit: unit),
                ReportColumn(text(period.yearBefore.label), kind: self.unit.kind, unit: unit),
                ReportColumn(text(KPIWording.sameMonths), kind: .percent),
                ReportColumn(text(KPIWording.share), kind: .percent),
            ],
            rows: places.rows.map { row in
                ReportRow(text(cells.places(row.current.place)), placeCells(row, isTotal: false))
            } + [ReportRow(text(KPIWording.total), placeCells(places.total, isTotal: true), isTotal: true)])
    }

    private func placeCells(_ row: PlaceBreakdown.Row, isTotal: Bool) -> [ReportCell] {
        var change = cells.change(row.change)
        if let months = row.comparedMonths, row.change != nil {
            change.note = KPIWording.comparedMonths(months)(language)
        }
        return [
            cells.value(row.current, isTotal: isTotal), cells.value(row.base, isTotal: isTotal), change,
            cells.share(row.share),
        ]
    }
}
