import Diagnostics
import Languages
import PipelineDefinition
import Testing
import VisitorModel

struct IndicatorRegisterTests {
    /// A file of goals with a strategy whose indicator a test writes.
    private func kpis(_ indicator: String) -> String {
        """
        targets:
          - id: exchange-2019
            title: { ja: 目標, en: Goal }
            definition: exchange@1
            baseline: { value: 136.5, year: 2013, rounded-to: 10000 }
            target: { value: 250, year: 2019 }
            source: { ja: 計画, en: the plan }
        strategy:
          title: { ja: 戦略, en: Strategy }
          from: 2015
          to: 2019
          goals:
            - id: work
              title: { ja: しごと, en: Work }
              measures:
                - id: jobs
                  title: { ja: 就職, en: Jobs }
                  actions:
                    - id: fairs
                      title: { ja: 面接会, en: Fairs }
                      indicators:
                        - title: { ja: 指標, en: Indicator }
                          source: { ja: 計画, en: the plan }
                          \(indicator)
        """
    }

    private func catalogue(_ indicator: String) throws -> IndicatorCatalogue {
        try SmallWorkspace().with("kpis.yaml", kpis(indicator)).load().indicators
    }

    @Test func `an indicator stands under its concrete measure with everything it was given`() throws {
        let catalogue = try catalogue(
            """
            id: rate
                              unit: percent
                              direction: lower
                              baseline: { value: 4.68, year: 2010 }
                              target: { value: 3.40, year: 2019 }
                              owner: { ja: 商工課, en: Commerce }
                              reviews:
                                - year: 2016
                                  result: { ja: 改善, en: better }
                                  next: { ja: 継続, en: go on }
                                  due: 2017-03
            """)
        let plan = try #require(catalogue.plan)
        #expect(plan.years == 2015...2019)
        let node = try #require(plan.goals.first?.children.first?.children.first)
        #expect(node.level == .action)
        let indicator = try #require(node.indicators.first)
        #expect(indicator.direction == .lower)
        #expect(indicator.basis == .fiscalYear)
        #expect(indicator.baseline?.value.number == ExactDecimal("4.68"))
        #expect(indicator.finalTarget?.value == ExactDecimal("3.4"))
        #expect(indicator.owner?.ja == "商工課")
        #expect(indicator.reviews.first?.due == "2017-03")
        #expect(catalogue.lights == TrafficLightRule(green: 100, amber: 80))
    }

    @Test func `an indicator may take baseline, target and metric from a goal`() throws {
        let indicator = try #require(
            try catalogue("id: exchange\n                  unit: person-spots\n                  goal: exchange-2019")
                .plan?.indicators.first)
        #expect(indicator.definition == "exchange@1")
        #expect(indicator.baseline?.year == 2013)
        #expect(indicator.targets == [2019: 250])
    }

    @Test func `a goal nobody declared is named where it stands`() {
        expectProblems(
            [Expected("1️⃣", "definition.unknown-name")], replacing: "kpis.yaml",
            with: kpis("id: x\n                  unit: points\n                  goal: 1️⃣exchange-2020"))
    }

    @Test func `a metric nobody declared is named where it stands`() {
        expectProblems(
            [Expected("1️⃣", "definition.unknown-name")], replacing: "kpis.yaml",
            with: kpis("id: x\n                  unit: points\n                  definition: 1️⃣exchange@9"))
    }

    @Test func `an identifier that stands twice and a year that is none are named`() {
        expectProblems(
            [Expected("1️⃣", "definition.defined-twice"), Expected("2️⃣", "definition.wrong-form")],
            replacing: "kpis.yaml",
            with: kpis(
                "id: 1️⃣jobs\n                  unit: points\n                  targets: { 2️⃣soon: 5, 2019: 6 }"))
    }
}
