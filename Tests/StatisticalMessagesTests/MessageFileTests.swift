import Diagnostics
import Ingestion
import Languages
import PipelineDefinition
import Tables
import TestSupport
import Testing
import VisitorModel

/// Messages read by a profile, as `dmo load` does: axes become columns, marks and units mean what the message says.
struct MessageFileTests {
    private static let destination = """
        destination: japan
        title: { ja: 日本, en: Japan }
        places:
          - id: japan
            names: { ja: 全国, en: Japan }
            kind: destination
            places:
              - { id: yamaguchi, names: { ja: 山口県, en: Yamaguchi }, kind: area, code: "35000" }
              - { id: tokyo, names: { ja: 東京都, en: Tokyo }, kind: area, code: "13000" }
        markets: []
        measures:
          - { id: visitors, names: { ja: 客, en: Visitors }, unit: persons }
        """

    /// Everything ingestion made of a file.
    private struct Result {
        var rows: [String] = []
        var roundings: [Int] = []
        var origins: [Provenance] = []
        var outcome: IngestionOutcome
    }

    private func ingest(path: String, read: String, columns: String) throws -> Result {
        let profile = """
            profile: message
            title: { ja: 統計, en: Statistics }
            data: published
            read: \(read)
            columns:
            \(columns.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
            """
        let workspace = try WorkspaceDefinition(files: [
            .init(path: "destination.yaml", displayName: "destination.yaml", text: Self.destination),
            .init(path: "profiles/message.yaml", displayName: "profiles/message.yaml", text: profile),
        ])
        var ingester = try FileIngester(
            SourceFile(path: path, displayName: "message"), profile: try #require(workspace.profiles["message"]),
            destination: workspace.destination)
        var result = Result(outcome: ingester.outcome)
        while let batch = try ingester.next() {
            for index in 0..<batch.rowCount {
                if batch.origins[index].heldCount > 0 { continue }
                result.rows.append(batch.row(index).map(\.plainText).joined(separator: " "))
                result.roundings.append(batch.origins[index].roundingHalfWidth)
                result.origins.append(batch.origins[index])
            }
        }
        result.outcome = ingester.outcome
        #expect(result.outcome.account.closes)
        return result
    }

    private static let population = """
        place: { type: place, from: "@area", unknown: ignore, ignore: ["00000"] }
        year: { type: calendar-year, from: "@time" }
        people: { type: count, from: value, unit: persons }
        """

    @Test func `e-Stat's thousands of persons become persons, with their rounding`() throws {
        let path = MessageReading.path(ofInput: "estat/estat_v3_getStatsData_population_DERIVED.xml")
        let result = try ingest(path: path, read: "{ format: estat }", columns: Self.population)
        #expect(result.outcome.account.read == 240)
        #expect(result.outcome.account.accepted == 10)
        #expect(result.outcome.account.ignoredTotal == 230)
        #expect(
            result.rows.filter { $0.hasPrefix("yamaguchi") } == [
                "yamaguchi 2015 1405000", "yamaguchi 2016 1394000", "yamaguchi 2017 1383000", "yamaguchi 2018 1370000",
                "yamaguchi 2019 1358000",
            ])
        #expect(Set(result.roundings) == [500])
        #expect(result.origins[0].path?.hasPrefix("/GET_STATS_DATA/") == true)
        #expect(result.outcome.notes == [])
    }

    @Test func `a table downloaded from e-Stat's website is an ordinary CSV table`() throws {
        let path = MessageReading.path(ofInput: "estat/FEH_00200524_200927163843.csv")
        let result = try ingest(
            path: path, read: "{ format: csv }",
            columns: """
                item: { type: text, from: 表章項目 }
                sex: { type: text, from: 男女別, map: { 男女計: all } }
                kind: { type: text, from: 人口, map: { 総人口: all } }
                place: { type: place, from: 全国・都道府県, unknown: ignore, ignore: [全国] }
                year: { type: calendar-year, header: true }
                people: { type: count, cell: true, unit: persons, scale: 千 }
                """)
        #expect(
            result.rows.filter { $0.contains("yamaguchi") }.map { $0.split(separator: "yamaguchi ")[1] } == [
                "2015 1405000", "2016 1394000", "2017 1383000", "2018 1370000", "2019 1358000",
            ])
        #expect(result.outcome.held.map { "\($0.diagnostics[0])" } == [])
    }

    private static func answer(_ values: String, counts: String = "") -> [UInt8] {
        let names = [
            "2013000404": "2013年4月", "2013000000": "2013年", "2013100000": "2013年度", "2013000103": "2013年1～3月期",
        ]
        let classes = names.sorted { $0.key < $1.key }.map { "<CLASS code=\"\($0.key)\" name=\"\($0.value)\"/>" }
            .joined()
        return Array(
            """
            <GET_STATS_DATA><RESULT><STATUS>0</STATUS></RESULT><STATISTICAL_DATA><RESULT_INF>\(counts)</RESULT_INF>
            <CLASS_INF><CLASS_OBJ id="area" name="地域"><CLASS code="35000" name="山口県"/><CLASS code="13000" name="東京都"/></CLASS_OBJ>
            <CLASS_OBJ id="time" name="時間軸">\(classes)</CLASS_OBJ></CLASS_INF><DATA_INF>\(values)</DATA_INF></STATISTICAL_DATA></GET_STATS_DATA>
            """.utf8)
    }

    private func ingest(_ bytes: [UInt8], read: String = "{ format: estat }", columns: String) throws -> Result {
        let file = try TemporaryFile(bytes)
        return try ingest(path: file.path, read: read, columns: columns)
    }

    private static let monthly = """
        place: { type: place, from: [area.name, "@area"] }
        month: { type: month, from: period }
        people: { type: count, from: value, unit: persons }
        """

    @Test func `months, years and fiscal years in one answer never mix`() throws {
        let values = ["2013000404", "2013000000", "2013100000", "2013000103"].map {
            "<VALUE area=\"35000\" time=\"\($0)\" unit=\"人\">1200</VALUE>"
        }.joined()
        let months = try ingest(Self.answer(values), columns: Self.monthly)
        #expect(months.rows == ["yamaguchi 2013-04 1200"])
        #expect(
            months.outcome.account.ignored.map(\.reason.en) == [
                "another kind of period than the profile's (calendar year)",
                "another kind of period than the profile's (fiscal year)",
                "another kind of period than the profile's (quarter)",
            ])
        let fiscal = try ingest(
            Self.answer(values), columns: Self.monthly.replacing("type: month", with: "type: fiscal-year"))
        #expect(fiscal.rows == ["yamaguchi FY2013 1200"])
    }

    @Test func `marks are read as the table's notes say, the profile's word wins, the rest is held`() throws {
        let notes = "<NOTE char=\"***\">調査していない</NOTE><NOTE char=\"-\">計数のない場合</NOTE>"
        let values = ["***", "-"].map { "<VALUE area=\"35000\" time=\"2013000404\" unit=\"人\">\($0)</VALUE>" }.joined()
        let open = try ingest(Self.answer(notes + values), columns: Self.monthly)
        #expect(open.rows.count == 1)
        #expect(open.rows[0].hasPrefix("yamaguchi 2013-04"))
        #expect(open.outcome.account.held == 1)
        #expect(open.outcome.held[0].diagnostics[0].value == "-")
        #expect(open.outcome.held[0].rawText == "area=35000 time=2013000404 unit=人 value=-")
        #expect(open.outcome.notes.map(\.code) == ["e-stat.mark", "e-stat.mark"])
        let decided = try ingest(
            Self.answer(notes + values),
            columns: Self.monthly.replacing("unit: persons }", with: "unit: persons, symbols: { \"-\": zero } }"))
        #expect(decided.outcome.account.held == 0)
        #expect(decided.rows[1] == "yamaguchi 2013-04 0")
    }

    @Test func `another unit is held, and 人 may be any count of persons`() throws {
        let values = ["円", "人", "人泊"].map { "<VALUE area=\"35000\" time=\"2013000404\" unit=\"\($0)\">5</VALUE>" }
            .joined()
        let nights = try ingest(
            Self.answer(values), columns: Self.monthly.replacing("unit: persons", with: "unit: person-nights"))
        #expect(nights.outcome.account.accepted == 2)
        #expect(nights.outcome.held.map(\.diagnostics[0].code) == ["unit.differs"])
        let trips = try ingest(
            Self.answer(values), columns: Self.monthly.replacing("unit: persons", with: "unit: person-trips"))
        #expect(trips.outcome.held.map(\.diagnostics[0].value) == ["円", "人泊"])
    }

    @Test func `an axis the answer does not have is named with those it has`() throws {
        let values = "<VALUE area=\"35000\" time=\"2013000404\">5</VALUE>"
        let error = try #require(throws: DiagnosticsError.self) {
            _ = try ingest(Self.answer(values), columns: Self.monthly + "\nkind: { type: text, from: \"@cat01\" }")
        }
        #expect(error.diagnostics.map(\.code) == ["message.no-axis"])
        #expect(error.diagnostics[0].message.en == "The message has no such axis. It has @area, @time.")
    }

    @Test func `a delivery cut short is held as a whole`() throws {
        let values = "<VALUE area=\"35000\" time=\"2013000404\">5</VALUE>"
        let short = try ingest(
            Self.answer(
                values, counts: "<TOTAL_NUMBER>2</TOTAL_NUMBER><FROM_NUMBER>1</FROM_NUMBER><TO_NUMBER>2</TO_NUMBER>"),
            columns: Self.monthly)
        #expect(short.outcome.truncation?.code == "e-stat.rows-differ")
        let whole = Self.answer(values)
        let cut = try ingest(Array(whole.prefix(whole.count - 45)), columns: Self.monthly)
        #expect(cut.outcome.truncation?.code == "xml.truncated")
        #expect(cut.rows.count == 1)
        let broken = Self.answer("")
        #expect(throws: DiagnosticsError.self) {
            try ingest(Array(broken.prefix(broken.count - 60)), columns: Self.monthly)
        }
    }

    @Test func `SDMX with a multiplier, a status and a missing number`() throws {
        let text = """
            DATAFLOW,FREQ,GEO,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT
            A:B(1.0),M,JP13,2013-04,12.5,P,3
            A:B(1.0),M,JP13,2013-05,7,A,9
            A:B(1.0),M,JP13,2013-06,,Q,0
            A:B(1.0),A,JP13,2013,99,A,0
            A:B(1.0),M,JP99,2013-04,1,A,0
            """
        let result = try ingest(
            Array(text.utf8), read: "{ format: sdmx }",
            columns: """
                place: { type: place, from: "@GEO", map: { JP13: tokyo }, unknown: ignore }
                month: { type: month, from: "@TIME_PERIOD" }
                people: { type: count, from: value }
                firmness: { type: status, from: status }
                """)
        #expect(result.rows.prefix(2) == ["tokyo 2013-04 12500 provisional", "tokyo 2013-05 7000000000 reported"])
        #expect(result.rows.count == 3)
        #expect(result.roundings.prefix(2) == [50, 50_000_000])
        #expect(result.outcome.account.ignoredTotal == 3)
        #expect(result.origins[0].firstRow == 2)
        #expect(result.origins[0].column == 5)
    }

    @Test func `a limit of the profile reaches the reader and is named`() throws {
        let values = "<VALUE area=\"35000\" time=\"2013000404\">\(String(repeating: "9", count: 300))</VALUE>"
        let error = try #require(throws: DiagnosticsError.self) {
            _ = try ingest(
                Self.answer(values), read: "{ format: estat, limits: { text-bytes: 200 } }", columns: Self.monthly)
        }
        #expect(error.diagnostics[0].message.en.contains("limit of 200 bytes (text-bytes)"))
    }
}
