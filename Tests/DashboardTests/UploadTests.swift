import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Testing
import VisitorLedger
import Workspace

@testable import Dashboard

extension Browser {
    /// Sends a file as the form of the page does.
    func upload(
        _ name: String, _ text: String, pipeline: String = "", form: String? = nil,
        origin: String? = "http://localhost:8080"
    ) async throws -> Response {
        let token = if let form { form } else { try await hidden("form", of: get("/upload")) }
        let body = [
            "--edge", "Content-Disposition: form-data; name=\"form\"", "", token, "--edge",
            "Content-Disposition: form-data; name=\"pipeline\"", "", pipeline, "--edge",
            "Content-Disposition: form-data; name=\"file\"; filename=\"\(name)\"", "Content-Type: text/csv", "", text,
            "--edge--", "",
        ].joined(separator: "\r\n")
        return try await post(
            "/upload", RequestBody(buffer: ByteBuffer(string: body)), type: "multipart/form-data; boundary=edge",
            origin: origin)
    }

    /// Decides about a file at the address of its page.
    func decide(_ action: String, _ location: String) async throws -> Response {
        let path = location.prefix { $0 != "?" }
        return try await post("\(path)/\(action)", ["form": hidden("form", of: get(String(path)))])
    }
}

/// A file on its way from a browser into the ledger, or not.
struct UploadTests {
    private static func sample(_ name: String) throws -> String {
        try String(contentsOfFile: Asking.project + "/SampleData/" + name, encoding: .utf8)
    }
    private static let counts = "illustrative/akiyoshidai/akiyoshidai-2013-2019.csv"
    private static let faults = "with-faults/akiyoshidai-with-faults.csv"

    private func loads(_ office: GuardedOffice) throws -> [LoadSummary] { try office.workspace.loadList().loads }

    @Test func `a clerk sees what a file would do, has it loaded, and the figures move`() async throws {
        try await GuardedOffice.with { office in
            let clerk = try await office.browser(as: .clerk)
            let sent = try await clerk.upload(
                "akiyoshidai-2013-2019.csv", Self.sample(Self.counts), pipeline: "akiyoshidai")
            #expect(sent.status == .seeOther)
            let place = try #require(sent.headers[.location])
            let preview = try await Asking.text(of: clerk.get(place.replacing("lang=ja", with: "lang=en")))
            // What the file has for March 2019, and that nothing stood before.
            #expect(preview.contains("26,900") && preview.contains("accepted") && preview.contains("is not loaded yet"))
            #expect(try loads(office).isEmpty)

            #expect(try await clerk.decide("load", place).status == .seeOther)
            let load = try #require(loads(office).first)
            // `sha256sum` of the file.
            #expect(load.header.sha256 == Self.sha256OfCounts)
            #expect(
                load.header.fileName.hasPrefix("inbox/uploads/")
                    && load.header.fileName.hasSuffix("/akiyoshidai-2013-2019.csv"))
            let after = try await Asking.text(of: clerk.get(place.replacing("lang=ja", with: "lang=en")))
            #expect(after.contains("is in the ledger as load 1"))
            #expect(try await clerk.get("/?lang=en").status == .ok)
            #expect(try office.store.audit().map(\.action) == [.logIn, .upload, .load])
            #expect(try office.store.audit().last?.subject.contains("load 1") == true)

            let again = try await clerk.upload("another name.csv", Self.sample(Self.counts), pipeline: "akiyoshidai")
            let known = try await Asking.text(of: clerk.get(try #require(again.headers[.location])))
            #expect(known.contains("読み込み 1 番として記録済み") && !known.contains("/load\""))
        }
    }

    private static let sha256OfCounts = "01a6fae0fcc4c40c50070d9b48b10dde92ff531376e017581c1d5ac9d5bef62f"

    @Test func `each fault is named with its cell before anything is recorded, and the mended file goes in`()
        async throws
    {
        try await GuardedOffice.with { office in
            let clerk = try await office.browser(as: .clerk)
            let sent = try await clerk.upload("faults.csv", Self.sample(Self.faults), pipeline: "akiyoshidai")
            let place = try #require(sent.headers[.location]).replacing("lang=ja", with: "lang=en")
            let preview = try await Asking.text(of: clerk.get(place))
            for cell in ["D5", "D6", "D7", "A8", "A9", "B10", "C11"] {
                #expect(preview.contains(">\(cell)<"), "\(cell)")
            }
            #expect(try await clerk.decide("discard", place).status == .seeOther)
            #expect(try await clerk.get(place).status == .notFound)
            #expect(try loads(office).isEmpty)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: office.workspace.folder.path + "/.uploads").isEmpty)
            #expect(try office.store.audit().map(\.action).contains(.discard))
        }
    }

    @Test func `what no pipeline reads is told why, and cannot be loaded`() async throws {
        try await GuardedOffice.with { office in
            let clerk = try await office.browser(as: .clerk)
            let sent = try await clerk.upload("letter.txt", "Dear all,\r\nsee you.\r\n")
            let page = try await Asking.text(of: clerk.get(try #require(sent.headers[.location])))
            #expect(page.contains("読み取れません") && page.contains("処理（pipeline）がありません") && !page.contains("/load\""))
            #expect(try await clerk.decide("load", #require(sent.headers[.location])).status == .seeOther)
            #expect(try loads(office).isEmpty)
        }
    }

    @Test func `when the ledger has changed since, what would happen is shown anew and nothing is loaded`() async throws
    {
        try await GuardedOffice.with { office in
            let clerk = try await office.browser(as: .clerk)
            let sent = try await clerk.upload("counts.csv", Self.sample(Self.counts), pipeline: "akiyoshidai")
            let place = try #require(sent.headers[.location])
            let other = office.workspace.folder.path + "/faults.csv"
            try Self.sample(Self.faults).write(toFile: other, atomically: true, encoding: .utf8)
            _ = try await office.workspace.load(LoadRequest(paths: [other], pipeline: "akiyoshidai"))
            _ = try await clerk.decide("load", place)
            #expect(try loads(office).map(\.header.fileName) == ["faults.csv"])
            #expect(try office.outcomes(of: .load) == [.changed])
            #expect(try await Asking.text(of: clerk.get(place)).contains("台帳が変わったため"))
            // Having seen it, the clerk decides again.
            _ = try await clerk.decide("load", place)
            #expect(try loads(office).count == 2)
        }
    }

    @Test func `other bytes than those shown are not loaded`() async throws {
        try await GuardedOffice.with { office in
            let clerk = try await office.browser(as: .clerk)
            let sent = try await clerk.upload("counts.csv", Self.sample(Self.counts), pipeline: "akiyoshidai")
            let place = try #require(sent.headers[.location])
            let id = place.dropFirst("/upload/".count).prefix { $0 != "?" }
            let path = office.workspace.folder.path + "/.uploads/\(id)/counts.csv"
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
            try Self.sample(Self.counts).replacing("26900", with: "26901").write(
                toFile: path, atomically: false, encoding: .utf8)
            _ = try await clerk.decide("load", place)
            #expect(try loads(office).isEmpty)
            #expect(try office.outcomes(of: .load) == [.failed])
        }
    }

    @Test func `no more files wait than are allowed, and none longer than two hours`() async throws {
        try await GuardedOffice.with { office in
            let clerk = try await office.browser(as: .clerk)
            for number in 1...UploadDesk.perAccount {
                #expect(try await clerk.upload("\(number).csv", "a,b\r\n1,2\r\n").status == .seeOther)
            }
            #expect(try await clerk.upload("more.csv", "a,b\r\n").status == .conflict)
            let folder = office.workspace.folder.path + "/.uploads"
            // A folder an earlier run left: long ago on the disk's own clock.
            try FileManager.default.createDirectory(atPath: folder + "/left", withIntermediateDirectories: false)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: folder + "/left")
            office.clock.advance(by: UploadDesk.seconds)
            let again = try await office.browser(as: .clerk)
            let sent = try await again.upload("now.csv", "a,b\r\n1,2\r\n")
            #expect(sent.status == .seeOther)
            let left = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(left.count == 1 && sent.headers[.location]?.contains(left[0]) == true)
        }
    }

    @Test(arguments: ["../../../../tmp/x.csv", "..\\..\\x.csv", "/etc/cron.d/x.csv"])
    func `a name that is a path stays within its folder`(name: String) async throws {
        try await GuardedOffice.with { office in
            let clerk = try await office.browser(as: .clerk)
            let place = try #require(try await clerk.upload(name, "a,b\r\n1,2\r\n").headers[.location])
            let id = place.dropFirst("/upload/".count).prefix { $0 != "?" }
            let files = try FileManager.default.subpathsOfDirectory(atPath: office.workspace.folder.path + "/.uploads")
            #expect(files.sorted() == [String(id), "\(id)/x.csv"])
        }
    }
}
