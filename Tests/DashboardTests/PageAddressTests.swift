import Languages
import Reporting
import Testing
import VisitorModel
import Workspace

@testable import Dashboard

struct PageAddressTests {
    private let address = PageAddress(page: .overview, language: .japanese, through: Month(year: 2018, number: 12))

    @Test func `language and period go along to other pages`() {
        #expect(address.path(to: .places) == "/places?lang=ja&through=2018-12")
        #expect(address.path(to: .overview, in: .english) == "/?lang=en&through=2018-12")
    }

    @Test func `a figure's name is one value of the address whatever it holds`() {
        #expect(
            address.path(to: .figure("exchange-population@1:mine-city:2013:*"))
                == "/figure?id=exchange-population%401%3Amine-city%3A2013%3A%2A&lang=ja&through=2018-12")
        // UTF-8 of 秋 by RFC 3986, section 2.5.
        #expect(PageAddress.encoded("秋&lang=en#\"") == "%E7%A7%8B%26lang%3Den%23%22")
    }

    @Test func `a page about one place keeps it in the other language`() {
        let place = PageAddress(
            page: .places, language: .japanese, through: Month(year: 2018, number: 12), subject: .place("a&b"))
        #expect(place.path(in: .english) == "/place?id=a%26b&lang=en&through=2018-12")
        #expect(place.hasPeriod)
    }

    @Test func `every page of the navigation shows a section of the report or records of the ledger`() {
        let records: Set<PageAddress.Page> = [.reports, .loads, .holds, .findings]
        for page in PageAddress.Page.allCases {
            #expect(page.sections?.isEmpty == (records.contains(page) ? nil : false))
        }
    }
}

/// Which page shows what of the report.
struct PageSectionsTests {
    @Test func `every section of the report stands on some page, and the outlook on the first`() async throws {
        let sample = "SampleData/illustrative/akiyoshidai/akiyoshidai-2013-2019.csv"
        try await Asking.withWorkspace(["counts.csv": sample]) { workspace in
            let request = ReportRequest(folder: "", languages: [.english], formats: [])
            let sections = Set(try workspace.report(request, in: .english).sections.map(\.id))
            let shown = PageAddress.Page.allCases.compactMap(\.sections).reduce(into: Set<String>()) { $0.formUnion($1) }
            #expect(sections.isSubset(of: shown), "\(sections.subtracting(shown))")
            #expect(sections.contains("outlook"))
            #expect(PageAddress.Page.overview.sections?.contains("outlook") == true)
        }
    }
}
