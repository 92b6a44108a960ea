import Testing

@testable import Reporting

struct JSONValueTests {
    @Test func `keys keep their order and every kind of value is written`() {
        let value: JSONValue = ["b": 1, "a": [true, nil, "x"], "c": .decimal("14.20"), "d": [:], "e": []]
        #expect(value.text() == #"{"b":1,"a":[true,null,"x"],"c":"14.20","d":{},"e":[]}"#)
    }

    @Test func `pretty text is indented by two`() {
        let value: JSONValue = ["a": [1, 2], "b": ["c": "d"], "e": []]
        #expect(
            value.text(pretty: true) == """
                {
                  "a": [
                    1,
                    2
                  ],
                  "b": {
                    "c": "d"
                  },
                  "e": []
                }
                """)
    }

    @Test func `controls, separators and direction marks are escaped`() {
        let text = JSONValue.string("\"\\\n\r\t\u{0}\u{1F}\u{2028}\u{2029}\u{202E}\u{E0041}é秋").text()
        #expect(text == #""\"\\\n\r\t\u0000\u001f\u2028\u2029\u202e\udb40\udc41é秋""#)
    }

    @Test func `a quote under an accent is escaped as well`() {
        #expect(Array(JSONValue.string("\"\u{338}").text().unicodeScalars) == ["\"", "\\", "\"", "\u{338}", "\""])
    }
}
