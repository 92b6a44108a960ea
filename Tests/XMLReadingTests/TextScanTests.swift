import Testing

@testable import XMLReading

/// What is looked for many bytes at a time is held against a look at each byte.
struct TextScanTests {
    @Test func `the well-formed beginning of bytes is the same by the quick way and the slow`() {
        var state: UInt64 = 5
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let pieces = ["a", "秋吉台", "é", "𠮟", "\n", "0123456789"].map { Array($0.utf8) }
        var undecodable = 0
        for _ in 0..<20_000 {
            var bytes = (0..<random(8)).flatMap { _ in pieces[random(pieces.count)] }
            if !bytes.isEmpty, random(3) > 0 { bytes[random(bytes.count)] = UInt8(random(256)) }
            if random(3) == 0 { bytes.removeLast(min(bytes.count, random(3))) }
            let (quick, slow) = (TextScan.wellFormedPrefix(of: bytes), UTF8Check.wellFormedPrefix(of: bytes))
            #expect(quick == slow, "\(bytes)")
            undecodable += quick.isUndecodable ? 1 : 0
        }
        #expect(undecodable > 1_000)
    }

    @Test func `zeros and line ends are found wherever they stand`() {
        let bytes = Array("ab\ncd\n".utf8) + [0] + Array("\n".utf8)
        #expect(TextScan.firstZero(in: bytes) == 6)
        #expect(TextScan.firstZero(in: [1, 2]) == nil && TextScan.firstZero(in: []) == nil)
        #expect(TextScan.lineEnds(in: bytes, upTo: 6) == (2, 5))
        #expect(TextScan.lineEnds(in: bytes, upTo: 5) == (1, 2))
        #expect(TextScan.lineEnds(in: [], upTo: 0) == (0, nil))
    }
}
