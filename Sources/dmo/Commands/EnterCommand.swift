import ArgumentParser
import Languages
import VisitorLedger
import VisitorModel
import Workspace

/// Records one count by hand.
struct EnterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter",
        abstract: "Record one count that came by telephone or fax, with its source.",
        discussion: """
            電話やファクスで届いた数値を、出所と記入者を付けて記録します。

            Example:  dmo enter mito-station 2018-09 7710 --source "telephone, Mr Sato, 2018-10-12" --by Tanaka
            Exit codes: 0; 2 a name is unknown or source or name are missing; 4 it could not be recorded.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The place's identifier.")
    var place: String

    @Argument(help: "The month (YYYY-MM).")
    var month: Month

    @Argument(help: "The count.")
    var value: String

    @Option(help: "What is counted.")
    var measure = "visitors"

    @Option(help: "The market, for counts of one market.")
    var market: String?

    @Option(help: "final, reported, provisional, preliminary or estimated.")
    var status = "reported"

    @Option(help: "Who said it, when, by which means.")
    var source: String

    @Option(help: "Who enters it.")
    var by: String

    func run() async throws {
        guard let number = ExactDecimal(value) else { throw ValidationError("“\(value)” is not a number in plain digits.") }
        guard let firmness = ObservationStatus(rawValue: status), firmness.hasValue else {
            throw ValidationError("--status takes final, reported, provisional, preliminary or estimated; not “\(status)”.")
        }
        let workspace = try options.openWorkspace()
        let result = try await options.reporting {
            try workspace.enter(
                HandEntry(
                    place: place, month: month, measure: measure, market: market, value: number, status: firmness,
                    source: source, by: by))
        }
        let language = options.language
        let old = result.revisions.first.map { revision in
            BilingualText(
                ja: "（前の値 \(revision.old.value.number?.description ?? revision.old.value.status.name.ja)、\(revision.old.fileName)）",
                en: " (before: \(revision.old.value.number?.description ?? revision.old.value.status.name.en), \(revision.old.fileName))")
        }
        options.terminal.print(
            BilingualText(
                ja: "読み込み \(result.load.id) 番として記録しました: \(result.load.header.fileName)",
                en: "Recorded as load \(result.load.id): \(result.load.header.fileName)")(language) + (old?(language) ?? ""))
    }
}
