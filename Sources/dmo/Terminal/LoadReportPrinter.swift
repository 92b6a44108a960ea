import Diagnostics
import Ingestion
import Languages
import PipelineRuntime
import Reporting
import VisitorLedger
import VisitorModel
import Workspace

/// Prints what became of loaded files: one line a file, its account, its messages.
struct LoadReportPrinter {
    let terminal: Terminal
    /// Whether nothing was recorded: the loads are those there would be.
    var isPreview = false

    /// Prints the reports in a format.
    ///
    /// - Returns: The status the command should end with.
    func print(_ reports: [FileLoadReport], as format: OutputFormat) -> ExitStatus {
        guard format != .table else { return print(reports) }
        terminal.print(reports.flatMap(\.diagnostics))
        terminal.print(table(of: reports), as: format) {
            ["schema": "dmo.load/1", "files": .array(reports.map(\.json))]
        }
        return reports.map(Self.status).max() ?? .unreadableInput
    }

    private func table(of reports: [FileLoadReport]) -> ReportTable {
        ReportTable(
            caption: "", columns: ["file", "pipeline", "load", "read", "accepted", "held", "ignored"].map { ReportColumn($0) },
            rows: reports.map { report in
                let account = report.result?.outcome.account
                let counts = [account?.read, account?.accepted, account?.held, account?.ignoredTotal]
                var load = ""
                if case .loaded(let result, _) = report.fate { load = String(result.load.id) }
                return ReportRow(
                    report.file.displayName,
                    ([report.pipeline ?? "", load] + counts.map { $0.map(String.init) ?? "" }).map { ReportCell($0) })
            })
    }

    /// Prints the reports.
    ///
    /// - Returns: The status the command should end with.
    func print(_ reports: [FileLoadReport]) -> ExitStatus {
        var status = ExitStatus.success
        for report in reports {
            terminal.print(report.diagnostics)
            terminal.print(headline(of: report)(terminal.language))
            if let account = report.result?.outcome.account { terminal.print("    " + account.text(terminal.language)) }
            if case .loaded(let result, _) = report.fate {
                terminal.print("    " + changes(of: result)(terminal.language))
                for revision in isPreview ? [] : result.revisions.prefix(terminal.isVerbose ? .max : 5) {
                    terminal.print("      " + text(of: revision))
                }
            }
            status = max(status, Self.status(of: report))
        }
        if reports.isEmpty {
            terminal.say(BilingualText(ja: "読み込むファイルがありません。", en: "There are no files to load."))
            return .unreadableInput
        }
        return status
    }

    /// The status one file asks for.
    static func status(of report: FileLoadReport) -> ExitStatus {
        switch report.fate {
        case .loaded(_, let result), .tried(let result): result.needsAttention ? .dataNeedsAttention : .success
        case .unchanged: .success
        case .refused: .unreadableInput
        case .failed: .machineFailure
        }
    }

    private func headline(of report: FileLoadReport) -> BilingualText {
        let name = DiagnosticRenderer.printable(report.file.displayName)
        let pipeline = report.pipeline.map { " [\($0)]" } ?? ""
        switch report.fate {
        case .loaded(let result, _):
            if isPreview { return foretold(result, name + pipeline) }
            if case .held(let reason) = result.load.disposition {
                return BilingualText(
                    ja: "\(name)\(pipeline): 読み込み \(result.load.id) 番として全体を保留しました。\(reason.ja)",
                    en: "\(name)\(pipeline): kept aside whole as load \(result.load.id). \(reason.en)")
            }
            return BilingualText(
                ja: "\(name)\(pipeline): 読み込み \(result.load.id) 番",
                en: "\(name)\(pipeline): load \(result.load.id)")
        case .tried:
            return BilingualText(
                ja: "\(name)\(pipeline): 試し読み（記録していません）", en: "\(name)\(pipeline): tried, nothing recorded")
        case .unchanged(let load):
            return BilingualText(
                ja: "\(name)\(pipeline): 同じ内容を読み込み済みです（\(load.id) 番、\(load.recordedAt)）。何も変えませんでした。",
                en: "\(name)\(pipeline): already loaded (load \(load.id), \(load.recordedAt)); nothing changed")
        case .refused:
            return BilingualText(ja: "\(name)\(pipeline): 読み込めません（何も記録していません）",
                en: "\(name)\(pipeline): not taken in; nothing of it is recorded")
        case .failed:
            return BilingualText(ja: "\(name)\(pipeline): 記録できません", en: "\(name)\(pipeline): cannot be recorded")
        }
    }

    private func foretold(_ result: LoadResult, _ name: String) -> BilingualText {
        if case .held(let reason) = result.load.disposition {
            return BilingualText(
                ja: "\(name): 試し読み。全体が保留になります。\(reason.ja)",
                en: "\(name): dry run; it would be kept aside whole. \(reason.en)")
        }
        return BilingualText(ja: "\(name): 試し読み（記録していません）", en: "\(name): dry run, nothing recorded")
    }

    private func changes(of result: LoadResult) -> BilingualText {
        let load = result.load
        return BilingualText(
            ja: "数値: 新規 \(load.newKeys)、改訂 \(load.revisedKeys)、変わらず \(load.unchangedKeys)",
            en: "numbers: \(load.newKeys) new, \(load.revisedKeys) revised, \(load.unchangedKeys) as before")
    }

    private func text(of revision: Revision) -> String {
        func side(_ side: Revision.Side?) -> String {
            guard let side else { return "–" }
            let number = side.value.number?.description ?? side.value.status.name(terminal.language)
            return "\(number) (\(side.value.status.name(terminal.language)))"
        }
        let key = "\(revision.series.place) \(revision.period.id)"
        return "\(key): \(side(revision.old)) → \(side(revision.new))"
    }
}
