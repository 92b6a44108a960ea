import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Testing
import Workspace

@testable import Dashboard

/// What somebody gets who may not: nothing, and the audit log says so.
struct StrangerTests {
    private let counts = ["counts.csv": "SampleData/illustrative/akiyoshidai/akiyoshidai-2013-2019.csv"]

    /// Nothing of the workspace stands in an answer.
    private func isEmpty(_ response: Response) async throws -> Bool {
        let text = try await Asking.text(of: response)
        return !text.contains("26,900") && !text.contains("26900") && !text.contains("counts.csv")
            && !text.contains("akiyoshidai")
    }

    @Test func `without a session every address is closed, whether it is read or sent to`() async throws {
        try await GuardedOffice.with(counts) { office in
            var asked = 0
            for route in office.dashboard.router().routes {
                let path = route.path.description.replacing("**", with: "x").replacing(":id", with: "x")
                guard path != "/health", !path.hasPrefix("/assets/"), path != "/login" else { continue }
                let response = try await Asking(office.dashboard)(
                    path, method: route.method, headers: [.origin: "http://localhost:8080"])
                #expect(
                    response.status == (path.hasPrefix("/api/") ? .unauthorized : .seeOther), "\(route.method) \(path)")
                #expect(try await isEmpty(response))
                #expect(response.headers[.contentSecurityPolicy] != nil)
                asked += 1
            }
            #expect(asked > 20)
            #expect(try office.outcomes() == Array(repeating: .noSession, count: asked))
        }
    }

    @Test(arguments: [
        "/../people.sqlite", "/people.sqlite", "/visitors.sqlite", "/.uploads", "/%2e%2e/people.sqlite",
        "//people.sqlite",
        "/upload/..", "/upload/%2e%2e%2fpeople.sqlite", "/upload/../../people.sqlite", "/assets/../people.sqlite",
        "/assets/%2e%2e/people.sqlite", "/upload/" + String(repeating: "A", count: 43), "/inbox/counts.csv",
    ])
    func `no path leads to a file, not for a clerk either`(path: String) async throws {
        try await GuardedOffice.with(counts) { office in
            let stranger = try await Browser(office).get(path)
            #expect(stranger.status != .ok)
            let clerk = try await office.browser(as: .clerk)
            let response = try await clerk.get(path)
            #expect(response.status == .notFound)
            #expect(try await isEmpty(response))
            if !path.hasPrefix("/assets/") { #expect(try office.outcomes().contains(.notFound)) }
        }
    }

    @Test(arguments: [
        "x", "", String(repeating: "A", count: 43), "' OR 1=1 --", "../../people.sqlite",
        String(repeating: "A", count: 5_000),
    ])
    func `a made-up cookie is no session`(value: String) async throws {
        try await GuardedOffice.with(counts) { office in
            let browser = Browser(office)
            browser.cookies["dmo"] = value
            let response = try await browser.get("/loads")
            #expect(response.status == .seeOther)
            #expect(try await isEmpty(response))
            let outcomes = try office.outcomes()
            #expect(outcomes == [.badSession] || value.isEmpty && outcomes == [.noSession])
        }
    }

    @Test func `a token opens the API alone, until it is ended; a made-up one nothing`() async throws {
        try await GuardedOffice.with(counts) { office in
            let ask = Asking(office.dashboard)
            let token = try office.store.addToken("prefecture", role: .viewer)
            let headers: HTTPFields = [.authorization: "Bearer " + token.text]
            #expect(try await ask("/api/v1/loads", headers: headers).status == .ok)
            #expect(try await ask("/loads", headers: headers).status == .seeOther)
            #expect(try await ask("/upload", headers: headers).status == .seeOther)
            for shown in [
                "Bearer " + Secret().text, "Bearer", "Bearer  ", "Basic " + token.text, token.text, "Bearer x y",
            ] {
                let response = try await ask("/api/v1/loads", headers: [.authorization: shown])
                #expect(response.status == .unauthorized, "\(shown)")
                #expect(response.headers[.wwwAuthenticate] == "Bearer realm=\"dmo\"")
                #expect(try await isEmpty(response))
            }
            // A session does not help whoever shows a wrong token.
            let clerk = try await office.browser(as: .clerk)
            let both: HTTPFields = [.authorization: "Bearer x", .cookie: "dmo=" + (clerk.cookies["dmo"] ?? "")]
            #expect(try await ask("/api/v1/loads", headers: both).status == .unauthorized)
            try office.store.revokeToken("prefecture")
            #expect(try await ask("/api/v1/loads", headers: headers).status == .unauthorized)
            #expect(try office.outcomes(of: .request) == Array(repeating: .badToken, count: 10))
        }
    }

    @Test func `a form from elsewhere, or of another session, does nothing`() async throws {
        try await GuardedOffice.with { office in
            let clerk = try await office.browser(as: .clerk)
            let place = try #require(try await clerk.upload("a.csv", "a,b\r\n1,2\r\n").headers[.location]).prefix {
                $0 != "?"
            }
            let token = try await clerk.hidden("form", of: clerk.get("/upload"))
            let editor = try await office.browser(as: .editor)
            let others = try await editor.hidden("form", of: editor.get("/upload"))
            for action in ["load", "discard"] {
                for form in ["", "x", others] {
                    #expect(try await clerk.post("\(place)/\(action)", ["form": form]).status == .forbidden)
                }
                for origin in [nil, "null", "http://evil.example", "https://localhost:8080", "http://localhost"] {
                    #expect(
                        try await clerk.post("\(place)/\(action)", ["form": token], origin: origin).status == .forbidden
                    )
                }
            }
            for form in ["", others] {
                #expect(try await clerk.upload("b.csv", "a,b\r\n", form: form).status == .forbidden)
            }
            #expect(
                try await clerk.upload("b.csv", "a,b\r\n", form: token, origin: "http://evil.example").status
                    == .forbidden)
            #expect(try await clerk.post("/logout", ["form": others]).status == .forbidden)
            #expect(try await clerk.get(String(place)).status == .ok)
            #expect(try office.outcomes().filter { $0 == .forged }.count == 20)
            let folders = try FileManager.default.contentsOfDirectory(
                atPath: office.workspace.folder.path + "/.uploads")
            #expect(folders.count == 1)
        }
    }

    @Test func `logging in needs the form's own cookie`() async throws {
        try await GuardedOffice.with { office in
            let browser = Browser(office)
            let right = ["name": "the-clerk", "password": GuardedOffice.password]
            #expect(try await browser.post("/login", right).status == .forbidden)
            let form = try await browser.hidden("form", of: browser.get("/login"))
            browser.cookies["dmo-form"] = Secret().text
            #expect(try await browser.post("/login", right.merging(["form": form]) { $1 }).status == .forbidden)
            #expect(try await browser.post("/login", right, origin: "http://evil.example").status == .forbidden)
            #expect(browser.cookies["dmo"] == nil)
            #expect(try office.outcomes() == [.forged, .forged, .forged])
        }
    }

    @Test func `a viewer sends nothing`() async throws {
        try await GuardedOffice.with { office in
            let viewer = try await office.browser(as: .viewer)
            #expect(try await viewer.get("/upload").status == .forbidden)
            let token = try await viewer.hidden("form", of: viewer.get("/loads"))
            #expect(try await viewer.upload("a.csv", "a,b\r\n1,2\r\n", form: token).status == .forbidden)
            #expect(try await viewer.post("/upload/x/load", ["form": token]).status == .forbidden)
            #expect(try office.outcomes().filter { $0 == .role }.count == 3)
            #expect(!FileManager.default.fileExists(atPath: office.workspace.folder.path + "/.uploads"))
        }
    }

    @Test func `another's file looks like none, for an editor, too, and stays`() async throws {
        try await GuardedOffice.with { office in
            let clerk = try await office.browser(as: .clerk)
            let place = String(
                try #require(try await clerk.upload("a.csv", "a,b\r\n1,2\r\n").headers[.location]).prefix { $0 != "?" })
            let editor = try await office.browser(as: .editor)
            let token = try await editor.hidden("form", of: editor.get("/upload"))
            let page = try await editor.get(place)
            let none = try await editor.get("/upload/" + Secret().text)
            #expect(page.status == .notFound && none.status == .notFound)
            #expect(try await !Asking.text(of: page).contains("a.csv"))
            for action in ["load", "discard"] {
                #expect(try await editor.post("\(place)/\(action)", ["form": token]).status == .notFound)
            }
            #expect(try await !Asking.text(of: editor.get("/upload")).contains("a.csv"))
            #expect(try await clerk.get(place).status == .ok)
            let lines = try office.store.audit().filter { $0.outcome == .anothers }
            #expect(lines.map(\.who) == ["the-editor", "the-editor", "the-editor"])
        }
    }

    @Test func `a body that is too large is not read to its end, and leaves nothing on the disk`() async throws {
        try await GuardedOffice.with { office in
            let small = BodyReader(limit: 10_000) { try await Task.sleep(for: .seconds(3_600)) }
            let people = People(office.workspace.folder, site: .local, cost: GuardedOffice.cheap) { office.clock.now }
            let guarded = GuardedOffice(
                workspace: office.workspace, dashboard: Dashboard(office.workspace, people: people, uploadBody: small),
                store: office.store, clock: office.clock)
            let clerk = try await guarded.browser(as: .clerk)
            let response = try await clerk.upload("a.csv", String(repeating: "1,2\r\n", count: 10_000))
            #expect(response.status == .contentTooLarge && response.headers[.connection] == "close")
            let form = try await Browser(guarded).post("/login", ["name": String(repeating: "x", count: 20_000)])
            #expect(form.status == .contentTooLarge)
            #expect(try guarded.outcomes().filter { $0 == .tooLarge }.count == 2)
            let left = try FileManager.default.contentsOfDirectory(atPath: office.workspace.folder.path + "/.uploads")
            #expect(left.isEmpty)
        }
    }

    @Test func `a body that comes too slowly is hung up on, and leaves nothing on the disk`() async throws {
        try await GuardedOffice.with { office in
            // The time is over as soon as the first bytes were taken.
            let (times, over) = AsyncStream<Void>.makeStream()
            let slow = BodyReader(limit: 10_000) { for await _ in times { return } }
            let people = People(office.workspace.folder, site: .local, cost: GuardedOffice.cheap) { office.clock.now }
            let guarded = GuardedOffice(
                workspace: office.workspace, dashboard: Dashboard(office.workspace, people: people, uploadBody: slow),
                store: office.store, clock: office.clock)
            let clerk = try await guarded.browser(as: .clerk)
            let token = try await clerk.hidden("form", of: clerk.get("/upload"))
            let (body, source) = RequestBody.makeStream()
            await source.yield(
                ByteBuffer(
                    string: "--edge\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n\(token)\r\n--edge\r\n"))
            over.yield()
            let response = try await clerk.post("/upload", body, type: "multipart/form-data; boundary=edge")
            #expect(response.status == .requestTimeout && response.headers[.connection] == "close")
            source.finish()
            #expect(try guarded.outcomes(of: .upload) == [.tooSlow])
            let left = try FileManager.default.contentsOfDirectory(atPath: office.workspace.folder.path + "/.uploads")
            #expect(left.isEmpty)
        }
    }
}
