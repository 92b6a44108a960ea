import Accounts
import HTTPTypes
import Hummingbird
import Testing
import Workspace

@testable import Dashboard

/// Logging in, being told apart, and logging out.
struct PeopleTests {
    @Test func `whoever logs in sees pages under their name, until they log out`() async throws {
        try await GuardedOffice.with { office in
            let browser = Browser(office)
            let response = try await browser.logIn("the-viewer", GuardedOffice.password)
            #expect(response.status == .seeOther)
            #expect(response.headers[.location] == "/")
            let cookie = try #require(response.headers[values: .setCookie].first { $0.hasPrefix("dmo=") })
            #expect(
                cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Strict") && cookie.contains("; Path=/"))
            let page = try await browser.get("/loads?lang=en")
            #expect(page.status == .ok)
            let text = try await Asking.text(of: page)
            #expect(text.contains("the-viewer (viewer)") && !text.contains("href=\"/audit"))

            let kept = browser.cookies
            let form = try await browser.hidden("form", of: browser.get("/loads"))
            #expect(try await browser.post("/logout", ["form": form]).status == .seeOther)
            #expect(browser.cookies.isEmpty)
            // Whoever copied the cookie has nothing any more.
            browser.cookies = kept
            #expect(try await browser.get("/loads").status == .seeOther)
            #expect(try office.outcomes() == [.done, .done, .badSession])
        }
    }

    @Test func `logging in anew ends the session before, and gives another`() async throws {
        try await GuardedOffice.with { office in
            let browser = try await office.browser(as: .clerk)
            let former = browser.cookies["dmo"]
            #expect(try await browser.logIn("the-clerk", GuardedOffice.password).status == .seeOther)
            #expect(browser.cookies["dmo"] != former)
            let thief = Browser(office)
            thief.cookies["dmo"] = former
            #expect(try await thief.get("/loads").status == .seeOther)
        }
    }

    @Test func `a wrong password and a name that does not exist are answered alike`() async throws {
        try await GuardedOffice.with { office in
            let wrong = try await Browser(office).logIn("the-viewer", "not the password")
            let unknown = try await Browser(office).logIn("nobody", "not the password")
            #expect(wrong.status == .forbidden && unknown.status == .forbidden)
            let texts = [try await Asking.text(of: wrong), try await Asking.text(of: unknown)].map { text in
                // The form's token differs from one form to the next.
                text.split(separator: "\n").filter { !$0.contains("name=\"form\"") }
            }
            #expect(texts[0] == texts[1])
            #expect(try office.store.audit().map(\.who) == ["the-viewer", "?"])
            #expect(try office.outcomes() == [.wrongPassword, .wrongPassword])
        }
    }

    @Test func `a shut account is turned away, in the middle of a session, too`() async throws {
        try await GuardedOffice.with { office in
            let browser = try await office.browser(as: .clerk)
            try office.store.setOpen(false, "the-clerk")
            #expect(try await browser.get("/loads").status == .seeOther)
            #expect(try await Browser(office).logIn("the-clerk", GuardedOffice.password).status == .forbidden)
        }
    }

    @Test func `guessing is slowed down, by name and by address, and the owner at the usual place is not`() async throws
    {
        try await GuardedOffice.with { office in
            _ = try await office.browser(as: .viewer, from: "10.0.0.1")
            for _ in 0..<LogInThrottle.free {
                #expect(
                    try await Browser(office, from: "10.0.0.66").logIn("the-viewer", "guessed it?").status == .forbidden
                )
            }
            let slowed = try await Browser(office, from: "10.0.0.66").logIn("the-viewer", GuardedOffice.password)
            #expect(slowed.status == .tooManyRequests)
            #expect(slowed.headers[.retryAfter] == "1")
            // Another address has to wait as well, but not the one its owner uses.
            #expect(
                try await Browser(office, from: "10.0.0.67").logIn("the-viewer", GuardedOffice.password).status
                    == .tooManyRequests)
            _ = try await office.browser(as: .viewer, from: "10.0.0.1")
            office.clock.advance(by: 1)
            _ = try await office.browser(as: .viewer, from: "10.0.0.66")
            #expect(try office.outcomes(of: .logIn).filter { $0 == .slowed }.count == 2)
        }
    }

    @Test func `a role opens what it names, and the log names who tried more`() async throws {
        try await GuardedOffice.with { office in
            for role in [Role.viewer, .clerk] {
                #expect(try await office.browser(as: role).get("/audit").status == .forbidden)
            }
            let page = try await Asking.text(of: office.browser(as: .editor).get("/audit?lang=en"))
            #expect(page.contains("GET /audit") && page.contains("refused: role") && page.contains("the-clerk"))
            #expect(try office.store.audit().filter { $0.outcome == .role }.map(\.who) == ["the-viewer", "the-clerk"])
        }
    }

    @Test func `a new role counts at once`() async throws {
        try await GuardedOffice.with { office in
            let browser = try await office.browser(as: .viewer)
            try office.store.setRole(.editor, of: "the-viewer")
            #expect(try await browser.get("/audit").status == .ok)
        }
    }

    @Test func `behind a proxy cookies go over HTTPS alone, and addresses are those the proxy names`() async throws {
        let site = try #require(Site(publicAddress: "https://figures.example.jp/"))
        try await GuardedOffice.with(site: site) { office in
            let ask = Asking(office.dashboard)
            let headers: HTTPFields = [.forwardedFor: "192.0.2.99, 198.51.100.7"]
            let form = try await ask("/login", authority: "figures.example.jp", headers: headers)
            let cookie = try #require(form.headers[values: .setCookie].first)
            #expect(cookie.hasPrefix("__Host-dmo-form=") && cookie.contains("; Secure"))
            _ = try await ask("/loads", authority: "figures.example.jp", headers: headers)
            // What the asker itself claimed stands before the proxy's word; who is no proxy is not believed at all.
            _ = try await ask("/loads", authority: "figures.example.jp", headers: headers, from: "203.0.113.5")
            #expect(try office.store.audit().map(\.from) == ["198.51.100.7", "203.0.113.5"])
            #expect(try await ask("/loads", authority: "evil.example").status == .misdirectedRequest)
        }
    }

    @Test func `as long as there are no users everybody looks, nobody writes, and the first user closes the door`()
        async throws
    {
        try await Asking.withWorkspace([:]) { workspace in
            let people = People(workspace.folder, site: .local, cost: GuardedOffice.cheap)
            let ask = Asking(Dashboard(workspace, people: people))
            #expect(try await ask("/loads").status == .ok)
            #expect(try await ask("/audit").status == .forbidden)
            #expect(try await ask("/upload", method: .post).status == .methodNotAllowed)
            let store = try workspace.folder.accounts()
            #expect(try await ask("/loads").status == .ok)
            _ = try store.add("tanaka", role: .viewer, password: GuardedOffice.password, cost: GuardedOffice.cheap)
            #expect(try await ask("/loads").status == .seeOther)
            try store.setOpen(false, "tanaka")
            #expect(try await ask("/loads").status == .seeOther)
        }
    }
}

struct SiteTests {
    @Test(arguments: [
        "http://figures.example.jp", "https://", "https://a/b", "figures.example.jp", "https://a b", "https://u@h", "",
    ])
    func `only an address a browser could show is taken`(text: String) {
        #expect(Site(publicAddress: text) == nil)
    }

    @Test func `a form comes from the very page, or from elsewhere`() throws {
        let site = try #require(Site(publicAddress: "https://Figures.example.jp:443"))
        #expect(site.isOwn(origin: "https://figures.example.jp", authority: "figures.example.jp"))
        #expect(site.isOwn(origin: "http://localhost:8080", authority: "localhost:8080"))
        for origin in [
            nil, "null", "", "http://figures.example.jp", "https://figures.example.jp.evil.example",
            "http://localhost:8081",
        ] {
            #expect(!site.isOwn(origin: origin, authority: "localhost:8080"), "\(origin ?? "none")")
        }
        #expect(!Site.local.isOwn(origin: "http://evil.example", authority: "evil.example"))
    }

    @Test(arguments: [
        ("/places?lang=en&through=2018-12", "/places?lang=en&through=2018-12"), ("//evil.example/", "/"),
        ("/\\evil.example", "/"), ("https://evil.example", "/"), ("/a\r\nSet-Cookie: x=y", "/"), ("", "/"), (nil, "/"),
    ])
    func `after logging in one stays here`(asked: String?, next: String) {
        #expect(LogInPages.next(asked) == next)
    }
}

struct RefusalMeterTests {
    @Test func `a flood of refusals leaves a bounded number of lines, the last saying so, and other addresses room`() {
        let clock = HandClock()
        var meter = RefusalMeter()
        let answers = (0..<10_000).map { _ in meter.count("10.0.0.66", at: clock.now) }
        #expect(answers.filter { $0 == .write }.count == RefusalMeter.perAddress - 1)
        #expect(answers.filter { $0 == .writeLast }.count == 1)
        #expect(meter.count("10.0.0.67", at: clock.now) == .write)
        let all = (0..<10_000).map { meter.count("x\($0)", at: clock.now) }.filter { $0 != .leaveOut }.count
        #expect(all < RefusalMeter.inAll)
        clock.advance(by: 60)
        #expect(meter.count("10.0.0.66", at: clock.now) == .write)
    }
}
