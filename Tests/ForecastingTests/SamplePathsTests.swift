import Testing

@testable import Forecasting

struct SamplePathsTests {
    @Test func `quantiles are those of numpy`() throws {
        let quantiles = try References.read().quantiles
        let sample = SortedSample(quantiles.sample)
        for (share, value) in zip(quantiles.shares, quantiles.values) {
            #expect(abs(sample.quantile(share) - value) < 1e-12)
        }
    }

    @Test func `a seed gives the numbers of the published generator`() throws {
        var generator = SeededGenerator(seed: 42)
        for number in try References.read().randomNumbers { #expect(String(generator.next()) == number) }
    }

    @Test func `a longer horizon begins with the same surprises`() {
        let short = Shocks(count: 100, horizon: 3, seed: 9)
        let long = Shocks(count: 100, horizon: 7, seed: 9)
        #expect(short.values == Array(long.values.prefix(short.values.count)))
        #expect(short.values != Shocks(count: 100, horizon: 3, seed: 10).values)
    }

    @Test func `totals add each path's own steps`() {
        let paths = SamplePaths(count: 2, horizon: 3, values: [1, 10, 2, 20, 3, 30])
        #expect(paths.totals(over: 1..<3) == [5, 50])
        #expect(paths[path: 1, step: 2] == 30)
        #expect(SamplePaths.pooled([paths, paths]).values == [1, 10, 1, 10, 2, 20, 2, 20, 3, 30, 3, 30])
    }

    @Test func `the share at or above a value counts the value itself`() {
        let sample = SortedSample([1, 2, 2, 5])
        #expect(sample.share(atLeast: 2) == 0.75)
        #expect(sample.share(atLeast: 5.1) == 0)
    }
}
