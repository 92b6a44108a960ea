import ArgumentParser
import Diagnostics
import Languages
import Reporting
import VisitorLedger
import Workspace

/// Rows kept aside.
struct HoldsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holds",
        abstract: "Rows kept aside until somebody decides.",
        subcommands: [
            List.self, HoldsShowCommand.self, HoldsCorrectCommand.self, HoldsReleaseCommand.self,
            HoldsDismissCommand.self, HoldsExportCommand.self, HoldsImportCommand.self,
        ], defaultSubcommand: List.self)

    /// Lists held rows.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List held rows: file, cell, value, reason, what to do.",
            discussion: """
                保留中の行を一覧にします。CSV にして提供元へ送り返せます。

                Example:  dmo holds list
                          dmo holds list --format csv > questions.csv
                Exit codes: 0 nothing is held; 1 rows are held.
                """)

        @OptionGroup var options: GlobalOptions
        @OptionGroup var formatOption: FormatOption

        @Option(help: "Only those of one load.")
        var load: Int?

        @Flag(help: "Those decided about, too.")
        var all = false

        func run() async throws {
            let workspace = try options.openWorkspace()
            let entries = try await options.reporting { try workspace.holdEntries(ofLoad: load) }
            let open = entries.filter { $0.isOpen || all }
            options.terminal.print(HoldList(open).table(in: options.language), as: formatOption.format) {
                Self.json(open)
            }
            if open.contains(where: \.isOpen) { throw ExitCode(ExitStatus.dataNeedsAttention.rawValue) }
        }

        private static func json(_ entries: [HoldEntry]) -> JSONValue {
            [
                "schema": "dmo.holds/1",
                "holds": .array(
                    entries.map { entry in
                        let hold = entry.hold
                        let diagnostic = hold.row.diagnostic
                        let position = diagnostic.position
                        return [
                            "id": .integer(hold.id), "load": .integer(hold.load),
                            "file": .optional(position?.file), "row": position?.row.map { .integer($0) } ?? .null,
                            "cell": .optional(position?.cell), "line": position?.line.map { .integer($0) } ?? .null,
                            "path": .optional(position?.path), "code": .string(diagnostic.code),
                            "value": .optional(diagnostic.value),
                            "message": .bilingual(diagnostic.message),
                            "text": .optional(hold.row.rawText),
                            "decision": entry.decision.map { decision in
                                [
                                    "kind": .string(decision.kind.rawValue), "old": .optional(decision.oldText),
                                    "new": .optional(decision.newText), "reason": .string(decision.reason),
                                    "by": .string(decision.by), "recordedAt": .string(decision.recordedAt.description),
                                    "load": decision.load.map { .integer($0) } ?? .null,
                                ]
                            } ?? .null,
                        ]
                    }),
            ]
        }
    }
}
