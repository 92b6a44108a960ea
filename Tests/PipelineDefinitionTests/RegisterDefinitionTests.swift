import Diagnostics
import Languages
import PipelineDefinition
import Testing
import VisitorModel

struct RegisterDefinitionTests {
    /// A register with one definition, some of whose lines a test writes.
    private func register(unit: String = "person-spots", measure: String = "visitors", _ lines: String) -> String {
        """
        definitions:
          - name: exchange
            version: 1
            title: { ja: 交流人口, en: Exchange population }
            formula: { ja: 足し上げた数, en: the sum }
            measure: \(measure)
            unit: \(unit)
            \(lines)
            source: { ja: 計画, en: the plan }
        """
    }

    @Test func `places left out are named in both languages`() {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.left-out")], replacing: "definitions.yaml",
            with: register("whole: town\n    places: 1️⃣[cave]"))
        #expect(
            problems.first?.message
                == BilingualText(
                    ja: "足し上げから漏れている場所があります: 台（plateau）、公園（park）。",
                    en: "These places are left out of the sum: Plateau (plateau), Park (park)."))
    }

    @Test(arguments: ["[pair, 1️⃣cave, park]", "[1️⃣cave, pair, park]"])
    func `a part beside its whole is named where the part stands`(places: String) {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.counted-twice")], replacing: "definitions.yaml",
            with: register("whole: town\n    places: \(places)"))
        #expect(
            problems.first?.message
                == BilingualText(
                    ja: "洞（cave）は洞・台（pair）に含まれるため、二重に数えられます。",
                    en: "Cave (cave) is part of Cave and plateau (pair) and would be counted twice."))
    }

    @Test func `a place written twice is named at the second`() {
        expectProblems(
            [Expected("1️⃣", "definition.counted-twice")], replacing: "definitions.yaml",
            with: register("whole: town\n    places: [pair, park, 1️⃣park]"))
    }

    @Test func `a place outside the whole is named`() {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.place-outside")], replacing: "definitions.yaml",
            with: register("whole: pair\n    places: [cave, plateau, 1️⃣park]"))
        #expect(problems.first?.message.en == "Park (park) does not lie in Cave and plateau (pair).")
    }

    @Test func `what is left out on purpose and counted all the same is named`() {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.excluded-yet-counted")], replacing: "definitions.yaml",
            with: register("whole: town\n    places: [pair, park]\n    excluding: [1️⃣cave]"))
        #expect(
            problems.first?.message.en
                == "places and excluding overlap: Cave (cave) is part of Cave and plateau (pair).")
        expectProblems(
            [Expected("1️⃣", "definition.excluded-yet-counted")], replacing: "definitions.yaml",
            with: register("whole: town\n    places: [pair, park]\n    excluding: [1️⃣park]"))
    }

    @Test func `every unknown place of a definition is named where it stands`() {
        expectProblems(
            [Expected("1️⃣", "definition.unknown-name"), Expected("2️⃣", "definition.unknown-name"),
                Expected("3️⃣", "definition.unknown-name")],
            replacing: "definitions.yaml",
            with: register("whole: town\n    places: [1️⃣caev, plateau, 2️⃣prak]\n    excluding:\n      - 3️⃣gate"))
        let problems = expectProblems(
            [Expected("1️⃣", "definition.unknown-name")], replacing: "definitions.yaml", with: register("whole: 1️⃣twon"))
        #expect(problems.first?.remedy?.ja == "もしかして: town")
    }

    @Test func `unknown measures and markets are named where they stand`() {
        expectProblems(
            [Expected("1️⃣", "definition.unknown-name"), Expected("2️⃣", "definition.unknown-name")],
            replacing: "definitions.yaml", with: register(measure: "1️⃣visits", "whole: town\n    markets: [TW, 2️⃣KR]"))
    }

    @Test func `a unit other than the measure's is refused`() {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.unit-differs")], replacing: "definitions.yaml",
            with: register(unit: "1️⃣persons", "whole: town"))
        #expect(problems.first?.message.en == "The measure is in person-spots; other units cannot be added to it.")
    }

    @Test func `all markets together are those of the destination`() throws {
        let workspace = try SmallWorkspace().with(
            "definitions.yaml", register("whole: town\n    markets: all\n    origin: inbound\n    basis: fiscal-year")
        ).load()
        let definition = try #require(workspace.definition("exchange@1"))
        #expect(definition.markets == ["TW"])
        #expect(definition.segment.id == "origin=inbound")
        #expect(definition.basis == .fiscalYear)
        #expect(definition.cut.members == ["town"])
    }

    @Test(arguments: ["2013", "2012"])
    func `a goal that is not after its baseline is refused at its year`(year: String) {
        expectProblems(
            [Expected("1️⃣", "kpi.target-before-baseline")], replacing: "kpis.yaml",
            with: """
                targets:
                  - id: exchange-2019
                    title: { ja: 目標, en: Goal }
                    definition: exchange@1
                    baseline: { value: 1360000, year: 2013 }
                    target: { value: 2500000, year: 1️⃣\(year) }
                    source: { ja: 計画, en: the plan }
                """)
    }

    @Test func `a goal for an unknown definition is named`() {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.unknown-name")], replacing: "kpis.yaml",
            with: """
                targets:
                  - id: exchange-2019
                    title: { ja: 目標, en: Goal }
                    definition: 1️⃣exchange@2
                    baseline: { value: 1360000, year: 2013 }
                    target: { value: 2500000, year: 2019 }
                    source: { ja: 計画, en: the plan }
                """)
        #expect(problems.first?.remedy?.en == "Did you mean exchange@1?")
    }

    @Test func `a goal keeps decimals and half the rounding`() throws {
        let target = try #require(try SmallWorkspace().load().targets.first)
        #expect(target.baseline.number?.description == "136.5")
        #expect(target.baseline.roundingHalfWidth == 5_000)
        #expect(target.target == 250)
    }
}
