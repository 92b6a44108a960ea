import Languages
import VisitorMetrics

extension KPIReportWriter {
    /// The latest whole year and the year in progress, each read in every way; none where nothing can be compared.
    var comparisonSections: [ReportSection] {
        guard !input.comparisons.isEmpty else { return [] }
        let blocks = input.comparisons.flatMap { sheet -> [ReportBlock] in
            [.table(withoutIdentity(sheet.table(in: language, places: cells.places)))]
                + sheet.notes(in: language, places: cells.places).map { .paragraph($0) }
                + (sheet.daysTable(in: language).map { [.table($0)] } ?? [])
        }
        return [ReportSection(id: "comparison", title: text(ComparisonWording.title), blocks: blocks)]
    }

    /// A table whose caption leaves out the definitions' identities: the council reads names, and the definitions at the
    /// end give the identity with each name.
    func withoutIdentity(_ table: ReportTable) -> ReportTable {
        let caption = table.caption.replacing(/〔[a-z0-9-]+@[0-9]+〕/, with: " ")
            .replacing(#/ \[[a-z0-9-]+@[0-9]+\]/#, with: "")
        return ReportTable(caption: caption, columns: table.columns, rows: table.rows)
    }

    /// All years side by side, with why a year has no measures.
    var seasonalityYears: [ReportBlock] {
        guard let sheet = input.seasonalityYears, sheet.years.count > 1 else { return [] }
        return [.table(withoutIdentity(sheet.table(in: language, places: cells.places)))]
            + sheet.notes(in: language).map { .paragraph($0) }
    }
}
