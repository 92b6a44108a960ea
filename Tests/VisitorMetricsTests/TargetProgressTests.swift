import Languages
import Testing
import VisitorMetrics
import VisitorModel

struct TargetProgressTests {
    func target(
        from baseline: ObservedValue = ObservedValue(1_360_000, status: .final, roundingHalfWidth: 5_000),
        in baselineYear: Int = 2013, to target: ExactDecimal = 2_500_000, in targetYear: Int = 2019
    ) -> TargetDefinition {
        TargetDefinition(
            id: "exchange-population-2019", titles: text("exchange population"),
            definition: "exchange-population@1", baseline: baseline, baselineYear: baselineYear, target: target,
            targetYear: targetYear, source: text("city strategy"))
    }

    /// The sample data's whole calendar years.
    func wholeYears() throws -> [Figure] {
        let definition = try definition(["mine-city"])
        let values = [1_360_000, 1_374_212, 1_421_950, 1_409_034, 1_478_106, 1_532_792]
        return zip(2013...2018, values).map { figure($1, String($0), of: definition) }
    }

    @Test func `the plan's two paths and its rate`() {
        let path = TargetPath(to: target())
        #expect(
            (2013...2019).map { path.straight(in: $0).number } == [
                1_360_000, 1_550_000, 1_740_000, 1_930_000, 2_120_000, 2_310_000, 2_500_000,
            ])
        // B · (T ÷ B)^(t ÷ 6) with fifty decimal digits.
        #expect(
            (2013...2019).map { path.compound(in: $0).number } == [
                1_360_000, 1_505_240, 1_665_991, 1_843_909, 2_040_828, 2_258_776, 2_500_000,
            ])
        #expect(path.compoundRate.number == decimal("10.68"))
    }

    @Test func `the baseline reads 54.4 per cent with no way made`() {
        let progress = TargetProgress(towards: target(), basis: .calendarYear, figures: [])
        #expect(progress.years[0].achievement.number == decimal("54.4"))
        #expect(progress.years[0].progress.number == 0)
        #expect(progress.years[0].gap.number == 1_140_000)
        #expect(progress.verdict == .noData)
    }

    @Test func `a year on the way`() throws {
        let progress = TargetProgress(towards: target(), basis: .calendarYear, figures: try wholeYears())
        let year = progress.years[5]
        #expect(year.period == period("2018"))
        #expect(year.achievement.number == decimal("61.3"))
        #expect(year.progress.number == decimal("15.2"))
        #expect(year.gap.number == 967_208)
        #expect(year.paceGap.number == -777_208)
        #expect(progress.latestWholeYear == period("2018"))
        #expect(progress.neededGrowth.number == decimal("63.1"))
        #expect(progress.neededPerYear.number == 967_208)
        #expect(progress.verdict == .open(latestWholeYear: period("2018"), soFar: nil))
    }

    @Test func `needed growth is spread over the years left`() throws {
        let years = Array(try wholeYears().dropLast())
        let progress = TargetProgress(towards: target(), basis: .calendarYear, figures: years)
        // √(2,500,000 ÷ 1,478,106) − 1
        #expect(progress.neededGrowth.number == decimal("30.05"))
        #expect(progress.neededPerYear.number == 510_947)
    }

    @Test func `the fiscal reading takes fiscal years only`() throws {
        let progress = TargetProgress(towards: target(), basis: .fiscalYear, figures: try wholeYears())
        #expect(progress.years.map(\.period.id).last == "FY2019")
        #expect(progress.years.allSatisfy { $0.figure == nil })
        #expect(progress.verdict == .noData)
    }

    @Test(arguments: [
        (2_500_000, TargetVerdict.met(by: 0, isCertainMinimum: false)),
        (2_500_001, .met(by: 1, isCertainMinimum: false)), (2_499_999, .missed(by: 1, isCertainMinimum: false)),
    ])
    func `a whole target year is judged to the person`(value: Int, verdict: TargetVerdict) throws {
        let year = figure(value, "2019", of: try definition(["mine-city"]))
        let progress = TargetProgress(towards: target(), basis: .calendarYear, figures: [year])
        #expect(progress.verdict == verdict)
        #expect(progress.neededGrowth.number == nil)
    }

    @Test func `a target reached with reports missing is met whatever is missing`() throws {
        let missing = [MissingReport(place: "a", month: month("2019-12"))]
        let year = figure(2_600_000, "2019", of: try definition(["mine-city"]), reported: 11, missing: missing)
        let progress = TargetProgress(towards: target(), basis: .calendarYear, figures: [year])
        #expect(progress.verdict == .met(by: 100_000, isCertainMinimum: true))
    }

    @Test func `a year in progress stays open`() throws {
        let year = figure(275_172, "2019", of: try definition(["mine-city"]), reported: 3)
        let progress = TargetProgress(
            towards: target(), basis: .calendarYear, figures: try wholeYears() + [year])
        #expect(progress.verdict == .open(latestWholeYear: period("2018"), soFar: year))
        #expect(
            progress.verdict.summary(unit: .personSpots).ja
                == "目標年の実績はまだ出そろっていません。これまでの合計は275,172人地点です(12件中3件の報告)。報告がそろった最新の年は平成30年です。")
    }

    @Test func `ratios without meaning give a reason`() {
        let level = TargetProgress(
            towards: target(from: ObservedValue(100), to: 100), basis: .calendarYear, figures: [])
        #expect(level.years[0].progress.number == nil)
        #expect(level.years[0].progress.reason?.ja == "目標値と基準値が同じため、基準からの進捗率は計算できません。")
        let absent = TargetProgress(
            towards: target(from: ObservedValue(absent: .notSurveyed)), basis: .calendarYear, figures: [])
        #expect(absent.compoundRate.reason?.en == "There is no baseline value.")
        #expect(absent.years[3].straightPath.number == nil)
        let zero = TargetProgress(
            towards: target(from: ObservedValue(0), to: 60), basis: .calendarYear, figures: [])
        #expect(zero.compoundRate.number == nil)
        #expect(zero.years.map(\.straightPath.number) == [0, 10, 20, 30, 40, 50, 60])
        let reversed = TargetProgress(towards: target(in: 2019, in: 2013), basis: .calendarYear, figures: [])
        #expect(reversed.compoundRate.reason?.en == "The target year is not after the baseline year.")
    }

    @Test func `a falling target is met from above and a passed ceiling is certain`() throws {
        let definition = try definition(["mine-city"])
        let ceiling = target(from: ObservedValue(1_000), to: 400)
        func verdict(_ value: Int, reported: Int) -> TargetVerdict {
            let missing = reported < 12 ? [MissingReport(place: "a", month: month("2019-12"))] : []
            let year = figure(value, "2019", of: definition, reported: reported, missing: missing)
            return TargetProgress(towards: ceiling, basis: .calendarYear, figures: [year]).verdict
        }
        #expect(verdict(390, reported: 12) == .met(by: 10, isCertainMinimum: false))
        #expect(verdict(450, reported: 12) == .missed(by: 50, isCertainMinimum: false))
        #expect(verdict(450, reported: 11) == .missed(by: 50, isCertainMinimum: true))
        guard case .incomplete = verdict(390, reported: 11) else {
            Issue.record("judged although a missing month decides")
            return
        }
        let half = figure(700, "2016", of: definition)
        let progress = TargetProgress(towards: ceiling, basis: .calendarYear, figures: [half])
        #expect(progress.years[3].progress.number == 50)
        #expect(progress.years[3].paceGap.number == 0)
    }

    @Test func `scores keep their digit on the straight path`() {
        let path = TargetPath(to: target(from: ObservedValue(decimal("11.6")), in: 2014, to: 25))
        #expect(path.straight(in: 2015).number == decimal("14.3"))
        #expect(path.straight(in: 2019).number == 25)
    }
}

/// Okinawa, FY2018: announced as 9,999,000, a goal of 10,000,000 missed; an airline's two months were not in.
struct MissingReporterTests {
    /// Two reporters; the airline brings 2,650 a month and lacks two months of the year.
    func figures() -> Figures {
        let months = FiscalYear(2017).months + FiscalYear(2018).months
        let missing = [month("2018-10"), month("2018-11")]
        var observations = months.map { count($0.number == 3 ? 831_040 : 831_041, "others", $0.id) }
        observations += months.filter { !missing.contains($0) }.map { count(2_651, "airline", $0.id) }
        return Figures(table: CountTable(observations))
    }

    @Test func `a goal missed only by missing reports is not called missed`() throws {
        let definition = try definition(["others", "airline"])
        let figures = figures()
        let years = figures.figures(FigureQuery(of: definition, by: .fiscalYear))
        let year = try #require(years.last)
        // 12 · 831,041 − 1 + 10 · 2,651
        #expect(year.value == 9_999_001)
        let target = TargetDefinition(
            id: "ten-million", titles: text("ten million"), definition: definition.id,
            baseline: ObservedValue(9_000_000), baselineYear: 2016, target: 10_000_000, targetYear: 2018,
            source: text("plan"))
        let verdict = TargetProgress(towards: target, basis: .fiscalYear, figures: years).verdict
        #expect(verdict == .incomplete(year))
        #expect(
            verdict.summary(unit: .personTrips).en == """
                The target year is not whole and cannot be judged (22 of 24 counts are in; missing: airline October \
                2018 [not reported], airline November 2018 [not reported]). The sum so far is 9,999,001 \
                person-trips. The true value is at least that.
                """)
        // With its usual counts the total crosses the target.
        #expect(figures.totalWithUsualCounts(year) == 10_004_303)
    }
}
