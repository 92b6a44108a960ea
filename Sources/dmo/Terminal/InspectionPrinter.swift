import Diagnostics
import Ingestion
import Languages
import Reporting
import Workspace

/// Prints what inspections found.
struct InspectionPrinter {
    let terminal: Terminal

    private var language: Language { terminal.language }

    /// How an inspected file counts for the command's end.
    func status(of report: InspectionReport) -> ExitStatus {
        guard let inspection = report.inspection else { return .unreadableInput }
        return inspection.isReady ? .success : .dataNeedsAttention
    }

    /// Prints one file's report.
    func print(_ report: InspectionReport) {
        guard let inspection = report.inspection else { return terminal.print(report.problems) }
        let words = Words(language: language)
        terminal.print("== \(report.file.displayName)")
        if !inspection.findings.isEmpty {
            let table = ReportTable(
                caption: words.findings,
                columns: [
                    ReportColumn(words.subject), ReportColumn(words.found), ReportColumn(words.confidence),
                    ReportColumn(words.evidence),
                ],
                rows: inspection.findings.map { finding in
                    ReportRow(
                        finding.subject(language),
                        [
                            ReportCell(finding.found(language)), ReportCell("\(Int(finding.confidence * 100))%"),
                            ReportCell(finding.evidence(language)),
                        ])
                })
            terminal.print(table, as: .table) { .null }
        }
        if let trial = inspection.trial { print(trial) }
        if let known = inspection.knownProfile { terminal.print(words.known(known)) }
        terminal.print(
            inspection.doubts.map { doubt in
                var told = doubt
                // Notices are what an inspection is for.
                if told.severity == .notice { told.severity = .warning }
                return told
            })
        if let draft = inspection.draft {
            terminal.print("\n" + words.profile(isReady: inspection.isReady) + "\n")
            terminal.print(draft.yaml)
        }
    }

    private func print(_ trial: FileInspection.Trial) {
        let words = Words(language: language)
        if let first = trial.columns.first, !trial.firstRows.isEmpty {
            let table = ReportTable(
                caption: words.firstRows,
                columns: [ReportColumn(first)] + trial.columns.dropFirst().map { ReportColumn($0) },
                rows: trial.firstRows.map { row in
                    ReportRow(row.first ?? "", row.dropFirst().map { ReportCell($0) })
                })
            terminal.print(table, as: .table) { .null }
        }
        let account = trial.outcome.account
        let ignored = account.ignored.map { "\($0.reason(language)) \($0.rows)" }.joined(separator: ", ")
        terminal.print(
            words.account(account.read, account.accepted, account.held, account.ignoredTotal)
                + (ignored.isEmpty ? "" : " (\(ignored))"))
    }

    /// Says which files were written.
    func say(written: [String]) {
        terminal.say(
            BilingualText(
                ja: "書きました: \(written.joined(separator: "、"))", en: "Written: \(written.joined(separator: ", "))"))
    }

    /// The reports for machines.
    func json(_ reports: [InspectionReport]) -> JSONValue {
        .array(
            reports.map { report in
                var members = [JSONValue.Member("file", .string(report.file.displayName))]
                if let inspection = report.inspection {
                    members.append(.init("ready", .bool(inspection.isReady)))
                    members.append(
                        .init(
                            "findings",
                            .array(
                                inspection.findings.map { finding in
                                    .object([
                                        .init("subject", .string(finding.subject.en)),
                                        .init("found", .string(finding.found(language))),
                                        .init("confidence", .decimal("\(Double(Int(finding.confidence * 100)) / 100)")),
                                        .init("evidence", .string(finding.evidence(language))),
                                    ])
                                })))
                    if let account = inspection.trial?.outcome.account {
                        members.append(
                            .init(
                                "rows",
                                .object([
                                    .init("read", .integer(account.read)),
                                    .init("accepted", .integer(account.accepted)),
                                    .init("held", .integer(account.held)),
                                    .init("ignored", .integer(account.ignoredTotal)),
                                ])))
                    }
                    if let layout = inspection.trial?.layout { members.append(.init("layout", .string(layout))) }
                    if let draft = inspection.draft { members.append(.init("profile", .string(draft.yaml))) }
                }
                let messages = report.problems + (report.inspection?.doubts ?? [])
                members.append(
                    .init(
                        "doubts",
                        .array(
                            messages.map { doubt in
                                .object([
                                    .init("code", .string(doubt.code)),
                                    .init("place", .string(doubt.position?.description ?? "")),
                                    .init("value", doubt.value.map { .string($0) } ?? .null),
                                    .init("message", .string(doubt.message(language))),
                                    .init("remedy", doubt.remedy.map { .string($0(language)) } ?? .null),
                                ])
                            })))
                return .object(members)
            })
    }

    private struct Words {
        let language: Language
        private func text(_ ja: String, _ en: String) -> String { BilingualText(ja: ja, en: en)(language) }
        var findings: String { text("分かったこと", "What was found") }
        var subject: String { text("項目", "about") }
        var found: String { text("判断", "found") }
        var confidence: String { text("確度", "sure") }
        var evidence: String { text("理由", "because") }
        var firstRows: String { text("最初の行", "The first rows") }
        func known(_ profile: String) -> String {
            text("このレイアウトは profile「\(profile)」で登録済みです。", "The profile “\(profile)” was made for this layout.")
        }
        func account(_ read: Int, _ accepted: Int, _ held: Int, _ ignored: Int) -> String {
            text(
                "行 \(read) = 採用 \(accepted) + 保留 \(held) + 対象外 \(ignored)",
                "rows \(read) = accepted \(accepted) + held \(held) + ignored \(ignored)")
        }
        func profile(isReady: Bool) -> String {
            isReady
                ? text("# この profile でそのまま読めます。", "# This profile reads the file as it stands.")
                : text("# 下書きの profile です。上の点を決めてください。", "# A draft; decide the points above.")
        }
    }
}
