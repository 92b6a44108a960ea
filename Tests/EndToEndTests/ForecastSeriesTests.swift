import Foundation
import TestSupport
import Testing

/// `dmo forecast` on files as people have them, odd ones included.
struct ForecastSeriesTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    /// Months from January 2010 on, an empty cell where there is no figure.
    private func rows(_ id: String, _ values: [Double?]) -> String {
        values.enumerated().map { index, value in
            let month = index % 12 + 1
            return "\(id),\(2010 + index / 12)-\(month < 10 ? "0" : "")\(month),\(value.map { "\($0)" } ?? "")\n"
        }.joined()
    }

    private func forecast(_ rows: String, _ more: String...) throws -> DMOCommand.Outcome {
        try folder.write("series_id,period,value\n" + rows, to: "series.csv")
        return try DMOCommand.run(
            ["forecast", "--series", folder.path + "/series.csv", "--horizon", "3", "--lang", "en"] + more)
    }

    private func lines(_ outcome: DMOCommand.Outcome) -> [[String]] {
        outcome.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
    }

    private func season(_ count: Int, _ factor: Double = 1) -> [Double] {
        (0..<count).map { t in
            factor * (1000 + 4 * Double(t)) * (1 + 0.3 * sin(Double(t) * .pi / 6)) * (1 + 0.02 * sin(Double(t * t)))
        }
    }

    @Test func `ARIMA is chosen by name and its ranges hold one another`() throws {
        let outcome = try forecast(rows("cave", season(84)), "--models", "arima")
        #expect(outcome.status == 0)
        #expect(outcome.messages.isEmpty)
        let lines = lines(outcome)
        #expect(lines.count == 3)
        for line in lines {
            let numbers = line.dropFirst(2).compactMap(Double.init)
            let (mean, low80, high80, low95, high95) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
            #expect(low95 < low80 && low80 < mean && mean < high80 && high80 < high95)
            #expect((900...2200).contains(mean))
        }
        #expect(try forecast(rows("cave", season(84)), "--models", "arima", "--workers", "1").output == outcome.output)
    }

    @Test func `nothing but the same figure, and nothing but zeros, go on as they are`() throws {
        let text =
            rows("constant", [Double](repeating: 500, count: 40)) + rows("zero", [Double](repeating: 0, count: 40))
        for models in ["standard", "arima"] {
            let outcome = try forecast(text, "--models", models)
            #expect(outcome.status == 0)
            #expect(lines(outcome).map { Double($0[2]) } == [500, 500, 500, 0, 0, 0])
        }
    }

    @Test func `what cannot be said is said, and the other series are forecast`() throws {
        let sparse = (0..<100).map { $0.isMultiple(of: 5) ? 100.0 + Double($0) : nil }
        let outcome = try forecast(
            rows("one", [5]) + rows("sparse", sparse) + rows("old", season(60) + [nil])
                + rows("huge", season(60, 1e300))
                + rows("good", season(60)) + "old,2019-12,\n")
        #expect(outcome.status == 1)
        #expect(Set(lines(outcome).map { $0[0] }) == ["good"])
        let said = outcome.messages.split(separator: "\n").map(String.init)
        #expect(
            said == [
                "one: Too short to say: 1 periods are known, at least 18 are needed. Load earlier figures.",
                "sparse: Too sparse to say: with the 20 periods known, no year can be set against the one before. "
                    + "Load the figures in between.",
                "old: Too old to say: the last 60 periods are absent. Load the recent figures.",
                "huge: Value 1 is too large (over 1e30). Check the file it came from.",
            ])
    }

    @Test func `a step follows the last row of the file even where that row has no figure`() throws {
        let whole = season(72)
        let outcome = try forecast(rows("late", Array(whole.prefix(70)) + [nil, nil]))
        let values = lines(outcome).compactMap { Double($0[2]) }
        // January to March of 2016, not November 2015 on.
        for (value, last) in zip(values, whole[60..<63]) { #expect(abs(value / last - 1.04) < 0.06) }
    }

    @Test func `small shares keep their digits`() throws {
        let outcome = try forecast(rows("share", season(60, 1e-10)))
        for line in lines(outcome) { #expect((5e-8...3e-7).contains(try #require(Double(line[2])))) }
    }

    @Test func `weeks are refused with what to do`() throws {
        let outcome = try forecast("w,2010-W01,5\n")
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("add days or weeks up to months first"))
    }
}
