import Languages
import Testing
import VisitorMetrics
import VisitorModel

/// Okinawa, fiscal 2018 (Okinawa Times, Ryukyu Shimpo): announced as 9,999,000 against a goal of ten million; two
/// months of one airline's route were missing, and the true figure was 10,004,300. It took from August to November.
///
/// The totals are those of the newspapers; the split into months and the route's past are made up in their shape.
struct OkinawaCaseTests {
    static let announced = 9_999_000
    static let trueTotal = 10_004_300

    /// The route's passengers, April to March, at the level of fiscal 2018.
    static let route = [2310, 2140, 2280, 2590, 2870, 2450, 2330, 2260, 2480, 2640, 2720, 2950]
    static let levels = [2014: 86, 2015: 90, 2016: 93, 2017: 97, 2018: 100]

    /// A month of the route: the season at the year's level, with a wobble of up to 4 %.
    static func routeCount(_ fiscalYear: Int, _ index: Int) -> Int {
        let wobble = (index * 7 + fiscalYear) % 5 - 2
        let exact = Double(route[index] * levels[fiscalYear, default: 100] * (100 + 2 * wobble)) / 10_000
        return Int(exact.rounded(.toNearestOrEven))
    }

    func figures() throws -> (Figures, MetricDefinition) {
        var observations: [Observation] = []
        for (fiscalYear, _) in Self.levels {
            let months = FiscalYear(fiscalYear).months
            for (index, month) in months.enumerated() {
                let isMissing = fiscalYear == 2018 && (month.id == "2018-11" || month.id == "2018-12")
                if !isMissing { observations.append(count(Self.routeCount(fiscalYear, index), "route", month.id)) }
                // Everybody else: fiscal 2018 adds up to what was announced, with the route's ten months.
                let rest = Self.announced - 25_126
                let share = rest / 12 + (index == 0 ? rest % 12 : 0)
                observations.append(
                    count(share * Self.levels[fiscalYear, default: 100] / 100, "others", month.id))
            }
        }
        let expected = ExpectedReport(measure: "visitors", places: ["others", "route"], from: month("2014-04"))
        let figures = Figures(table: CountTable(observations), expected: [expected])
        return (figures, try definition(["others", "route"]))
    }

    @Test func `the missing route is named, and with its usual counts the goal is reached`() throws {
        let (figures, definition) = try figures()
        let year = try #require(figures.figure(of: definition, in: "FY2018", by: .fiscalYear))
        #expect(year.value == ExactDecimal(Self.announced))
        #expect(year.coverage.missing.map(\.place) == ["route", "route"])
        #expect(year.coverage.missing.map(\.month.id) == ["2018-11", "2018-12"])
        let range = try #require(year.range)
        // Worked out apart, in Python, from the formula in the comment on UsualRange.
        #expect(range.low == 10_002_951)
        #expect(range.middle == 10_003_706)
        #expect(range.high == 10_004_444)
        #expect(range.side(of: 10_000_000) == .above)
        #expect(range.low <= ExactDecimal(Self.trueTotal))
        #expect(try #require(range.high) >= ExactDecimal(Self.trueTotal))
    }

    @Test func `no verdict of a missed goal is given`() throws {
        let (figures, definition) = try figures()
        let target = TargetDefinition(
            id: "ten-million", titles: text("ten million"), definition: definition.id,
            baseline: ObservedValue(7_600_000), baselineYear: 2014, target: 10_000_000, targetYear: 2018,
            source: text("plan"))
        let progress = TargetProgress(
            towards: target, basis: .fiscalYear,
            figures: figures.figures(FigureQuery(of: definition, by: .fiscalYear)))
        guard case .incomplete(let figure) = progress.verdict else {
            Issue.record("\(progress.verdict)")
            return
        }
        #expect(figure.range != nil)
    }
}
