import CSVReading
import Diagnostics
import Languages
import OfficeTables
import PipelineDefinition
import Tables
import VisitorModel

extension CSVFileReader {
    /// Takes a repeated header: with a new title above it, a new table begins, whose year and unit are its own.
    func beginAnew(under cells: [String], record: CSVRecord) {
        processor.ignore(because: IgnoredReason.repeatedHeader)
        let title = textsSinceData
        textsSinceData = []
        totals.beginBlock()
        labels.restart()
        carrier = Self.carrier(for: layout, profile)
        guard !title.isEmpty, saysSomethingNew(title) else { return }
        layout.title = title
        finishedBatches.append(processor.takeBatch())
        if finishedBatches.last?.isEmpty == true { finishedBatches.removeLast() }
        var fresh = EntryProcessor(
            profile: layout.withStatedScales(profile), destination: destination, scale: nil, file: processor.file,
            outcome: processor.outcome)
        if isWide {
            if cells.count >= layout.header.count { layout.header = cells }
            layout.readAcross(profile: profile, processor: &fresh)
            repeatedHeader = RepeatedHeader(layout: layout, profile: profile)
            cellLabels = CellLabels(layout: layout, profile: profile, fileName: fileName)
        } else {
            fresh.assumesFiscal = processor.assumesFiscal
        }
        processor = fresh
    }

    private func saysSomethingNew(_ title: [String]) -> Bool {
        let text = title.joined(separator: "\n")
        if PeriodReader.findYear(in: text) != .none { return true }
        if case .found = ScaleAndUnit.find(in: text) { return true }
        return profile.columns.contains { $0.source == .title }
    }

    /// Months in rows that run from April to March under a year of the title make it a fiscal year.
    func assumeFiscalYear(from rows: ArraySlice<[String]>) {
        guard !isWide,
            let index = profile.columns.firstIndex(where: { column in
                (column.yearSource == .title || column.yearSource == .fileName) && column.yearIsFiscal == nil
            }), let month = layout.fieldColumns[index]
        else { return }
        let others = profile.columns.indices.filter { $0 != index && !profile.columns[$0].isValue }
            .compactMap { layout.fieldColumns[$0] }
        var first: Int?
        var previous: (month: Int, labels: [String])?
        for cells in rows where month < cells.count {
            guard let number = try? PeriodReader.readMonthNumber(cells[month]) else { continue }
            let labels = others.map { $0 < cells.count ? cells[$0] : "" }
            if let previous, previous.labels == labels, previous.month == 12, number == 1, first == 4 {
                processor.assumesFiscal = true
                processor.outcome.note(.fiscalYearAssumed(at: SourcePosition(file: processor.file, column: month + 1)))
                return
            }
            first = first ?? number
            previous = (number, labels)
        }
    }
}

extension Diagnostic {
    fileprivate static func fiscalYearAssumed(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "period.fiscal-assumed", severity: .notice, position: position,
            message: BilingualText(
                ja: "月が4月から3月へ並ぶため、表題の年を年度として読みました。",
                en: "The months run from April to March, so the title's year was read as a fiscal year."),
            remedy: BilingualText(
                ja: "暦年なら profile の year に fiscal: false を書いてください。",
                en: "If it is a calendar year, write fiscal: false under year in the profile."))
    }
}
