import Diagnostics
import FoundationEssentials
import Ingestion
import PipelineDefinition
import TestSupport
import Testing
import VisitorModel

@testable import PipelineRuntime

/// Reading in bulk is held against reading row by row: the same observations, account, holds, messages and hash,
/// whatever the file holds and however many cores there are.
struct BulkRunTests {
    @Test(arguments: GateFile.Kind.allCases, [UInt64](1...2))
    func `bulk and row by row come to the same`(kind: GateFile.Kind, seed: UInt64) async throws {
        let plan = try GateWorkspace.plan(kind.pipeline)
        for file in 0..<6 {
            let text = GateFile.text(kind, rows: 10 + file * 40, seed: seed &* 100 &+ UInt64(file))
            let source = try TemporaryFile(text)
            let expected = try await Self.run(plan, source, BulkOptions(workers: 0))
            for (bytes, workers) in [(200, 1), (200, 2), (1 << 20, 2), (64, 3)] {
                let found = try await Self.run(
                    plan, source, BulkOptions(leastBytes: 0, bytesPerBlock: bytes, workers: workers))
                if let difference = Self.difference(found, expected) {
                    Issue.record("\(difference), blocks of \(bytes), \(workers) workers:\n\(text)")
                    return
                }
            }
        }
    }

    @Test(arguments: GateFile.Kind.allCases, [UInt64](1...2))
    func `the same holds for CP932, declared or found, whole or with a byte spoilt`(
        kind: GateFile.Kind, seed: UInt64
    ) async throws {
        var random = SeededGenerator(seed: seed)
        for file in 0..<4 {
            let text = GateFile.text(kind, rows: 10 + file * 40, seed: seed &* 1000 &+ UInt64(file))
            var bytes = try CP932Text.bytes(of: text)
            if file > 1 { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
            let source = try TemporaryFile(bytes)
            for encoding in [nil, "cp932"] {
                let plan = try GateWorkspace.plan(kind.pipeline, encoding: encoding)
                let expected = try await Self.end(plan, source, BulkOptions(workers: 0))
                for (size, workers) in [(200, 1), (200, 2), (1 << 20, 2)] {
                    let found = try await Self.end(
                        plan, source, BulkOptions(leastBytes: 0, bytesPerBlock: size, workers: workers))
                    if let difference = Self.difference(found, expected) {
                        Issue.record("\(difference), blocks of \(size), \(workers) workers:\n\(text)")
                        return
                    }
                }
            }
        }
    }

    @Test func `plain files are really read in bulk, and files in context really are not`() async throws {
        let plan = try GateWorkspace.plan("gates")
        let plain = try TemporaryFile(GateFile.text(.plain, rows: 200, seed: 3))
        #expect(try await Self.isReadInBulk(plan, plain))
        let odd = try TemporaryFile(GateFile.text(.faulty, rows: 200, seed: 3))
        #expect(try await Self.isReadInBulk(plan, odd))
        let header = "datetime,site,market,persons\n"
        for tail in ["合計,,,5\n", header, "※ a note\n", "2019-01-01,\"cave,TW,5\n"] {
            let file = try TemporaryFile(header + "2019-01-01,cave,TW,5\n" + tail)
            #expect(try await !Self.isReadInBulk(plan, file), "\(tail)")
        }
        // 台 in CP932 and in EUC-JP.
        for (plateau, isBulk) in [([0x91, 0xE4], true), ([0xC2, 0xE6], false)] as [([UInt8], Bool)] {
            let row = Array("2019-01-01,".utf8) + plateau + Array(",TW,5\n".utf8)
            let file = try TemporaryFile(Array(header.utf8) + Array(repeatElement(row, count: 20).joined()))
            #expect(try await Self.isReadInBulk(plan, file) == isBulk)
        }
    }

    @Test func `a packed file is read in bulk too, and a damaged one ends as it does row by row`() async throws {
        let plan = try GateWorkspace.plan("gates")
        let packed = StoredGzip.bytes(of: Array(GateFile.text(.faulty, rows: 300, seed: 9).utf8))
        var spoilt = packed
        spoilt[packed.count / 2] ^= 0x20
        for (bytes, isWhole) in [(packed, true), (spoilt, false), (Array(packed.dropLast(20)), false)] {
            let file = try TemporaryFile(bytes)
            let expected = try await Self.end(plan, file, BulkOptions(workers: 0))
            let found = try await Self.end(plan, file, BulkOptions(leastBytes: 0, bytesPerBlock: 500, workers: 2))
            #expect(Self.difference(found, expected) == nil)
            if isWhole { #expect(try await Self.isReadInBulk(plan, file)) }
        }
    }

    @Test func `the sums are those of a plain calculation`() async throws {
        let plan = try GateWorkspace.plan("gates")
        var text = "datetime,site,market,persons\n"
        for row in 0..<30_000 {
            let site = row % 2 == 0 ? "cave" : "plateau"
            text += "2019-0\(row % 3 + 1)-1\(row % 10) 0\(row % 9):00:00,\(site),TW,\(row % 7)\n"
        }
        let result = try await Self.run(plan, try TemporaryFile(text), BulkOptions(leastBytes: 0))
        // 30,000 numbers 0 to 6 in turn: 4,285 whole rounds of 21, then 0 + 1 + 2 + 3 + 4.
        let visitors = result.observations.compactMap { $0.value.number?.whole }.reduce(0, +)
        let rows = result.observations.map(\.provenance.rowCount).reduce(0, +)
        #expect(visitors == 4_285 * 21 + 10)
        #expect(rows == 30_000)
        #expect(result.observations.count == 6)
        #expect(result.outcome.account.accepted == 30_000)
    }

    @Test func `sums beyond 63 bits are as exact as row by row`() async throws {
        let plan = try GateWorkspace.plan("gates")
        let rows = String(repeating: "2019-03-01,cave,TW,999999999999999\n", count: 10_000)
        let file = try TemporaryFile("datetime,site,market,persons\n" + rows)
        let found = try await Self.run(plan, file, BulkOptions(leastBytes: 0))
        let expected = try await Self.run(plan, file, BulkOptions(workers: 0))
        #expect(Self.difference(found, expected) == nil)
        // Ten thousand times that number is more than a figure holds.
        #expect(found.outcome.notes.contains { $0.code == "aggregate.overflow" })
    }

    // MARK: helpers

    /// How a run ends: with a result, or with messages.
    private static func end(
        _ plan: PipelinePlan, _ file: TemporaryFile, _ options: BulkOptions
    ) async throws -> Result<PipelineResult, DiagnosticsError> {
        do {
            return .success(try await run(plan, file, options))
        } catch let error as DiagnosticsError {
            return .failure(error)
        }
    }

    private static func difference(
        _ one: Result<PipelineResult, DiagnosticsError>, _ other: Result<PipelineResult, DiagnosticsError>
    ) -> String? {
        switch (one, other) {
        case (.success(let one), .success(let other)): difference(one, other)
        case (.failure(let one), .failure(let other)):
            one.diagnostics == other.diagnostics ? nil : "messages \(one.diagnostics) \(other.diagnostics)"
        default: "one fails"
        }
    }

    private static func run(
        _ plan: PipelinePlan, _ file: TemporaryFile, _ options: BulkOptions
    ) async throws -> PipelineResult {
        try await PipelineRunner(plan, bulk: options).run(SourceFile(path: file.path, displayName: "gates.csv"))
    }

    private static func isReadInBulk(_ plan: PipelinePlan, _ file: TemporaryFile) async throws -> Bool {
        var work = StageWork(plan: plan, destination: .batches { _ in })
        let run = BulkRun(
            plan: plan, file: SourceFile(path: file.path), options: BulkOptions(leastBytes: 0, bytesPerBlock: 300))
        return try await run?.run(&work, onProgress: { _ in }) != nil
    }

    /// What differs between two results; `nil` when nothing does.
    private static func difference(_ one: PipelineResult, _ other: PipelineResult) -> String? {
        if one.observations != other.observations { return "observations" }
        if one.outcome.account != other.outcome.account {
            return "account \(one.outcome.account) \(other.outcome.account)"
        }
        if one.outcome.held != other.outcome.held { return "held rows" }
        if one.outcome.notes != other.outcome.notes { return "notes \(one.outcome.notes) \(other.outcome.notes)" }
        return one.outcome == other.outcome ? nil : "hash or size"
    }
}
