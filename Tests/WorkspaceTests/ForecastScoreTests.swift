import Forecasting
import Languages
import Reporting
import Testing
import VisitorLedger
import VisitorMetrics
import VisitorModel

@testable import Workspace

/// A published forecast is set against what came, and against what stands now.
struct ForecastScoreTests {
    private static func month(_ id: String) throws -> Month { try #require(Month(id: id)) }

    private static func said(_ mean: Double) -> PublishedForecast.Said {
        .init(mean: mean, range80: (mean - 10)...(mean + 10), range95: (mean - 20)...(mean + 20))
    }

    /// Three months foretold as 100, 110, 120; a goal of 1,000 with a chance of 0.3; errors measured by 8.
    private static func forecast(known: String = "2019-09", goal: Int = 1_000) throws -> PublishedForecast {
        let months = try zip(["2019-10", "2019-11", "2019-12"], [100.0, 110, 120]).map { id, mean in
            PublishedForecast.MonthAhead(month: try month(id), said: said(mean))
        }
        return PublishedForecast(
            by: "Tanaka", target: "goal", definition: "visitors@1", unit: .personSpots,
            year: .calendarYear(CalendarYear(2019)), goal: goal, lastMonth: try month("2019-09"),
            knownThrough: try month(known), known: 700, chance: 0.3, total: said(1_030),
            percentiles: (1...99).map { 1_000 + Double($0) }, months: months, scale: 8, model: "m", modelVersion: "1",
            product: "dmo", seed: 1, pathCount: 2_000, inputHash: String(repeating: "a", count: 64))
    }

    private static func definition() throws -> MetricDefinition {
        let places = try PlaceTree([
            Place(id: "city", names: BilingualText(verbatim: "city"), kind: .destination),
            Place(id: "cave", names: BilingualText(verbatim: "cave"), kind: .spot, parent: "city"),
        ])
        return MetricDefinition(
            name: "visitors", version: 1, titles: BilingualText(verbatim: "visitors"),
            formula: BilingualText(verbatim: "sum"), measure: "visitors", unit: .personSpots,
            cut: try Cut(of: "city", members: ["cave"], in: places), basis: .calendarYear,
            source: BilingualText(verbatim: "plan"))
    }

    private static func figure(
        _ period: Period, _ value: ExactDecimal?, status: ObservationStatus = .final, reported: Int = 1,
        expected: Int = 1,
        vintages: [String] = [""]
    ) throws -> Figure {
        let missing = (0..<(expected - reported)).map { _ in
            MissingReport(place: "cave", month: period.firstMonth)
        }
        return Figure(
            definition: try definition(), place: "city", period: period, segment: .all, value: value, status: status,
            coverage: Coverage(reported: reported, expected: expected, missing: missing), vintages: vintages)
    }

    private static func figures(_ counts: [(String, ExactDecimal, ObservationStatus)]) throws -> [Month: Figure] {
        var figures: [Month: Figure] = [:]
        for (id, count, status) in counts {
            figures[try month(id)] = try figure(.month(try month(id)), count, status: status, vintages: ["2019-12"])
        }
        return figures
    }

    @Test func `a month is scored by hand: error over scale, inside or outside, against which count`() throws {
        // |104 − 100| ÷ 8 = 0.5, inside both; |126 − 110| ÷ 8 = 2, inside the wider one; |150 − 120| ÷ 8 = 3.75, outside.
        let months = try Self.figures([
            ("2019-10", 104, .final), ("2019-11", 126, .preliminary), ("2019-12", 150, .reported),
        ])
        let scored = ScoredForecast(try Self.forecast(), months: months, year: nil, isRepeat: false)
        #expect(scored.scores.map(\.scaledError) == [0.5, 2, 3.75])
        #expect(scored.scores.map(\.isIn80) == [true, false, false])
        #expect(scored.scores.map(\.isIn95) == [true, true, false])
        #expect(scored.scores.map(\.isPreliminary) == [false, true, false])
        #expect(scored.scores.map(\.vintages) == [["2019-12"], ["2019-12"], ["2019-12"]])
        let facts = ForecastRecord(forecasts: [scored]).facts
        #expect(facts.months == 3 && facts.in80 == 1 && facts.in95 == 2 && facts.preliminary == 1)
        #expect(facts.meanScaledError == 6.25 / 3)
        // 速報 moves: the score is of the count as it stands now.
        let revised = try Self.figures([("2019-11", 112, .final)])
        let again = ScoredForecast(try Self.forecast(), months: revised, year: nil, isRepeat: false)
        #expect(again.scores.map(\.scaledError) == [0.25] && again.scores.map(\.isIn80) == [true])
    }

    @Test func `the chance is scored when the year is whole, and not before`() throws {
        let year = Period.calendarYear(CalendarYear(2019))
        func brier(_ total: ExactDecimal, reported: Int = 12) throws -> Double? {
            let figure = try Self.figure(year, total, reported: reported, expected: 12)
            return ScoredForecast(try Self.forecast(), months: [:], year: figure, isRepeat: false).outcome?.brier
        }
        // (0.3 − 0)² and (0.3 − 1)²; a year that is exactly at its goal has reached it.
        #expect(try brier(999).map { abs($0 - 0.09) < 1e-12 } == true)
        #expect(try brier(1_000).map { abs($0 - 0.49) < 1e-12 } == true)
        #expect(try brier(1_200, reported: 11) == nil)
    }

    @Test func `a month known when it was published is not foretold, and one with a report missing is not judged`()
        throws
    {
        let months = try Self.figures([("2019-10", 104, .final), ("2019-11", 112, .final)])
        let late = ScoredForecast(try Self.forecast(known: "2019-10"), months: months, year: nil, isRepeat: false)
        #expect(late.months.map(\.state).first == .knownBefore)
        #expect(late.scores.count == 1)
        var gap = months
        gap[try Self.month("2019-12")] = try Self.figure(
            .month(try Self.month("2019-12")), 60, reported: 1, expected: 2)
        let scored = ScoredForecast(try Self.forecast(), months: gap, year: nil, isRepeat: false)
        #expect(scored.months.map(\.state).last == .waiting(missing: 1))
        let hindsight = ScoredForecast(
            try Self.forecast(known: "2019-12"), months: months,
            year: try Self.figure(.calendarYear(CalendarYear(2019)), 2_000, reported: 12, expected: 12), isRepeat: false
        )
        #expect(hindsight.outcome == nil && hindsight.scores.isEmpty)
    }

    @Test func `a forecast published twice counts once, and without its definition not at all`() throws {
        let months = try Self.figures([("2019-10", 104, .final)])
        let first = ScoredForecast(try Self.forecast(), months: months, year: nil, isRepeat: false)
        let second = ScoredForecast(try Self.forecast(), months: months, year: nil, isRepeat: true)
        let orphan = ScoredForecast(try Self.forecast(), months: nil, year: nil, isRepeat: false)
        #expect(ForecastRecord(forecasts: [first, second]).facts.months == 1)
        #expect(orphan.isOrphan && orphan.scores.isEmpty)
    }

    @Test func `errors are measured by how far counts lay from a year before`() {
        // |5 − 1|, |2 − 2|, |9 − 3|; the fourth lacks its year before.
        let series = TimeSeries([1, 2, 3, nil, 5, 2, 9, 4], seasonLength: 4)
        #expect(series.seasonalScale == 10.0 / 3)
        #expect(TimeSeries([4, 4, 4, 4], seasonLength: 2).seasonalScale == nil)
        #expect(TimeSeries([4, 5], seasonLength: 2).seasonalScale == nil)
    }
}
