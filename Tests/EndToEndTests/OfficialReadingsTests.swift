import Foundation
import Testing

/// The same counts in other official readings, and the steps between them, from a fresh demonstration.
struct OfficialReadingsTests {
    @Test(arguments: [
        ["exchange-population", "visitor-trips"], ["visitor-trips", "exchange-population"],
        ["exchange-population", "designated-visitors"], ["non-resident-visitors", "visitor-trips"],
        ["exchange-population", "population-with-commuters"],
    ])
    func `every bridge of the family closes to the person`(ends: [String]) throws {
        let outcome = try DemoWorkspace.command()("bridge", ends[0], ends[1], "--period", "2017", "--format", "json")
        #expect(outcome.status == 0, "\(outcome.messages)")
        let bridge = try outcome.json()
        func value(_ key: String) throws -> Int {
            let end = try #require(bridge[key] as? [String: Any])
            return try #require((end["value"] as? String).flatMap { Int($0) })
        }
        let steps = try #require(bridge["steps"] as? [[String: Any]])
        let changes = steps.compactMap { ($0["change"] as? String).flatMap { Int($0) } }
        #expect(changes.count == steps.count)
        #expect(try value("from") + changes.reduce(0, +) == value("to"))
        #expect(bridge["closes"] as? Bool == true)
        if ends[0] == "exchange-population" { #expect(try value("from") == 1_478_106) }
    }

    @Test func `two numbers that count different things have no bridge`() throws {
        let outcome = try DemoWorkspace.command()("bridge", "exchange-population", "phone-visitors")
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("count different things"))
    }

    @Test func `an estimate is explained segment by segment, with its error and its invented survey`() throws {
        let outcome = try DemoWorkspace.command()("explain", "visitor-trips@1:mine-city:2017:*")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.output.contains("It starts from the gross sum"))
        #expect(outcome.output.contains("÷ mean places visited (inbound, overnight, sightseeing)"))
        let lines = outcome.output.split(separator: "\n").filter { $0.contains(" asked)") }
        #expect(!lines.isEmpty)
        #expect(lines.allSatisfy { $0.contains("\u{A0}% (") && $0.count(where: { $0 == "=" }) == 1 })
        #expect(lines.allSatisfy { $0.hasPrefix("      – 2017 Q") })
        #expect(outcome.output.split(separator: "\n").contains { $0.hasPrefix("  → residents, who are no visitors: −") })
        #expect(outcome.output.contains("So the mean of all is not used."))
        #expect(outcome.output.contains("delta method"))
        #expect(outcome.output.contains("illustrative survey values"))
        #expect(outcome.output.contains("below the rule"))
    }

    @Test func `halves and twelve months in a row are figures too`() throws {
        let halves = try DemoWorkspace.command()(
            "figures", "--definition", "exchange-population", "--by", "half", "--format", "json")
        let figures = try #require(try halves.json()["figures"] as? [[String: Any]])
        func value(_ id: String, in figures: [[String: Any]]) -> Int? {
            figures.first { $0["id"] as? String == "exchange-population@1:mine-city:\(id):*" }?["value"] as? Int
        }
        // The months of 2013 from SampleData/totals.json: 602,262 to June, 757,738 from July.
        #expect(value("2013-H1", in: figures) == 602_262)
        #expect(value("2013-H2", in: figures) == 757_738)
        let rolling = try DemoWorkspace.command()(
            "figures", "--definition", "exchange-population", "--by", "rolling-12-months", "--format", "json")
        let spans = try #require(try rolling.json()["figures"] as? [[String: Any]])
        #expect(value("12M2013-12", in: spans) == 1_360_000)
        #expect(value("12M2014-03", in: spans) == 1_364_900)
    }

    @Test func `inbound visitors come with share, growth, contribution and an index over months both years have`()
        throws
    {
        let outcome = try DemoWorkspace.command()(
            "figures", "--definition", "inbound-visitors", "--base-year", "2014", "--through", "2018-12")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.output.contains("Share of known"))
        #expect(outcome.output.contains("2014 = 100"))
        #expect(outcome.output.contains("Contributions in points add up exactly"))
        #expect(outcome.output.contains("HHI 0."))
        // 41,934 in 2018 over 39,997 in 2017 is +4.8 %; over 29,491 in 2014 it is 142.2.
        #expect(outcome.output.contains("+4.8"))
        #expect(outcome.output.contains("142.2"))
    }
}
