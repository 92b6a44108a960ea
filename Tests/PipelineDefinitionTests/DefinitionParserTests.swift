import Diagnostics
import PipelineDefinition
import Testing

struct DefinitionParserTests {
    private func problem(in text: String) -> Diagnostic? {
        do throws(DiagnosticsError) {
            _ = try DefinitionParser(file: "a.yaml").parse(text)
            return nil
        } catch {
            return error.diagnostics.first
        }
    }

    private func expect(_ code: String, in marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let marked = MarkedText(marked)
        let problem = problem(in: marked.text)
        #expect(problem?.code == code, sourceLocation: sourceLocation)
        #expect(
            problem?.position?.description == marked.position("1️⃣", in: "a.yaml"), sourceLocation: sourceLocation)
    }

    @Test func `keys, values and members know their line and column, behind Japanese too`() throws {
        let marked = MarkedText("""
            # 見出し
            場所: { 名前: 1️⃣秋芳洞, 2️⃣種類: 洞 }
            一覧:
              - 3️⃣甲
              - 4️⃣"乙"
            """)
        let node = try DefinitionParser(file: "a.yaml").parse(marked.text)
        let place = try #require(node["場所"])
        #expect(place["名前"]?.position.description == marked.position("1️⃣", in: "a.yaml"))
        #expect(place.entries?[1].keyPosition.description == marked.position("2️⃣", in: "a.yaml"))
        let members = try #require(node["一覧"]?.members)
        #expect(members.map(\.position.description) == [
            marked.position("3️⃣", in: "a.yaml"), marked.position("4️⃣", in: "a.yaml"),
        ])
        #expect(members[0].content == .scalar("甲", isQuoted: false))
        #expect(members[1].content == .scalar("乙", isQuoted: true))
    }

    @Test func `values keep the text they were written with`() throws {
        let node = try DefinitionParser(file: "a.yaml").parse("code: 035\nyear: 2013-01\nswitch: no\nnothing:\n")
        #expect(node["code"]?.text == "035")
        #expect(node["year"]?.text == "2013-01")
        #expect(node["switch"]?.text == "no")
        #expect(node["nothing"]?.isEmpty == true)
    }

    @Test func `an unclosed quote is named where reading ended`() {
        expect("definition.not-yaml", in: "a: \"b\nc: d\n1️⃣")
    }

    @Test func `an unclosed bracket is named where reading ended`() {
        expect("definition.not-yaml", in: "a: [b, c\nd1️⃣: e\n")
    }

    @Test func `a tab in the indentation is named`() {
        expect("definition.not-yaml", in: "a:\n1️⃣\tb: c\n")
    }

    @Test func `a second colon on a line is named`() {
        expect("definition.not-yaml", in: "title: Digital Tourism1️⃣: Mine\n")
    }

    @Test func `an alias without an anchor is named`() {
        #expect(problem(in: "a: *nowhere\n")?.code == "definition.not-yaml")
        #expect(problem(in: "a: *nowhere\n")?.position?.line == 1)
    }

    @Test func `a key written twice is named`() {
        expect("definition.duplicate-key", in: "a: 1\n1️⃣b: 2\nc: 3\nb: 4\n")
        #expect(problem(in: "b: 2\nb: 4\n")?.value == "b")
    }

    @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n"])
    func `an empty file is said to be empty`(text: String) {
        #expect(problem(in: text)?.code == "definition.empty")
        #expect(problem(in: text)?.position?.description == "a.yaml:1:1")
    }

    @Test(arguments: ["a: \u{0}\nb: 1\n", "\u{0}", "a: b\u{0}c\n", "a: \u{1B}[31m\n"])
    func `control bytes are refused, not cut off`(text: String) {
        #expect(problem(in: text)?.code == "definition.not-yaml")
    }

    @Test func `a second document in a file is refused`() {
        #expect(problem(in: "a: 1\n---\nb: 2\n")?.code == "definition.not-yaml")
    }

    @Test func `a key that is a list is refused`() {
        #expect(problem(in: "? [a, b]\n: c\n")?.code == "definition.not-yaml")
    }

    @Test(.timeLimit(.minutes(1)))
    func `aliases of aliases are refused quickly`() {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...60 {
            bomb += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
        }
        #expect(problem(in: bomb)?.code == "definition.too-large")
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["*a60 : x\n", "? *a60\n: x\n", "{ [*a60] : x }\n", "? [*a60, *a60]\n: x\n"])
    func `aliases of aliases in a key are refused quickly`(key: String) {
        var bomb = "- &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...60 {
            bomb += "- &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
        }
        let lines = key.split(separator: "\n")
        bomb += "- " + lines.joined(separator: "\n  ") + "\n"
        #expect(problem(in: bomb)?.code == "definition.aliased-key")
        #expect(problem(in: bomb)?.position?.line == 62)
    }

    @Test(.timeLimit(.minutes(1)))
    func `brackets in brackets without end are refused quickly`() {
        #expect(problem(in: String(repeating: "[", count: 200_000))?.code == "definition.not-yaml")
        #expect(problem(in: String(repeating: "- ", count: 50_000) + "x")?.code == "definition.not-yaml")
    }

    @Test func `one list may be named once and used twice`() throws {
        let node = try DefinitionParser(file: "a.yaml").parse("a: &spots [cave, park]\nb: *spots\nc: \"*.csv\"\n")
        #expect(node["b"]?.members?.compactMap(\.text) == ["cave", "park"])
    }
}
