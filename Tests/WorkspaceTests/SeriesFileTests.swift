import Diagnostics
import Forecasting
import Foundation
import Testing

@testable import Workspace

struct SeriesFileTests {
    private func read(_ text: String, frequency: SeriesFrequency? = nil) throws -> SeriesFile {
        let path = FileManager.default.temporaryDirectory.appending(path: "series-\(UUID().uuidString).csv")
        try Data(text.utf8).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        return try SeriesFile(path: path.path, frequency: frequency)
    }

    @Test func `rows in any order become a series, and a month without a row is absent, not zero`() throws {
        let file = try read("series_id,period,value\ncave,2019-04,40\ncave,2019-01,10\ncave,2019-02,\n")
        #expect(file.entries.count == 1)
        #expect(file.entries[0].series.values == [10, nil, nil, 40])
        #expect(file.entries[0].series.seasonLength == 12)
        #expect(file.entries[0].last == SeriesPeriod("2019-04"))
        #expect(file.diagnostics.isEmpty)
    }

    @Test func `series keep the order of their first rows and their own frequency`() throws {
        let file = try read("period,value,series_id\n2019-Q1,1,b\n2019,2,a\n2019-Q2,3,b\n")
        #expect(file.entries.map(\.id) == ["b", "a"])
        #expect(file.entries.map(\.series.seasonLength) == [4, 1])
    }

    @Test func `columns that are not used are named`() throws {
        let file = try read("series_id,part,period,value\na,train,2019-01,1\n")
        #expect(file.diagnostics.map(\.code) == ["forecast.ignored-columns"])
        #expect(file.diagnostics[0].value == "part")
    }

    @Test(arguments: [
        ("a,2019-01,1\na,2019-01,2\n", "forecast.period-twice", "B3"),
        ("a,2019-01,many\n", "forecast.unreadable-value", "C2"),
        ("a,January,1\n", "forecast.unreadable-period", "B2"),
        ("a,2019-01,1\na,2019-Q2,2\n", "forecast.mixed-frequencies", "B3"),
    ])
    func `a bad row keeps its series out, with the cell to look at`(rows: String, code: String, cell: String) throws {
        let file = try read("series_id,period,value\n" + rows + "good,2019-01,5\n")
        #expect(file.entries.map(\.id) == ["good"])
        #expect(file.diagnostics.map(\.code) == [code])
        #expect(file.diagnostics[0].position?.cell == cell)
        #expect(file.diagnostics[0].remedy != nil)
    }

    @Test func `a file without the columns is refused as a whole`() {
        let error = #expect(throws: DiagnosticsError.self) { _ = try read("place,month,count\na,2019-01,1\n") }
        #expect(error?.diagnostics.map(\.code) == ["forecast.missing-column"])
    }

    @Test func `forecasts do not depend on the number of cores or on the neighbours`() async throws {
        let rows = ["a", "b", "c"].enumerated().flatMap { index, id in
            (0..<48).map {
                "\(id),\(2015 + $0 / 12)-\(String(format: "%02d", $0 % 12 + 1)),\(100 + index + 7 * ($0 % 12))"
            }
        }
        let file = try read("series_id,period,value\n" + rows.joined(separator: "\n") + "\n")
        let plan = SeriesForecasts(forecaster: StandardForecaster(), horizon: 6, pathCount: 100, seed: 3)
        let one = await plan.run(over: file.entries, workers: 1).map { try? $0.get().paths }
        let two = await plan.run(over: file.entries, workers: 2).map { try? $0.get().paths }
        let alone = await plan.run(over: [file.entries[1]], workers: 1).map { try? $0.get().paths }
        #expect(one == two)
        #expect(one[1] == alone[0])
        #expect(one.allSatisfy { $0 != nil })
    }
}
