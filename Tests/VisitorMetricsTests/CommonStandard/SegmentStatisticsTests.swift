import Testing
import VisitorMetrics
import VisitorModel

struct SegmentStatisticsTests {
    private func people(_ segment: SurveySegment, _ places: [Int], spend: [Int?] = []) throws -> [SurveyResponse] {
        let quarter = try #require(Quarter(year: 2018, number: 2))
        return places.enumerated().map { index, count in
            SurveyResponse(
                quarter: quarter, segment: segment, places: count,
                spend: spend.indices.contains(index) ? spend[index] : nil)
        }
    }

    @Test func `shares, mean places and spend come with how many answered and their error`() throws {
        let responses =
            try people(
                SurveySegment(.outOfPrefecture, .overnight), [2, 3, 3, 4, 3], spend: [10_000, 20_000, nil, 30_000])
            + people(SurveySegment(.inPrefecture, .sameDay), Array(repeating: 1, count: 15))
        let wave = try #require(SurveySummary(of: responses).waves.first)
        let lines = SegmentStatistics.all(of: wave)
        let far = try #require(lines.first { $0.segment.origin == .outOfPrefecture })
        // By hand: 5 of 20; ± 1.959964 · √(0.25 · 0.75 ÷ 20); mean 3, s = 0.70711, ± 1.959964 · s ÷ √5.
        #expect(far.share?.value == 25)
        #expect(far.share?.halfWidth95 == decimal("19"))
        #expect(far.share?.respondents == 20)
        #expect(far.meanPlaces?.value == 3)
        #expect(far.meanPlaces?.halfWidth95 == decimal("0.62"))
        #expect(far.meanPlaces?.respondents == 5)
        // Three said what they spend: mean 20,000, s = 10,000, ± 11,316.
        #expect(far.unitSpend?.value == 20_000)
        #expect(far.unitSpend?.halfWidth95 == 11_316)
        #expect(far.unitSpend?.respondents == 3)
        let near = try #require(lines.first { $0.segment.origin == .inPrefecture })
        #expect(near.meanPlaces?.halfWidth95 == 0)
        #expect(near.unitSpend == nil)
    }

    @Test func `the error of a single answer is not known, and that is no zero`() throws {
        let responses =
            try people(SurveySegment(.inbound, .overnight), [4])
            + people(SurveySegment(.inPrefecture, .sameDay), [1, 2])
        let wave = try #require(SurveySummary(of: responses).waves.first)
        let one = try #require(SegmentStatistics.all(of: wave).first { $0.segment.origin == .inbound })
        #expect(one.meanPlaces?.value == 4)
        #expect(one.meanPlaces?.halfWidth95 == nil)
    }
}
