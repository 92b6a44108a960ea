import Languages
import Testing
import VisitorMetrics
import VisitorModel

struct SeasonalityTests {
    func year(_ values: [Int]) throws -> [Figure] {
        let definition = try definition(["a"])
        return zip(months(of: 2018), values).map { figure($1, $0, of: definition, reported: 1, expected: 1) }
    }

    @Test func `equal months are even and one month has all`() throws {
        let even = try Seasonality(of: period("2018"), in: try year(Array(repeating: 5, count: 12)))
        #expect(even.gini == 0)
        #expect(even.peakToMean == 1)
        #expect(even.peakMonths.count == 12)
        let one = try Seasonality(of: period("2018"), in: try year(Array(repeating: 0, count: 11) + [7]))
        // 11 ÷ 12
        #expect(one.gini == decimal("0.9167"))
        #expect(one.peakToMean == 12)
        #expect(one.peakToTrough == nil)
    }

    @Test func `a month with a place missing is not known`() throws {
        var figures = try year(Array(repeating: 5, count: 12))
        figures[3] = figure(4, "2018-04", of: try definition(["a"]), reported: 1, expected: 2)
        #expect(throws: Seasonality.Refusal.unknownMonths([month("2018-04")])) {
            try Seasonality(of: period("2018"), in: figures)
        }
        #expect(
            Seasonality.Refusal.unknownMonths([month("2018-04")]).reason.ja
                == "12か月のうち1か月の数値がそろっていないため、季節性の指標は計算しません(平成30年4月)。")
    }

    @Test func `a year without visitors has no seasonality`() throws {
        let figures = try year(Array(repeating: 0, count: 12))
        #expect(throws: Seasonality.Refusal.allZero) { try Seasonality(of: period("2018"), in: figures) }
    }

    @Test func `required months follow last year's shape and add up to the need`() throws {
        let shape = try year([1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1])
        let left = (7...12).compactMap { Month(year: 2019, number: $0) }
        let required = try #require(RequiredMonths(need: 1_000, over: left, shape: shape))
        // Sevenths: 142.86, 285.71, 142.86 …; rounded down 995, the five left go to the largest remainders.
        #expect(required.requirements.map(\.count) == [143, 285, 143, 143, 143, 143])
        #expect(required.requirements.map(\.count).reduce(0, +) == 1_000)
    }

    @Test func `months without a known shape require nothing that could be said`() throws {
        let shape = Array(try year(Array(repeating: 5, count: 12)).dropLast())
        #expect(RequiredMonths(need: 10, over: [month("2019-12")], shape: shape) == nil)
        let known = try #require(RequiredMonths(need: -5, over: [month("2019-11")], shape: shape))
        #expect(known.requirements.map(\.count) == [0])
    }
}
