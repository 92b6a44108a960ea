import Testing
import VisitorModel

@testable import OfficeTables

/// What is read cheaply is held against what reads everything, on random texts.
struct QuickPathTests {
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 31
        }
    }

    @Test func `the key of an ASCII label is the same byte by byte and character by character`() {
        var random = Generator(state: 7)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...0x7F, using: &random)
                    : Array("aZ-~ \t-z9".utf8).randomElement(using: &random)!
            }
            let label = String(decoding: bytes, as: UTF8.self)
            #expect(LabelKey.narrowForm(of: label) == LabelKey.generalForm(of: label), "\(bytes)")
        }
        #expect(LabelKey.narrowForm(of: "Akiyoshi-DO 1-2") == "akiyoshido1-2")
        #expect(LabelKey.narrowForm(of: "秋") == nil)
    }

    @Test func `a label is blank exactly when its key is empty`() {
        var random = Generator(state: 11)
        let scalars: [Unicode.Scalar] = [
            " ", "\t", "\u{3000}", "\u{200B}", "\u{FEFF}", "\u{A0}", "ー", "-", "洞", "\u{3099}", "\u{0}", "\u{7F}", "x",
        ]
        for _ in 0..<5_000 {
            var view = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...3, using: &random) { view.append(scalars.randomElement(using: &random)!) }
            let label = String(view)
            #expect(LabelKey.isBlank(label) == LabelKey(label).isEmpty, "\(Array(view))")
        }
    }

    @Test func `a text made of characters is those characters, whatever their length in bytes`() {
        var random = Generator(state: 13)
        for _ in 0..<2_000 {
            let scalars = (0..<5).compactMap { _ in
                Unicode.Scalar(
                    UInt32.random(
                        in: 0..<[0x80, 0x800, 0x1_0000, 0x11_0000].randomElement(using: &random)!, using: &random))
            }
            #expect(Array(String(scalars: scalars).unicodeScalars) == scalars)
        }
    }

    @Test func `a date or time read cheaply is what the forms of periods make of it`() throws {
        var random = Generator(state: 17)
        var dates = 0
        for _ in 0..<30_000 {
            func two(_ range: ClosedRange<Int>) -> String {
                let number = String(Int.random(in: range, using: &random))
                return number.count < 2 ? "0" + number : number
            }
            let sign = ["-", "/"].randomElement(using: &random)!
            var text = "\(Int.random(in: 1860...2205, using: &random))\(sign)\(two(0...13))"
            if Bool.random(using: &random) { text += "\(sign)\(two(0...32))" }
            if Bool.random(using: &random) {
                text += "\([" ", "T"].randomElement(using: &random)!)\(two(0...25)):\(two(0...61))"
            }
            if Bool.random(using: &random) { text += ":\(two(0...61))" }
            if Int.random(in: 0..<20, using: &random) == 0 {
                text += ["Z", "0", " ", ".5"].randomElement(using: &random)!
            }
            guard let cheap = Period(timestamp: text) else { continue }
            dates += 1
            let read = try PeriodForm(text).read
            #expect(read.period == cheap && !read.isTotal && read.notices.isEmpty, "\(text)")
        }
        #expect(dates > 5_000)
        #expect(Period(timestamp: "2019-04-01 23:59:59") == PeriodReader.day("2019-04-01"))
        #expect(Period(timestamp: "2019-04/01 10:00") == nil)
    }
}

extension PeriodReader {
    fileprivate static func day(_ text: String) -> Period? { try? PeriodReader().read(text).period }
}
