import Languages
import Reporting
import Testing
import VisitorMetrics
import VisitorModel

@testable import Workspace

/// What a missing report could change about where the goal's year ends.
struct MissingEffectsTests {
    /// Counts to September 2019; the cave's August, its best month, is missing.
    private func fixture() throws -> GoalViewFixture {
        var fixture = GoalViewFixture(months: 81)
        fixture.counts["cave"]?[try GoalViewFixture.month("2019-08")] = nil
        return fixture
    }

    private func effects(_ fixture: GoalViewFixture) throws -> (outlook: YearOutlook, effects: MissingEffects?) {
        let outlook = try fixture.outlook()
        return (outlook, try fixture.view().missingEffects(on: outlook, by: fixture.definition()))
    }

    @Test func `the report at its low and high end moves the year's end by as much, and the months to come a little`()
        throws
    {
        let (_, found) = try effects(fixture())
        let effects = try #require(found)
        #expect(effects.reported == 161 && effects.expected == 162)
        let effect = try #require(effects.effects.first)
        #expect(effects.effects.count == 1 && effect.usual.missing.place == "cave")
        let (low, high) = (try #require(effects.low), try #require(effects.high))
        // Alone, it is all of them.
        #expect(effect.atLow == low && effect.atHigh == high)
        let width = effect.usual.high.approximate - effect.usual.low.approximate
        #expect(width > 0)
        #expect(abs(Double(high.median - low.median) - width) < 0.5 * width)
        #expect(low.chance <= high.chance)
    }

    @Test func `it decides where the goal lies between the two ends, and then is said first`() throws {
        var fixture = try fixture()
        let ends = try #require(try effects(fixture).effects)
        let (low, high) = (try #require(ends.low?.median), try #require(ends.high?.median))
        for (goal, decides) in [((low + high) / 2, true), (low, false), (high + 1, false), (high, true)] {
            fixture.goal = ExactDecimal(goal)
            let (outlook, found) = try effects(fixture)
            let effects = try #require(found)
            #expect(effects.decide == decides, "\(goal) in \(low)...\(high)")
            let missing = effects.text(of: outlook, in: .personSpots, places: BilingualText.init(verbatim:))
            let text = outlook.text(in: .personSpots, missing: missing)
            #expect(text.headline.en.hasPrefix("CHECK FIRST: whether 2019 reaches") == decides)
            #expect(text.headline.ja.hasPrefix("【要確認】") == decides)
            #expect(
                text.details.contains {
                    $0.en.contains("161 of 162 reports (1 missing)") && $0.en.contains("cave August 2019")
                })
        }
    }

    @Test func `of several the one that matters most comes first`() throws {
        var fixture = try fixture()
        fixture.counts["plateau"]?[try GoalViewFixture.month("2019-02")] = nil
        let effects = try #require(try effects(fixture).effects)
        #expect(effects.effects.map(\.usual.missing.place) == ["cave", "plateau"])
        #expect(effects.withoutPast.isEmpty)
    }

    @Test func `where nothing is missing there is nothing to say`() throws {
        let (outlook, effects) = try effects(GoalViewFixture(months: 81))
        #expect(effects == nil)
        #expect(outlook.text(in: .personSpots).details.allSatisfy { !$0.en.contains("missing") })
    }
}
