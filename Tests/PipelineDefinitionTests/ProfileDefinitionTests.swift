import Diagnostics
import Languages
import PipelineDefinition
import Testing
import VisitorModel

struct ProfileDefinitionTests {
    private struct Fault: CustomTestStringConvertible {
        let testDescription: String
        let code: String
        let columns: String
        var read = "{ format: csv }"
    }

    private static let faults = [
        Fault(
            testDescription: "a header without a cell", code: "profile.wide-half",
            columns: "month: { type: month, header: true }\n  visitors: { type: count, from: 人数 }"),
        Fault(
            testDescription: "a cell without a header", code: "profile.wide-half",
            columns: "month: { type: month, from: 年月 }\n  visitors: { type: count, cell: true }"),
        Fault(
            testDescription: "a wide table in XML", code: "profile.wide-xml",
            columns: "month: { type: month, header: true }\n  visitors: { type: count, cell: true }",
            read: "{ format: xml, record: a/b }"),
        Fault(
            testDescription: "no column with values", code: "profile.no-value",
            columns: "month: { type: month, from: 年月 }\n  name: { type: text, from: 名前 }"),
    ]

    @Test(arguments: faults)
    private func `columns that do not go together are named at the profile`(fault: Fault) {
        expectProblems(
            [Expected("1️⃣", fault.code)], replacing: "profiles/new.yaml",
            with: """
                # 新しい読み方
                1️⃣profile: new
                title: { ja: 新, en: New }
                data: reported
                read: \(fault.read)
                columns:
                  \(fault.columns)
                """)
    }

    private static let columnFaults = [
        Fault(
            testDescription: "two sources", code: "profile.several-sources",
            columns: "month: 1️⃣{ type: month, from: 年月, title: true }"),
        Fault(
            testDescription: "two sources, one of them a part", code: "profile.several-sources",
            columns: "month: 1️⃣{ type: month, from: 年月, month: { from: 月 }, year: { title: true } }"),
        Fault(
            testDescription: "no source", code: "profile.source-missing", columns: "1️⃣month: { type: month }"),
        Fault(
            testDescription: "a part without a source", code: "profile.source-missing",
            columns: "month: { type: month, month: 1️⃣{ header: false }, year: { title: true } }"),
        Fault(
            testDescription: "a year without a source", code: "profile.source-missing",
            columns: "month: { type: month, month: { from: 月 }, year: 1️⃣{ fiscal: true } }"),
        Fault(
            testDescription: "a month without a year", code: "profile.month-without-year",
            columns: "1️⃣month: { type: month, month: { from: 月 } }"),
        Fault(
            testDescription: "parts of a column that is no month", code: "profile.parts-of-no-month",
            columns: "1️⃣place: { type: place, from: 場所, year: { title: true } }"),
        Fault(
            testDescription: "a status nobody knows", code: "definition.unknown-choice",
            columns: "status: { type: status, from: 区分, map: { 確報: final, 速報: 1️⃣prelim } }"),
        Fault(
            testDescription: "a mark that means nothing known", code: "definition.unknown-choice",
            columns: "number: { type: number, from: 率, symbols: { \"…\": not-surveyed, \"-\": 1️⃣nil } }"),
        Fault(
            testDescription: "a place nobody described", code: "definition.unknown-name",
            columns: "1️⃣place: { type: place, fixed: caev }"),
        Fault(
            testDescription: "a place to look inside that nobody described", code: "definition.unknown-name",
            columns: "1️⃣place: { type: place, from: 場所, within: twon }"),
        Fault(
            testDescription: "a label mapped to a place nobody described", code: "definition.unknown-name",
            columns: "1️⃣place: { type: place, from: 場所, map: { 洞: caev } }"),
        Fault(
            testDescription: "a market nobody described", code: "definition.unknown-name",
            columns: "1️⃣market: { type: market, fixed: TWN }"),
    ]

    @Test(arguments: columnFaults)
    private func `a faulty column is named alone`(fault: Fault) {
        expectProblems(
            [Expected("1️⃣", fault.code)], replacing: "profiles/new.yaml",
            with: """
                profile: new
                title: { ja: 新, en: New }
                data: reported
                read: \(fault.read)
                columns:
                  \(fault.columns)
                  visitors: { type: count, from: 人数 }
                """)
    }

    @Test func `XML without a record is named at read`() {
        expectProblems(
            [Expected("1️⃣", "profile.record-missing")], replacing: "profiles/new.yaml",
            with: """
                profile: new
                title: { ja: 新, en: New }
                data: reported
                read: 1️⃣{ format: xml }
                columns:
                  visitors: { type: count, from: "@人数" }
                """)
    }

    @Test func `a faulty value column is not reported as missing as well`() {
        expectProblems(
            [Expected("1️⃣", "definition.unknown-choice")], replacing: "profiles/new.yaml",
            with: """
                profile: new
                title: { ja: 新, en: New }
                data: reported
                read: { format: csv }
                columns:
                  month: { type: month, header: true, year: { title: true } }
                  visitors: { type: 1️⃣cuont, cell: true }
                """)
    }

    @Test func `a profile is read as it was written`() throws {
        let workspace = try SmallWorkspace().with(
            "profiles/gates.yaml",
            """
            profile: gates
            title: { ja: 洞口別, en: By gate }
            data: illustrative
            notice: { ja: 架空, en: Made up }
            read: { format: csv, encoding: cp932, delimiter: auto, header-row: 3 }
            columns:
              gate: { type: text, from: [洞口, 入口], ignore: [総数], unknown: ignore, carry-down: true }
              month: { type: month, month: { header: true }, year: { title: true, fiscal: true } }
              visitors:
                type: count
                cell: true
                unit: person-spots
                scale: 千
                symbols: { "…": not-surveyed, "-": zero }
            totals: { labels: [小計], check: false }
            """
        ).load()
        let profile = try #require(workspace.profiles["gates"])
        #expect(profile.isWide)
        #expect(profile.dataOrigin == .illustrative)
        #expect(profile.reading.encoding == "cp932")
        #expect(profile.reading.delimiter == nil)
        #expect(profile.reading.headerRow == 3)
        #expect(profile.columns.map(\.name) == ["gate", "month", "visitors"])
        #expect(profile.columns[0].source == .field(["洞口", "入口"]))
        #expect(profile.columns[0].ignoredLabels == ["総数"])
        #expect(profile.columns[0].unknownLabels == .ignore)
        #expect(profile.columns[0].carriesDown)
        #expect(profile.columns[1].source == .header)
        #expect(profile.columns[1].yearSource == .title)
        #expect(profile.columns[1].yearIsFiscal == true)
        #expect(profile.columns[2].scale == .thousand)
        #expect(profile.columns[2].symbols == ["…": .absent(.notSurveyed), "-": .zero])
        #expect(profile.totalLabels == ["小計"])
        #expect(!profile.checksTotals)
        #expect(profile.valueColumns.map(\.name) == ["visitors"])
    }
}
