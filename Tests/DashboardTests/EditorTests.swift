import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Testing
import VisitorLedger
import Workspace

@testable import Dashboard

/// What an editor decides in the browser, and a clerk does not.
struct EditorTests {
    private let counts = ["counts.csv": "SampleData/illustrative/akiyoshidai/akiyoshidai-2013-2019.csv"]
    /// March 2018 with a digit too many: a doubtful count.
    private let digit = (old: "H30.3,秋吉台,確報,26385,", new: "H30.3,秋吉台,確報,263850,")

    private static let decisions = [EditorPages.acknowledgePath, EditorPages.publishPath, EditorPages.withdrawPath]

    @Test func `a clerk decides nothing, and the log says that they tried`() async throws {
        try await GuardedOffice.with(counts, changing: digit) { office in
            let clerk = try await office.browser(as: .clerk)
            #expect(try await clerk.get(EditorPages.path).status == .forbidden)
            let form = try await clerk.hidden("form", of: clerk.get("/upload"))
            for path in Self.decisions {
                let fields = ["form": form, "reason": "x", "note": "x", "load": "1", "id": "x"]
                #expect(try await clerk.post(path, fields).status == .forbidden, "\(path)")
            }
            #expect(try office.outcomes().filter { $0 == .role }.count == 4)
            #expect(try office.workspace.publications().isEmpty)
            #expect(try office.workspace.loadList().loads.allSatisfy { $0.withdrawal == nil })
        }
    }

    @Test func `a form from elsewhere decides nothing`() async throws {
        try await GuardedOffice.with(counts, changing: digit) { office in
            let editor = try await office.browser(as: .editor)
            for path in Self.decisions {
                let fields = ["form": "AAAA", "reason": "x", "note": "x", "load": "1", "id": "x"]
                #expect(try await editor.post(path, fields).status == .forbidden, "\(path)")
            }
            #expect(try office.workspace.publications().isEmpty)
            #expect(try office.workspace.loadList().loads.allSatisfy { $0.withdrawal == nil })
        }
    }

    @Test func `an editor says that a doubtful count is right, with a reason, and it is on record with their name`()
        async throws
    {
        try await GuardedOffice.with(counts, changing: digit) { office in
            let open = try office.workspace.findings().filter { $0.acknowledgement == nil }
            let doubt = try #require(open.first)
            let editor = try await office.browser(as: .editor)
            let page = try await editor.get(EditorPages.path + "?lang=en")
            #expect(page.status == .ok)
            let form = try await editor.hidden("form", of: page)
            let without = try await editor.post(
                EditorPages.acknowledgePath, ["form": form, "id": doubt.id, "reason": "  "])
            #expect(without.status == .conflict)
            let with = try await editor.post(
                EditorPages.acknowledgePath, ["form": form, "id": doubt.id, "reason": "national festival"])
            #expect(with.status == .seeOther)
            let now = try #require(try office.workspace.findings().first { $0.id == doubt.id })
            #expect(now.acknowledgement?.by == "the-editor")
            #expect(now.acknowledgement?.reason == "national festival")
            let log = try office.store.audit().filter { $0.action == .acknowledge }
            #expect(log.map(\.outcome) == [.failed, .done])
            #expect(log.last?.subject == doubt.id && log.last?.who == "the-editor")
        }
    }

    @Test func `an editor withdraws a load, and its counts are gone`() async throws {
        try await GuardedOffice.with(counts, changing: digit) { office in
            let editor = try await office.browser(as: .editor)
            let form = try await editor.hidden("form", of: editor.get(EditorPages.path))
            let fields = ["form": form, "load": "1", "reason": "sent by mistake"]
            #expect(try await editor.post(EditorPages.withdrawPath, fields).status == .seeOther)
            let load = try #require(try office.workspace.loadList().loads.first)
            #expect(load.withdrawal?.by == "the-editor" && load.withdrawal?.reason == "sent by mistake")
            // Twice is once too often.
            #expect(try await editor.post(EditorPages.withdrawPath, fields).status == .conflict)
            #expect(try office.store.audit().filter { $0.action == .withdraw }.map(\.outcome) == [.done, .failed])
        }
    }

    @Test func `an editor publishes under their name, and says why while doubts are open`() async throws {
        try await GuardedOffice.with(counts, changing: digit) { office in
            let editor = try await office.browser(as: .editor)
            let form = try await editor.hidden("form", of: editor.get(EditorPages.path))
            #expect(try await editor.post(EditorPages.publishPath, ["form": form]).status == .conflict)
            #expect(try office.workspace.publications().isEmpty)
            let fields = ["form": form, "note": "asked again"]
            #expect(try await editor.post(EditorPages.publishPath, fields).status == .seeOther)
            let publication = try #require(try office.workspace.publications().first)
            #expect(publication.by == "the-editor" && publication.note == "asked again")
            #expect(try office.store.audit().last?.subject == "publication \(publication.id)")
        }
    }

    @Test func `whoever knows the present password changes it, and every other session ends`() async throws {
        try await GuardedOffice.with { office in
            let elsewhere = try await office.browser(as: .viewer)
            let viewer = try await office.browser(as: .viewer)
            let form = try await viewer.hidden("form", of: viewer.get(PasswordPage.path))
            func change(_ present: String, _ new: String, _ again: String) async throws -> HTTPResponse.Status {
                try await viewer.post(
                    PasswordPage.path, ["form": form, "present": present, "new": new, "again": again]
                ).status
            }
            let new = "another long password"
            #expect(try await change("wrong password", new, new) == .forbidden)
            #expect(try await change(GuardedOffice.password, new, "something else") == .badRequest)
            #expect(try await change(GuardedOffice.password, "short", "short") == .badRequest)
            #expect(try await elsewhere.get("/loads").status == .ok)
            #expect(try await change(GuardedOffice.password, new, new) == .seeOther)
            #expect(try await viewer.get("/loads").status == .ok)
            #expect(try await elsewhere.get("/loads").status == .seeOther)
            #expect(try await Browser(office).logIn("the-viewer", GuardedOffice.password).status == .forbidden)
            #expect(try await Browser(office).logIn("the-viewer", new).status == .seeOther)
            let log = try office.store.audit().filter { $0.action == .changePassword }
            #expect(log.map(\.outcome) == [.wrongPassword, .done])
        }
    }
}
