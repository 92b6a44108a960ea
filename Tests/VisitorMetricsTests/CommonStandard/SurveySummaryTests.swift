import Testing
import VisitorMetrics
import VisitorModel

struct SurveySummaryTests {
    @Test func `scores carry how many answered and their error`() throws {
        let quarter = try #require(Quarter(year: 2022, number: 2))
        let segment = SurveySegment(.outOfPrefecture, .overnight)
        func all<Answer>(_ answers: [Answer], _ set: WritableKeyPath<SurveyResponse, Answer?>) -> [SurveyResponse] {
            answers.map { answer in
                var response = SurveyResponse(quarter: quarter, segment: segment)
                response[keyPath: set] = answer
                return response
            }
        }
        let responses =
            all([9, 10, 10, 8, 7, 6, 3, 9, 10, 5], \.recommendation) + all([5, 4, 3, 5, 2], \.satisfaction)
            + all([1, 2, 2, 3], \.places) + all([1_000, 3_000, 4_000], \.spend)
            + all([true, false], \.isRepeat)
        let summary = SurveySummary(of: responses)
        // Python: 100·(P − D) = 20.0 ± 54.0; 60.0 ± 42.9; 40.0 ± 42.9.
        #expect(summary.netPromoterScore?.value == 20)
        #expect(summary.netPromoterScore?.halfWidth95 == decimal("54"))
        #expect(summary.netPromoterScore?.respondents == 10)
        #expect(summary.satisfied?.value == 60)
        #expect(summary.satisfied?.halfWidth95 == decimal("42.9"))
        #expect(summary.verySatisfied?.value == 40)
        #expect(summary.repeaters?.value == 50)
        // Python statistics: mean 2, stdev 0.8165; mean 2,666.67, stdev 1,527.53. Unanswered questions are no zeros.
        let sample = try #require(summary.waves.first?.samples.first)
        #expect(sample.respondents == 24)
        #expect(sample.meanPlaces == 2)
        #expect(sample.placesDeviation == decimal("0.816"))
        #expect(sample.unitSpend == 2_667)
        #expect(sample.spendDeviation == 1_528)
    }

    @Test func `nobody asked gives no score`() {
        let summary = SurveySummary(of: [])
        #expect(summary.waves.isEmpty)
        #expect(summary.satisfied == nil)
        #expect(summary.netPromoterScore == nil)
    }
}
