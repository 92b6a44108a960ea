import Testing
import VisitorMetrics
import VisitorModel

struct CountTableTests {
    let series = SeriesKey(measure: "visitors", place: "a")

    func chosen(_ vintages: [String], preferring: [String] = [], only: String? = nil) -> String? {
        let table = CountTable(vintages.map { count(1, "a", "2018-01", vintage: $0) })
        return table.choice(of: series, in: period("2018-01"), preferring: preferring, only: only)?.vintage
    }

    @Test func `listed releases come first in their order and the unnamed one last`() {
        #expect(chosen(["2014-03", "trial"], preferring: ["trial"]) == "trial")
        #expect(chosen(["a", "b"], preferring: ["b", "a"]) == "b")
        #expect(chosen(["2013-03", "2014-03", ""]) == "2014-03")
        #expect(chosen(["", "2014-03"], preferring: ["", "2014-03"]) == "")
        #expect(chosen(["", "2014-03"], preferring: ["2013-03"]) == "2014-03")
        #expect(chosen(["a", "b"], preferring: ["b"], only: "a") == "a")
        #expect(chosen(["a"], only: "b") == nil)
    }

    @Test func `a release without a number gives way to one that has it`() {
        let table = CountTable([
            count(nil, "a", "2018-01", vintage: "final", status: .suppressed),
            count(7, "a", "2018-01", vintage: "first"),
            count(nil, "a", "2018-02", vintage: "final", status: .suppressed),
        ])
        let january = table.choice(of: series, in: period("2018-01"), preferring: ["final", "first"])
        #expect(january?.vintage == "first")
        #expect(january?.entry.value.number == 7)
        let february = table.choice(of: series, in: period("2018-02"), preferring: ["final", "first"])
        #expect(february?.entry.value.status == .suppressed)
    }

    @Test func `months are those with a number, whatever the order of the counts`() {
        let table = CountTable([
            count(3, "b", "2018-05"), count(1, "a", "2018-02"), count(nil, "a", "2018-07", status: .notReported),
            count(99, "a", "2018"),
        ])
        #expect(table.months(of: "visitors") == [month("2018-02"), month("2018-05")])
        #expect(table.latestMonth(of: "visitors", at: ["a"]) == month("2018-02"))
        #expect(table.months(of: "nights") == [])
    }

    @Test func `months in any order and centuries apart are all found`() {
        let ids = ["2018-05", "2017-12", "0001-01", "9999-12", "2018-01", "1850-07"]
        let table = CountTable(ids.enumerated().map { count($0 + 1, "a", $1) } + [count(9, "a", "2018-05", vintage: "final")])
        for (index, id) in ids.enumerated() {
            #expect(table.entry(of: series, in: period(id))?.value.number == ExactDecimal(index + 1), "\(id)")
        }
        #expect(table.months(of: "visitors").map(\.id) == ids.sorted())
        #expect(table.periods(of: series).map(\.id) == ids.sorted())
        #expect(table.firstMonth(of: "visitors", at: "a", among: [.all])?.id == "0001-01")
        #expect(table.latestMonth(of: "visitors", at: ["a"])?.id == "9999-12")
        #expect(table.choice(of: series, in: period("2018-05"))?.vintage == "final")
        #expect(table.choice(of: series, in: period("2018-02")) == nil)
    }
}
