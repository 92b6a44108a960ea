import Diagnostics
import Testing

struct ClosestNameTests {
    private let places = ["秋芳洞", "秋吉台", "大正洞", "景清洞", "秋吉台科学博物館", "Akiyoshi-do"]

    @Test func `one wrong character finds the name`() {
        #expect(closestNames(to: "秋吉大", among: places) == ["秋吉台"])
        #expect(closestNames(to: "visitor", among: ["visitors", "phone-visitors", "spots"]).first == "visitors")
    }

    @Test func `two neighbours swapped are one mistake`() {
        #expect(closestNames(to: "twon", among: ["town", "tower"]) == ["town"])
        #expect(closestNames(to: "芳秋洞", among: places) == ["秋芳洞"])
    }

    @Test func `case does not count`() {
        #expect(closestNames(to: "AKIYOSHI-DO", among: places) == ["Akiyoshi-do"])
    }

    @Test func `a name that holds the text is near, after closer ones`() {
        #expect(closestNames(to: "秋吉台", among: places) == ["秋吉台", "秋吉台科学博物館"])
    }

    @Test(arguments: ["東京タワー", "x", "人", ""])
    func `nothing is suggested for a word with nothing in common`(text: String) {
        #expect(closestNames(to: text, among: places + ["1", "千", "万", ""]).isEmpty)
    }

    @Test func `at most the names asked for are returned, ties by name, doubles once`() {
        let names = ["month4", "month3", "month2", "month1", "month1"]
        #expect(closestNames(to: "month", among: names) == ["month1", "month2", "month3"])
        #expect(closestNames(to: "month", among: names, count: 1) == ["month1"])
    }

    @Test(.timeLimit(.minutes(1)))
    func `a hostile text of megabytes is answered at once`() {
        let hostile = String(repeating: "あ", count: 4_000_000)
        let names = (0..<500).map { "place-\($0)" }
        #expect(closestNames(to: hostile, among: names).isEmpty)
        #expect(closestNames(to: "e" + String(repeating: "\u{301}", count: 1_000_000), among: names).isEmpty)
        #expect(closestNames(to: "place-7", among: [hostile, "place-8"]) == ["place-8"])
    }
}
