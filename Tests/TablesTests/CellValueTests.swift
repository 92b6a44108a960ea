import Tables
import Testing
import VisitorModel

struct CellValueTests {
    @Test func `a cell answers only as what it is`() throws {
        let period = Period.fiscalYear(FiscalYear(2013))
        #expect(CellValue.number(5).number == 5)
        #expect(CellValue.text("5").number == nil)
        #expect(CellValue.text("cave").text == "cave")
        #expect(CellValue.number(5).text == nil)
        #expect(CellValue.period(period).period == period)
        #expect(CellValue.text("FY2013").period == nil)
        #expect(CellValue.absent(.suppressed).absence == .suppressed)
        #expect(CellValue.number(0).absence == nil)
    }

    @Test func `missing is never zero`() {
        for status in ObservationStatus.allCases {
            #expect(CellValue.absent(status) != .number(0))
            #expect(CellValue.absent(status).number == nil)
            #expect(CellValue.absent(status).plainText == "")
        }
    }

    @Test func `values are written plainly`() throws {
        #expect(CellValue.number(try #require(ExactDecimal("136.40"))).plainText == "136.4")
        #expect(CellValue.text("秋芳洞").plainText == "秋芳洞")
        #expect(CellValue.period(.fiscalYear(FiscalYear(2013))).plainText == "FY2013")
        #expect(CellValue.boolean(true).plainText == "true")
        #expect(CellValue.boolean(false).plainText == "false")
    }
}
