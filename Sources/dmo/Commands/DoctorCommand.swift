import ArgumentParser
import Languages
import VisitorLedger
import Workspace

/// Looks for damage in the ledger and saves what is whole.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check the ledger for damage; with --rescue save everything that is whole.",
        discussion: """
            台帳を検査します。壊れていれば --rescue で、無事な読み込みだけの新しい台帳と、読めた数値のすべてを CSV に書き出します。
            The damaged file itself is only read.

            Example:  dmo doctor
                      dmo doctor --rescue rescued/
            Exit codes: 0 nothing is wrong; 1 something is damaged; 2 the folder to save into holds a ledger already;
            4 the file is no ledger at all.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: "The folder to save what is whole into.")
    var rescue: String?

    @Option(help: "The ledger's file (the workspace's own when left out).")
    var ledger: String?

    @Flag(help: "Empty the store of forecasts, which is no part of the history; published forecasts stay.")
    var forgetForecasts = false

    func run() async throws {
        let path = ledger ?? WorkspaceFolder(path: options.workspace).ledgerPath
        let terminal = options.terminal
        let language = options.language
        let examination = try await options.reporting { try LedgerExamination(path: path) }
        for problem in examination.problems { terminal.print("✘ " + problem(language)) }
        terminal.print(
            BilingualText(
                ja: "\(path): 無事な読み込み \(examination.wholeLoads.count)、欠けた読み込み \(examination.damagedLoads.count)、読める数値 \(examination.observations)。",
                en: "\(path): \(examination.wholeLoads.count) loads whole, \(examination.damagedLoads.count) damaged, \(examination.observations) numbers readable."
            )(language))
        if forgetForecasts {
            let forgotten = try await options.reporting {
                try Ledger.openExisting(path: path, clock: Workspace.machineClock).forgetStoredForecasts()
            }
            terminal.print(
                BilingualText(
                    ja: "保存済みの予測 \(forgotten) 件を消しました。次に必要なときに計算し直します。",
                    en: "\(forgotten) kept forecasts forgotten; they are worked out again when they are next needed."
                )(language))
        } else if let shelf = try? ForecastShelfExamination(path: path) {
            terminal.print(shelf.text(language))
        }
        if let rescue {
            let saved = try await options.reporting { try LedgerRescue(from: path, into: rescue) }
            terminal.print(
                BilingualText(
                    ja: "\(saved.ledgerPath) に読み込み \(saved.loads)、数値 \(saved.observations) を救出しました。読めた数値の全部は \(saved.tablePath) にあります。",
                    en: "Saved \(saved.loads) loads with \(saved.observations) numbers into \(saved.ledgerPath); all readable numbers are in \(saved.tablePath)."
                )(language))
            if !saved.lostLoads.isEmpty {
                let list = saved.lostLoads.map { String($0) }.joined(separator: ", ")
                terminal.print(
                    BilingualText(
                        ja: "次の読み込みは元のファイルから読み直してください: \(list)", en: "Load the files of these loads again: \(list)")(language))
            }
        }
        if !examination.isSound { throw ExitCode(ExitStatus.dataNeedsAttention.rawValue) }
    }
}
