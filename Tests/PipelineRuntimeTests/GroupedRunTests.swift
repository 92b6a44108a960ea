import CSVReading
import Diagnostics
import Foundation
import Ingestion
import Tables
import TestSupport
import Testing

@testable import PipelineRuntime

/// Rows grouped elsewhere are held against reading row by row: the same observations with the rows they were made of,
/// the same account, holds, messages and hash.
struct GroupedRunTests {
    @Test(arguments: GateFile.Kind.allCases, [UInt64](1...2))
    func `groups and single rows come to the same`(kind: GateFile.Kind, seed: UInt64) async throws {
        let plan = try GateWorkspace.plan(kind.pipeline)
        var grouped = 0
        for file in 0..<6 {
            let text = GateFile.text(kind, rows: 10 + file * 40, seed: seed &* 7_000 &+ UInt64(file))
            grouped += try await Self.compare(plan, try TemporaryFile(text), text)
        }
        if kind != .context { #expect(grouped >= 15, "only \(grouped) of 18 runs were grouped") }
    }

    @Test(arguments: [GateFile.Kind.plain, .faulty, .filtered], [nil, "cp932"] as [String?])
    func `the same holds for CP932, whole or with a byte spoilt`(kind: GateFile.Kind, encoding: String?) async throws {
        let plan = try GateWorkspace.plan(kind.pipeline, encoding: encoding)
        var random = SeededGenerator(seed: 11)
        for file in 0..<4 {
            let text = GateFile.text(kind, rows: 10 + file * 40, seed: 500 &+ UInt64(file))
            var bytes = try CP932Text.bytes(of: text)
            if file > 1 { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
            _ = try await Self.compare(plan, try TemporaryFile(bytes), text)
        }
    }

    @Test(
        arguments: [
            ("\u{FEFF}datetime,site,market,persons\n2019-01-01,cave,TW,5\n", nil),
            ("datetime,site,market,persons\n2019-01-01,cave,TW,5\n合計,,,5\n", .rowInContext),
            ("datetime,site,market,persons\n2019-01-01,\"ca\nve\",TW,5\n", .quotes),
            ("datetime,site,market,persons\n2019-01-01,\"cave,TW,5\n", .quotes),
            ("datetime,site,market,persons\n2019-01-01,ca\"ve,TW,5\n2019-01-01,cave,\"TW\",5\n", .quotes),
            ("datetime,site,market,persons\n2019-01-01,cave,TW,5\r2019-01-01,cave,TW,6\n", .quotes),
            ("datetime,site,market,persons\n", .columns),
        ] as [(String, GroupingObstacle?)])
    func `a file whose rows depend on one another is read here`(text: String, expected: GroupingObstacle?) throws {
        let file = try TemporaryFile(text)
        var found: GroupingObstacle?
        do {
            _ = try LineGrouper(bytesPerPiece: 40).run(try GateWorkspace.plan("gates"), SourceFile(path: file.path))
        } catch let obstacle as GroupingObstacle {
            found = obstacle
        }
        #expect(found == expected)
    }

    @Test func `rows that changed behind our back are noticed`() throws {
        let header = "datetime,site,market,persons\n"
        let file = try TemporaryFile(header + "2019-01-01,cave,TW,5\n2019-01-01,cave,TW,6\n")
        let plan = try GateWorkspace.plan("gates")
        let run = try GroupedRun(SourceFile(path: file.path), plan: plan)
        // One row of two, as if the other side saw a shorter file.
        let place = CSVLinePlace(piece: 0, index: 1)
        try run.take(
            RowGroup(
                labels: ["2019-01-01", "cave", "TW"].map { Array($0.utf8) },
                numbers: [.digits(BulkGroup.Numbers(sum: 5, min: 5, max: 5))], rowCount: 1, first: place, last: place))
        let error = #expect(throws: DiagnosticsError.self) { try run.finish() }
        #expect(error?.diagnostics.map(\.code) == ["grouping.rows-differ"])
    }

    /// The result of reading row by row; `nil` when the file cannot be read at all.
    private static func end(_ body: () async throws -> PipelineResult) async -> PipelineResult? { try? await body() }

    /// - Returns: How many of the runs were grouped to the end.
    private static func compare(_ plan: PipelinePlan, _ source: TemporaryFile, _ text: String) async throws -> Int {
        let file = SourceFile(path: source.path, displayName: "gates.csv")
        var grouped = 0
        let expected = await end { try await PipelineRunner(plan, bulk: BulkOptions(workers: 0)).run(file) }
        for bytesPerPiece in [37, 400, 1 << 20] {
            let found: PipelineResult
            do {
                found = try LineGrouper(bytesPerPiece: bytesPerPiece).run(plan, file)
            } catch is GroupingObstacle {
                continue
            }
            grouped += 1
            let place = Comment(rawValue: "pieces of \(bytesPerPiece):\n\(text)")
            #expect(found.observations == expected?.observations, place)
            #expect(found.outcome == expected?.outcome, place)
        }
        return grouped
    }
}
