import ArgumentParser
import Languages
import PipelineDefinition
import Reporting
import VisitorModel
import Workspace

/// Who has reported, and who has not.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Who has reported which month, who has not, and what is held.",
        discussion: """
            報告の状況を場所と月の表で示します。● 報告あり、◐ 一部だけ、× 未報告、休 休業（ゼロが正しい）、・ まだ期日前、空白は対象外です。
            ● reported, ◐ in part, × late, 休 closed (a true zero), ・ not yet due, blank: nobody expects it.

            Example:  dmo status --from 2018-01 --through 2018-12
            Exit codes: 0 everything due is there; 1 reports are missing or rows are held.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption
    @OptionGroup var asOfOption: AsOfOption

    @Option(help: "The first month (the last twelve when left out).")
    var from: Month?

    @Option(help: "The last month that is due (the latest reported when left out).")
    var through: Month?

    func run() async throws {
        let workspace = try options.openWorkspace()
        let (statuses, holds) = try await options.reporting {
            (
                try workspace.reportStatus(from: from, through: through, asOf: asOfOption.asOf),
                try workspace.openHoldCount()
            )
        }
        let terminal = options.terminal
        let language = options.language
        if statuses.isEmpty {
            terminal.say(BilingualText(ja: "まだ何も読み込まれていません。", en: "Nothing has been loaded yet."))
        }
        if formatOption.format == .json {
            terminal.print(StatusDocument.document(statuses, heldRows: holds).text(pretty: true))
        } else if formatOption.format == .csv {
            terminal.print(StatusLines.text(of: statuses))
        } else {
            // A measure nothing is expected of in these months would be a head without a body.
            for status in statuses where status.lines.contains(where: { line in line.states.contains { $0 != .notExpected } }) {
                let printer = StatusPrinter(status: status, workspace: workspace, language: language)
                terminal.print(printer.table, as: formatOption.format) { .null }
                if formatOption.format == .table { terminal.print(printer.summary + "\n") }
            }
        }
        if holds > 0 {
            terminal.say(
                BilingualText(
                    ja: "保留中の行が \(holds) 件あります（dmo holds list）。", en: "\(holds) rows are held (dmo holds list)."))
        }
        if holds > 0 || statuses.contains(where: { !$0.missing.isEmpty }) {
            throw ExitCode(ExitStatus.dataNeedsAttention.rawValue)
        }
    }
}

/// A measure's reports as a table of marks.
private struct StatusPrinter {
    let status: ReportStatus
    let workspace: Workspace
    let language: Language

    var table: ReportTable {
        let name = workspace.definition.destination.measure(status.measure)?.names ?? BilingualText(verbatim: status.measure)
        return ReportTable(
            caption: name(language),
            columns: [ReportColumn(Words.place(language))] + status.months.map { ReportColumn($0.id) },
            rows: status.lines.map { line in
                ReportRow(workspace.placeName(line.place)(language), line.states.map { ReportCell(Self.mark($0)) })
            })
    }

    var summary: String {
        let coverage = status.coverage
        let missing = status.missing.prefix(12).map { place, month in
            "\(workspace.placeName(place)(language)) \(Period.month(month).label(language))"
        }
        let rest = status.missing.count - missing.count
        let counted = BilingualText(
            ja: "報告 \(coverage.reported) / \(coverage.due)（場所・月）",
            en: "\(coverage.reported) of \(coverage.due) place-months are in")(language)
        let partly = status.all(.partly).count
        let closed = status.all(.closed).count
        let notes = [
            partly > 0 ? BilingualText(ja: "、一部だけ \(partly)", en: ", \(partly) of them in part") : nil,
            closed > 0 ? BilingualText(ja: "、休業 \(closed)", en: ", \(closed) closed") : nil,
        ].compactMap { $0?(language) }.joined()
        guard !missing.isEmpty else { return counted + notes }
        let list = missing.joined(separator: language == .japanese ? "、" : ", ")
        let more = rest > 0 ? BilingualText(ja: " ほか \(rest) 件", en: " and \(rest) more")(language) : ""
        return counted + notes + BilingualText(ja: "。未報告: ", en: "; missing: ")(language) + list + more
    }

    private static func mark(_ state: ReportStatus.State) -> String {
        switch state {
        case .reported: "●"
        case .partly: "◐"
        case .late: "×"
        case .closed: "休"
        case .notYetDue: "・"
        case .notExpected: ""
        }
    }

    private enum Words {
        static let place = BilingualText(ja: "場所", en: "place")
    }
}

/// The status as lines of CSV, one an expected report, so that a table calculation can filter and count.
private enum StatusLines {
    static func text(of statuses: [ReportStatus]) -> String {
        var writer = DelimitedTextWriter()
        writer.append(["measure", "place", "month", "state"])
        for status in statuses {
            for line in status.lines {
                for (month, state) in zip(status.months, line.states) {
                    writer.append([status.measure, line.place, month.id, state.rawValue])
                }
            }
        }
        var text = writer.text
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
