import Testing

@testable import SpreadsheetWriting

struct SheetNamesTests {
    @Test(
        arguments: [
            ("Progress", "Progress"), ("2018/19 [draft]", "2018 19 draft"), ("'quoted'", "’quoted’"), ("", "-"),
            ("***", "-"), ("History", "History (2)"), ("../../x", ".. .. x"), ("\u{202E}gnp\u{200F}", "gnp"),
        ])
    func `what a tab cannot hold is taken out`(_ words: String, _ expected: String) {
        var names = SheetNames()
        #expect(names.claim(words).text == expected)
    }

    @Test func `long names are cut at 31 letters and stay different`() {
        var names = SheetNames()
        let long = String(repeating: "長", count: 10_000)
        let claimed = (0..<12).map { _ in names.claim(long).text }
        #expect(Set(claimed).count == 12)
        #expect(claimed.allSatisfy { $0.utf16.count <= 31 })
        #expect(claimed[0] == String(repeating: "長", count: 30) + "…")
        #expect(claimed[11].hasSuffix("… (12)"))
    }

    @Test func `names that differ in case alone are told apart`() {
        var names = SheetNames()
        #expect(["Data", "DATA", "data"].map { names.claim($0).text } == ["Data", "DATA (2)", "data (3)"])
    }

    @Test func `a letter of four bytes is never cut in two`() {
        var names = SheetNames()
        let name = names.claim(String(repeating: "𠮷", count: 40)).text
        #expect(name == String(repeating: "𠮷", count: 15) + "…")
    }
}
