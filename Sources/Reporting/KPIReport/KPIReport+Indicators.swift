import Languages

extension KPIReportWriter {
    /// The strategy's indicators with their lights and reviews, and the form a DMO hands in.
    var indicatorsSections: [ReportSection] {
        guard let sheet = input.indicators else { return [] }
        var sections: [ReportSection] = []
        if let plan = sheet.planTable(in: language) {
            var blocks: [ReportBlock] = [.table(plan)]
            if let reviews = sheet.reviewTable(in: language) { blocks.append(.table(reviews)) }
            blocks.append(.notices(sheet.planNotes(in: language).map { ReportNotice(kind: .information, text: $0) }))
            sections.append(ReportSection(id: "kpis", title: text(IndicatorWording.sheetTitle), blocks: blocks))
        }
        if let form = sheet.formTable(in: language) {
            sections.append(
                ReportSection(
                    id: "kpi-form", title: form.caption,
                    blocks: [
                        .table(form),
                        .notices(sheet.formNotes(in: language).map { ReportNotice(kind: .information, text: $0) }),
                    ]))
        }
        return sections
    }
}
