import Languages
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
        // Of 24 people four said how many places: they alone give the share and the mean.
        #expect(sample.respondents == 4)
        #expect(sample.spendRespondents == 3)
        #expect(sample.meanPlaces == 2)
        #expect(sample.placesDeviation == decimal("0.816"))
        #expect(sample.unitSpend == 2_667)
        #expect(sample.spendDeviation == 1_528)
    }

    private let sameDay = SurveySegment(.inPrefecture, .sameDay)
    private let overnight = SurveySegment(.outOfPrefecture, .overnight)

    private func people(_ segment: SurveySegment, quarter: Int = 1, _ places: [Int?]) throws -> [SurveyResponse] {
        let quarter = try #require(Quarter(year: 2018, number: quarter))
        return places.map { SurveyResponse(quarter: quarter, segment: segment, places: $0) }
    }

    @Test func `shares and mean places come from the same people`() throws {
        // Same-day: 6 asked, of whom 3 said 1, 2 and 3 places, 2 on the mean. Overnight: 3 asked, all said 4.
        let summary = SurveySummary(
            of: try people(sameDay, [1, 2, 3, nil, nil, nil]) + people(overnight, [4, 4, 4]))
        let wave = try #require(summary.waves.first)
        #expect(wave.samples.map(\.respondents) == [3, 3])
        let estimate = try #require(CommonStandardEstimate(gross: 1_200, wave: wave))
        // Halves of 1,200: 600 ÷ 2 + 600 ÷ 4. With everybody asked in the shares it would be 800 ÷ 2 + 400 ÷ 4 = 500.
        #expect(estimate.parts.map(\.gross) == [600, 600])
        #expect(estimate.trips == 450)
        #expect(summary.placesAnswers.map(\.asked) == [6, 3])
        #expect(summary.placesAnswers.map(\.answered) == [3, 3])
        #expect(summary.refusals.isEmpty)
    }

    @Test func `a segment in which nobody said how many places leaves its quarter without an estimate, by name`() throws {
        let summary = SurveySummary(
            of: try people(sameDay, [1, 2]) + people(overnight, [nil, nil, nil]) + people(sameDay, quarter: 2, [2]))
        #expect(summary.waves.map(\.quarter.number) == [2])
        let refusal = try #require(summary.refusals.first)
        #expect(summary.refusals.count == 1)
        #expect(refusal.quarter.number == 1)
        #expect(
            refusal.text.en
                == "2018 Q1: nobody said how many places they visit among out of prefecture, overnight, sightseeing "
                + "(3 asked), so nothing is estimated.")
        #expect(refusal.text.ja.contains("県外・宿泊・観光（3人）"))
        #expect(summary.placesAnswers.map(\.answered) == [2, 0, 1])
    }

    @Test func `an answer of no place at all is no answer that can be, and its quarter says so`() throws {
        let summary = SurveySummary(of: try people(sameDay, [0, 1]))
        #expect(summary.waves.isEmpty)
        #expect(summary.refusals.first?.text.en.hasSuffix("has a mean of fewer than one place.") == true)
    }

    @Test func `the error of spend is that of the people who said what they spend`() throws {
        // Everybody in one segment, two places each: no error but that of spend. 1,000 ÷ 2 trips, spends 100 and 300:
        // deviation 141 (whole yen), so 500 · 141 ÷ √2 = 49,851; with all eight who said their places it were 24,925.
        var responses = try people(sameDay, [2, 2, 2, 2, 2, 2, 2, 2])
        responses[0].spend = 100
        responses[1].spend = 300
        let wave = try #require(SurveySummary(of: responses).waves.first)
        let estimate = try #require(CommonStandardEstimate(gross: 1_000, wave: wave))
        #expect(estimate.spend == 100_000)
        #expect(estimate.spendError?.standardError == 49_851)
        #expect(estimate.tripsError.standardError == 0)
    }

    @Test func `nobody asked gives no score`() {
        let summary = SurveySummary(of: [])
        #expect(summary.waves.isEmpty)
        #expect(summary.refusals.isEmpty)
        #expect(summary.satisfied == nil)
        #expect(summary.netPromoterScore == nil)
    }
}
