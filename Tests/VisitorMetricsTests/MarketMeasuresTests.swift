import Testing
import VisitorMetrics
import VisitorModel

struct MarketMeasuresTests {
    func mix(_ now: [String: Int?], before: [String: Int?] = [:]) throws -> MarketMix {
        let definition = try definition(["mine-city"], markets: now.keys.sorted())
        func figures(_ counts: [String: Int?], _ year: String) -> [Figure] {
            counts.sorted { $0.key < $1.key }.map { market, count in
                figure(
                    count, year, of: definition, reported: count == nil ? 0 : 12,
                    missing: count == nil
                        ? months(of: 2018).map { MissingReport(place: "mine-city", month: month($0)) } : [],
                    market: market)
            }
        }
        return try #require(MarketMix(of: figures(now, "2018"), over: figures(before, "2017")))
    }

    @Test func `concentration is over named markets and says what is in none`() throws {
        // Python: Σ q² = 0.421837, Gini 0.444457.
        let mix = try mix(["TW": 8_013, "KR": 5_948, "US": 1_000, "HK": 500, "other": 300, "unknown": 1_239])
        let concentration = try #require(MarketConcentration(of: mix))
        #expect(concentration.herfindahl == decimal("0.4218"))
        #expect(concentration.gini == decimal("0.4445"))
        #expect(concentration.marketCount == 4)
        // (300 + 1,239) ÷ 17,000
        #expect(concentration.percentUnnamed == decimal("9.1"))
    }

    @Test func `equal markets have no concentration beyond their number`() throws {
        let concentration = try #require(MarketConcentration(of: try mix(["TW": 5, "KR": 5, "US": 5, "HK": 5])))
        #expect(concentration.herfindahl == decimal("0.25"))
        #expect(concentration.gini == 0)
    }

    @Test func `a market without its report leaves concentration unknown`() throws {
        #expect(MarketConcentration(of: try mix(["TW": 5, "KR": nil])) == nil)
    }

    @Test func `new and lost markets are those counted as nobody on one side`() throws {
        let mix = try mix(["TW": 5, "TH": 3, "US": 0, "FR": 2], before: ["TW": 4, "TH": 0, "US": 6])
        #expect(mix.newMarkets.map(\.market) == ["TH"])
        #expect(mix.lostMarkets.map(\.market) == ["US"])
    }

    @Test func `an index uses only months both years have`() throws {
        let definition = try definition(["mine-city"])
        var figures = zip(months(of: 2019), Array(repeating: 200, count: 12)).map { figure($1, $0, of: definition) }
        figures += zip(months(of: 2023), [10, 10, 50, 100, 100, 150]).map { figure($1, $0, of: definition) }
        figures.append(figure(90, "2023-07", of: definition, reported: 11))
        let index = try #require(BaseYearIndex(of: period("2023"), base: period("2019"), in: figures))
        // 420 ÷ 1,200
        #expect(index.index == 35)
        #expect(index.months.count == 6)
        #expect(index.leftOut.first == month("2023-07"))
        #expect(BaseYearIndex(of: period("2024"), base: period("2019"), in: figures) == nil)
        #expect(BaseYearIndex(of: period("FY2023"), base: period("2019"), in: figures) == nil)
    }
}
