import ArrowReading
import Foundation
import TestSupport
import Testing

struct ArrowStreamReaderTests {
    private func bytes(_ text: String) throws -> [UInt8] { Array(try #require(Data(base64Encoded: text))) }

    @Test func `flat columns of two batches come out with their missing values`() throws {
        let table = try ArrowStreamReader.table(of: bytes(ArrowStreams.flat))
        #expect(table.names == ["place", "n", "small", "x", "ok", "d", "day", "at"])
        #expect(table.rowCount == 3)
        #expect(table.columns[0] == [.text("秋芳洞"), .null, .text("")])
        #expect(table.columns[1] == [.integer(1), .null, .integer(.min)])
        #expect(table.columns[2] == [.integer(-1), .integer(2), .null])
        #expect(table.columns[3] == [.double(0.5), .null, .double(-2.25)])
        #expect(table.columns[4] == [.boolean(true), .boolean(false), .null])
        #expect(
            table.columns[5] == [.decimal(coefficient: 1250, scale: 2), .null, .decimal(coefficient: -1, scale: 2)])
        #expect(table.columns[6] == [.date(15796), .null, .date(-1)])
        #expect(table.columns[7] == [.timestamp(microseconds: 0), .null, .timestamp(microseconds: 1000)])
    }

    @Test func `a result without rows keeps its columns`() throws {
        let table = try ArrowStreamReader.table(of: bytes(ArrowStreams.empty))
        #expect(table.rowCount == 0)
        #expect(table.names.count == 8)
    }

    @Test(arguments: ["compressed", "dictionary", "nested", "null type"])
    func `what the reader does not know is refused by name`(feature: String) throws {
        let streams = [
            "compressed": ArrowStreams.compressed, "dictionary": ArrowStreams.dictionary,
            "nested": ArrowStreams.nested, "null type": ArrowStreams.nullType,
        ]
        let stream = try bytes(#require(streams[feature]))
        #expect {
            _ = try ArrowStreamReader.table(of: stream)
        } throws: { error in
            if case .unsupported? = error as? ArrowError { true } else { false }
        }
    }

    @Test func `a stream cut off or changed anywhere never traps`() throws {
        let whole = try bytes(ArrowStreams.flat)
        for length in 0..<whole.count { _ = try? ArrowStreamReader.table(of: Array(whole[..<length])) }
        for place in whole.indices {
            for value in [0x00, 0x01, 0x7F, 0x80, 0xFF] as [UInt8] {
                var broken = whole
                broken[place] = value
                _ = try? ArrowStreamReader.table(of: broken)
            }
        }
    }
}
