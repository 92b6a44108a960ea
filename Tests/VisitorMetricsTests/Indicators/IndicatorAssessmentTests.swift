import Languages
import Testing
import VisitorMetrics
import VisitorModel

/// Baselines and targets are those of the city's strategy; the actual values are made up, the results worked by hand.
struct IndicatorAssessmentTests {
    func indicator(
        _ baseline: String?, _ baselineYear: Int?, _ target: String, direction: IndicatorDefinition.Direction = .higher,
        cumulative: Bool = false
    ) -> IndicatorDefinition {
        IndicatorDefinition(
            id: "x", titles: text("x"), unit: .percent, direction: direction, isCumulative: cumulative,
            baseline: baseline.map { .init(value: ObservedValue(decimal($0)), year: baselineYear) },
            targets: [2019: decimal(target)], source: text("strategy"))
    }

    func assess(_ indicator: IndicatorDefinition, _ actuals: [Int: String]) -> IndicatorAssessment {
        IndicatorAssessment(
            of: indicator,
            actuals: actuals.map { year, value in
                IndicatorActual(
                    period: indicator.period(year), value: ObservedValue(decimal(value)), origin: .figure("f"))
            }, planYears: 2015...2019)
    }

    @Test func `exchange population at its baseline has an achievement and no progress`() {
        let assessment = assess(indicator("1360000", 2013, "2500000"), [2013: "1360000"])
        #expect(assessment.achievement == .number(decimal("54.4")))
        #expect(assessment.progress == .number(0))
    }

    @Test func `unemployment falls, so achievement is target over actual`() {
        // (4.00 − 4.68) ÷ (3.40 − 4.68) = 53.1 %; five of nine years = 55.6 %; 53.1 ÷ 55.6 = 95.5 %: behind.
        let assessment = assess(indicator("4.68", 2010, "3.40", direction: .lower), [2015: "4.00"])
        #expect(assessment.achievement == .number(85))
        #expect(assessment.progress == .number(decimal("53.1")))
        #expect(assessment.expected == .number(decimal("55.6")))
        #expect(assessment.light == .amber)
        #expect(assessment.rules.map(\.en) == ["Smaller is better, so achievement is target ÷ actual."])
        #expect(assess(indicator("4.68", 2010, "3.40", direction: .lower), [2019: "3.39"]).light == .met)
        // It rose instead: progress is below zero.
        let worse = assess(indicator("4.68", 2010, "3.40", direction: .lower), [2015: "5.00"])
        #expect(worse.progress == .number(decimal("-25")))
        #expect(worse.light == .red)
    }

    @Test func `firms in five years add up from zero though the plan names a baseline of two`() {
        let firms = indicator("2", 2013, "2", cumulative: true)
        let assessment = assess(firms, [2013: "2", 2015: "0", 2017: "1"])
        #expect(assessment.value == 1)
        #expect(assessment.progress == .number(50))
        #expect(assessment.expected == .number(60))
        #expect(assessment.missingYears == [2016])
        // 50 ÷ 60 = 83.3 %.
        #expect(assessment.light == .amber)
        #expect(assessment.rules.first?.en.contains("starts from zero") == true)
    }

    @Test func `without a baseline only achievement is judged`() {
        let assessment = assess(indicator(nil, nil, "1.36"), [2016: "1.30"])
        #expect(assessment.achievement == .number(decimal("95.6")))
        #expect(assessment.progress.number == nil)
        #expect(assessment.progress.reason?.ja == "基準値がないため計算できません。")
        #expect(assessment.light == .amber)
    }

    @Test func `a level that is only to be held is met or red`() {
        let hold = indicator("30", 2013, "30")
        #expect(assess(hold, [2016: "30"]).light == .met)
        #expect(assess(hold, [2016: "29.9"]).light == .red)
        #expect(assess(hold, [2016: "29.9"]).progress.number == nil)
    }

    @Test func `a baseline without a year counts from the year before the plan`() {
        // 23 → 30: 25.8 in 2016 is 40 %; two of five years are 40 %: on track.
        let assessment = assess(indicator("23.0", nil, "30"), [2016: "25.8"])
        #expect(assessment.progress == .number(40))
        #expect(assessment.expected == .number(40))
        #expect(assessment.light == .green)
    }

    @Test func `nothing reported is said and is not zero`() {
        let assessment = assess(indicator("11.6", 2014, "25.0"), [:])
        #expect(assessment.value == nil)
        #expect(assessment.light == .unknown)
        #expect(assessment.achievement.reason?.en == "No actual is reported.")
        let absent = IndicatorAssessment(
            of: indicator("11.6", 2014, "25.0"),
            actuals: [
                IndicatorActual(
                    period: period("FY2016"), value: ObservedValue(absent: .notSurveyed), origin: .figure("f"))
            ])
        #expect(absent.light == .unknown)
        #expect(absent.actuals.count == 1)
    }

    @Test func `what is nearly there in the target's year is never on track`() {
        let assessment = assess(indicator("0", 2014, "100"), [2019: "99"])
        #expect(assessment.light == .amber)
        #expect(assess(indicator("0", 2014, "100"), [2019: "70"]).light == .red)
    }
}
