import Ingestion
import Languages
import PipelineRuntime
import VisitorLedger
import VisitorModel
import Workspace

/// What loading many files came to, in a line for each pipeline.
struct LoadSummaryPrinter {
    let reports: [FileLoadReport]
    let language: Language

    /// One line a pipeline, one for everything, and the revisions that corrections made.
    var lines: [String] {
        var names: [String] = []
        for report in reports {
            let name = report.pipeline ?? report.file.displayName
            if !names.contains(name) { names.append(name) }
        }
        var lines = names.map { name in
            line(name, reports.filter { ($0.pipeline ?? $0.file.displayName) == name })
        }
        lines.append(line(Words.all(language), reports))
        return lines + revisions
    }

    private func line(_ name: String, _ reports: [FileLoadReport]) -> String {
        let accounts = reports.compactMap { $0.result?.outcome.account }
        func sum(_ count: (RowAccount) -> Int) -> Int { accounts.reduce(0) { $0 + count($1) } }
        let read = sum(\.read)
        let accepted = sum(\.accepted)
        let held = sum(\.held)
        let ignored = sum(\.ignoredTotal)
        let text = BilingualText(
            ja: "\(reports.count) 件、行 \(read) = 採用 \(accepted) + 保留 \(held) + 対象外 \(ignored)",
            en: "\(reports.count) files, rows \(read) = accepted \(accepted) + held \(held) + ignored \(ignored)")
        return "  " + name.padded(toDisplayWidth: 26) + text(language)
    }

    private var revisions: [String] {
        reports.flatMap { report -> [String] in
            guard case .loaded(let result, _) = report.fate, result.load.revisedKeys > 0 else { return [] }
            let first = result.revisions.first.map { revision in
                "\(revision.series.place) \(revision.period.id): \(number(revision.old)) → \(number(revision.new))"
            }
            let text = BilingualText(
                ja: "改訂 \(result.load.revisedKeys) 件: \(report.file.name)（例: \(first ?? "")）",
                en: "\(result.load.revisedKeys) revised by \(report.file.name) (e.g. \(first ?? ""))")
            return ["  ↻ " + text(language)]
        }
    }

    private func number(_ side: Revision.Side?) -> String {
        side.flatMap { $0.value.number?.description } ?? "–"
    }

    private enum Words {
        static let all = BilingualText(ja: "合計", en: "together")
    }
}
