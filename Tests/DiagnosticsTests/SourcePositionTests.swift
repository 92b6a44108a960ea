import Diagnostics
import Testing

struct SourcePositionTests {
    @Test(arguments: [
        (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD"),
        (0, ""), (-5, ""),
    ])
    func `columns have a spreadsheet's letters`(column: Int, letters: String) {
        #expect(SourcePosition.columnLetters(column) == letters)
    }

    @Test func `every column of a spreadsheet has letters of its own`() {
        // Read back as a number in base 26 with digits 1 to 26.
        for column in 1...16_384 {
            let value = SourcePosition.columnLetters(column).utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
            #expect(value == column)
        }
    }

    @Test func `a position reads as its file kind is usually cited`() {
        #expect(SourcePosition(file: "counts.csv", row: 12, column: 3).description == "counts.csv:C12")
        #expect(SourcePosition(file: "counts.csv", line: 14, row: 12, column: 3).description == "counts.csv:C12")
        #expect(SourcePosition(file: "counts.csv", row: 12).description == "counts.csv:12")
        #expect(SourcePosition(file: "report.xml", line: 45).description == "report.xml:45")
        #expect(
            SourcePosition(file: "report.xml", line: 45, path: "/report/month[3]").description
                == "report.xml:45 (/report/month[3])")
        #expect(SourcePosition(file: "destination.yaml", line: 3, column: 7).description == "destination.yaml:3:7")
        #expect(SourcePosition(file: "counts.csv").description == "counts.csv")
    }

    @Test func `a cell needs a row and a column`() {
        #expect(SourcePosition(file: "a.csv", row: 1, column: 27).cell == "AA1")
        #expect(SourcePosition(file: "a.csv", line: 1, column: 27).cell == nil)
    }
}
