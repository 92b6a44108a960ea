import Testing

@testable import Reporting

struct DelimitedTextWriterTests {
    private func line(_ cells: String..., delimiter: DelimitedTextWriter.Delimiter = .comma) -> String {
        var writer = DelimitedTextWriter(delimiter: delimiter, startsWithByteOrderMark: false)
        writer.append(cells)
        return writer.text
    }

    @Test func `rows end with CR LF and begin after the byte order mark`() {
        var writer = DelimitedTextWriter()
        writer.append(["a", "秋芳洞"])
        #expect(Array(writer.text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(writer.text.hasSuffix("a,秋芳洞\r\n"))
    }

    @Test func `commas, quotes and line breaks are quoted`() {
        #expect(line("a,b", "c\"d", "e\nf", "g\r\nh", "i") == "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\r\nh\",i\r\n")
        #expect(line("a,b", "c\td", delimiter: .tab) == "a,b\tc d\r\n")
    }

    @Test func `a quote under an accent is doubled as well`() {
        #expect(Array(line("\"\u{338},x").unicodeScalars) == Array("\"\"\"\u{338},x\"\r\n".unicodeScalars))
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+81-837", "'+81-837"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"), ("  =1", "'  =1"),
        ("＝1", "'＝1"), ("-12.5", "-12.5"), ("+3", "+3"), ("-", "'-"), ("−3.1 %", "−3.1 %"), ("12", "12"), ("%", "%"),
    ])
    func `formulas are disarmed and numbers left alone`(_ cell: String, _ written: String) {
        #expect(line(cell) == written + "\r\n")
    }

    @Test func `a tabulator or carriage return before a formula does not hide it`() {
        #expect(line("\t=1") == "' =1\r\n")
        #expect(line("\r=1") == "\"'\r=1\"\r\n")
    }
}
