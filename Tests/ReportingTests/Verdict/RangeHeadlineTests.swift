import Languages
import Reporting
import Testing
import VisitorMetrics
import VisitorModel

/// What a reader is told first when missing reports decide.
struct RangeHeadlineTests {
    private func verdict(target: ExactDecimal) throws -> VerdictText {
        let places = try PlaceTree([
            Place(id: "okinawa", names: BilingualText(ja: "沖縄県", en: "Okinawa"), kind: .destination),
            Place(id: "route", names: BilingualText(ja: "台湾路線", en: "Taiwan route"), kind: .spot, parent: "okinawa"),
        ])
        let definition = MetricDefinition(
            name: "visitors", version: 1, titles: BilingualText(ja: "入域観光客数", en: "Visitors"),
            formula: BilingualText(verbatim: "sum"), measure: "visitors", unit: .persons,
            cut: try Cut(of: "okinawa", members: ["route"], in: places), basis: .fiscalYear,
            source: BilingualText(verbatim: "plan"))
        var observations: [Observation] = []
        for year in 2015...2018 {
            for month in FiscalYear(year).months where month.id != "2018-12" && month.id != "2019-01" {
                observations.append(
                    Observation(
                        series: SeriesKey(measure: "visitors", place: "route"), period: .month(month),
                        value: ObservedValue(1_000), unit: .persons, provenance: Provenance(row: 1)))
            }
        }
        let from = try #require(Month(id: "2015-04"))
        let figures = Figures(
            table: CountTable(observations),
            expected: [ExpectedReport(measure: "visitors", places: ["route"], from: from)])
        let goal = TargetDefinition(
            id: "goal", titles: BilingualText(verbatim: "goal"), definition: "visitors@1",
            baseline: ObservedValue(5_000), baselineYear: 2015, target: target, targetYear: 2018,
            source: BilingualText(verbatim: "plan"))
        let progress = TargetProgress(
            towards: goal, basis: .fiscalYear,
            figures: figures.figures(FigureQuery(of: definition, by: .fiscalYear)))
        return VerdictText(progress, of: definition, destination: BilingualText(ja: "沖縄県", en: "Okinawa"))
    }

    @Test func `a sum below the goal that usual counts lift above it is not called a miss`() throws {
        // 10,000 so far; each of two months usually 1,000, from 867 to 1,133 (0.4 × 1,000 ÷ 3 each way).
        let headline = try verdict(target: 11_000).headline
        #expect(
            headline.en
                == "CHECK FIRST: the sum of FY2018, 10,000\u{A0}persons, lacks 2 reports. With usual counts in the gaps "
                + "it comes to 11,732\u{A0}persons to 12,268\u{A0}persons, which reaches the target of 11,000\u{A0}persons. "
                + "The sum as it stands must not be called a miss.")
        #expect(headline.ja.hasPrefix("【要確認】平成30年度の今の合計10,000人には未報告が2件あります。"))
    }

    @Test func `a goal inside the range is said to be decided by the missing reports`() throws {
        #expect(try verdict(target: 12_000).headline.en.hasSuffix("the missing reports decide."))
    }

    @Test func `a goal above the range is said to be out of reach of the missing reports`() throws {
        #expect(
            try verdict(target: 20_000).headline.en.hasSuffix("still short of the target of 20,000\u{A0}persons."))
    }
}
