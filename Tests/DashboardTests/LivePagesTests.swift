import HTTPTypes
import Hummingbird
import Testing
import VisitorModel
import Workspace

@testable import Dashboard

/// What the pages' own script needs, and the choice of a place: without the script, too.
struct LivePagesTests {
    private let counts = "SampleData/illustrative/akiyoshidai/akiyoshidai-2013-2019.csv"

    @Test func `the script is a file, the only one a page may run, and no page holds one within`() async throws {
        try await Asking.withWorkspace(["counts.csv": counts]) { workspace in
            let ask = Asking(workspace)
            let page = try await ask("/?lang=en")
            let policy = try #require(page.headers[.contentSecurityPolicy])
            #expect(policy.contains("script-src 'self';") && policy.contains("connect-src 'self';"))
            #expect(!policy.contains("unsafe"))
            let text = try await Asking.text(of: page)
            #expect(text.ranges(of: "<script").count == 1)
            #expect(text.contains("<script src=\"/assets/dmo.js\" defer></script>"))
            let script = try await ask("/assets/dmo.js")
            #expect(script.headers[.contentType] == "text/javascript; charset=utf-8")
            #expect(try await Asking.text(of: script).hasPrefix("\"use strict\";"))
        }
    }

    @Test func `a page carries the state it shows, and a load changes the state that is answered`() async throws {
        try await Asking.withWorkspace(["counts.csv": counts]) { workspace in
            let ask = Asking(workspace)
            func state() async throws -> String {
                try #require(try await Asking.json(of: ask("/state"))["state"] as? String)
            }
            let before = try await state()
            #expect(try await Asking.text(of: ask("/?lang=en")).contains("<body data-state=\"\(before)\">"))
            #expect(try await state() == before)
            let month = try #require(Month(id: "2018-09"))
            _ = try workspace.enter(
                HandEntry(
                    place: "mito-station", month: month, measure: "visitors", value: ExactDecimal(7000),
                    source: "telephone", by: "Sato"))
            #expect(try await state() != before)
        }
    }

    @Test(arguments: [
        ("what=place:akiyoshidai&page=/progress&lang=en&through=2018-12", "/place?id=akiyoshidai&lang=en&through=2018-12"),
        ("what=market:TW&lang=ja", "/market?id=TW&lang=ja"), ("what=&page=/progress&lang=en", "/progress?lang=en"),
        ("what=place:&page=/nowhere&lang=en", "/?lang=en"),
        ("what=place:%0d%0aSet-Cookie:x&lang=en", "/place?id=%0D%0ASet-Cookie%3Ax&lang=en"),
        ("what=//evil.example&page=//evil.example&lang=en", "/?lang=en"),
    ])
    func `a choice leads to an address of this server that can be passed on`(asked: String, address: String) async throws {
        try await Asking.withWorkspace([:]) { workspace in
            let response = try await Asking(workspace)("/show?" + asked)
            #expect(response.status == .seeOther)
            #expect(response.headers[.location] == address)
        }
    }

    @Test func `the page of a place has it chosen`() async throws {
        try await Asking.withWorkspace(["counts.csv": counts]) { workspace in
            let text = try await Asking.text(of: Asking(workspace)("/place?id=akiyoshidai&lang=en"))
            #expect(text.contains("<option value=\"place:akiyoshidai\" selected>Akiyoshidai plateau</option>"))
            #expect(text.ranges(of: " selected>").count == 1)
        }
    }
}
