import Languages
import Testing

@testable import Reporting

struct NumberFormatTests {
    let japanese = NumberFormat(language: .japanese)
    let english = NumberFormat(language: .english)

    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (1_360_000, "1,360,000"), (-12_345, "−12,345"),
        (Int.max, "9,223,372,036,854,775,807"), (Int.min, "−9,223,372,036,854,775,808"),
    ])
    func `whole numbers stand in groups of three`(_ value: Int, _ text: String) {
        #expect(japanese.count(value) == text)
        #expect(english.count(value) == text)
    }

    @Test(arguments: [
        (1_360_000, "136.0万", "1,360\u{A0}thousand"), (499, "0.0万", "0\u{A0}thousand"),
        (500, "0.1万", "1\u{A0}thousand"), (1_359_499, "135.9万", "1,359\u{A0}thousand"),
        (99_999_500, "10,000.0万", "100,000\u{A0}thousand"), (-1_500, "−0.2万", "−2\u{A0}thousand"),
        (0, "0.0万", "0\u{A0}thousand"),
    ])
    func `large numbers are shortened to the thousand in both languages`(_ value: Int, _ ja: String, _ en: String) {
        #expect(japanese.short(value) == ja)
        #expect(english.short(value) == en)
    }

    @Test(arguments: [
        ("14.2", "+14.2\u{A0}%"), ("-3.1", "−3.1\u{A0}%"), ("-3.05", "−3.1\u{A0}%"), ("0.04", "±0.0\u{A0}%"),
        ("-0.04", "±0.0\u{A0}%"), ("99.95", "+100.0\u{A0}%"), ("1234.5", "+1,234.5\u{A0}%"), ("0.25", "+0.3\u{A0}%"),
    ])
    func `changes carry their sign and round half away from zero`(_ value: String, _ text: String) throws {
        #expect(english.signedPercent(try #require(DecimalText(value))) == text)
    }

    @Test func `ranges and points follow the language`() throws {
        #expect(japanese.range("128.0万", "140.0万") == "128.0万〜140.0万")
        #expect(english.range("1,280", "1,400") == "1,280–1,400")
        let points = try #require(DecimalText("1.25"))
        #expect(japanese.signedPoints(points) == "+1.3\u{A0}ポイント")
        #expect(english.signedPoints(points) == "+1.3\u{A0}points")
        #expect(english.decimal(try #require(DecimalText("2.4")), places: 2) == "2.40")
        #expect(english.signedCount(0) == "±0")
        #expect(english.percent(try #require(DecimalText("4.85")), places: 0) == "5\u{A0}%")
    }

    @Test(arguments: ["", "-", ".", "1.", ".5", "1,000", "1e3", "１", "--1", "1.2.3", " 1", "NaN"])
    func `what is not a plain decimal is refused`(_ text: String) {
        #expect(DecimalText(text) == nil)
    }
}
