import Foundation
import TestSupport
import Testing

/// Events, breaks and closures as data: what they do to figures, growth and status.
struct ChangesRegisterTests {
    private func command(_ register: String, in folder: ScratchFolder) throws -> DMOCommand {
        let command = try DemoWorkspace.copy(into: folder)
        try folder.write(register, to: "copy/Pipelines/changes.yaml")
        return command
    }

    private func figures(_ outcome: DMOCommand.Outcome) throws -> [String: Int] {
        let list = try #require(try outcome.json()["figures"] as? [[String: Any]])
        return Dictionary(
            list.compactMap { figure in
                (figure["id"] as? String).flatMap { id in (figure["value"] as? Int).map { (id, $0) } }
            }, uniquingKeysWith: { first, _ in first })
    }

    @Test func `figures with and without events have different names and differ by what the events counted`() throws {
        let folder = try ScratchFolder()
        let dmo = try command(
            """
            register: changes
            events:
              - { id: meeting, title: { ja: 全国大会, en: National meeting }, measure: visitors, places: [akiyoshidai],
                  from: 2016-10, counted: 12000 }
            """, in: folder)
        let with = try figures(try dmo("figures", "--definition", "exchange-population", "--format", "json"))
        let without = try figures(
            try dmo("figures", "--definition", "exchange-population", "--without-events", "--format", "json"))
        // SampleData/totals.json: grass burning and fireworks of 2016 and 2017.
        #expect(with["exchange-population@1:mine-city:2016:*"] == 1_409_034)
        #expect(without["exchange-population-without-events@1:mine-city:2016:*"] == 1_409_034 - 32_521 - 12_000)
        #expect(without["exchange-population-without-events@1:mine-city:2017:*"] == 1_478_106 - 31_865)
        #expect(without["exchange-population@1:mine-city:2017:*"] == nil)
    }

    @Test func `growth across a declared break is refused with its reason`() throws {
        let folder = try ScratchFolder()
        let dmo = try command(
            """
            register: changes
            breaks:
              - { id: counter, title: { ja: 計数器の交換, en: New counter }, kind: counter, measure: visitors,
                  places: [akiyoshidai], since: 2016-04 }
            """, in: folder)
        let outcome = try dmo("figures", "--definition", "exchange-population", "--through", "2017-12")
        #expect(outcome.output.contains("The series breaks in April 2016 (New counter, new counter)"))
        // 2015 over 2014 lies before it; 2017 over 2016 reaches back to January 2016.
        #expect(outcome.output.contains("+3.5"))
        #expect(!outcome.output.contains("+4.9"))
    }

    @Test func `a mistake in the register is named with its place`() throws {
        let folder = try ScratchFolder()
        let dmo = try command(
            "register: changes\nclosures:\n  - { places: [akiyoshi-doo], from: 2016-04, reason: { ja: a, en: a } }\n", in: folder)
        let outcome = try dmo("validate")
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("changes.yaml:3:"))
        #expect(outcome.messages.contains("akiyoshi-do"))
    }
}
