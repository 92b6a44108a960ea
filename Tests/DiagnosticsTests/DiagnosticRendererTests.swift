import Diagnostics
import Languages
import Testing

struct DiagnosticRendererTests {
    private let diagnostic = Diagnostic(
        code: "number.unreadable", position: SourcePosition(file: "counts.csv", row: 12, column: 3), value: "12O",
        message: BilingualText(ja: "数として読めません。", en: "This is not a number."),
        remedy: BilingualText(ja: "セルを直してください。", en: "Correct the cell."))

    @Test func `a diagnostic in Japanese`() {
        #expect(
            DiagnosticRenderer(language: .japanese).render(diagnostic) == """
                counts.csv:C12: エラー: 数として読めません。
                    値: "12O"
                    対処: セルを直してください。
                    [number.unreadable]
                """)
    }

    @Test func `a diagnostic in English`() {
        #expect(
            DiagnosticRenderer(language: .english).render(diagnostic) == """
                counts.csv:C12: error: This is not a number.
                    value: "12O"
                    what to do: Correct the cell.
                    [number.unreadable]
                """)
    }

    @Test(arguments: [
        (Diagnostic.Severity.notice, "お知らせ", "notice"), (.warning, "注意", "warning"), (.error, "エラー", "error"),
    ])
    func `only what is known is written`(severity: Diagnostic.Severity, ja: String, en: String) {
        let bare = Diagnostic(code: "a.b", severity: severity, message: BilingualText(ja: "文。", en: "Text."))
        #expect(DiagnosticRenderer(language: .japanese).render(bare) == "\(ja): 文。\n    [a.b]")
        #expect(DiagnosticRenderer(language: .english).render(bare) == "\(en): Text.\n    [a.b]")
    }

    @Test(arguments: [
        ("a\u{1B}[2Jb", "a\\u{1B}[2Jb"), ("a\nb\tc", "a⏎b⇥c"), ("abc\u{202E}txt", "abc\\u{202E}txt"),
        ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("\u{0}\u{7F}\u{9B}", "\\u{0}\\u{7F}\\u{9B}"),
        ("秋芳洞\u{200B}", "秋芳洞\\u{200B}"), ("\u{FEFF}年月", "\\u{FEFF}年月"), ("秋芳洞　100", "秋芳洞　100"),
        ("\r\n", "\\u{D}⏎"), ("a\u{61C}b\u{2028}c", "a\\u{61C}b\\u{2028}c"),
    ])
    func `characters that would act on a terminal or hide are made visible`(text: String, shown: String) {
        #expect(DiagnosticRenderer.printable(text) == shown)
    }

    @Test func `no part of a diagnostic can write to the terminal`() {
        let escape = "\u{1B}[31m\u{202E}"
        let hostile = Diagnostic(
            code: "a.b", position: SourcePosition(file: "evil\(escape).csv", row: 1), value: escape,
            message: BilingualText(ja: "見出し\(escape)", en: "header \(escape)"),
            remedy: BilingualText(ja: "直す\(escape)", en: "mend \(escape)"))
        for language in Language.allCases {
            let text = DiagnosticRenderer(language: language).render(hostile)
            #expect(!text.unicodeScalars.contains("\u{1B}"))
            #expect(!text.unicodeScalars.contains("\u{202E}"))
        }
    }

    @Test func `a long value is shortened and its length said`() {
        let exact = String(repeating: "洞", count: 60)
        #expect(DiagnosticRenderer.quoted(exact) == "\"\(exact)\"")
        #expect(DiagnosticRenderer.quoted(exact + "台") == "\"\(exact)…\" (61)")
        #expect(DiagnosticRenderer.quoted("abcdef", limit: 3) == "\"abc…\" (6)")
    }

    @Test func `one character with thousands of marks is shortened too`() {
        let stacked = "e" + String(repeating: "\u{301}", count: 100_000)
        #expect(stacked.count == 1)
        #expect(DiagnosticRenderer.quoted(stacked).unicodeScalars.count < 100)
    }
}
