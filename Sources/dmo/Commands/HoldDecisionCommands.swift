import ArgumentParser
import Diagnostics
import FoundationEssentials
import Languages
import VisitorLedger
import Workspace

/// Shows one held row in its place.
struct HoldsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a held row with the lines around it and what was decided.",
        discussion: "保留の行を、前後の行とともに示します。\n\nExample:  dmo holds show 3\nExit codes: 0; 2 there is no such hold.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The hold's number, from dmo holds list.")
    var hold: Int

    func run() async throws {
        let workspace = try options.openWorkspace()
        let language = options.language
        let found = try await options.reporting { try workspace.holdEntries().first { $0.id == hold } }
        guard let entry = found else {
            options.terminal.say(BilingualText(ja: "保留 \(hold) 番はありません。", en: "There is no hold \(hold)."))
            throw ExitCode(ExitStatus.usage.rawValue)
        }
        let diagnostic = entry.hold.row.diagnostic
        options.terminal.print(DiagnosticRenderer(language: language).render(diagnostic))
        let context = try await options.reporting { try workspace.context(of: entry) }
        let number = diagnostic.position?.row ?? diagnostic.position?.line
        if context.isEmpty {
            options.terminal.print("    " + DiagnosticRenderer.printable(entry.hold.row.rawText ?? ""))
        }
        for line in context {
            options.terminal.print((line.number == number ? "  ▶ " : "    ") + "\(line.number)  " + DiagnosticRenderer.printable(line.text))
        }
        if let decision = entry.decision { options.terminal.print("  " + decision.summary(language)) }
    }
}

/// Puts another value into a held cell.
struct HoldsCorrectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Put another value into a held cell; old and new are kept.",
        discussion: """
            保留のセルに正しい値を入れます。元のファイルは変えず、訂正した写しを読み込みます。

            Example:  dmo holds correct 3 10234 --reason "asked by telephone" --by Tanaka
            Exit codes: 0; 2 the value would be held as well, or the original is gone; 4 it could not be recorded.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "The hold's number.")
    var hold: Int

    @Argument(help: "The value that is to stand in the cell.")
    var value: String

    func run() async throws {
        let workspace = try options.openWorkspace()
        let outcome = try await options.reporting {
            try await workspace.correct(
                [HoldCorrection(hold: hold, value: value)], reason: decision.reason, by: decision.by)
        }
        options.terminal.say(outcome)
    }
}

/// Lets rows count after the definitions have been mended.
struct HoldsReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Read a load's file again by the mended definitions and let its held rows count.",
        discussion: """
            profile や別名を直したあと、保留の行をそのままの値で採用します。

            Example:  dmo holds release --load 12 --reason "alias added" --by Tanaka
            Exit codes: 0; 2 nothing would be released; 4 it could not be recorded.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var decision: DecisionOptions

    @Option(help: "The load's number.")
    var load: Int

    func run() async throws {
        let workspace = try options.openWorkspace()
        let outcome = try await options.reporting {
            try await workspace.release(load: load, reason: decision.reason, by: decision.by)
        }
        options.terminal.say(outcome)
    }
}

/// Sets rows aside for good.
struct HoldsDismissCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss", abstract: "Set held rows aside for good, with a reason.",
        discussion: "保留の行を、理由を付けて採用しないことにします。\n\nExample:  dmo holds dismiss 3 4 --reason \"repeated row\" --by Tanaka")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "The holds' numbers.")
    var holds: [Int]

    func run() async throws {
        let workspace = try options.openWorkspace()
        try await options.reporting { try workspace.dismiss(holds, reason: decision.reason, by: decision.by) }
        options.terminal.say(BilingualText(ja: "\(holds.count) 件を記録しました。", en: "\(holds.count) recorded."))
    }
}

/// Writes the questions for the supplier.
struct HoldsExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the open questions for the supplier (CSV); dmo holds import reads the answers.",
        discussion: "保留の一覧を、提供元に記入してもらう表にします。\n\nExample:  dmo holds export questions.csv --load 12")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The file.")
    var file: String

    @Option(help: "Only those of one load.")
    var load: Int?

    func run() async throws {
        let workspace = try options.openWorkspace()
        let entries = try await options.reporting { try workspace.holdEntries(ofLoad: load) }
        do {
            try Data(HoldSheet.text(of: entries).utf8).write(to: URL(filePath: file), options: .atomic)
        } catch {
            options.terminal.say(BilingualText(ja: "\(file) に書き込めません。", en: "\(file) cannot be written."))
            throw ExitCode(ExitStatus.machineFailure.rawValue)
        }
        options.terminal.print(file)
    }
}

/// Reads the supplier's answers.
struct HoldsImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read the supplier's answers and correct the cells they are about.",
        discussion: """
            提供元が記入した表を読み、番号・セル・元の値を照らし合わせて訂正します。

            Example:  dmo holds import questions.csv --reason "answer of 12 April" --by Tanaka
            Exit codes: 0; 1 some rows came back without an answer; 2 rows do not match; 3 the file cannot be read.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "The file.")
    var file: String

    func run() async throws {
        let workspace = try options.openWorkspace()
        guard let bytes = FileManager.default.contents(atPath: file) else {
            options.terminal.say(BilingualText(ja: "\(file) を読めません。", en: "\(file) cannot be read."))
            throw ExitCode(ExitStatus.unreadableInput.rawValue)
        }
        let (answers, outcome) = try await options.reporting {
            let answers = try HoldSheet.answers(in: Array(bytes), file: file, to: workspace.holdEntries())
            guard !answers.corrections.isEmpty else { return (answers, HoldOutcome?.none) }
            return (answers, try await workspace.correct(answers.corrections, reason: decision.reason, by: decision.by))
        }
        if let outcome { options.terminal.say(outcome) }
        if answers.unanswered > 0 {
            options.terminal.say(
                BilingualText(ja: "\(answers.unanswered) 行は未記入です。", en: "\(answers.unanswered) rows came back without an answer."))
            throw ExitCode(ExitStatus.dataNeedsAttention.rawValue)
        }
    }
}

/// Who decides, and why.
struct DecisionOptions: ParsableArguments {
    @Option(help: "Why.")
    var reason: String

    @Option(help: "Who decides.")
    var by: String
}

extension Terminal {
    /// Prints what a correction or release came to.
    fileprivate func say(_ outcome: HoldOutcome) {
        for result in outcome.loads {
            let load = result.load
            say(
                BilingualText(
                    ja: "読み込み \(load.id) 番（\(load.header.fileName)）: 新しい数値 \(load.newKeys)、改訂 \(load.revisedKeys)。保留 \(outcome.decided.count) 件を決定しました。",
                    en: "Load \(load.id) (\(load.header.fileName)): \(load.newKeys) new numbers, \(load.revisedKeys) revised; \(outcome.decided.count) holds are settled."
                ))
        }
    }
}
