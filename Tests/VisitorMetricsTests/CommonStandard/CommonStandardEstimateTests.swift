import Languages
import Testing
import VisitorMetrics
import VisitorModel

struct CommonStandardEstimateTests {
    /// The worked case: gross 100,000; shares 0.40, 0.30, 0.25, 0.05; 1.5, 1.7, 3.1 and 4.6 places.
    static func workedWave(_ number: Int = 1) throws -> SurveyWave {
        let quarter = try #require(Quarter(year: 2018, number: number))
        return try SurveyWave(
            quarter,
            [
                SegmentSample(
                    SurveySegment(.inPrefecture, .sameDay), respondents: 400, meanPlaces: decimal("1.5"),
                    placesDeviation: decimal("0.8"), unitSpend: 4_000, spendDeviation: 3_000),
                SegmentSample(
                    SurveySegment(.outOfPrefecture, .sameDay), respondents: 300, meanPlaces: decimal("1.7"),
                    placesDeviation: decimal("0.9"), unitSpend: 6_000, spendDeviation: 4_000),
                SegmentSample(
                    SurveySegment(.outOfPrefecture, .overnight), respondents: 250, meanPlaces: decimal("3.1"),
                    placesDeviation: decimal("1.6"), unitSpend: 25_000, spendDeviation: 15_000),
                SegmentSample(
                    SurveySegment(.inbound, .overnight), respondents: 50, meanPlaces: decimal("4.6"),
                    placesDeviation: decimal("2.4"), unitSpend: 30_000, spendDeviation: 20_000),
            ])
    }

    @Test func `trips are estimated by segment and add up to the whole`() throws {
        let estimate = try #require(CommonStandardEstimate(gross: 100_000, wave: Self.workedWave()))
        #expect(estimate.trips == 53_465)
        // 26,666.67 + 17,647.06 + 8,064.52 + 1,086.96: the two largest remainders are rounded up, so that the parts add up.
        #expect(estimate.parts.map(\.trips) == [26_667, 17_647, 8_064, 1_087])
        #expect(estimate.parts.map(\.trips).reduce(0, +) == estimate.trips)
        #expect(estimate.parts.map(\.gross) == [40_000, 30_000, 25_000, 5_000])
        #expect(estimate.parts.map(\.share) == [decimal("0.4"), decimal("0.3"), decimal("0.25"), decimal("0.05")])
    }

    @Test func `one mean for everybody would be too low and the software says why it is not used`() throws {
        let estimate = try #require(CommonStandardEstimate(gross: 100_000, wave: Self.workedWave()))
        let pooled = try #require(PooledComparison(estimate))
        #expect(pooled.pooled == 47_281)
        #expect(pooled.arithmeticMean == decimal("2.115"))
        #expect(pooled.harmonicMean == decimal("1.87"))
        #expect(pooled.difference == decimal("-11.6"))
        #expect(pooled.explanation.en.contains("53,465 person-trips"))
        #expect(pooled.explanation.en.contains("47,281, 11.6 % too low"))
        #expect(pooled.explanation.ja.contains("調和平均の1.87"))
    }

    @Test func `spend is trips times unit spend, by segment`() throws {
        let estimate = try #require(CommonStandardEstimate(gross: 100_000, wave: Self.workedWave()))
        // 100,000 · (0.4·4000/1.5 + 0.3·6000/1.7 + 0.25·25000/3.1 + 0.05·30000/4.6) = 446,770,618.49
        let spend = try #require(estimate.spend?.approximate)
        #expect(abs(spend - 446_770_618.49) < 5)
    }

    @Test func `the sampling error is that of an independent simulation`() throws {
        let estimate = try #require(CommonStandardEstimate(gross: 100_000, wave: Self.workedWave()))
        // The same formula in Python gives 1,055.1985 and 14,775,934; 100,000 simulated surveys scatter by 1,056 and
        // 14.83 million.
        #expect(estimate.tripsError.standardError == 1_055)
        #expect(estimate.tripsError.halfWidth95 == 2_068)
        #expect(estimate.spendError?.standardError == 14_775_934)
        #expect(estimate.tripsError.segmentsWithoutDeviation.isEmpty)
        let clustered = try #require(
            CommonStandardEstimate(gross: 100_000, wave: Self.workedWave(), designEffect: 4))
        #expect(clustered.tripsError.standardError == 2_110)
    }

    @Test func `a year is the sum of its quarters and errors add up in squares`() throws {
        let quarters = try (1...4).map { number in
            try #require(CommonStandardEstimate(gross: 100_000, wave: Self.workedWave(number)))
        }
        let year = try #require(AnnualEstimate(quarters))
        #expect(year.trips == 4 * 53_465)
        #expect(year.tripsError.standardError == 2_110)
        #expect(year.spendPerTrip == 8_356)
        #expect(AnnualEstimate(quarters + [quarters[0]]) == nil)
        #expect(AnnualEstimate([]) == nil)
    }

    @Test func `Tokyo's spend of 2023 over its trips is the published unit spend`() {
        let spend = decimal("7243453000000")
        #expect(UnitSpend.perTrip(spend: spend, trips: 494_102_000) == 14_660)
        #expect(UnitSpend.perTrip(spend: spend, trips: 0) == nil)
    }

    @Test func `residents are counted at the spot but make no trips`() throws {
        let quarter = try #require(Quarter(year: 2018, number: 2))
        let wave = try SurveyWave(
            quarter,
            [
                SegmentSample(SurveySegment(.resident, .sameDay), respondents: 25, meanPlaces: 1),
                SegmentSample(SurveySegment(.outOfPrefecture, .sameDay), respondents: 75, meanPlaces: 2),
            ])
        let estimate = try #require(CommonStandardEstimate(gross: 1_001, wave: wave))
        #expect(estimate.residents + estimate.nonResidents == 1_001)
        #expect(estimate.nonResidents == 751)
        #expect(estimate.trips == 375)
        #expect(estimate.spend == nil)
        #expect(estimate.tripsError.segmentsWithoutDeviation == [SurveySegment(.outOfPrefecture, .sameDay)])
    }

    @Test func `small samples are named`() throws {
        let wave = try SurveyWave(
            try #require(Quarter(year: 2018, number: 3)),
            [
                SegmentSample(SurveySegment(.inPrefecture, .sameDay), respondents: 60, meanPlaces: 2),
                SegmentSample(SurveySegment(.inbound, .overnight), respondents: 4, meanPlaces: 3),
            ])
        let warnings = SampleSizeRule().warnings(about: wave).map(\.en)
        #expect(
            warnings == [
                "2018-Q3: 64 people were asked, fewer than 100.",
                "2018-Q3, inbound, overnight, sightseeing: a small sample of 4.",
            ])
        #expect(SampleSizeRule(leastInSegment: 3, leastInQuarter: 50).warnings(about: wave).isEmpty)
    }

    @Test func `a survey that cannot be is refused`() throws {
        let quarter = try #require(Quarter(year: 2018, number: 1))
        let segment = SurveySegment(.inbound, .overnight)
        let half = SegmentSample(segment, respondents: 5, meanPlaces: decimal("0.5"))
        #expect(throws: SurveyWave.Fault.fewerThanOnePlace(segment, quarter)) { try SurveyWave(quarter, [half]) }
        let one = SegmentSample(segment, respondents: 5, meanPlaces: 1)
        #expect(throws: SurveyWave.Fault.repeated(segment, quarter)) { try SurveyWave(quarter, [one, one]) }
        #expect(throws: SurveyWave.Fault.nobodyAsked(quarter)) { try SurveyWave(quarter, []) }
    }

    @Test func `the standard has twelve segments`() {
        #expect(Set(SurveySegment.standard).count == 12)
        #expect(SurveySegment.standard.allSatisfy { $0.isVisitor })
    }
}
