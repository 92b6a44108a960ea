import ArgumentParser
import Diagnostics
import Forecasting
import FoundationEssentials
import Languages
import Workspace

/// Forecasts the series of a file.
struct ForecastCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Forecast series of a CSV file, with ranges, yearly totals and the chance of a target.",
        discussion: """
            CSVの系列を予測し、範囲・年間合計・目標到達の確率を出します。

            The file has the columns series_id, period (2013-01, 2013-Q1 or 2013) and value; an empty value is absent,
            never zero. The result is CSV: series_id,step,mean,lo80,hi80,lo95,hi95, where step 1 follows the last row.
            With --annual: series_id,year,mean,lo80,hi80,lo95,hi95. With --target also target,probability.
            With --paths: series_id,path,step,value.

            Example:  dmo forecast --series visitors.csv --horizon 24
                      dmo forecast --series visitors.csv --horizon 24 --annual --years calendar --target 2500000
                      dmo forecast --series visitors.csv --horizon 24 --target 105% --models ets,ces,stl-theta
            Exit codes: 0; 1 a series could not be forecast; 2 wrong usage; 3 the file cannot be read.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: "The CSV file of series.")
    var series: String

    @Option(help: "How many periods ahead.")
    var horizon = 24

    @Option(help: "monthly, quarterly or yearly: what all periods must be (detected when left out).")
    var frequency: SeriesFrequency?

    @Option(
        help: "Models, comma-separated, averaged when several (\(ForecasterCatalogue.names.joined(separator: ", "))).")
    var models = "standard"

    @Option(help: "Seed of the sample paths.")
    var seed: UInt64 = 1

    @Option(name: .customLong("path-count"), help: "Number of sample paths.")
    var pathCount = 2000

    @Flag(help: "Print the sample paths.")
    var paths = false

    @Flag(help: "Print yearly totals.")
    var annual = false

    @Option(help: "Which years: horizon (from the last figure on), calendar or fiscal (April to March).")
    var years = YearTotals.Basis.horizon

    @Option(help: "A yearly total to reach, or a per cent of the last year's (105%); may be repeated.")
    var target: [TargetOption] = []

    @Option(help: "Periods to leave out of the past, as 2020-03..2022-12; may be repeated.")
    var without: [PeriodSpan] = []

    @Option(help: "Number of cores (all when left out); the result does not depend on it.")
    var workers: Int?

    func validate() throws {
        guard (1...600).contains(horizon) else { throw ValidationError("--horizon lies between 1 and 600.") }
        guard (100...100_000).contains(pathCount) else {
            throw ValidationError("--path-count lies between 100 and 100000.")
        }
        if let workers, workers < 1 { throw ValidationError("--workers is at least 1.") }
        _ = try chosenForecaster()
    }

    func run() async throws {
        let file: SeriesFile
        do throws(DiagnosticsError) {
            file = try SeriesFile(path: series, frequency: frequency)
        } catch {
            options.terminal.print(error.diagnostics)
            throw ExitCode(ExitStatus.unreadableInput.rawValue)
        }
        options.terminal.print(file.diagnostics)
        var isComplete = !file.diagnostics.contains { $0.severity == .error }
        let plan = SeriesForecasts(
            forecaster: try chosenForecaster(), horizon: horizon, pathCount: pathCount, seed: seed)
        let results = await plan.run(
            over: file.entries.map(leavingOut), workers: workers ?? ProcessInfo.processInfo.activeProcessorCount)
        var printer = ForecastPrinter(
            content: paths ? .paths : annual || !target.isEmpty ? .years(years, target.map(\.goal)) : .steps)
        for (entry, result) in zip(file.entries, results) {
            switch result {
            case .success(let forecast): printer.append(forecast)
            case .failure(let error):
                isComplete = false
                let words = error.explanation
                options.terminal.say(
                    BilingualText(ja: "\(entry.id): \(words.ja)", en: "\(entry.id): \(words.en)"))
            }
        }
        options.terminal.print(printer.text)
        if !isComplete { throw ExitCode(ExitStatus.dataNeedsAttention.rawValue) }
    }

    private func leavingOut(_ entry: SeriesFile.Entry) -> SeriesFile.Entry {
        var entry = entry
        for span in without where span.first.frequency == entry.last.frequency {
            let begin = entry.last.ordinal - entry.series.values.count + 1
            entry.series = entry.series.without((span.first.ordinal - begin)...(span.last.ordinal - begin))
        }
        return entry
    }

    private func chosenForecaster() throws -> any Forecaster {
        let names = models.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
        let chosen = try names.map { name in
            guard let forecaster = ForecasterCatalogue.forecaster(named: name) else {
                let near = closestNames(to: name, among: ForecasterCatalogue.names, count: 1).first
                throw ValidationError(
                    "There is no model “\(name)”" + (near.map { "; did you mean \($0)?" } ?? ".")
                        + " Models: \(ForecasterCatalogue.names.joined(separator: ", ")).")
            }
            return forecaster
        }
        guard let first = chosen.first else { throw ValidationError("--models names at least one model.") }
        return chosen.count == 1 ? first : CombinedForecaster(name: models, members: chosen)
    }
}
