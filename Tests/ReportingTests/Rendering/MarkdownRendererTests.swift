import Languages
import Testing

@testable import Reporting

struct MarkdownRendererTests {
    @Test func `a table is aligned by its columns and its total is bold`() {
        #expect(
            MarkdownRenderer().render(places) == """
                | Place | Visitors (person-spots) |
                | :--- | ---: |
                | 秋芳洞 | 48,210 |
                | Ofuku | not reported (since August) |
                | **Total** | 48,210 |
                """)
    }

    @Test func `the verdict follows the banners`() {
        let text = MarkdownRenderer().render(
            document(language: .japanese, headline: "順調です。", banners: [ReportBanner(kind: .draft, text: "未承認です。")], blocks: []))
        #expect(text == "# Report\n\n> **案(未公表)** 未承認です。\n\n**順調です。**\n\n## Main\n\n作成：dmo 1.0\n")
    }

    @Test(arguments: [
        ("a|b", "a\\|b"), ("<b>", "&lt;b&gt;"), ("`x`", "\\`x\\`"), ("- item", "\\- item"), ("1. item", "1\\. item"),
        ("# head", "\\# head"), ("=====", "\\====="), ("a\nb", "a b"), ("![x](y)", "\\!\\[x\\](y)"), ("&lt;", "&amp;lt;"),
        ("https://evil.example", "https\\://evil.example"), ("www.evil.example", "www\\.evil.example"),
        ("a@b.c", "a\\@b.c"), ("1,360,000", "1,360,000"), ("−3.1 %", "−3.1 %"), ("\\|", "\\\\\\|"),
    ])
    func `text shows as it was written`(_ raw: String, _ escaped: String) {
        #expect(MarkdownText.escaped(raw) == escaped)
    }
}
