import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Synchronization
import VisitorLedger
import Workspace

@testable import Dashboard

/// A clock that goes on when it is told to.
final class HandClock: Sendable {
    private let seconds = Mutex(1_700_000_000)
    var now: Timestamp { Timestamp(secondsSinceEpoch: seconds.withLock { $0 }) }
    func advance(by count: Int) { seconds.withLock { $0 += count } }
}

/// A dashboard with a viewer, a clerk and an editor, over a workspace of its own.
struct GuardedOffice {
    static let password = "a long password"
    /// Dear hashes are tested where hashes are.
    static let cheap = PasswordHash.Cost(logRounds: 4, blockSize: 8, parallelism: 1)

    let workspace: Workspace
    let dashboard: Dashboard
    let store: AccountStore
    let clock: HandClock

    static func with(
        _ files: [String: String] = [:], changing change: (old: String, new: String)? = nil, site: Site = .local,
        _ body: (GuardedOffice) async throws -> Void
    ) async throws {
        try await Asking.withWorkspace(files, changing: change) { workspace in
            let clock = HandClock()
            let store = try workspace.folder.accounts { clock.now }
            for role in Role.allCases {
                _ = try store.add("the-" + role.rawValue, role: role, password: password, cost: cheap)
            }
            let people = People(workspace.folder, site: site, cost: cheap) { clock.now }
            try await body(
                GuardedOffice(
                    workspace: workspace, dashboard: Dashboard(workspace, people: people), store: store, clock: clock))
        }
    }

    /// Somebody who has logged in.
    func browser(as role: Role, from peer: String = "127.0.0.1") async throws -> Browser {
        let browser = Browser(self, from: peer)
        let response = try await browser.logIn("the-" + role.rawValue, Self.password)
        guard response.status == .seeOther else { throw Unexpected(status: response.status.code) }
        return browser
    }

    struct Unexpected: Error { var status: Int }

    /// How the lines of the log end, oldest first.
    func outcomes(of action: AuditAction? = nil) throws -> [AuditOutcome] {
        try store.audit().filter { action == nil || $0.action == action }.map(\.outcome)
    }
}

/// Keeps cookies and sends forms, as a browser does.
final class Browser {
    var cookies: [String: String] = [:]
    private let asking: Asking
    private let peer: String

    init(_ office: GuardedOffice, from peer: String = "127.0.0.1") {
        asking = Asking(office.dashboard)
        self.peer = peer
    }

    func get(_ path: String) async throws -> Response {
        try await send(.get, path, [:], RequestBody(buffer: ByteBuffer()))
    }

    /// Sends a form from a page of the dashboard itself, or of another.
    func post(_ path: String, _ fields: [String: String], origin: String? = "http://localhost:8080") async throws
        -> Response
    {
        let text = fields.map { PageAddress.encoded($0.key) + "=" + PageAddress.encoded($0.value) }.joined(
            separator: "&")
        return try await post(path, RequestBody(buffer: ByteBuffer(string: text)), origin: origin)
    }

    func post(
        _ path: String, _ body: RequestBody, type: String = "application/x-www-form-urlencoded",
        origin: String? = "http://localhost:8080"
    ) async throws -> Response {
        var headers: HTTPFields = [.contentType: type]
        if let origin { headers[.origin] = origin }
        return try await send(.post, path, headers, body)
    }

    func logIn(_ name: String, _ password: String) async throws -> Response {
        let form = try await hidden("form", of: get("/login"))
        return try await post("/login", ["form": form, "name": name, "password": password, "next": "/"])
    }

    /// The value of a hidden field of a page.
    func hidden(_ name: String, of response: Response) async throws -> String {
        let text = try await Asking.text(of: response)
        guard let start = text.range(of: "name=\"\(name)\" value=\"")?.upperBound else { return "" }
        return String(text[start...].prefix { $0 != "\"" })
    }

    private func send(_ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: RequestBody)
        async throws
        -> Response
    {
        var headers = headers
        if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        let response = try await asking(path, method: method, headers: headers, body: body, from: peer)
        for value in response.headers[values: .setCookie] {
            let pair = value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if value.contains("Max-Age=0") {
                cookies[String(pair[0])] = nil
            } else {
                cookies[String(pair[0])] = String(pair[1])
            }
        }
        return response
    }
}
