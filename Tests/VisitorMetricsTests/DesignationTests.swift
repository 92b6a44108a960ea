import Testing
import VisitorMetrics
import VisitorModel

struct DesignationTests {
    let rule = DesignationRule()

    func year(_ values: [Int]) throws -> [Figure] {
        let definition = try definition(["a"])
        return zip(months(of: 2017), values).map { figure($1, $0, of: definition, reported: 1, expected: 1) }
    }

    @Test func `a place counts by the year before or by one of its months`() throws {
        let steady = try year(Array(repeating: 834, count: 12))
        #expect(rule.standing(in: CalendarYear(2018), monthly: steady) == .designated(.year(10_008)))
        let festival = try year([0, 0, 0, 0, 0, 0, 0, 5_000, 0, 0, 0, 0])
        #expect(
            rule.standing(in: CalendarYear(2018), monthly: festival) == .designated(.month(month("2017-08"), 5_000)))
        let small = try year(Array(repeating: 833, count: 12))
        #expect(rule.standing(in: CalendarYear(2018), monthly: small) == .below(year: 9_996, largestMonth: 833))
        #expect(!rule.standing(in: CalendarYear(2018), monthly: small).counts)
    }

    @Test func `what is not known in full cannot be judged and stays in`() throws {
        let part = Array(try year(Array(repeating: 100, count: 12)).dropLast(3))
        let standing = rule.standing(in: CalendarYear(2018), monthly: part)
        #expect(standing == .undecided(knownMonths: 9))
        #expect(standing.counts)
        // What the known months reach, missing ones cannot undo.
        let enough = Array(try year(Array(repeating: 2_000, count: 12)).dropLast(6))
        #expect(rule.standing(in: CalendarYear(2018), monthly: enough).counts)
    }

    @Test func `places entering and leaving stand apart from growth`() throws {
        let effect = try #require(
            DesignationEffect(before: ["a": 100_000, "b": 9_000], now: ["a": 102_000, "c": 30_000]))
        #expect(effect.continuing == 2_000)
        #expect(effect.continuingGrowth == 2)
        // 132,000 against 109,000: what a press release would call growth.
        #expect(effect.publishedGrowth == decimal("21.1"))
        #expect(effect.entered.map(\.place) == ["c"])
        #expect(effect.left.first?.effect == -9_000)
        let sum = ([effect.continuing] + (effect.entered + effect.left).map(\.effect)).reduce(0 as ExactDecimal) {
            $0.adding($1) ?? 0
        }
        #expect(sum == effect.now.subtracting(effect.before))
    }

    @Test func `a printed parent checks its parts and is never added`() throws {
        let tree = try PlaceTree([
            Place(id: "area", names: text("area"), kind: .area),
            Place(id: "cave", names: text("cave"), kind: .spot, parent: "area"),
            Place(id: "plateau", names: text("plateau"), kind: .spot, parent: "area"),
        ])
        func checks(_ observations: [Observation]) throws -> [ParentCheck] {
            let cut = try Cut(of: "area", members: ["cave", "plateau"], in: tree)
            let definition = MetricDefinition(
                name: "x", version: 1, titles: text("x"), formula: text("sum"), measure: "visitors",
                unit: .personSpots, cut: cut, source: text("source"))
            return Figures(table: CountTable(observations)).parentChecks(of: definition, in: tree)
        }
        let parts = [count(500, "cave", "2018-01"), count(300, "plateau", "2018-01")]
        #expect(try checks(parts + [count(800, "area", "2018-01")]).map(\.outcome) == [.agrees])
        #expect(try checks(parts + [count(850, "area", "2018-01")]).map(\.outcome) == [.remainder(50)])
        #expect(try checks(parts + [count(790, "area", "2018-01")]).map(\.outcome) == [.partsExceed(by: 10)])
        // A parent in thousands may be off by its rounding.
        #expect(try checks(parts + [count(1_000, "area", "2018-01", rounding: 500)]).map(\.outcome) == [.agrees])
        // A part that has not reported leaves nothing to compare.
        #expect(try checks([parts[0], count(800, "area", "2018-01")]).isEmpty)
        // A printed year is held against the months of the parts.
        let months = CalendarYear(2018).months.flatMap { month in
            [count(10, "cave", month.id), count(5, "plateau", month.id)]
        }
        #expect(try checks(months + [count(180, "area", "2018")]).map(\.outcome) == [.agrees])
    }
}
