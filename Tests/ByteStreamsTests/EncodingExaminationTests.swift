import Testing

@testable import ByteStreams

/// Stretches of ASCII that say nothing about an encoding are passed over; the verdict must not know.
struct EncodingExaminationTests {
    @Test func `passing over ASCII comes to the verdict of looking at every byte`() throws {
        var state: UInt64 = 3
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        // 秋吉台 in three encodings, half-width katakana, an escape sequence, zeros, a lone accent, lines of ASCII.
        let pieces: [[UInt8]] = [
            [0x8F, 0x48, 0x8B, 0x67, 0x91, 0xE4], [0xBD, 0xA9, 0xB5, 0xC8, 0xC2, 0xE6], Array("秋吉台".utf8),
            [0xB1, 0xB2],
            [0x1B, 0x24, 0x42, 0x30, 0x21, 0x1B, 0x28, 0x42], [0, 0x41], [0xE9], Array("2019-04-01,".utf8),
            Array(",5\r\n".utf8),
            Array("a".utf8), Array("\n".utf8),
        ]
        var found: Set<String> = []
        for _ in 0..<4_000 {
            let kinds = (0...random(3)).map { _ in random(pieces.count) } + [7, 8]
            let bytes = (0..<random(40)).flatMap { _ in pieces[kinds[random(kinds.count)]] }
            var quick = EncodingExamination()
            var slow = EncodingExamination()
            let size = 1 + random(30)
            for start in stride(from: 0, to: bytes.count, by: size) {
                let chunk = Array(bytes[start..<min(bytes.count, start + size)])
                quick.examine(chunk)
                slow.examineEachByte(chunk)
            }
            let (one, other) = (quick.finish(), slow.finish())
            #expect(one.detected == other.detected && one.markedEncoding == other.markedEncoding, "\(bytes)")
            #expect("\(one.misfit)" == "\(other.misfit)", "\(bytes)")
            found.insert(one.detected?.rawValue ?? "none")
        }
        #expect(found.count >= 5, "\(found)")
    }
}
