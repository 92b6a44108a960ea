import ByteStreams
import Diagnostics
import Languages
import TestSupport
import Testing

struct ContentChunksTests {
    /// `python3 -c "import gzip; gzip.compress(b'month,visitors\n2013-04,1200\n', mtime=0)"`.
    private static let packed: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0xCD, 0xCF, 0x2B, 0xC9, 0xD0,
        0x29, 0xCB, 0x2C, 0xCE, 0x2C, 0xC9, 0x2F, 0x2A, 0xE6, 0x32, 0x32, 0x30, 0x34, 0xD6, 0x35, 0x30,
        0xD1, 0x31, 0x34, 0x32, 0x30, 0xE0, 0x02, 0x00, 0x9D, 0xF5, 0xB5, 0x3F, 0x1C, 0x00, 0x00, 0x00,
    ]
    private static let content = Array("month,visitors\n2013-04,1200\n".utf8)

    private func content(of bytes: [UInt8], bytesPerChunk: Int = 64) throws -> [UInt8] {
        let file = try TemporaryFile(bytes)
        var chunks = try ContentChunks(path: file.path, bytesPerChunk: bytesPerChunk)
        var content: [UInt8] = []
        while let chunk = try chunks.next() { content += chunk }
        return content
    }

    @Test(arguments: [1, 2, 3, 7, 64])
    func `a gzip file gives what is packed in it, however it is cut into chunks`(bytesPerChunk: Int) throws {
        #expect(try content(of: Self.packed, bytesPerChunk: bytesPerChunk) == Self.content)
    }

    @Test func `a plain file gives its bytes, also when it is shorter than a signature`() throws {
        #expect(try content(of: Self.content, bytesPerChunk: 5) == Self.content)
        #expect(try content(of: [0x1F]) == [0x1F])
        #expect(try content(of: []) == [])
    }

    @Test func `the hash is that of the bytes as delivered`() throws {
        let file = try TemporaryFile(Self.packed)
        var chunks = try ContentChunks(path: file.path)
        while try chunks.next() != nil {}
        let isCompressed = chunks.isCompressed
        #expect(isCompressed)
        let delivered = try chunks.finish()
        #expect(delivered.hash == ContentHash(of: Self.packed))
        #expect(delivered.byteCount == Self.packed.count)
    }

    @Test func `members joined end to end give all their content, zeros behind them nothing`() throws {
        #expect(
            try content(of: Self.packed + Self.packed + [0, 0, 0], bytesPerChunk: 4) == Self.content + Self.content)
    }

    @Test(arguments: [2, 10, 20, 45])
    func `a gzip file that was cut off is said to be so`(length: Int) {
        let error = #expect(throws: FileReadingError.self) {
            try content(of: Array(Self.packed.prefix(length)), bytesPerChunk: 8)
        }
        #expect(error?.code == .gzipTruncated)
        #expect(
            error?.diagnostic.message(.english)
                == "The gzip file ends before its content does. Nothing was taken from it.")
    }

    @Test func `a wrong checksum and bytes behind the end are damage`() {
        var broken = Self.packed
        broken[broken.count - 6] ^= 0xFF
        for bytes in [broken, Self.packed + Array("rest".utf8)] {
            let error = #expect(throws: FileReadingError.self) { try content(of: bytes) }
            #expect(error?.code == .gzipDamaged)
        }
    }

    @Test func `a file made to fill memory stops at the limit and names it`() throws {
        // 200 MiB of zeros in 200 kB, at 1,029 to 1.
        let file = try TemporaryFile([])
        try GzipWriting.zeros(megabytes: 200, to: file.path)
        var chunks = try ContentChunks(path: file.path)
        var count = 0
        do throws(FileReadingError) {
            while let chunk = try chunks.next() { count += chunk.count }
            Issue.record("the whole bomb was unpacked")
        } catch {
            #expect(error.code == .gzipGrowsTooMuch)
            #expect(error.diagnostic.message(.english).contains("limit (inflation) of 250 times"))
        }
        #expect(count < 70 << 20)
    }

    @Test func `the limit can be raised`() throws {
        let file = try TemporaryFile([])
        try GzipWriting.zeros(megabytes: 100, to: file.path)
        var chunks = try ContentChunks(path: file.path, maximumInflation: 2000)
        var count = 0
        while let chunk = try chunks.next() { count += chunk.count }
        #expect(count == 100 << 20)
    }
}
