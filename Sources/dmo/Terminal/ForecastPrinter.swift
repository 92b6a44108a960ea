import Forecasting
import Workspace

/// Forecasts as CSV.
struct ForecastPrinter {
    /// What is printed.
    enum Content {
        case steps
        case years(YearTotals.Basis, [YearGoal])
        case paths
    }

    private let content: Content
    private var lines: [String]
    /// The parts of one that small figures are rounded to; more for a series that is small throughout.
    private var finest = 1e6

    init(content: Content) {
        self.content = content
        lines = [Self.header(of: content)]
    }

    private static func header(of content: Content) -> String {
        switch content {
        case .steps: "series_id,step,mean,lo80,hi80,lo95,hi95"
        case .years(_, let goals):
            "series_id,year,mean,lo80,hi80,lo95,hi95" + (goals.isEmpty ? "" : ",target,probability")
        case .paths: "series_id,path,step,value"
        }
    }

    /// Everything, without a last line end.
    var text: String { lines.joined(separator: "\n") }

    mutating func append(_ forecast: SeriesForecast) {
        let largest = forecast.entry.series.values.reduce(0) { max($0, abs($1 ?? 0)) }
        finest = largest > 0 && largest < 0.1 ? 1e6 / largest : 1e6
        let id = Self.cell(forecast.entry.id)
        switch content {
        case .steps:
            for step in 0..<forecast.paths.horizon {
                let sample = SortedSample(forecast.paths.values(atStep: step))
                lines.append("\(id),\(step + 1),\(number(forecast.mean[step])),\(ranges(sample))")
            }
        case .years(let basis, let goals):
            let years = YearTotals.all(
                of: forecast.paths, after: forecast.entry.series, endingAt: forecast.entry.last, basis: basis)
            for year in years {
                let start = "\(id),\(year.year),\(number(year.totals.median)),\(ranges(year.totals))"
                if goals.isEmpty { lines.append(start) }
                for goal in goals {
                    guard let total = goal.total(after: forecast.entry.series) else { continue }
                    let chance = year.totals.chance(ofAtLeast: total)
                    lines.append("\(start),\(number(total)),\(Self.rounded(chance.share, places: 10_000))")
                }
            }
        case .paths:
            for path in 0..<forecast.paths.count {
                for step in 0..<forecast.paths.horizon {
                    lines.append("\(id),\(path + 1),\(step + 1),\(number(forecast.paths[path: path, step: step]))")
                }
            }
        }
    }

    private func ranges(_ sample: SortedSample) -> String {
        let (narrow, wide) = (sample.range(holding: 0.8), sample.range(holding: 0.95))
        return [narrow.lowerBound, narrow.upperBound, wide.lowerBound, wide.upperBound].map(number)
            .joined(separator: ",")
    }

    /// A figure to hundredths; small ones to a millionth, or of a small series to a millionth of its largest figure.
    private func number(_ value: Double) -> String {
        Self.rounded(value, places: abs(value) >= 100 ? 100 : finest)
    }

    private static func rounded(_ value: Double, places: Double) -> String {
        abs(value) < 1e12 ? ((value * places).rounded() / places).description : value.description
    }

    private static func cell(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
