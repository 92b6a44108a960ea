import Languages
import Testing
import VisitorModel

@testable import Reporting

/// What forecasts published before were worth, said in both languages beside the next one.
struct ForecastRecordTextTests {
    private func facts(
        forecasts: Int = 3, months: Int = 14, error: Double? = 0.9, preliminary: Int = 0, years: Int = 0
    ) -> ForecastRecordText.Facts {
        ForecastRecordText.Facts(
            forecasts: forecasts, since: Month(year: 2018, number: 3), months: months, in80: min(months, 12),
            in95: months, meanScaledError: error, preliminary: preliminary, years: years, yearsIn80: years,
            brier: years > 0 ? 0.04 : nil)
    }

    @Test func `months, ranges and error stand in one sentence`() throws {
        let text = try #require(ForecastRecordText(facts()).sentence)
        #expect(
            text.en
                == "The record of published forecasts: of 14 monthly counts foretold since March 2018 (3 forecasts), 12 lay inside the 80 % range and 14 inside the 95 % range; mean error 0.9 times a naive forecast's."
        )
        #expect(text.ja.contains("のべ14か月のうち12か月が80 %の範囲") && text.ja.contains("0.9倍"))
    }

    @Test func `that counts may still move, and how chances came out, is said`() throws {
        let text = try #require(ForecastRecordText(facts(preliminary: 2, years: 1)).sentence)
        #expect(text.en.contains("2 of them are scored against counts that are not final and may move."))
        #expect(
            text.en.contains(
                "Of 1 forecast of years now over, 1 held the total in the 80 % range; Brier score of the chances 0.04"))
        #expect(text.ja.contains("速報などの未確定値") && text.ja.contains("Brierスコアは0.04"))
    }

    @Test func `before any month has come nothing is claimed, and without forecasts nothing is said`() throws {
        let text = try #require(ForecastRecordText(facts(forecasts: 1, months: 0, error: nil)).sentence)
        #expect(text.en == "1 forecast published so far, from March 2018 on; no month foretold is counted yet.")
        let none = ForecastRecordText.Facts(
            forecasts: 0, since: nil, months: 0, in80: 0, in95: 0, meanScaledError: nil, preliminary: 0, years: 0,
            yearsIn80: 0, brier: nil)
        #expect(ForecastRecordText(none).sentence == nil)
    }
}
