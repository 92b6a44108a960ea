import Diagnostics
import Ingestion
import Languages
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

    @Test(arguments: [
        ("Subprocess exited with status 127. Error: /bin/bash: /no/dmo: No such file", SparkError.Code.workerProgram),
        ("[OUT_OF_MEMORY] no room", .statement),
    ])
    func `a program that workers cannot run is told apart from a statement that fails`(
        detail: String, code: SparkError.Code
    ) async throws {
        struct Failing: SparkSession {
            let error: SparkError
            func events(of statement: String) -> AsyncThrowingStream<SparkEvent, any Error> {
                AsyncThrowingStream { $0.finish(throwing: error) }
            }
        }
        let address = try SparkAddress("sc://localhost")
        let cluster = SparkCluster(
            Failing(error: SparkError(.statement, server: address, detail: detail)), at: address)
        let program = WorkerProgram(path: "/no/dmo", workspace: "/w", pipeline: "gates", definition: "d")
        let error = await #expect(throws: SparkError.self) {
            try await WholeFileRun(program, on: cluster).run([SourceFile(path: "/data/a.xml")])
        }
        #expect(error?.code == code)
        #expect(error?.diagnostic.message.en.contains(detail) == true)
    }

    @Test func `a part of a URL is read as it was`() {
        #expect(SparkText.percentDecoded("a%20b%E6%B4%9E%25") == "a b洞%")
        #expect(SparkText.percentDecoded("a%2") == nil)
        #expect(SparkText.percentDecoded("a%+1b") == nil)
        #expect(SparkText.percentDecoded("%FF") == nil)
    }
}
