import Foundation
import HTTPTypes
import Hummingbird
import Languages
import Testing
import VisitorLedger
import Workspace

@testable import Dashboard

/// Reports on the dashboard: what was published, as it was published, and nothing else.
struct ReportsPageTests {
    private let counts = "SampleData/illustrative/akiyoshidai/akiyoshidai-2013-2019.csv"

    @Test func `a published report is listed and comes byte by byte, with a policy of its own`() async throws {
        try await Asking.withWorkspace(["counts.csv": counts]) { workspace in
            let ask = Asking(workspace)
            #expect(try await Asking.text(of: ask("/reports?lang=en")).contains("Nothing was published yet."))
            let folder = workspace.folder.path + "/out"
            let request = ReportRequest(folder: folder, languages: [.english], formats: [.html, .csv])
            let result = try await workspace.publish(request, by: "<b>Sato</b>", note: "as agreed")
            let list = try await Asking.text(of: ask("/reports?lang=en"))
            #expect(list.contains("&lt;b&gt;Sato&lt;/b&gt;") && list.contains("as agreed"))
            for path in result.files {
                let name = try #require(path.split(separator: "/").last.map(String.init))
                let address = "/report?publication=\(result.publication.id)&name=\(name)"
                #expect(list.contains("href=\"\(address.replacing("&", with: "&amp;"))\""))
                let response = try await ask(address)
                #expect(response.status == .ok)
                #expect(try await Data(Asking.text(of: response).utf8) == Data(contentsOf: URL(filePath: path)))
                let policy = try #require(response.headers[.contentSecurityPolicy])
                #expect(policy.contains("sandbox") == name.hasSuffix(".html"))
                #expect(!policy.contains("script-src 'unsafe"))
                #expect(response.headers[.contentDisposition]?.hasPrefix("attachment") == name.hasSuffix(".csv"))
            }
        }
    }

    @Test(arguments: [
        "/report", "/report?publication=1", "/report?publication=1&name=../visitors.sqlite", "/report?publication=99&name=x",
        "/report?publication=x&name=kpi-report", "/report?draft=pdf", "/report?draft=sqlite", "/report?name=/etc/passwd",
    ])
    func `what was not published is not found`(address: String) async throws {
        try await Asking.withWorkspace(["counts.csv": counts]) { workspace in
            let response = try await Asking(workspace)(address)
            #expect(response.status == .notFound)
            #expect(response.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
        }
    }

    @Test func `a draft of the present comes in every form but paper and says that it is one`() async throws {
        try await Asking.withWorkspace(["counts.csv": counts]) { workspace in
            let ask = Asking(workspace)
            for form in ["html", "md", "csv", "json"] {
                let response = try await ask("/report?draft=\(form)&lang=ja")
                #expect(response.status == .ok, "\(form)")
                #expect(try await Asking.text(of: response).contains("公表前の案です"), "\(form)")
            }
            let workbook = try await ask("/report?draft=xlsx&lang=ja&through=2018-12")
            #expect(workbook.status == .ok)
            #expect(workbook.headers[.contentDisposition] == "attachment; filename=\"kpi-report-2018-12.ja.xlsx\"")
        }
    }
}
