import Testing
import VisitorMetrics
import VisitorModel

/// The sample data's monthly totals (2013-01 to 2019-03) and the yearly totals stated beside them.
struct SampleTotalsTests {
    static let monthly = [
        67353, 71251, 101573, 113355, 169413, 79317, 129442, 197632, 113647, 119604, 124077, 73336, 67702, 65866,
        111509, 116688, 172569, 81865, 133269, 193299, 114622, 118595, 125279, 72949, 69545, 75370, 103285, 119675,
        174360, 82902, 134257, 201902, 124367, 134781, 127565, 73941, 70606, 76877, 105977, 109407, 169732, 83170,
        135055, 208787, 117532, 124468, 131481, 75942, 72981, 70863, 116328, 124142, 182539, 85783, 138551, 219859,
        126543, 126180, 137198, 77139, 76943, 83860, 113514, 130524, 197532, 93145, 132471, 230183, 120687, 134177,
        139340, 80416, 77528, 83018, 114626,
    ]

    let figures = Figures(
        table: CountTable(
            monthly.enumerated().map { index, value in
                count(value, "mine-city", month("2013-01").advanced(by: index).id)
            }))

    @Test func `calendar and fiscal years are two readings`() throws {
        let definition = try definition(["mine-city"])
        let calendar = figures.figures(FigureQuery(of: definition, by: .calendarYear)).filter(\.coverage.isWhole)
        let fiscal = figures.figures(FigureQuery(of: definition, by: .fiscalYear)).filter(\.coverage.isWhole)
        #expect(calendar.map(\.period.id) == ["2013", "2014", "2015", "2016", "2017", "2018"])
        #expect(calendar.map(\.value) == [1_360_000, 1_374_212, 1_421_950, 1_409_034, 1_478_106, 1_532_792])
        #expect(fiscal.map(\.period.id) == ["FY2013", "FY2014", "FY2015", "FY2016", "FY2017", "FY2018"])
        #expect(fiscal.map(\.value) == [1_364_900, 1_377_335, 1_427_210, 1_415_746, 1_492_251, 1_533_647])
    }

    @Test func `the first quarter of 2019 stands alone`() throws {
        let quarter = figures.figure(of: try definition(["mine-city"]), in: "2019-Q1", by: .quarter)
        #expect(quarter?.value == 275_172)
        #expect(quarter?.coverage.isWhole == true)
    }
}
