import PipelineDefinition
import Tables
import TestSupport
import Testing
import VisitorModel

@testable import Ingestion

/// Cells in a column's plain form are read as all the rules together would read them.
struct PlainFormTests {
    private static func interpreter(_ columns: String, _ index: Int) throws -> ColumnInterpreter {
        let definition = try WorkspaceDefinition(files: [
            .init(
                path: "destination.yaml", displayName: "destination.yaml",
                text:
                    "destination: city\ntitle: { ja: 市, en: City }\nplaces:\n  - { id: city, names: { ja: 市, en: City }, kind: destination }\nmeasures:\n  - { id: visitors, names: { ja: 入込客数, en: Visitors }, unit: person-spots }\n"
            ),
            .init(
                path: "profiles/p.yaml", displayName: "profiles/p.yaml",
                text: "profile: p\ntitle: { ja: 表, en: Table }\ndata: illustrative\nread: { format: csv }\ncolumns:\n"
                    + columns),
        ])
        let profile = try #require(definition.profiles["p"])
        return ColumnInterpreter(
            profile.columns[index], destination: definition.destination, roles: profile.labelRoles, scale: nil)
    }

    private static func isSame(_ one: ColumnInterpreter.Reading, _ other: ColumnInterpreter.Reading) -> Bool {
        guard case .value(let left, let rounding, let notices) = one,
            case .value(let right, rounding, let others) = other
        else { return false }
        return left == right && notices.count == others.count
    }

    @Test func `digits and dates by the thousand come to the same by the short way and the long`() throws {
        let columns = """
              day: { type: day, from: 日 }
              month: { type: month, from: 月 }
              place: { type: place, fixed: city }
              visitors: { type: count, from: 人数, unit: person-spots }
              rate: { type: number, from: 率, unit: percent }

            """
        var random = SeededGenerator(seed: 3)
        for index in [0, 1, 3, 4] {
            let interpreter = try Self.interpreter(columns, index)
            var plain = 0
            for _ in 0..<4_000 {
                var text = String(
                    Int.random(in: 0...Int.random(in: 1...999_999_999_999_999_9, using: &random), using: &random))
                if index < 2 {
                    let (month, day) = (Int.random(in: 1...12, using: &random), Int.random(in: 1...31, using: &random))
                    text = "20\(10 + month)-\(month < 10 ? "0" : "")\(month)"
                    if Bool.random(using: &random) { text += "-\(day < 10 ? "0" : "")\(day)" }
                    if Bool.random(using: &random) { text += " 10:0\(day % 10)" }
                }
                guard let reading = interpreter.plainReading(of: text) else { continue }
                plain += 1
                #expect(Self.isSame(reading, interpreter.readAfresh(text)), "\(text)")
            }
            #expect(plain > 500)
        }
    }

    @Test func `a scale, a symbol of digits or a label of the profile's own switches the short way off`() throws {
        let interpreters = [
            try Self.interpreter("  n: { type: count, from: 人数, unit: person-spots, scale: 千 }\n", 0),
            try Self.interpreter(
                "  n: { type: count, from: 人数, unit: person-spots, symbols: { \"999\": suppressed } }\n", 0),
            try Self.interpreter(
                """
                  d: { type: day, from: 日, ignore: ["2019-01-01"] }
                  n: { type: count, from: 人数, unit: person-spots }

                """, 0),
        ]
        for interpreter in interpreters {
            let readings = ["999", "2019-01-01"].compactMap { interpreter.plainReading(of: $0) }
            #expect(readings.isEmpty)
        }
    }
}
