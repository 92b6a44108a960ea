import Languages
import Testing
import VisitorMetrics
import VisitorModel

struct PeriodComparisonTests {
    private func figures(_ counts: [(place: String, month: String, count: Int)]) -> Figures {
        Figures(table: CountTable(counts.map { count($0.count, $0.place, $0.month) }))
    }

    @Test func `equal calendars bring each month of the base to the days of its counterpart`() throws {
        // April has the same days off in both years; May gained two (19, 3, 9 against 21, 3, 7 days).
        let figures = figures([
            ("a", "2018-04", 100_000), ("a", "2018-05", 180_000), ("a", "2019-04", 110_000), ("a", "2019-05", 200_000),
        ])
        let like = try #require(figures.likeForLike(of: try definition(["a"]), in: period("2019")))
        let weights = DayWeights(saturday: 2, sundayOrHoliday: decimal("2.5"))
        let adjusted = try #require(CalendarAdjustedComparison(of: like, weights: weights))
        // By hand: 100,000 + 180,000 × 47.5 ÷ 44.5 = 292,134.831; 310,000 ÷ 280,000; ÷ 292,134.831.
        #expect(adjusted.months.map(\.expected) == [100_000, decimal("192134.831")])
        #expect(adjusted.plain == decimal("10.7"))
        #expect(adjusted.calendar == decimal("4.3"))
        #expect(adjusted.adjusted == decimal("6.1"))
    }

    @Test func `a month without its counterpart is in neither side of the months compared`() throws {
        let figures = figures([("a", "2018-04", 10), ("a", "2019-04", 12), ("a", "2019-05", 99)])
        let like = try #require(figures.likeForLike(of: try definition(["a"]), in: period("2019")))
        #expect(like.monthly.map(\.month) == [month("2019-04")])
        #expect(like.monthly.map(\.monthBefore) == [month("2018-04")])
        #expect(like.monthly.first?.percent == 20)
        #expect(like.leftOut.contains { $0.month == month("2019-05") && $0.why == .missingYearBefore })
    }

    @Test func `the list of places moves and growth is told without it`() throws {
        // c rises over 10,000 in 2017 and enters in 2018; b falls below and leaves.
        func months(_ place: String, _ year: Int, _ each: Int) -> [(place: String, month: String, count: Int)] {
            VisitorMetricsTests.months(of: year).map { (place, $0, each) }
        }
        let figures = figures(
            months("a", 2016, 2_000) + months("a", 2017, 2_000) + months("a", 2018, 2_100)
                + months("b", 2016, 1_000) + months("b", 2017, 700) + months("b", 2018, 690)
                + months("c", 2016, 500) + months("c", 2017, 900) + months("c", 2018, 1_000))
        var designated = try definition(["a", "b", "c"])
        designated.designation = DesignationThresholds()
        let found = try #require(figures.designationEffect(of: designated, in: period("2018")))
        let effect = found.effect
        // 24,000 + 8,400 in 2017; 25,200 + 12,000 in 2018.
        #expect((effect.before, effect.now) == (32_400, 37_200))
        #expect(effect.publishedGrowth == decimal("14.8"))
        #expect(effect.continuing == 1_200)
        #expect(effect.continuingGrowth == 5)
        #expect(effect.entered.map(\.place) == ["c"])
        #expect(effect.entered.first?.effect == 12_000)
        #expect(effect.left.first?.effect == -8_400)
        #expect(found.reasons["b"]?.en.contains("below the rule") == true)
        #expect(figures.designationEffect(of: designated, in: period("FY2018")) == nil)
        #expect(figures.designationEffect(of: try definition(["a", "b", "c"]), in: period("2018")) == nil)
    }
}
