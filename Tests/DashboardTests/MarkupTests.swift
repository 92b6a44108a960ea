import Testing

@testable import Dashboard

struct MarkupTests {
    @Test func `a hostile name stays a name`() {
        let name = "<script>alert('x')</script>\".csv"
        let row: Markup = "<li title=\"\(name)\">\(name)</li>"
        let safe = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;.csv"
        #expect(row.text == "<li title=\"\(safe)\">\(safe)</li>")
    }

    @Test func `a quote with an accent is escaped all the same`() {
        let text: Markup = "<a title=\"\("\"\u{301} onload=x")\">"
        #expect(text.text == "<a title=\"&quot;\u{301} onload=x\">")
    }

    @Test func `markup in markup is not escaped twice`() {
        let inner: Markup = "<b>\("a & b")</b>"
        let outer: Markup = "<p>\(inner)</p>"
        #expect(outer.text == "<p><b>a &amp; b</b></p>")
    }
}
