import Languages
import Reporting
import Testing
import VisitorModel

@testable import Workspace

/// A month closed once, declared or not, teaches the outlook no zero in later years.
struct ClosureOutlookTests {
    private static let reason = BilingualText(verbatim: "works")

    /// The cave closed in May 2018, the last May there is; its count is a zero somebody wrote down.
    private func closed(_ members: [String]) throws -> GoalViewFixture {
        var fixture = GoalViewFixture()
        fixture.members = members
        fixture.counts["cave"]?[try GoalViewFixture.month("2018-05")] = 0
        return fixture
    }

    private func declare(_ fixture: inout GoalViewFixture) throws {
        let may = try GoalViewFixture.month("2018-05")
        fixture.changes.closures = [Closure(places: ["cave"], from: may, to: may, reason: Self.reason)]
    }

    private func open(_ members: [String]) throws -> Double {
        var fixture = GoalViewFixture()
        fixture.members = members
        return try fixture.expected("2019-05")
    }

    @Test(arguments: [true, false])
    func `a place alone: next May is as if it had been open`(isDeclared: Bool) throws {
        var fixture = try closed(["cave"])
        if isDeclared { try declare(&fixture) }
        let (usual, expected) = (try open(["cave"]), try fixture.expected("2019-05"))
        #expect(abs(expected - usual) < 0.03 * usual, "\(expected) for \(usual)")
        let outlook = try fixture.outlook()
        #expect(outlook.closedMonths.map(\.id) == (isDeclared ? ["2018-05"] : []))
        #expect(outlook.zeroMonths.map(\.id) == (isDeclared ? [] : ["2018-05"]))
        let text = outlook.text(in: .personSpots)
        let word = isDeclared ? "a place was closed this once" : "nobody was counted, unlike other years"
        #expect(text.details.contains { $0.en.contains("May 2018") && $0.en.contains(word) })
    }

    @Test func `the cave of the whole, declared: it gets what it had a year before`() throws {
        var fixture = try closed(["cave", "plateau"])
        // The plateau alone had 25,000 in May; the cave's 52,000 would be put back, more than was counted.
        fixture.counts["plateau"] = fixture.counts["plateau"]?.mapValues { $0 * 5 }
        var usual = GoalViewFixture()
        usual.counts["plateau"] = fixture.counts["plateau"]
        try declare(&fixture)
        let (open, expected) = (try usual.expected("2019-05"), try fixture.expected("2019-05"))
        #expect(abs(expected - open) < 0.03 * open, "\(expected) for \(open)")
        let input = try fixture.outlook().input
        let may = try #require(input.entries.first { $0.month.id == "2018-05" }?.lesson)
        let before = try #require(fixture.counts["cave"]?[try GoalViewFixture.month("2017-05")])
        let counted = try #require(fixture.counts["plateau"]?[try GoalViewFixture.month("2018-05")])
        #expect(may == Double(counted + before))
    }

    @Test func `where more would be put back than was counted, the month teaches nothing`() throws {
        var fixture = try closed(["cave", "plateau"])
        try declare(&fixture)
        let input = try fixture.outlook().input
        #expect(input.entries.first { $0.month.id == "2018-05" }?.lesson == nil)
    }

    @Test func `a winter closed every year is expected closed again`() throws {
        var fixture = GoalViewFixture()
        fixture.members = ["cave"]
        for year in 2013...2018 { fixture.counts["cave"]?[try GoalViewFixture.month("\(year)-02")] = 0 }
        fixture.changes.closures = [
            Closure(places: ["cave"], from: try GoalViewFixture.month("2013-01"), season: [2], reason: Self.reason)
        ]
        let outlook = try fixture.outlook()
        #expect(outlook.closedMonths.isEmpty && outlook.zeroMonths.isEmpty)
        #expect(try fixture.expected("2019-02") < 6_000)
    }
}
