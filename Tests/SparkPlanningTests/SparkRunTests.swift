import Diagnostics
import Foundation
import Ingestion
import Languages
import Synchronization
import Testing

@testable import SparkPlanning

struct SparkRunTests {
    /// A server that keeps what it is asked and answers every statement alike.
    private final class Server: SparkSession {
        let asked = Mutex<[String]>([])
        private let answer: [SparkEvent]
        private let failure: SparkError?

        init(answer: [SparkEvent] = [], failure: SparkError? = nil) {
            self.answer = answer
            self.failure = failure
        }

        func events(of statement: String) -> AsyncThrowingStream<SparkEvent, any Error> {
            asked.withLock { $0.append(statement) }
            return AsyncThrowingStream { continuation in
                for event in answer { continuation.yield(event) }
                continuation.finish(throwing: failure)
            }
        }
    }

    @Test(arguments: [
        ("wide", "a wide table"), ("xml", "the format xml"), ("bare", "stages without an aggregate"),
    ])
    func `a pipeline that cannot run on Spark is refused by name before anything runs`(
        name: String, reason: String
    ) throws {
        let server = Server()
        let error = #expect(throws: DiagnosticsError.self) {
            try SparkRun(
                try SmallWorkspace.plan(name), on: SparkCluster(server, at: try SparkAddress("sc://localhost")))
        }
        #expect(error?.diagnostics.map(\.code) == ["spark.unfit-pipeline"])
        #expect(error?.diagnostics.first?.value == name)
        #expect(error?.diagnostics.first?.message.en.contains(reason) == true)
        #expect(server.asked.withLock { $0 }.isEmpty)
    }

    @Test func `a cluster that is lost gives no result at all`() async throws {
        let address = try SparkAddress("sc://localhost")
        let server = Server(failure: SparkError(.lost, server: address))
        let error = await #expect(throws: SparkError.self) { try await Self.run(server, at: address) }
        #expect(error?.code == .lost)
    }

    @Test func `an answer that is no Arrow stream is refused`() async throws {
        let server = Server(answer: [.rows([1, 2, 3, 4, 5])])
        let error = await #expect(throws: SparkError.self) {
            try await Self.run(server, at: try SparkAddress("sc://localhost"))
        }
        #expect(error?.code == .unreadableAnswer)
    }

    @Test func `an answer without groups is no file without rows`() async throws {
        let results = try await Self.run(Server(), at: SparkAddress("sc://localhost"))
        let failure = #expect(throws: DiagnosticsError.self) { try results.first?.result.get() }
        #expect(failure?.diagnostics.map(\.code) == ["grouping.rows-differ"])
    }

    private static func run(_ server: Server, at address: SparkAddress) async throws -> [SparkRun.FileResult] {
        let path = NSTemporaryDirectory() + "dmo-spark-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("day,persons\n2019-01-01,5\n2019-01-02,6\n".utf8).write(to: URL(filePath: path))
        return try await SparkRun(try SmallWorkspace.plan("long"), on: SparkCluster(server, at: address))
            .run([SourceFile(path: path)])
    }
}
