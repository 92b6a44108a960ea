import Testing

@testable import Forecasting

struct SeasonalTrendDecompositionTests {
    @Test func `season and trend are those of an independent implementation`() throws {
        let references = try References.read()
        let parts = SeasonalTrendDecomposition(references.series, seasonLength: 12, seasonWindow: 17)
        for index in references.series.indices {
            #expect(abs(parts.season[index] - references.decomposition.season[index]) < 1e-6)
            #expect(abs(parts.trend[index] - references.decomposition.trend[index]) < 1e-6)
        }
    }

    @Test func `a gap is bridged with the season of its month, not with a flat line`() {
        let whole = (0..<60).map { 100 + Double($0) + ($0 % 12 == 7 ? 50 : 0) }
        var holed = whole
        holed[31] = .nan  // a month 7
        holed[34] = .nan
        let filled = FilledGaps.filled(holed, seasonLength: 12)
        #expect(abs(filled[31] - whole[31]) < 8)
        #expect(abs(filled[34] - whole[34]) < 8)
        #expect(filled[30] == whole[30])
    }

    @Test func `white noise has no season, and a sine has one`() {
        var generator = SeededGenerator(seed: 3)
        let noise = (0..<120).map { _ in generator.nextUniform() }
        #expect(!SeasonalTest.isSeasonal(noise, seasonLength: 12))
        #expect(SeasonalTest.isSeasonal(madeUpSeries(120), seasonLength: 12))
    }
}
