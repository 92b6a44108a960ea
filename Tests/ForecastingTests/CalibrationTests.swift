import Testing

@testable import Forecasting

struct CalibrationTests {
    private func record(_ actuals: [Double]) -> CalibrationRecord {
        let hundred = SortedSample((1...100).map { Double($0) })
        var record = CalibrationRecord()
        for actual in actuals { record.add(totals: hundred, actual: actual, goals: [50.5]) }
        return record
    }

    @Test func `coverage and shares count where the actual figures fell`() {
        let record = record([50.5, 95.5, 200, 30.5])
        #expect(record.shares.map { ($0 * 100).rounded() } == [50, 95, 100, 30])
        #expect(record.coverage(ofRangeHolding: 0.8) == 0.5)
    }

    @Test func `an even chance scores a quarter, whatever comes`() {
        let brier = record([10, 90, 60]).brier
        #expect(brier.map { abs($0 - 0.25) < 1e-9 } == true)
    }

    @Test func `ranges too narrow are widened, ranges too wide narrowed, and a short record changes little`() {
        let spread = stride(from: 5.5, through: 95.5, by: 10)
        #expect(abs(record(Array(spread)).spreadFactor - 1) < 0.1)
        #expect(record([Double](repeating: 99.9, count: 20)).spreadFactor > 1.8)
        #expect(record([Double](repeating: 50.5, count: 20)).spreadFactor < 0.55)
        let one = record([50.5]).spreadFactor
        #expect(one > 0.9 && one < 1)
        #expect(CalibrationRecord().spreadFactor == 1)
    }

    @Test func `a reliability table sets what came beside what was said`() {
        let hundred = SortedSample((1...100).map { Double($0) })
        var record = CalibrationRecord()
        for actual in [10.0, 95, 20, 30] { record.add(totals: hundred, actual: actual, goals: [90.5]) }
        #expect(record.reliability.count == 1)
        #expect(record.reliability[0].count == 4)
        #expect(record.reliability[0].came == 0.25)
        #expect(record.reliability[0].said < 0.2)
    }

    @Test func `an origin sees nothing of what came after it`() {
        var values = madeUpSeries(96)
        let plan = RollingOrigins(forecaster: SeasonalNaiveForecaster(), horizon: 12, originLimit: 3)
        let before = plan.record(of: TimeSeries(Array(values.prefix(84)), seasonLength: 12), seed: 1)
        for index in 84..<96 { values[index] *= 50 }
        let after = plan.record(of: TimeSeries(values, seasonLength: 12), seed: 1)
        #expect(after.shares.count == 3)
        #expect(Array(after.shares.dropFirst()) == Array(before.shares.prefix(2)))
        #expect(after.shares[0] == 1)
    }

    @Test func `an assumption moves every path, and never below zero`() {
        let paths = SamplePaths(count: 2, horizon: 2, values: [10, 20, 30, 40])
        let changed = paths.under(WhatIf(additions: [5], factors: [0.5, 0]))
        #expect(changed.values == [10, 15, 0, 0])
        #expect(paths.under(WhatIf(additions: [-15])).values == [0, 5, 30, 40])
        #expect(paths.widened(by: 2).values == [5, 25, 25, 45])
    }
}
