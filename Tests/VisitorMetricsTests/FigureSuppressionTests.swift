import Languages
import Testing
import VisitorMetrics
import VisitorModel

struct FigureSuppressionTests {
    private let rule = PrivacyRule(threshold: 3, measures: ["visitors"], splits: [.market])

    /// Three markets over two months of one year.
    private func figures(_ table: [[Int]], rule: PrivacyRule? = nil) throws -> [Figure] {
        let definition = try definition(["mine-city"], markets: ["TW", "KR", "US"])
        return zip(["2018-01", "2018-02"], table).flatMap { id, row in
            zip(["TW", "KR", "US"], row).map { figure($1, id, of: definition, reported: 1, expected: 1, market: $0) }
        }
    }

    @Test func `one or two guests of a market are kept back, with what would give them away`() throws {
        let figures = try figures([[120, 40, 1], [100, 30, 25]])
        let suppression = FigureSuppression(figures, rule: rule)
        let published = suppression.applied(to: figures)
        #expect(published[2].value == nil)
        #expect(published[2].status == .suppressed)
        #expect(published[2].notices.last?.en.contains("fewer than 3") == true)
        // The row's and the column's totals are known, so each needs a second number that is hidden.
        let hidden = published.indices.filter { published[$0].value == nil }
        #expect(hidden.count == 4)
        for row in [0..<3, 3..<6] { #expect(hidden.count(where: row.contains) != 1) }
        for column in 0..<3 { #expect(hidden.count { $0 % 3 == column } != 1) }
        #expect(published.filter { $0.value == nil }.allSatisfy { $0.wholeValue == nil && $0.range == nil })
    }

    @Test func `a zero and a count at the threshold are published`() throws {
        let figures = try figures([[120, 0, 3], [100, 30, 25]])
        #expect(FigureSuppression(figures, rule: rule).count == 0)
    }

    @Test func `other measures and other splits are left alone`() throws {
        let figures = try figures([[120, 40, 1], [100, 30, 25]])
        #expect(FigureSuppression(figures, rule: PrivacyRule(measures: ["spend"])).count == 0)
        #expect(FigureSuppression(figures, rule: PrivacyRule(measures: ["visitors"], splits: [.place])).count == 0)
    }

    @Test func `a kept back count gives neither its growth nor its base away`() throws {
        let definition = try definition(["mine-city"], markets: ["TW", "KR", "US"])
        func year(_ id: String, _ counts: [Int]) -> [Figure] {
            zip(["TW", "KR", "US"], counts).map { figure($1, id, of: definition, market: $0) }
        }
        let (before, now) = (year("2017", [100, 2, 50]), year("2018", [120, 40, 60]))
        let mix = try #require(MarketMix(of: now, over: before))
        #expect(mix.shares.first { $0.market == "KR" }?.growth.percent == 1_900)
        let hidden = mix.hiding(FigureSuppression(before + now, rule: rule))
        let korea = try #require(hidden.shares.first { $0.market == "KR" })
        #expect(korea.figure.value == 40)
        #expect(korea.growth.percent == nil)
        #expect(korea.growth.refusal == .suppressed)
        #expect(korea.growth.base?.value == nil)
        #expect(korea.contribution == nil)
        #expect(hidden.total == 220)
    }
}
