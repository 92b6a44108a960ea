import Foundation
import TestSupport
import Testing

/// A goal counted by markets: the markets make the gap, and an assumption about one acts on its share.
struct MarketScenarioTests {
    @Test func `markets add up to the whole, and one that doubles brings its forecast once more`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        try """
            targets:
              - id: inbound-2019
                title: { ja: 外国人, en: Inbound }
                definition: inbound-visitors@1
                baseline: { value: 27005, year: 2013 }
                target: { value: 50001, year: 2019 }
                source: { ja: 例, en: an example }
            """.write(toFile: command.workspace + "/Pipelines/kpis.yaml", atomically: true, encoding: .utf8)
        try folder.write(
            """
            scenario: twice
            title: { ja: 台湾倍増, en: Taiwan doubles }
            changes:
              - { market: TW, from: 2019-01, through: 2019-12, multiply: 2, reason: { ja: 便, en: flights } }
            """, to: "twice.yaml")
        let json = try command(
            "progress", "--format", "json", "--through", "2018-12", "--what-if", folder.path + "/twice.yaml"
        ).json()
        let outlook = try #require(json["outlook"] as? [String: Any])
        let markets = try #require(json["markets"] as? [String: Any])
        let parts = try #require(markets["parts"] as? [[String: Any]])
        #expect(parts.count == 8)
        #expect(json["places"] is NSNull)
        func sum(_ key: String) -> Int { parts.reduce(0) { $0 + ($1[key] as? Int ?? .min / 100) } }
        #expect(sum("goal") == 50_001)
        #expect(sum("end") == outlook["median"] as? Int)
        #expect(sum("gap") == 50_001 - sum("end"))
        let scenario = try #require(json["scenario"] as? [String: Any])
        let effect = try #require(scenario["effect"] as? Int)
        let taiwan = try #require(parts.first { $0["id"] as? String == "TW" }?["rest"] as? Int)
        #expect(abs(effect - taiwan) < taiwan / 50)
    }
}
