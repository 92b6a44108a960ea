import Foundation
import Testing

/// Every wording of the program, read from its sources: a pair of languages, neither of them forgotten.
///
/// The compiler sees to it that both are given; it cannot see that one is empty or in the other's language.
struct TextCatalogueTests {
    private struct Wording {
        let file: String
        let japanese: String
        let english: String
    }

    /// Pairs written as literals; those put together from parts are literals further down.
    private static func wordings() throws -> [Wording] {
        let sources = DMOCommand.projectFolder + "/Sources"
        // A text over several lines begins with three quotes: two of them must not be read as an empty text.
        let literal = #""(?!"")((?:[^"\\]|\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\\.)*)""#
        let pattern = try NSRegularExpression(
            pattern: #"BilingualText\(\s*ja:\s*"# + literal + #"\s*,\s*en:\s*"# + literal)
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources).filter { $0.hasSuffix(".swift") }
        return try files.sorted().flatMap { file -> [Wording] in
            let text = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
            let whole = NSRange(text.startIndex..., in: text)
            return pattern.matches(in: text, range: whole).compactMap { match -> Wording? in
                guard let one = Range(match.range(at: 1), in: text), let other = Range(match.range(at: 2), in: text)
                else { return nil }
                return Wording(file: file, japanese: plain(String(text[one])), english: plain(String(text[other])))
            }
        }
    }

    /// A literal without what is put into it while the program runs.
    private static func plain(_ literal: String) -> String {
        literal.replacing(/\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/, with: "#")
    }

    private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
        (0x3041...0x30FF).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
    }

    @Test func `no wording lacks a language`() throws {
        let wordings = try Self.wordings()
        // Fewer would mean that the reading above has gone blind.
        #expect(wordings.count > 1000)
        for wording in wordings where wording.japanese.isEmpty != wording.english.isEmpty {
            Issue.record("\(wording.file): “\(wording.japanese)” / “\(wording.english)”")
        }
    }

    @Test func `no Japanese stands in English, but as an example of what a file may say`() throws {
        for wording in try Self.wordings() where wording.english.unicodeScalars.contains(where: Self.isJapanese) {
            // Examples stand in brackets or after these words.
            let unbracketed = wording.english.replacing(/\([^)]*\)/, with: "")
            let isExample =
                wording.english.contains("such as") || wording.english.contains("Write it as")
                || !unbracketed.unicodeScalars.contains(where: Self.isJapanese)
            #expect(isExample, "\(wording.file): \(wording.english)")
        }
    }

    @Test func `no English sentence stands in for a Japanese one`() throws {
        for wording in try Self.wordings() where !wording.japanese.unicodeScalars.contains(where: Self.isJapanese) {
            // Names of formats and programs, numbers and marks are the same in both.
            let words = wording.japanese.split { !$0.isLetter }.filter {
                $0.count > 2 && $0.contains(where: \.isLowercase)
            }
            #expect(words.count < 3, "\(wording.file): \(wording.japanese)")
        }
    }
}
