import ByteStreams
import Diagnostics
import FoundationEssentials
import Languages
import TestSupport
import Testing

struct FileByteChunksTests {
    @Test func `a file comes in bounded chunks with the hash of the whole`() throws {
        let file = try TemporaryFile([UInt8](repeating: UInt8(ascii: "a"), count: 1000))
        var chunks = try FileByteChunks(path: file.path, bytesPerChunk: 300)
        var sizes: [Int] = []
        while let chunk = try chunks.next() { sizes.append(chunk.count) }
        let content = try chunks.finish()
        #expect(sizes == [300, 300, 300, 100])
        #expect(content.byteCount == 1000)
        #expect(content.hash.hexadecimal == "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3")
    }

    @Test func `finishing early still hashes the whole file`() throws {
        let file = try TemporaryFile("abc")
        var chunks = try FileByteChunks(path: file.path, bytesPerChunk: 1)
        _ = try chunks.next()
        let content = try chunks.finish()
        #expect(content.byteCount == 3)
        #expect(content.hash == ContentHash(of: Array("abc".utf8)))
    }

    @Test func `what cannot be read is named as the user named it`() throws {
        let folder = FileManager.default.temporaryDirectory.path()
        #expect(throws: FileReadingError(.notFound, path: "計数.csv", errorNumber: 2)) {
            _ = try FileByteChunks(path: folder + "/no-such-file-here", displayName: "計数.csv")
        }
        #expect(throws: FileReadingError(.isDirectory, path: folder)) { _ = try FileByteChunks(path: folder) }
        #expect(throws: FileReadingError(.notRegularFile, path: "/dev/null")) {
            _ = try FileByteChunks(path: "/dev/null")
        }
    }

    @Test func `a file that grows while it is read is refused`() throws {
        let file = try TemporaryFile("1,2\n")
        var chunks = try FileByteChunks(path: file.path)
        _ = try chunks.next()
        let handle = try #require(FileHandleForAppending(path: file.path))
        handle.append("3,4\n")
        #expect(throws: FileReadingError(.changedWhileReading, path: file.path)) { _ = try chunks.finish() }
    }

    @Test(arguments: FileReadingError.Code.allCases)
    func `every failure has both languages and a remedy`(code: FileReadingError.Code) throws {
        let diagnostic = FileReadingError(code, path: "計数.csv", errorNumber: 5).diagnostic
        let remedy = try #require(diagnostic.remedy)
        #expect(diagnostic.code == "file.\(code.rawValue)")
        #expect(diagnostic.position?.file == "計数.csv")
        #expect(diagnostic.message.ja.hasSuffix("。") && diagnostic.message.en.hasSuffix("."))
        #expect(remedy.ja.hasSuffix("ください。") && remedy.en.hasSuffix("."))
    }
}

/// Appends to a file by writing it anew, in place, as a copy under way does.
private struct FileHandleForAppending {
    let path: String
    let content: Data

    init?(path: String) {
        guard let content = FileManager.default.contents(atPath: path) else { return nil }
        self.path = path
        self.content = content
    }

    func append(_ text: String) {
        // Without `.atomic` the file keeps its identity, so the open descriptor sees the new bytes.
        try? (content + Data(text.utf8)).write(to: URL(filePath: path))
    }
}
