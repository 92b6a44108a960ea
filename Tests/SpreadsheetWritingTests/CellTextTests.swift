import Testing

@testable import SpreadsheetWriting

struct CellTextTests {
    @Test func `what XML cannot hold and what turns text around is left out`() {
        #expect(CellText.cleaned("a\u{0}b\u{1B}[2J\u{202E}c\u{FFFE}d\ne") == "ab[2Jcd\ne")
    }

    @Test func `a text longer than a cell is cut at 32,767 letters`() {
        let text = CellText.cleaned(String(repeating: "𠮷", count: 40_000))
        #expect(text.utf16.count <= 32_767)
        #expect(text.hasSuffix("𠮷…"))
    }

    @Test(
        arguments: [
            ("_x0041_", "_x005F_x0041_"), ("__x0041_", "__x005F_x0041_"), ("_x41_", "_x41_"), ("_xGGGG_", "_xGGGG_"),
            ("_x0041", "_x0041"),
        ])
    func `a text that looks like a code is kept a text`(_ raw: String, _ expected: String) {
        #expect(CellText.cleaned(raw) == expected)
    }
}
