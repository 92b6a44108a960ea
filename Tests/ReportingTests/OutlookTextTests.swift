import Languages
import Testing
import VisitorModel

@testable import Reporting

struct OutlookTextTests {
    private func facts(_ change: (inout OutlookText.Facts) -> Void = { _ in }) -> OutlookText.Facts {
        var facts = OutlookText.Facts(
            year: BilingualText(ja: "令和元年", en: "2019"), goal: 2_500_000, unit: .personSpots, median: 2_410_000,
            low: 2_310_000, high: 2_510_000, chance: BilingualText(verbatim: "12 %"),
            neededGrowth: ExactDecimal("14.2"), lastMonth: BilingualText(ja: "平成31年3月", en: "March 2019"),
            outOfReachFrom: nil, isOutOfReachAtOnce: false, required: [], checked: 4, held: 3, filledMonths: [])
        change(&facts)
        return facts
    }

    @Test func `the headline says the end, its range, the chance and what is needed`() {
        let text = OutlookText(facts())
        #expect(
            text.headline.en
                == "At this pace 2019 ends at 2,410\u{A0}thousand\u{A0}person-spots (80\u{A0}%: 2,310\u{A0}thousand–2,510\u{A0}thousand); chance of 2,500,000\u{A0}person-spots: 12 %. Needed from now: +14.2\u{A0}% on the same months of last year."
        )
        #expect(text.headline.ja.contains("241.0万人地点（80\u{A0}%の範囲: 231.0万〜251.0万）"))
        #expect(text.headline.ja.contains("届く確率は12 %"))
        #expect(text.headline.ja.contains("+14.2"))
    }

    @Test func `growth that cannot be said is left out, not made up`() {
        let text = OutlookText(facts { $0.neededGrowth = nil })
        #expect(!text.headline.en.contains("Needed"))
        #expect(!text.headline.ja.contains("必要な伸び"))
    }

    @Test func `a short record is said to be one, and filled months are named`() {
        let text = OutlookText(
            facts {
                $0.checked = 0
                $0.filledMonths = [BilingualText(ja: "平成30年9月", en: "September 2018")]
            })
        #expect(text.details.contains { $0.en.contains("Too short to check") && $0.ja.contains("短すぎ") })
        #expect(text.details.contains { $0.en.contains("September 2018") && $0.ja.contains("平成30年9月") })
    }

    @Test func `a goal out of reach is said to be so, at once or from a month on`() {
        let july = BilingualText(ja: "令和元年7月", en: "July 2019")
        let later = OutlookText(facts { $0.outOfReachFrom = july })
        #expect(later.details.contains { $0.en.contains("from July 2019 on") })
        let now = OutlookText(
            facts {
                $0.outOfReachFrom = july
                $0.isOutOfReachAtOnce = true
            })
        #expect(now.details.contains { $0.en.contains("any more") && $0.ja.contains("もう届きません") })
    }

    @Test func `what the models did not learn from is said`() {
        let text = OutlookText(
            facts {
                $0.eventMonths = [BilingualText(ja: "平成28年10月", en: "October 2016")]
                $0.learntSince = BilingualText(ja: "平成27年4月", en: "April 2015")
            })
        #expect(text.details.contains { $0.en.hasPrefix("October 2016: declared events") && $0.ja.contains("平成28年10月") })
        #expect(text.details.contains { $0.en.contains("learn from April 2015 on") && $0.ja.contains("平成27年4月から") })
        #expect(!OutlookText(facts()).details.contains { $0.en.contains("declared") })
    }
}
