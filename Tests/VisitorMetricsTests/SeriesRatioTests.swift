import Languages
import Testing
import VisitorMetrics
import VisitorModel

struct SeriesRatioTests {
    @Test func `a ratio that leaves its median is an alarm`() throws {
        let own = try definition(["a"])
        let other = try definition(["a"], unit: .personDays)
        let years = ["2019", "2020", "2021", "2022", "2023"]
        let ours = zip(years, [1000, 990, 1020, 1010, 1700]).map { figure($1, $0, of: own) }
        let theirs = zip(years, [500, 500, 500, 500, 500]).map { figure($1, $0, of: other) }
        let ratio = SeriesRatio(of: ours, to: theirs)
        #expect(ratio.points.map(\.ratio) == [2, decimal("1.98"), decimal("2.04"), decimal("2.02"), decimal("3.4")])
        #expect(ratio.points.map(\.isAlarm) == [false, false, false, false, true])
        // Median of 2, 1.98, 2.04, 2.02 is 2.01; 3.4 ÷ 2.01 − 1.
        #expect(ratio.points.last?.drift == decimal("69.2"))
        #expect(ratio.points.last?.median == decimal("2.01"))
        let rule = DriftRule(own: own.id)
        let check = DriftCheck(own: own, other: other, rule: rule, ownFigures: ours, otherFigures: theirs)
        #expect(check.ratio == ratio)
        #expect(check.warning(try #require(ratio.points.last))?.en.contains("+69.2 %") == true)
        #expect(check.warning(try #require(ratio.points.first)) == nil)
        let finding = try #require(check.findings.first)
        #expect(check.findings.count == 1)
        #expect((finding.kind, finding.month) == (.drift, month("2023-12")))
        #expect((finding.value, finding.expected) == (decimal("3.4"), decimal("2.01")))
    }

    @Test func `a month is held against the same month of other years and the same releases only`() throws {
        let own = try definition(["a"])
        func pair(_ id: String, _ count: Int, vintage: String) -> (Figure, Figure) {
            (figure(count, id, of: own, vintages: [vintage]), figure(100, id, of: own))
        }
        let pairs = [
            pair("2020-08", 400, vintage: "annual"), pair("2021-01", 100, vintage: "annual"),
            pair("2021-08", 410, vintage: "annual"), pair("2022-08", 900, vintage: "trial"),
            pair("2023-08", 405, vintage: "annual"), pair("2024-08", 500, vintage: "annual"),
        ]
        let ratio = SeriesRatio(of: pairs.map(\.0), to: pairs.map(\.1), history: 2)
        // The trial edition has nothing of its kind before it; 405 and 500 are held against annual Augusts alone.
        #expect(ratio.points.map(\.drift) == [nil, nil, nil, nil, 0, decimal("23.5")])
        #expect(ratio.points.map(\.isAlarm) == [false, false, false, false, false, true])
    }

    @Test func `a year that is not whole on both sides is not compared`() throws {
        let own = try definition(["a"])
        let ratio = SeriesRatio(
            of: [figure(10, "2019", of: own), figure(10, "2020", of: own, reported: 11)],
            to: [figure(10, "2020", of: own)])
        #expect(ratio.points.isEmpty)
    }
}
