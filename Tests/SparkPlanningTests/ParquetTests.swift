import CSVReading
import Diagnostics
import Foundation
import Ingestion
import Languages
import PipelineRuntime
import Tables
import Testing
import VisitorModel

@testable import SparkPlanning

/// What is known of Parquet without a cluster; the rest is in `.ci/spark`.
struct ParquetTests {
    private static func group(
        _ day: String, _ number: RowGroup.NumberCell, rows: Int, _ first: Int, _ last: Int
    ) -> RowGroup {
        RowGroup(
            labels: [Array(day.utf8)], numbers: [number], rowCount: rows, first: CSVLinePlace(piece: 0, index: first),
            last: CSVLinePlace(piece: 0, index: last))
    }

    /// A run over five rows: three sound ones of one day, two without a number.
    private static func run() throws -> ParquetFileRun {
        let path = NSTemporaryDirectory() + "dmo-stored-\(UUID().uuidString).parquet"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("PAR1".utf8).write(to: URL(filePath: path))
        let run = try ParquetFileRun(
            SourceFile(path: path), columnNames: ["persons", "other", "day"], plan: try SmallWorkspace.plan("stored"))
        try run.take(group("2019-01-01", .digits(BulkGroup.Numbers(sum: 12, min: 3, max: 5)), rows: 3, 0, 4))
        try run.take(group("2019-01-02", .bytes(Array("x".utf8)), rows: 2, 1, 3))
        return run
    }

    @Test func `what the file has besides is not asked for, and cells count in what is`() throws {
        let run = try Self.run()
        #expect(run.columnsRead == [0, 2])
        #expect(run.layout.labels.map(\.cell) == [1])
        #expect(run.layout.numbers.map(\.cell) == [0])
    }

    @Test func `sound rows are added up, bad ones are held with their row in the file, and all are accounted for`() throws {
        let run = try Self.run()
        #expect(run.oddGroups.map(\.rowCount) == [2])
        run.takeOddRow(3, cells: ["x", "2019-01-02"])
        run.takeOddRow(1, cells: ["x", "2019-01-02"])
        let result = try run.finish()
        let account = result.outcome.account
        #expect((account.read, account.accepted) == (5, 3))
        #expect(result.outcome.held.map { $0.diagnostics.first?.position?.row } == [2, 4])
        #expect(result.outcome.held.first?.rawText == "x | 2019-01-02")
        // The bad rows' day gets no number: missing is not zero.
        let values = result.observations.map { "\($0.period.id): \($0.value.number?.description ?? "-")" }
        #expect(values == ["2019-01-01: 12"])
    }

    @Test func `rows that were counted and did not come give no result`() throws {
        let run = try Self.run()
        run.takeOddRow(3, cells: ["x", "2019-01-02"])
        let error = #expect(throws: DiagnosticsError.self) { try run.finish() }
        #expect(error?.diagnostics.map(\.code) == ["parquet.rows-differ"])
    }

    @Test func `a column that is not there is named with its file`() throws {
        let plan = try SmallWorkspace.plan("stored")
        let error = #expect(throws: DiagnosticsError.self) {
            try ParquetFileRun(SourceFile(path: "/dev/null", displayName: "a.parquet"), columnNames: ["day"], plan: plan)
        }
        #expect(error?.diagnostics.first?.message.en.contains("persons") == true)
        #expect(error?.diagnostics.first?.position?.file == "a.parquet")
    }

    @Test func `without Spark the file is refused, and it is said what to do`() async throws {
        let plan = try SmallWorkspace.plan("stored")
        let error = await #expect(throws: DiagnosticsError.self) {
            try await PipelineRunner(plan).run(SourceFile(path: "/dev/null", displayName: "a.parquet"))
        }
        #expect(error?.diagnostics.map(\.code) == ["parquet.needs-spark"])
        #expect(error?.diagnostics.first?.remedy?.en.contains("--engine spark") == true)
        // Nor is the local engine named where it cannot help.
        let unfit = #expect(throws: DiagnosticsError.self) { try SmallWorkspace.plan("stored-bare").checkForSpark() }
        #expect(unfit?.diagnostics.first?.remedy?.en.contains("--engine local") == false)
    }

    @Test func `values are written as a CSV file would hold them`() {
        func text(_ type: String) -> String? { StoredColumn(name: "人`数", type: type).text }
        #expect(text("bigint") == "CAST(`人``数` AS STRING)")
        #expect(text("timestamp_ntz") == "date_format(`人``数`, 'yyyy-MM-dd HH:mm:ss')")
        // A whole number stored as a double or a decimal has no fraction.
        #expect(text("double")?.contains("CAST(CAST(`人``数` AS BIGINT) AS STRING)") == true)
        #expect(text("decimal(12,2)")?.contains("DECIMAL(38,0)") == true)
        for nested in ["struct<a:int>", "array<int>", "map<string,int>", "variant"] { #expect(text(nested) == nil) }
    }

    @Test func `a statement reads rows by their number and compares bytes`() throws {
        let statement = ParquetStatement(
            layout: try Self.run().layout, columns: [.init(name: "persons", type: "int"), .init(name: "day", type: "date")],
            folder: "/data", names: ["a b.parquet"])
        #expect(statement.groups.contains("FROM parquet.`file:///data/{a b.parquet}`"))
        #expect(statement.groups.contains("_metadata.row_index AS place"))
        #expect(statement.groups.contains("decode(CAST(coalesce(CAST(`day` AS STRING), '') AS BINARY), 'ISO-8859-1')"))
        #expect(statement.settings.contains("SET spark.sql.session.timeZone=Asia/Tokyo"))
        let rows = statement.rows(ofGroups: [Self.group("2019-01-02", .bytes([0x78]), rows: 2, 1, 3)])
        #expect(rows.contains(#"'2019-01-02\u0001tx'"#))
        #expect(rows.contains("SELECT file, place, get(cells, 0) AS c0, get(cells, 1) AS c1"))
    }
}
