import Foundation
import TestSupport
import Testing

/// `dmo progress` with an assumption, and the places that make the gap.
struct ScenarioTests {
    private static let through = "2018-06"

    private func progress(_ changes: String) throws -> (json: [String: Any], outcome: DMOCommand.Outcome) {
        let folder = try ScratchFolder()
        try folder.write(
            "scenario: test\ntitle: { ja: 仮定, en: Test }\nchanges:\n  \(changes)\n", to: "scenario.yaml")
        let outcome = try DemoWorkspace.command()(
            "progress", "--format", "json", "--through", Self.through, "--what-if", folder.path + "/scenario.yaml")
        return (outcome.output.isEmpty ? [:] : try outcome.json(), outcome)
    }

    private func medians(_ json: [String: Any]) throws -> (without: Int, with: Int, effect: Int) {
        let scenario = try #require(json["scenario"] as? [String: Any])
        func median(_ key: String) throws -> Int {
            try #require((scenario[key] as? [String: Any])?["median"] as? Int)
        }
        return (try median("without"), try median("with"), try #require(scenario["effect"] as? Int))
    }

    @Test func `visitors added in seven months to come move the middle by seven times as many`() throws {
        let json = try progress(
            "- { market: TW, from: 2019-06, through: 2019-12, add: 1200, reason: { ja: 便, en: flights } }"
        ).json
        let medians = try medians(json)
        #expect(medians.effect == 8400)
        #expect(medians.with == medians.without + 8400)
        let outlook = try #require(json["outlook"] as? [String: Any])
        #expect(outlook["median"] as? Int == medians.without)
    }

    @Test func `the whole halved halves the year, and all places halved do the same`() throws {
        let whole = try medians(
            progress("- { whole: true, from: 2019-01, through: 2019-12, multiply: 0.5, reason: { ja: 半, en: half } }")
                .json)
        #expect(abs(whole.with * 2 - whole.without) <= 1)
        let city = try medians(
            progress(
                "- { place: mine-city, from: 2019-01, through: 2019-12, multiply: 0.5, reason: { ja: 半, en: half } }"
            ).json)
        #expect(city.with == whole.with)
    }

    @Test func `a closed cave takes away what it was forecast to bring`() throws {
        let json = try progress(
            "- { place: akiyoshi-do, from: 2019-01, through: 2019-12, closed: true, reason: { ja: 工事, en: works } }"
        ).json
        let medians = try medians(json)
        let parts = try #require((json["places"] as? [String: Any])?["parts"] as? [[String: Any]])
        let cave = try #require(parts.first { $0["id"] as? String == "akiyoshi-do" })
        let end = try #require(cave["end"] as? Int)
        #expect(end > 100_000)
        // A median of sums and a sum of shares of medians agree nearly, not exactly.
        #expect(abs(-medians.effect - end) < end / 50)
    }

    @Test func `the places' goals, ends and gaps add up to the whole's, in every month too`() throws {
        let outcome = try DemoWorkspace.command()("progress", "--format", "json", "--through", Self.through)
        let json = try outcome.json()
        let outlook = try #require(json["outlook"] as? [String: Any])
        let places = try #require(json["places"] as? [String: Any])
        let parts = try #require(places["parts"] as? [[String: Any]])
        #expect(parts.count == 20)
        func sum(_ key: String) -> Int { parts.reduce(0) { $0 + ($1[key] as? Int ?? .min / 100) } }
        #expect(sum("goal") == 2_500_000)
        #expect(sum("end") == outlook["median"] as? Int)
        #expect(sum("gap") == places["gap"] as? Int)
        #expect(sum("gap") == 2_500_000 - sum("end"))
        func months(_ json: [String: Any]) -> [Int] {
            (json["months"] as? [[String: Any]] ?? []).compactMap { $0["count"] as? Int }
        }
        let whole = months(places)
        #expect(whole.count == 12)
        for step in whole.indices { #expect(parts.reduce(0) { $0 + months($1)[step] } == whole[step]) }
        // The burning of the fields is in February; nothing of it is forecast for July.
        let fires = try #require(parts.first { $0["id"] as? String == "yamayaki" })
        #expect(months(fires)[6] == 0)
        // One month a year is no series for a model: about what came last time, brought to the whole's forecast.
        #expect(fires["basis"] as? String == "latest-counts")
        #expect(abs(months(fires)[1] - 9200) < 1000)
    }

    @Test func `the markets of a goal without markets are not made up`() throws {
        let outcome = try progress("- { market: TW, from: 2019-06, multiply: 2, reason: { ja: 倍, en: twice } }").outcome
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("scenario.yaml:4:5"), "\(outcome.messages)")
    }

    @Test func `--why prints the table of places and the assumption in both languages`() throws {
        let folder = try ScratchFolder()
        try folder.write(
            """
            scenario: closed
            title: { ja: 秋芳洞の休業, en: The cave is closed }
            changes:
              - { place: akiyoshi-do, from: 2018-05, through: 2019-02, closed: true, reason: { ja: 落石, en: rockfall } }
            """, to: "scenario.yaml")
        let command = try DemoWorkspace.command()
        let english = try command(
            "progress", "--why", "--through", Self.through, "--what-if", folder.path + "/scenario.yaml"
        ).output
        #expect(english.contains("If “The cave is closed”"))
        #expect(english.contains("January 2019 to February 2019 (rockfall)"))
        #expect(english.contains("8 months are counted already or outside"))
        #expect(english.contains("The gap by place"))
        let japanese = try DMOCommand.run([
            "progress", "--through", Self.through, "--what-if", folder.path + "/scenario.yaml", "--workspace",
            command.workspace, "--lang", "ja",
        ]).output
        #expect(japanese.contains("もし「秋芳洞の休業」なら") && japanese.contains("仮定: 秋芳洞 休業"))
    }
}
