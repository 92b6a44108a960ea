import Testing

@testable import Forecasting

struct ReconciliationTests {
    @Test func `shares of a whole number add up to it, the largest rests getting what is left`() {
        // 10 in shares of 1/6, 2/6, 3/6 is 1.67, 3.33, 5.00.
        #expect(WholeShares.parts(of: 10, weights: [1, 2, 3]) == [2, 3, 5])
        // 7 in shares of 1/3: 2.33 each, the one left goes to the first.
        #expect(WholeShares.parts(of: 7, weights: [1, 1, 1]) == [3, 2, 2])
        #expect(WholeShares.parts(of: 5, weights: [0, -1]) == [3, 2])
        #expect(WholeShares.parts(of: -5, weights: [1, 2]) == [0, 0])
        #expect(WholeShares.parts(of: 5, weights: []).isEmpty)
    }

    @Test(arguments: [0, 1, 17, 999_983, 2_410_001])
    func `steps add up to the total and parts to every step, exactly`(total: Int) {
        let steps = [103_000.4, 98_211.7, 0, 311_456.2]
        let parts = [[50_000.3, 1, 0, 3], [20_123.9, 0, 0, 90_000.1], [0.2, 0, 0, 1_234.5]]
        let forecast = ForecastProportions(total: total, steps: steps, parts: parts)
        #expect(forecast.whole.reduce(0, +) == total)
        for step in steps.indices {
            #expect(forecast.counts.reduce(0) { $0 + $1[step] } == forecast.whole[step])
            #expect(abs(forecast.shares.reduce(0) { $0 + $1[step] } - 1) < 1e-12)
            for part in parts.indices {
                // No part is a whole visitor away from its exact share.
                let exact = forecast.shares[part][step] * Double(forecast.whole[step])
                #expect(abs(Double(forecast.counts[part][step]) - exact) < 1)
            }
        }
        #expect(forecast.shares[1][1] == 0)
    }

    @Test func `a step that no part expects anything of is shared out like the others together`() {
        let forecast = ForecastProportions(total: 40, steps: [30, 10], parts: [[9, 0], [3, 0]])
        #expect(forecast.whole == [30, 10])
        #expect(forecast.shares.map { $0[1] } == [0.75, 0.25])
        #expect(forecast.counts.map { $0[1] } == [8, 2])
    }

    @Test func `the gaps of parts add up to the gap of the whole, and a part ahead of its share has one below zero`() {
        // The goal asks 10 % more of all: 330, 110, 55 (300, 100, 50 before).
        let gap = GapDecomposition(goal: 495, known: [200, 90, 10], rest: [100, 40, 20], before: [300, 100, 50])
        #expect(gap.parts.map(\.goal) == [330, 110, 55])
        #expect(gap.parts.map(\.gap) == [30, -20, 25])
        #expect(gap.end == 460)
        #expect(gap.gap == 495 - 460)
    }

    @Test(arguments: [1, 2_500_000, 2_500_001, 999_999_937])
    func `a goal is shared out to the last person`(goal: Int) {
        let gap = GapDecomposition(
            goal: goal, known: [5, 7, 11, 0], rest: [1, 0, 2, 0], before: [612_345, 1, 77_777, 0])
        #expect(gap.parts.reduce(0) { $0 + $1.goal } == goal)
        #expect(gap.gap == goal - 26)
        #expect(gap.parts[3].goal == 0)
    }
}
