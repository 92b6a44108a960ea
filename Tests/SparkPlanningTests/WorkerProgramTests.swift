import Testing

@testable import SparkPlanning

struct WorkerProgramTests {
    @Test func `names reach the workers as they are, through SQL and through a shell`() {
        let program = WorkerProgram(
            path: "/opt/it's/dmo", workspace: "/data/市 \\ 1", pipeline: "gates", definition: "d")
        let text = program.statement(reading: [("/data/a'b.xml", "a'b.xml"), ("/data/c.xml", "c.xml")])
        // A shell sees '/opt/it'\''s/dmo'; SQL's literals then escape quotes and backslashes.
        #expect(
            text.contains(
                #"USING '\'/opt/it\'\\\'\'s/dmo\' \'read-on-worker\' \'gates\' \'--workspace\' \'/data/市 \\ 1\''"#))
        #expect(text.contains(#"('/data/a\'b.xml', 'a\'b.xml')"#))
        #expect(text.contains("REPARTITION(2)"))
    }

    @Test func `a part of a URL is read as it was`() {
        #expect(SparkText.percentDecoded("a%20b%E6%B4%9E%25") == "a b洞%")
        #expect(SparkText.percentDecoded("a%2") == nil)
        #expect(SparkText.percentDecoded("a%+1b") == nil)
        #expect(SparkText.percentDecoded("%FF") == nil)
    }
}
