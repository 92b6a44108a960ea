import Languages
import Testing

struct DisplayWidthTests {
    // Widths as UAX #11 gives them: W and F take two columns, H and Na one, marks none.
    @Test(arguments: [
        ("", 0), ("Mine City", 9), ("美祢市", 6), ("秋芳洞・秋吉台", 14), ("ＡＢＣ１２３", 12),
        ("ｱｷﾖｼﾄﾞｳ", 7), ("アキヨシドウ", 12), ("か\u{3099}", 2), ("e\u{301}", 1), ("祢\u{E0100}", 2),
        ("（100人）", 9), ("￥1,200", 7), ("\u{200B}\u{202E}", 0), ("𠮷野家", 6), ("観光客数 12,345", 15),
    ])
    func `a text takes the columns a terminal gives it`(text: String, width: Int) {
        #expect(text.displayWidth == width)
    }

    @Test func `mixed rows padded to one width end in the same column`() {
        let rows = ["秋芳洞", "Cave", "ｱｷﾖｼ", ""].map { $0.padded(toDisplayWidth: 8) + "|" }
        #expect(rows == ["秋芳洞  |", "Cave    |", "ｱｷﾖｼ    |", "        |"])
    }

    @Test func `numbers are padded on the left`() {
        #expect("12人".leftPadded(toDisplayWidth: 6) == "  12人")
    }

    @Test func `a text that is too long is not cut`() {
        #expect("秋吉台".padded(toDisplayWidth: 3) == "秋吉台")
        #expect("秋吉台".leftPadded(toDisplayWidth: -1) == "秋吉台")
    }
}
