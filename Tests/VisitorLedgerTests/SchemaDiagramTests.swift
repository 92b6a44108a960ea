import Foundation
import GRDB
import Testing

@testable import VisitorLedger

/// The diagram in `Schema.md` against the tables a new ledger really has.
struct SchemaDiagramTests {
    private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/VisitorLedger/Documentation.docc/Schema.md")

    private func lines() throws -> [String] {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let blocks = text.components(separatedBy: "```")
        let diagram = try #require(blocks.first { $0.hasPrefix("mermaid\nerDiagram") })
        return diagram.split(separator: "\n").dropFirst(2).map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private func schema<Value>(_ read: (Database) throws -> Value) throws -> Value {
        let fixture = try LedgerFixture()
        return try DatabaseQueue(path: fixture.path).read(read)
    }

    private func tables(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT name FROM sqlite_master
                WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%' ORDER BY rowid
                """)
    }

    @Test func `the diagram draws every table and column with its type and keys, and no others`() throws {
        let drawn = try lines().filter { !$0.contains("--") }.map { line in
            // What stands in quotes is a remark.
            line.split(separator: "\"", maxSplits: 1)[0].trimmingCharacters(in: .whitespaces)
        }
        let real = try schema { db in
            try tables(db).flatMap { table in
                let foreign = Set(try Row.fetchAll(db, sql: "PRAGMA foreign_key_list(\"\(table)\")").map { $0["from"] as String })
                let columns = try Row.fetchAll(db, sql: "PRAGMA table_info(\"\(table)\")").map { row in
                    let name: String = row["name"]
                    let keys = [row["pk"] as Int > 0 ? "PK" : nil, foreign.contains(name) ? "FK" : nil].compactMap(\.self)
                    let type = (row["type"] as String).lowercased().replacing("integer", with: "int")
                    return ([type, name] + (keys.isEmpty ? [] : [keys.joined(separator: ", ")])).joined(separator: " ")
                }
                return ["\(table) {"] + columns + ["}"]
            }
        }
        let missing = real.filter { !drawn.contains($0) }
        #expect(drawn == real, "the diagram in Schema.md lacks \(missing), or has them in another order")
    }

    @Test func `a line of the diagram is a reference of the tables, and every reference has its line`() throws {
        let drawn = try lines().filter { $0.contains("--") }.map { line -> Set<String> in
            let words = line.split(separator: " ").map(String.init)
            return [words[0], words[2]]
        }
        let real = try schema { db in
            try tables(db).flatMap { table in
                try Row.fetchAll(db, sql: "PRAGMA foreign_key_list(\"\(table)\")").map { Set([table, $0["table"] as String]) }
            }
        }
        #expect(Set(drawn) == Set(real))
        #expect(drawn.count == real.count)
    }

    @Test func `every index has a line in the table of indices, and every line an index`() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let rows = text.components(separatedBy: "## Indices").last?.split(separator: "\n").filter { $0.hasPrefix("| `") } ?? []
        let named = rows.flatMap { row in
            row.split(separator: "|")[0].split(separator: "`").enumerated().compactMap { $0.offset % 2 == 1 ? String($0.element) : nil }
        }
        let real = try schema { db in
            try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite_%'")
        }
        #expect(Set(named) == Set(real))
    }
}
