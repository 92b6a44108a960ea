import Languages
import VisitorMetrics
import VisitorModel

/// Counts that are in the sums and ought to be looked at.
extension KPIReportWriter {
    /// How many doubts a report lists; the rest are counted, `dmo findings` lists them all.
    private static let doubtsListed = 40

    /// What is doubtful and open, and what was settled of late.
    var findingsSection: ReportSection {
        let doubts = input.doubts
        var blocks: [ReportBlock] = []
        if !doubts.open.isEmpty {
            blocks.append(.paragraph(text(KPIWording.doubtsNote)))
            blocks.append(
                .table(
                    doubtTable(doubts.open, caption: KPIWording.doubtsCaption, answers: KPIWording.likelyCause) {
                        entry in
                        entry.finding.causes.first.map { cause in
                            let corrected = cause.corrected.map { " → \(cells.number($0).text)" } ?? ""
                            return text(cause.text) + corrected
                        } ?? ""
                    }))
            blocks += unlisted(doubts.open)
        }
        if !doubts.acknowledged.isEmpty {
            if blocks.isEmpty { blocks.append(.paragraph(text(KPIWording.noDoubts))) }
            blocks.append(
                .table(
                    doubtTable(
                        doubts.acknowledged, caption: KPIWording.acknowledgedCaption(since: doubts.since),
                        answers: KPIWording.saidToBeRight
                    ) { entry in
                        entry.acknowledgement.map { "\($0.reason) (\($0.by), \($0.day))" } ?? ""
                    }))
            blocks += unlisted(doubts.acknowledged)
        }
        return section("findings", KPIWording.doubts, blocks, whenEmpty: KPIWording.noDoubts)
    }

    private func doubtTable(
        _ doubts: [DoubtfulCount], caption: BilingualText, answers: BilingualText, answer: (DoubtfulCount) -> String
    ) -> ReportTable {
        ReportTable(
            caption: text(caption),
            columns: [
                ReportColumn(text(KPIWording.place)), ReportColumn(text(KPIWording.doubt)), ReportColumn(text(answers)),
                ReportColumn(text(KPIWording.cellToLookAt)),
            ],
            rows: doubts.prefix(Self.doubtsListed).map { entry in
                ReportRow(
                    text(cells.places(entry.finding.series.place)),
                    [text(entry.finding.message(naming: cells.places)), answer(entry), entry.cell].map {
                        ReportCell($0)
                    })
            })
    }

    private func unlisted(_ doubts: [DoubtfulCount]) -> [ReportBlock] {
        let rest = doubts.count - Self.doubtsListed
        return rest > 0 ? [.paragraph(text(KPIWording.moreDoubts(.count(rest))))] : []
    }
}
