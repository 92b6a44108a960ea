import Languages
import Testing
import VisitorModel

@testable import Reporting

struct ScenarioTextTests {
    private let june = BilingualText(ja: "令和元年6月", en: "June 2019")
    private let december = BilingualText(ja: "令和元年12月", en: "December 2019")

    private func text(_ effect: ScenarioText.Effect, first: BilingualText?, last: BilingualText?, unchanged: Int)
        -> ScenarioText
    {
        ScenarioText(
            title: BilingualText(ja: "チャーター便", en: "New charter"), year: BilingualText(ja: "令和元年", en: "2019"),
            goal: 2_500_000, unit: .personSpots,
            without: .init(median: 2_410_000, range: 2_310_000...2_510_000, chance: BilingualText(verbatim: "12 %")),
            with: .init(median: 2_418_400, range: 2_318_400...2_518_400, chance: BilingualText(verbatim: "14 %")),
            changes: [
                .init(
                    part: BilingualText(ja: "台湾", en: "Taiwan"), effect: effect, first: first, last: last,
                    monthsWithoutEffect: unchanged, reason: BilingualText(ja: "週2便", en: "two flights a week"))
            ])
    }

    @Test func `the end and the chance stand with and without, and the difference between them`() {
        let text = text(.add(1200), first: june, last: december, unchanged: 0)
        #expect(
            text.headline.en
                == "If “New charter”: 2019 ends at 2,418,400\u{A0}person-spots (80 %: 2,318,400–2,518,400), chance of 2,500,000\u{A0}person-spots: 14 % (+8,400). Without: 2,410,000\u{A0}person-spots (80 %: 2,310,000–2,510,000), chance of 2,500,000\u{A0}person-spots: 12 %."
        )
        #expect(
            text.headline.ja.contains("確率14 %") && text.headline.ja.contains("仮定なし")
                && text.headline.ja.contains("+8,400"))
    }

    @Test func `the assumption is printed with its months and its reason`() {
        let text = text(.add(1200), first: june, last: december, unchanged: 0)
        #expect(
            text.details[0].en == "Assumed: Taiwan +1,200 a month, June 2019 to December 2019 (two flights a week).")
        #expect(text.details[0].ja == "仮定: 台湾 毎月+1,200、令和元年6月〜令和元年12月（週2便）。")
    }

    @Test func `months that are counted already are said to be unchanged`() {
        #expect(text(.closed, first: june, last: june, unchanged: 2).details[0].en.contains("closed, June 2019 (two"))
        #expect(
            text(.closed, first: june, last: june, unchanged: 2).details[0].en.contains("2 months are counted already"))
        #expect(text(.closed, first: nil, last: nil, unchanged: 1).details[0].en.contains("no month it could change"))
        #expect(text(.closed, first: nil, last: nil, unchanged: 1).details[0].ja.contains("1か月には影響しません"))
    }

    @Test func `a gap's sentence names the parts that lack most, and the others add up to the rest`() {
        let parts = [("Cave", 70), ("Park", 20), ("Inn", 10), ("Temple", 1), ("Plateau", -31)].map {
            GapText.Part(name: BilingualText(verbatim: $0.0), gap: $0.1)
        }
        let gap = GapText(.places, parts: parts, unit: .personSpots).sentence
        #expect(gap.en.hasPrefix("The middle of the outlook lacks 70\u{A0}person-spots of the goal; by place: "))
        for item in ["Cave +70", "Park +20", "Inn +10", "2 others −30"] { #expect(gap.en.contains(item), "\(gap.en)") }
        let ahead = GapText(.markets, parts: [.init(name: BilingualText(verbatim: "TW"), gap: -5)], unit: .personSpots)
        #expect(ahead.sentence.en.contains("5\u{A0}person-spots above the goal"))
        #expect(ahead.sentence.ja.contains("上回ります"))
    }
}
