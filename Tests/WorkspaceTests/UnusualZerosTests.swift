import Languages
import Testing
import VisitorModel

@testable import Workspace

/// A month in which nobody came once must not teach the models that nobody comes in that month.
struct UnusualZerosTests {
    /// Six years of 900 to 1,120 visitors a month, with some months replaced.
    private func counts(_ replaced: [String: Double]) throws -> [Month: Double] {
        let first = try #require(Month(id: "2013-01"))
        var counts: [Month: Double] = [:]
        for step in 0..<72 { counts[first.advanced(by: step)] = 900 + Double(step % 12) * 20 }
        for (id, count) in replaced { counts[try #require(Month(id: id))] = count }
        return counts
    }

    private func zeros(_ replaced: [String: Double]) throws -> [String] {
        UnusualZeros.months(in: try counts(replaced)).map(\.id).sorted()
    }

    @Test func `zeros of an epidemic's spring are unusual, wherever they lie`() throws {
        #expect(try zeros(["2016-04": 0, "2016-05": 0]) == ["2016-04", "2016-05"])
        #expect(try zeros(["2013-01": 0]) == ["2013-01"])
        #expect(try zeros(["2018-12": 0]) == ["2018-12"])
        #expect(try zeros([:]) == [])
    }

    @Test func `the same month closed two years and open again later was an interruption`() throws {
        #expect(try zeros(["2015-05": 0, "2016-05": 0]) == ["2015-05", "2016-05"])
    }

    @Test func `a month closed in the last two years may be how things are now`() throws {
        #expect(try zeros(["2017-01": 0, "2018-01": 0]) == [])
    }

    @Test func `a winter closed every year is a season`() throws {
        let winters = Dictionary(uniqueKeysWithValues: (2013...2018).map { ("\($0)-02", 0.0) })
        #expect(try zeros(winters) == [])
    }

    @Test func `a year without anybody is no interruption`() throws {
        let year = Dictionary(uniqueKeysWithValues: (1...12).map { ("2015-\($0 < 10 ? "0" : "")\($0)", 0.0) })
        #expect(try zeros(year) == [])
    }

    @Test func `where a handful come, a zero is chance`() throws {
        let few = try counts([:]).mapValues { _ in 4.0 }
        var withZero = few
        withZero[try #require(Month(id: "2015-05"))] = 0
        #expect(UnusualZeros.months(in: withZero) == [])
    }

    @Test func `a closure of a few months is once, one that recurs or lasts is not`() throws {
        let reason = BilingualText(verbatim: "x")
        func month(_ id: String) throws -> Month { try #require(Month(id: id)) }
        func closed(_ closures: [Closure], _ id: String) throws -> Bool {
            KnownChanges(closures: closures).isClosedOnce("cave", in: try month(id))
        }
        func closure(_ from: String, _ to: String?, season: Set<Int> = []) throws -> Closure {
            Closure(
                places: ["cave"], from: try month(from), to: try to.map { try month($0) }, season: season,
                reason: reason)
        }
        let once = try closure("2016-04", "2016-06")
        #expect(try closed([once], "2016-05"))
        #expect(try !closed([once], "2016-07"))
        #expect(try !closed([closure("2013-01", nil, season: [1, 2])], "2016-01"))
        #expect(try !closed([closure("2016-04", nil)], "2016-05"))
        #expect(try !closed([closure("2015-01", "2016-12")], "2016-05"))
        // Declared winter by winter.
        let winters = try [2015, 2016, 2017].map { try closure("\($0)-01", "\($0)-02") }
        #expect(try !closed(winters, "2016-01"))
        #expect(try closed([winters[0], once], "2015-01"))
    }
}
