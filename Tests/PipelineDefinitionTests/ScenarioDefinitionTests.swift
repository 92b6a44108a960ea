import Diagnostics
import Languages
import PipelineDefinition
import Testing
import VisitorModel

struct ScenarioDefinitionTests {
    private func scenario(_ changes: String) -> String {
        """
        scenario: charter
        title: { ja: チャーター便, en: New charter }
        changes:
          \(changes)
        """
    }

    private static let rest = "reason: { ja: 仮定, en: assumed }"

    @Test func `a scenario's changes are read, and a month left out ends it where it begins`() throws {
        let text = scenario(
            """
            - { market: TW, from: 2019-06, through: 2019-12, add: 1200, \(Self.rest) }
              - { place: pair, from: 2019-07, closed: true, \(Self.rest) }
              - { whole: true, from: 2019-08, multiply: 0.8, \(Self.rest) }
            """)
        let destination = try SmallWorkspace().load().destination
        let read = try ScenarioDefinition(text: text, displayName: "charter.yaml", in: destination)
        #expect(read.id == "charter")
        #expect(read.changes.map(\.part) == [.market("TW"), .place("pair"), .whole])
        #expect(read.changes.map(\.effect) == [.add(1200), .closed, .multiply(try #require(ExactDecimal("0.8")))])
        #expect(read.changes.map(\.from.id) == ["2019-06", "2019-07", "2019-08"])
        #expect(read.changes.map(\.through.id) == ["2019-12", "2019-07", "2019-08"])
    }

    @Test func `a scenario beside the definitions is checked with them`() throws {
        let text = scenario("- { place: cave, from: 2019-07, add: -5, \(Self.rest) }")
        #expect(try SmallWorkspace().with("charter.yaml", text).load().scenarios.map(\.id) == ["charter"])
        let problems = SmallWorkspace().with("a.yaml", text).with("b.yaml", text).problems
        #expect(problems.map(\.code) == ["definition.defined-twice"])
    }

    @Test(arguments: [
        ("- 1️⃣{ place: cave, market: TW, from: 2019-06, add: 1, R }", "scenario.needs-one"),
        ("- 1️⃣{ from: 2019-06, add: 1, R }", "scenario.needs-one"),
        ("- 1️⃣{ whole: false, from: 2019-06, add: 1, R }", "scenario.needs-one"),
        ("- 1️⃣{ place: cave, from: 2019-06, R }", "scenario.needs-one"),
        ("- 1️⃣{ place: cave, from: 2019-06, add: 1, closed: true, R }", "scenario.needs-one"),
        ("- { place: 1️⃣caev, from: 2019-06, add: 1, R }", "definition.unknown-name"),
        ("- { market: 1️⃣KR, from: 2019-06, add: 1, R }", "definition.unknown-name"),
        ("- { place: cave, from: 2019-06, through: 1️⃣2019-05, add: 1, R }", "scenario.ends-before-it-begins"),
        ("- { place: cave, from: 2019-06, multiply: 1️⃣-0.5, R }", "definition.wrong-form"),
        ("- { place: cave, from: 1️⃣June, add: 1, R }", "definition.wrong-form"),
        ("1️⃣[]", "scenario.no-change"),
    ])
    func `a mistake is named where it stands`(changes: String, code: String) {
        expectProblems(
            [Expected("1️⃣", code)], replacing: "charter.yaml",
            with: scenario(changes.replacing("R }", with: Self.rest + " }")))
    }

    @Test func `visitors added to a place that is closed in the same month are a contradiction`() {
        let closed = "- { place: pair, from: 2019-06, through: 2019-08, closed: true, \(Self.rest) }\n  "
        expectProblems(
            [Expected("1️⃣", "scenario.closed-and-changed")], replacing: "charter.yaml",
            with: scenario(closed + "- 1️⃣{ place: cave, from: 2019-08, add: 10, \(Self.rest) }"))
        expectProblems(
            [], replacing: "charter.yaml",
            with: scenario(closed + "- { place: cave, from: 2019-09, add: 10, \(Self.rest) }"))
        expectProblems(
            [], replacing: "charter.yaml",
            with: scenario(closed + "- { place: park, from: 2019-08, add: 10, \(Self.rest) }"))
    }

    @Test func `a misspelt key is named with the nearest one`() {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.unknown-key")], replacing: "charter.yaml",
            with: scenario("- { place: cave, from: 2019-06, 1️⃣trough: 2019-07, add: 1, \(Self.rest) }"))
        #expect(problems.first?.remedy?.en.contains("through") == true)
    }
}
