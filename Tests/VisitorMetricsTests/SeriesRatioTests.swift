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
        #expect(ratio.points.last?.warning(own: text("own"), other: text("phones"))?.en.contains("+69.2 %") == true)
        #expect(ratio.points.first?.warning(own: text("own"), other: text("phones")) == nil)
    }

    @Test func `a year that is not whole on both sides is not compared`() throws {
        let own = try definition(["a"])
        let ratio = SeriesRatio(
            of: [figure(10, "2019", of: own), figure(10, "2020", of: own, reported: 11)],
            to: [figure(10, "2020", of: own)])
        #expect(ratio.points.isEmpty)
    }
}
