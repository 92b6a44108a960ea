import Languages
import Testing
import VisitorMetrics
import VisitorModel

/// The sample data's inbound years 2017 and 2018.
struct MarketMixTests {
    static let markets = ["TW", "KR", "HK", "CN", "TH", "US", "other", "unknown"]
    static let year2017 = [16_970, 8_222, 4_489, 3_884, 1_317, 1_132, 2_824, 1_159]
    static let year2018 = [18_351, 7_822, 4_652, 4_265, 1_438, 1_236, 2_994, 1_176]

    func figures(_ values: [Int?], _ year: String, reported: Int = 12, vintages: [String] = [""]) throws -> [Figure] {
        let definition = try definition(["mine-city"], markets: Self.markets)
        return zip(Self.markets, values).map {
            figure($1, year, of: definition, reported: reported, vintages: vintages, market: $0)
        }
    }

    func mix() throws -> MarketMix {
        try #require(MarketMix(of: try figures(Self.year2018, "2018"), over: try figures(Self.year2017, "2017")))
    }

    @Test func `shares in all and in the known ones`() throws {
        let mix = try mix()
        #expect(mix.total == 41_934)
        #expect(mix.knownTotal == 40_758)
        let taiwan = try #require(mix.shares.first)
        #expect(taiwan.market == "TW")
        #expect(taiwan.percentOfAll == decimal("43.8"))
        #expect(taiwan.percentOfKnown == decimal("45"))
        #expect(taiwan.growth.percent == decimal("8.1"))
        let unknown = try #require(mix.shares.first { $0.isUnknown })
        #expect(unknown.percentOfAll == decimal("2.8"))
        #expect(unknown.percentOfKnown == nil)
    }

    @Test func `named markets are ranked and the rest is not`() throws {
        let ranks = try mix().shares.map { "\($0.market) \($0.rank.map(String.init) ?? "-")" }
        #expect(ranks == ["TW 1", "KR 2", "HK 3", "CN 4", "other -", "TH 5", "US 6", "unknown -"])
    }

    @Test func `contributions by hand`() throws {
        let mix = try mix()
        // 1,937 ÷ 39,997; rounded down 3.4 −1.1 0.4 0.9 0.3 0.2 0.4 0.0, one tenth more to KR, US and TW.
        #expect(try mix.growth.get() == decimal("4.8"))
        let contributions = Dictionary(uniqueKeysWithValues: mix.shares.map { ($0.market, $0.contribution) })
        #expect(
            contributions == [
                "TW": decimal("3.5"), "KR": decimal("-1"), "HK": decimal("0.4"), "CN": decimal("0.9"),
                "TH": decimal("0.3"), "US": decimal("0.3"), "other": decimal("0.4"), "unknown": 0,
            ])
    }

    @Test(arguments: 1...40)
    func `contributions add up to the growth of all`(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func next(_ limit: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % limit)
        }
        let limit: UInt64 = seed % 2 == 0 ? 40 : 900_000
        let now = Self.markets.map { _ in next(limit) }
        let before = Self.markets.map { _ in next(limit) }
        let digits = seed % 3
        let mix = try #require(
            MarketMix(
                of: try figures(now, "2018"), over: try figures(before, "2017"), fractionDigits: digits))
        let total = try mix.growth.get()
        let contributions = mix.shares.compactMap(\.contribution)
        #expect(contributions.count == Self.markets.count)
        #expect(contributions.reduce(0 as ExactDecimal?) { $0?.adding($1) } == total)
    }

    @Test func `a market that starts from zero has no rate but contributes`() throws {
        var before = Self.year2017
        before[5] = 0
        let mix = try #require(
            MarketMix(of: try figures(Self.year2018, "2018"), over: try figures(before, "2017")))
        let us = try #require(mix.shares.first { $0.market == "US" })
        #expect(us.growth.refusal == .baseZero)
        #expect(us.contribution == decimal("3.2"))
    }

    @Test func `a mix with gaps shows shares and refuses growth`() throws {
        let mix = try #require(
            MarketMix(
                of: try figures(Self.year2018, "2018", reported: 11), over: try figures(Self.year2017, "2017")))
        #expect(!mix.isWhole)
        #expect(mix.shares.first?.percentOfAll == decimal("43.8"))
        #expect(mix.shares.allSatisfy { $0.contribution == nil })
        #expect((try? mix.growth.get()) == nil)
    }
}
