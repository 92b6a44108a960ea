import Languages
import Testing
import VisitorMetrics
import VisitorModel

/// Fukuyama, Tomo, 2009 (Yomiuri, June 2010): one spot was reported as 1,821,700 visitors, +69.9 % on the year before;
/// true were about 1,140,000. For some months residents had been counted with visitors.
///
/// The yearly totals are the newspaper's; their split into months is made up in a spot's usual shape.
struct FukuyamaCaseTests {
    static let yearBefore = 1_072_200  // 1,821,700 ÷ 1.699
    static let truth = 1_140_000
    static let reported = 1_821_700
    static let season = [60, 62, 85, 95, 120, 70, 80, 125, 80, 90, 85, 48]

    /// A year's total by season, the rest in the last month, with a wobble that differs by year.
    static func months(_ total: Int, year: Int) -> [Int] {
        let weights = season.enumerated().map { $1 * (100 + ($0 * 5 + year) % 5 - 2) }
        let sum = weights.reduce(0, +)
        var months = weights.map { total * $0 / sum }
        months[11] += total - months.reduce(0, +)
        return months
    }

    private func series(untilMonth last: Int) throws -> MonthlySeries {
        var counts: [Month: ExactDecimal] = [:]
        let totals = [2005: 1_010_000, 2006: 1_035_000, 2007: 1_050_000, 2008: Self.yearBefore, 2009: Self.truth]
        // Residents from May to December: what was reported too much, spread evenly.
        let residents = (Self.reported - Self.truth) / 8
        for (year, total) in totals {
            for (index, number) in Self.months(total, year: year).enumerated() where year < 2009 || index < last {
                let extra = year == 2009 && index >= 4 ? residents : 0
                counts[try #require(Month(year: year, number: index + 1))] = ExactDecimal(number + extra)
            }
        }
        return try #require(MonthlySeries(SeriesKey(measure: "visitors", place: "tomo"), counts: counts))
    }

    @Test func `the level shift is told in August, with residents as its likeliest cause`() throws {
        #expect(PlausibilityChecker().findings(in: [try series(untilMonth: 5)]).filter { $0.kind == .levelShift } == [])
        let findings = PlausibilityChecker().findings(in: [try series(untilMonth: 8)])
        let shift = try #require(findings.first { $0.kind == .levelShift } ?? findings.first)
        #expect(shift.series.place == "tomo")
        #expect(shift.causes.map(\.name).contains("residents-included"))
        #expect(shift.firstMonth >= month("2009-05"))
    }

    @Test func `an explanation in the register silences it`() throws {
        let counter = SeriesBreak(
            id: "counter", titles: text("new counter"), kind: .counter, places: ["tomo"], since: month("2009-05"))
        let findings = PlausibilityChecker(changes: KnownChanges(breaks: [counter])).findings(
            in: [try series(untilMonth: 12)])
        #expect(findings.filter { $0.kind == .levelShift || $0.kind == .jump } == [])
    }
}
