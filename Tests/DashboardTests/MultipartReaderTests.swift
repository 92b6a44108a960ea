import Testing

@testable import Dashboard

struct MultipartReaderTests {
    /// As a browser sends it (RFC 7578; names as WHATWG HTML has them), with text before and after that counts for nothing.
    private static let body = [
        "a preamble", "--edge", "Content-Disposition: form-data; name=\"form\"", "", "abc", "--edge",
        "Content-Disposition: form-data; name=\"file\"; filename=\"入込;%22x.csv\"", "Content-Type: text/csv", "",
        "月,人数", "--edg is no edge", "--edge--", "an epilogue",
    ].joined(separator: "\r\n")

    private func events(_ bytes: [UInt8], pieces: Int) throws -> [MultipartReader.Event] {
        var reader = try #require(MultipartReader(contentType: "multipart/form-data; boundary=edge"))
        var events: [MultipartReader.Event] = []
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            for event in try reader.take(Array(bytes[start..<min(start + pieces, bytes.count)])) {
                if case .bytes(let more) = event, case .bytes(let last)? = events.last {
                    events[events.count - 1] = .bytes(last + more)
                } else {
                    events.append(event)
                }
            }
        }
        try reader.finish()
        return events
    }

    @Test(arguments: 1...80)
    func `the parts are the same however the bytes come`(pieces: Int) throws {
        #expect(
            try events(Array(Self.body.utf8), pieces: pieces) == [
                .part(name: "form", fileName: nil), .bytes(Array("abc".utf8)), .end,
                .part(name: "file", fileName: "入込;\"x.csv"), .bytes(Array("月,人数\r\n--edg is no edge".utf8)), .end,
            ])
    }

    @Test(arguments: [
        "", "--edge", "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut off", "--edgeX\r\n",
        "--edge\r\nContent-Type: text/plain\r\n\r\nno name\r\n--edge--",
        "--edge\r\n" + String(repeating: "X-Long: 1\r\n", count: 1_000) + "\r\n",
    ])
    func `what is no form is refused`(text: String) {
        #expect(throws: BodyProblem.self) { try events(Array(text.utf8), pieces: 7) }
    }

    @Test func `no more than a delimiter is kept back`() throws {
        var reader = try #require(MultipartReader(contentType: "multipart/form-data; boundary=\"edge\""))
        _ = try reader.take(Array("--edge\r\nContent-Disposition: form-data; name=a; filename=b\r\n\r\n".utf8))
        var count = 0
        for _ in 0..<100 {
            for case .bytes(let bytes) in try reader.take(Array(repeating: 120, count: 1_000)) { count += bytes.count }
        }
        #expect(count > 99_980)
    }

    @Test(arguments: [
        nil, "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "application/x-www-form-urlencoded",
    ])
    func `another type is no form with files`(type: String?) {
        #expect(MultipartReader(contentType: type) == nil)
    }
}

struct UploadedNameTests {
    @Test(arguments: [
        ("入込 2013-04.csv", "入込 2013-04.csv"), ("../../etc/passwd", "passwd"), ("C:\\Users\\x\\a.csv", "a.csv"),
        ("..", "upload.csv"), ("", "upload.csv"), (".htaccess", "htaccess"), ("a/", "a"), ("-rf.csv", "rf.csv"),
        ("a\u{0}b\nc.csv", "abc.csv"), ("x\u{202E}vsc.exe", "xvsc.exe"), ("<img src=x>.csv", "_img src=x_.csv"),
        ("a*?.csv", "a__.csv"), ("file.csv. ", "file.csv"),
    ])
    func `whatever a name claims, it is one plain name`(claimed: String, name: String) {
        #expect(UploadedName.safe(claimed) == name)
    }

    @Test func `a name that is too long for a disk keeps its ending`() {
        let name = UploadedName.safe(String(repeating: "秋", count: 300) + ".csv")
        #expect(name.utf8.count <= 180 && name.hasSuffix("秋.csv"))
        #expect(UploadedName.safe(String(repeating: "x", count: 300)).utf8.count <= 180)
        #expect(UploadedName.safe("a." + String(repeating: "秋", count: 300)).utf8.count <= 180)
    }
}
