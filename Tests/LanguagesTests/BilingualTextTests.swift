import Languages
import Testing

struct BilingualTextTests {
    private let cave = BilingualText(ja: "秋芳洞", en: "Akiyoshi-do")
    private let plateau = BilingualText(ja: "秋吉台", en: "Akiyoshidai")

    @Test func `a text answers in the language asked for`() {
        #expect(cave(.japanese) == "秋芳洞")
        #expect(cave(.english) == "Akiyoshi-do")
    }

    @Test func `a list uses the separator of each language`() {
        #expect(BilingualText.list([cave, plateau]) == BilingualText(ja: "秋芳洞、秋吉台", en: "Akiyoshi-do, Akiyoshidai"))
        #expect(BilingualText.list([cave]) == cave)
        #expect(BilingualText.list([]) == BilingualText(verbatim: ""))
    }

    @Test func `an identifier is the same in both languages`() {
        #expect(BilingualText(verbatim: "mine-city") == BilingualText(ja: "mine-city", en: "mine-city"))
    }
}
