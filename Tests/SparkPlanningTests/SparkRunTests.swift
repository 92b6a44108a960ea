import Diagnostics
import Foundation
import Ingestion
import Languages
import PipelineDefinition
import PipelineRuntime
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

/// A destination with one spot, and pipelines of several kinds.
private enum SmallWorkspace {
    static func plan(_ name: String) throws -> PipelinePlan {
        let workspace = try WorkspaceDefinition(
            files: files.map { WorkspaceDefinition.File(path: $0, displayName: $0, text: $1) })
        return try PipelinePlan(try #require(workspace.pipelines.first { $0.name == name }), in: workspace)
    }

    private static func pipeline(_ name: String, stages: String = "") -> (String, String) {
        (
            "\(name).yaml",
            """
            pipeline: \(name)
            title: { ja: 一, en: One }
            source: { profile: \(name), files: "\(name)*" }
            \(stages)
            output:
              ledger: { measure: visitors, unit: person-spots, place: place, period: day, value: persons }
            """
        )
    }

    private static func profile(_ name: String, read: String = "format: csv", _ columns: String) -> (String, String) {
        (
            "profiles/\(name).yaml",
            """
            profile: \(name)
            title: { ja: 一, en: One }
            data: illustrative
            read: { \(read) }
            columns:
              place: { type: place, fixed: cave }
            \(columns)
            """
        )
    }

    private static let sum = "stages:\n  - aggregate: { by: [place, day], persons: sum(persons) }"
    private static let long = """
          day: { type: day, from: day }
          persons: { type: count, from: persons, unit: person-spots }
        """
    private static let files: [(String, String)] = [
        (
            "destination.yaml",
            """
            destination: city
            title: { ja: 市, en: City }
            places:
              - id: city
                names: { ja: 市, en: City }
                kind: destination
                places:
                  - { id: cave, names: { ja: 洞, en: Cave }, kind: spot }
            measures:
              - { id: visitors, names: { ja: 入込客数, en: Visitors }, unit: person-spots }
            """
        ),
        (
            "definitions.yaml",
            """
            definitions:
              - name: visitors
                version: 1
                title: { ja: 入込客数, en: Visitors }
                formula: { ja: 合計, en: sum }
                measure: visitors
                unit: person-spots
                whole: city
                places: [cave]
                basis: calendar-year
                source: { ja: 市, en: the city }
            """
        ),
        pipeline("long", stages: sum), profile("long", long),
        pipeline("bare"), profile("bare", long),
        pipeline("xml", stages: sum), profile("xml", read: "format: xml, record: visit", long),
        pipeline("wide", stages: sum),
        profile(
            "wide",
            """
              day: { type: month, month: { header: true }, year: { title: true } }
              persons: { type: count, cell: true, unit: person-spots }
            """),
    ]
}
