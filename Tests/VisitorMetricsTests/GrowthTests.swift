import Languages
import Testing
import VisitorMetrics
import VisitorModel

struct GrowthTests {
    @Test func `each reason to refuse is its own`() throws {
        let first = try definition(["a"])
        let second = try definition(["a"], version: 2)
        let now = figure(110, "2018", of: first)
        #expect(Growth(of: now, over: figure(100, "2017", of: first)).percent == 10)
        #expect(Growth(of: now, over: nil).refusal == .baseMissing)
        #expect(Growth(of: now, over: figure(nil, "2017", of: first, reported: 0)).refusal == .baseMissing)
        #expect(Growth(of: now, over: figure(0, "2017", of: first)).refusal == .baseZero)
        #expect(
            Growth(of: now, over: figure(100, "2017", of: second)).refusal
                == .differentDefinitions(current: "exchange-population@1", base: "exchange-population@2"))
        #expect(Growth(of: now, over: figure(100, "FY2017", of: first)).refusal == .notCounterparts)
        #expect(Growth(of: now, over: figure(100, "2016", of: first)).refusal == .notCounterparts)
        let part = figure(90, "2017", of: first, reported: 11)
        #expect(Growth(of: now, over: part).refusal == .incomplete(period("2017"), part.coverage))
    }

    @Test(arguments: [(1_000, 1_005, "0.5"), (1_000, 994, "-0.6"), (2_000, 2_001, "0.1"), (3, 4, "33.3")])
    func `rates are rounded half away from zero`(before: Int, now: Int, percent: String) throws {
        let definition = try definition(["a"])
        let growth = Growth(of: figure(now, "2018", of: definition), over: figure(before, "2017", of: definition))
        #expect(growth.percent == decimal(percent))
    }

    @Test func `like for like drops a place's month on both sides and names it`() throws {
        let observations = [
            count(100, "a", "2017-01"), count(50, "b", "2017-01"), count(100, "a", "2017-02"),
            count(50, "b", "2017-02"), count(100, "a", "2017-03"), count(110, "a", "2018-01"),
            count(60, "b", "2018-01"), count(120, "a", "2018-02"),
        ]
        let expected = ExpectedReport(measure: "visitors", places: ["a", "b"], from: month("2017-01"))
        let figures = Figures(table: CountTable(observations), expected: [expected])
        let comparison = try #require(
            figures.likeForLike(of: try definition(["a", "b"]), in: period("2018")))
        #expect(comparison.current == 290)
        #expect(comparison.base == 250)
        #expect(try comparison.rate.get() == 16)
        #expect(comparison.months == [month("2018-01"), month("2018-02")])
        #expect(comparison.places == ["a", "b"])
        #expect(comparison.leftOut.map(\.place) == ["b"])
        #expect(comparison.leftOut.map(\.month) == [month("2018-02")])
        #expect(comparison.leftOut.map(\.why) == [.missingNow])
        #expect(
            comparison.summary()
                == BilingualText(
                    ja: "平成30年1月～平成30年2月の2か所について、前年の同じ月・同じ場所と比べています。両年でそろわない1件(b 平成30年2月分)は除きました。",
                    en: """
                        January 2018 to February 2018 at 2 places, against the same months and places a year before. \
                        Left out, for want of a counterpart: b February 2018.
                        """))
    }
}
