import Languages
import Testing
import VisitorModel

@testable import Workspace

/// What the register of changes keeps out of the models.
struct LearningTests {
    private static let title = BilingualText(ja: "全国大会", en: "National meeting")

    private func month(_ id: String) throws -> Month { try #require(Month(id: id)) }

    private func event(_ places: Set<String>, counted: ExactDecimal? = nil) throws -> KnownChanges {
        let october = try month("2016-10")
        return KnownChanges(events: [
            SeriesEvent(
                id: "meeting", titles: Self.title, measure: "visitors", places: places, from: october, to: october,
                counted: counted)
        ])
    }

    @Test func `an event's visitors are taken off where somebody counted them`() throws {
        let changes = try event(["plateau"], counted: 12_000)
        let october = try month("2016-10")
        #expect(changes.lesson(from: 50_000, of: "visitors", at: ["cave", "plateau"], in: october) == 38_000)
        #expect(changes.lesson(from: 50_000, of: "visitors", at: ["cave"], in: october) == 50_000)
        #expect(changes.lesson(from: 50_000, of: "nights", at: ["plateau"], in: october) == 50_000)
        #expect(changes.lesson(from: 50_000, of: "visitors", at: ["plateau"], in: try month("2016-11")) == 50_000)
        #expect(changes.lesson(from: 11_999, of: "visitors", at: ["plateau"], in: october) == nil)
    }

    @Test func `an event nobody counted, or not by market, leaves its month out`() throws {
        let october = try month("2016-10")
        #expect(try event([]).lesson(from: 50_000, of: "visitors", at: ["cave"], in: october) == nil)
        let counted = try event(["plateau"], counted: 12_000)
        #expect(counted.lesson(from: 50_000, of: "visitors", at: ["plateau"], in: october, isSplit: true) == nil)
    }

    @Test(arguments: [SeriesBreak.Treatment.refuse, .footnote])
    func `months before a break teach nothing when growth across it is refused`(growth: SeriesBreak.Treatment) throws {
        let april = try month("2015-04")
        let changes = KnownChanges(breaks: [
            SeriesBreak(
                id: "counter", titles: Self.title, kind: .counter, measure: "visitors", places: ["plateau"],
                since: april, growth: growth)
        ])
        let march = changes.lesson(from: 7, of: "visitors", at: ["cave", "plateau"], in: try month("2015-03"))
        #expect(march == (growth == .refuse ? nil : 7))
        #expect(changes.lesson(from: 7, of: "visitors", at: ["plateau"], in: april) == 7)
        #expect(changes.lesson(from: 7, of: "visitors", at: ["cave"], in: try month("2015-03")) == 7)
        #expect(changes.learnableSince(of: "visitors", at: ["plateau"]) == (growth == .refuse ? april : nil))
    }
}
