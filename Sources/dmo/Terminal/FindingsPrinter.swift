import Diagnostics
import Languages
import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel
import Workspace

/// Doubtful counts in words, as a table and for machines.
struct FindingsPrinter {
    let findings: [LocatedFinding]
    let workspace: Workspace
    let language: Language

    /// Four lines a finding: where, what, why, and how to say that it is right.
    var lines: [String] {
        findings.flatMap { entry -> [String] in
            let place = entry.position.map { $0.description + ": " } ?? ""
            var lines = [
                DiagnosticRenderer.printable(place) + entry.finding.message(naming: workspace.placeName)(language),
                "    " + Words.causes(language) + entry.finding.causesText(language), "    " + entry.id,
            ]
            if let given = entry.acknowledgement {
                lines.append("    ✓ \(given.by) \(given.recordedAt): \(given.reason)")
            }
            return lines
        }
    }

    /// One row a finding.
    var table: ReportTable {
        ReportTable(
            caption: Words.caption(language),
            columns: [
                "id", "kind", "place", "month", "value", "expected", "file", "cell", "message", "causes",
                "acknowledged by", "reason",
            ].map { ReportColumn($0) },
            rows: findings.map { entry in
                let finding = entry.finding
                return ReportRow(
                    entry.id,
                    [
                        finding.kind.rawValue, finding.series.place, finding.month.id, finding.value.description,
                        finding.expected?.description ?? "", entry.position?.file ?? "", entry.position?.cell ?? "",
                        finding.message(naming: workspace.placeName)(language), finding.causesText(language),
                        entry.acknowledgement?.by ?? "", entry.acknowledgement?.reason ?? "",
                    ].map { ReportCell($0) })
            })
    }

    /// The findings for machines.
    var json: JSONValue { FindingsDocument.document(findings, naming: workspace.placeName) }

    private enum Words {
        static let caption = BilingualText(ja: "確かめるべき数値", en: "Doubtful counts")
        static let causes = BilingualText(ja: "考えられる原因: ", en: "likely: ")
    }
}
