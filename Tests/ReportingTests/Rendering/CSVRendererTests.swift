import Languages
import Testing

@testable import Reporting

struct CSVRendererTests {
    @Test func `every figure is a row with its unit, status and id`() {
        let report = document(
            banners: [ReportBanner(kind: .illustrative, text: "Made up.")],
            blocks: [
                .keyFigures([KeyFigure(label: "Visits", value: "136.0万", exact: "1360000", unit: "人地点")]),
                .table(places),
            ])
        #expect(
            CSVRenderer().render(report).dropFirst().split(separator: "\r\n").map(String.init) == [
                "section,table,row,column,value,unit,status,figure-id,notes",
                ",document,title,,Report,,,,",
                ",document,headline,,All is well.,,,,",
                ",document,banner,illustrative,Illustrative data,,,,Made up.",
                "Main,key-figures,Visits,,1360000,人地点,,,",
                "Main,By place,秋芳洞,Visitors,48210,person-spots,final,x@1:cave:2013:*,",
                "Main,By place,Ofuku,Visitors,,person-spots,not reported,,since August",
                "Main,By place,Total,Visitors,48210,person-spots,,,",
            ])
    }
}
