import HTTPTypes
import Hummingbird
import Testing
import Workspace

@testable import Dashboard

/// The routes over this repository's own definitions, before anything was loaded.
struct RoutesTests {
    private func response(_ path: String, authority: String? = "localhost:8080", method: HTTPRequest.Method = .get)
        async throws -> Response
    {
        try await Asking(Workspace(WorkspaceFolder(path: Asking.project)))(path, authority: authority, method: method)
    }

    @Test(arguments: PageAddress.Page.allCases)
    func `a ledger that holds nothing yet is said to, in a guarded page`(page: PageAddress.Page) async throws {
        let response = try await response(page.rawValue + "?lang=en")
        #expect(response.status == (page.sections == nil ? .ok : .conflict))
        let policy = try #require(response.headers[.contentSecurityPolicy])
        #expect(policy.contains("default-src 'none'"))
        #expect(!policy.contains("unsafe"))
        #expect(response.headers[.xContentTypeOptions] == "nosniff")
    }

    @Test func `a request for another host gets nothing`() async throws {
        let response = try await response("/", authority: "evil.example:8080")
        #expect(response.status == .misdirectedRequest)
        #expect(response.body.contentLength == 0)
    }

    @Test(arguments: [
        "/../etc/passwd", "/assets/../../etc/passwd", "/assets/%2e%2e%2fja.css", "/visitors.sqlite", "/nothing",
    ])
    func `paths that lead nowhere stay nowhere, and guarded`(path: String) async throws {
        let response = try await response(path)
        #expect(response.status == .notFound)
        #expect(response.headers[.contentSecurityPolicy] != nil)
    }

    @Test(arguments: ["/figure", "/figure?id=%3Cscript%3E", "/figure?id=nothing%401%3Amine-city%3A2017%3A%2A"])
    func `a figure that does not exist is not found`(path: String) async throws {
        #expect(try await response(path).status == .notFound)
    }

    @Test func `nothing can be sent, only read`() async throws {
        #expect(try await response("/", method: .post).status != .ok)
    }

    @Test func `the server says that it is well`() async throws {
        #expect(try await response("/health").status == .ok)
    }
}
