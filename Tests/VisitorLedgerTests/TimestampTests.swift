import Testing
import VisitorLedger

struct TimestampTests {
    // Seconds from `date -u -d … +%s`.
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2019-04-01T09:30:00Z", 1_554_111_000), ("2000-02-29T23:59:59Z", 951_868_799),
        ("1969-12-31T23:59:59Z", -1), ("2100-03-01T00:00:00Z", 4_107_542_400),
        ("0001-01-01T00:00:00Z", -62_135_596_800),
        ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
    func `text and seconds agree with the calendar`(text: String, seconds: Int) {
        #expect(Timestamp(text)?.secondsSinceEpoch == seconds)
        #expect(Timestamp(secondsSinceEpoch: seconds).description == text)
    }

    @Test func `a day means its last second, in UTC or in Japan`() {
        #expect(Timestamp("2019-03-31")?.description == "2019-03-31T23:59:59Z")
        let inJapan = Timestamp("2019-03-31", minutesAheadOfUTC: Timestamp.minutesOfJapan)
        #expect(inJapan?.description == "2019-03-31T14:59:59Z")
    }

    @Test func `an offset is taken off`() {
        #expect(Timestamp("2019-04-01T08:00:00+09:00")?.description == "2019-03-31T23:00:00Z")
        #expect(Timestamp("2019-03-31T20:00:00-04:30")?.description == "2019-04-01T00:30:00Z")
    }

    @Test(arguments: [
        "", "2019", "2019-02-29", "2019-13-01", "0000-01-01", "2019-04-01T24:00:00Z", "2019-04-01T08:00:00",
        "2019-04-01 08:00:00Z", "2019-04-01T08:00:60Z", "+019-04-01", "2019-04-01T08:00:00+0900", "2019-04-01x",
    ])
    func `anything else is refused`(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func `moments sort as their texts do`() {
        let texts = ["2018-12-31T23:59:59Z", "2019-01-01T00:00:00Z", "2019-01-01T00:00:01Z"]
        #expect(texts.compactMap { Timestamp($0) }.sorted().map(\.description) == texts)
    }
}
