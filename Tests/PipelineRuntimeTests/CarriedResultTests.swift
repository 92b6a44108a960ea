import Foundation
import Ingestion
import TestSupport
import Testing

@testable import PipelineRuntime

struct CarriedResultTests {
    @Test(arguments: GateFile.Kind.allCases)
    func `a result carried to another machine is the same result there`(kind: GateFile.Kind) async throws {
        let plan = try GateWorkspace.plan(kind.pipeline)
        let source = try TemporaryFile(GateFile.text(kind, rows: 150, seed: 21))
        let file = SourceFile(path: source.path, displayName: "gates.csv")
        let result = try await PipelineRunner(plan).run(file)
        let sent = try JSONEncoder().encode(CarriedResult(result))
        let received = try JSONDecoder().decode(CarriedResult.self, from: sent).result(of: file)
        #expect(received.observations == result.observations)
        #expect(received.outcome == result.outcome)
        #expect(!received.observations.isEmpty)
    }

    @Test(arguments: [
        (#""status":"reported""#, #""status":"held""#), (#""period":"2019-"#, #""period":"2019/"#),
        (#""coefficient":"#, #""coefficienT":"#),
    ])
    func `a damaged result is no result`(part: String, damage: String) async throws {
        let plan = try GateWorkspace.plan("gates")
        let source = try TemporaryFile(GateFile.text(.plain, rows: 30, seed: 4))
        let file = SourceFile(path: source.path)
        let sent = try JSONEncoder().encode(CarriedResult(try await PipelineRunner(plan).run(file)))
        let text = String(decoding: sent, as: UTF8.self)
        try #require(text.contains(part))
        let received = try JSONDecoder().decode(CarriedResult.self, from: Data(text.replacing(part, with: damage).utf8))
        #expect(throws: CarriedResult.Damaged.self) { try received.result(of: file) }
    }
}
