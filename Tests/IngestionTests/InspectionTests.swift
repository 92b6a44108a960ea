import Diagnostics
import FoundationEssentials
import Ingestion
import Languages
import OfficeTables
import PipelineDefinition
import Testing
import VisitorModel

/// What an unknown file is taken for, and whether the drafted profile reads it.
struct InspectionTests {
    private func inspect(real name: String) throws -> FileInspection {
        try FileInspector().inspect(SourceFile(path: Sheet.inputs + "/RealFiles/" + name, displayName: name))
    }

    private func inspect(_ text: String, named name: String = "counts.csv") throws -> FileInspection {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dmo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: name)
        try Data(text.utf8).write(to: path)
        return try FileInspector().inspect(SourceFile(path: path.path(percentEncoded: false), displayName: name))
    }

    struct Known: Sendable, CustomTestStringConvertible {
        let file: String
        let accepted: Int
        let lines: [String]
        var testDescription: String { file }
    }

    @Test(arguments: [
        Known(
            file: "kurashiki_landmark_2014.csv", accepted: 264,
            lines: ["  place: { type: place, from: \"施設名称\" }", "  month: { type: month, from: \"集計時期\" }"]),
        Known(
            file: "kurashiki_2014_wide_wareki_cp932_DERIVED.csv", accepted: 264,
            lines: ["  month: { type: month, month: { header: true }, year: { title: true } }"]),
        Known(
            file: "FEH_00200524_200927163843.csv", accepted: 235,
            lines: ["totals: { labels: [\"全国\"] }", "  year: { type: calendar-year, header: true }"]),
        Known(
            file: "takamatsu_0091_2020_births_deaths.csv", accepted: 12,
            lines: [
                "table: { comment: \"#\" }",
                "  month: { type: month, month: { from: \"month\" }, year: { file-name: true } }",
            ]),
        Known(
            file: "takamatsu_0073_pedestrians.csv", accepted: 15, lines: ["  place: { type: place, from: \"name\" }"]),
        Known(
            file: "esri_gaku-mg1532.csv", accepted: 87,
            lines: ["table: { header-rows: 5 }", "  quarter: { type: quarter, column: A, carry-year: true }"]),
        Known(
            file: "australia_tourism.csv", accepted: 24_320,
            lines: ["  quarter: { type: quarter, from: \"date_time\", first-day: true }"]),
        Known(file: "fukui_all-cnt.csv", accepted: 1_578, lines: ["  day: { type: day, from: \"day\" }"]),
        Known(
            file: "awara_2023-09-06.csv", accepted: 90,
            lines: ["  value: { type: count, from: \"n_people\", unit: person-spots }"]),
        Known(
            file: "fukui_202101monthly_fromto_city.csv", accepted: 599,
            lines: ["  kind-1: { type: text, from: \"dayflag\" }", "  place: { type: place, from: \"citycode\" }"]),
    ])
    func `the drafted profile reads a published file as it stands`(known: Known) throws {
        let inspection = try inspect(real: known.file)
        let draft = try #require(inspection.draft)
        let lines = draft.yaml.split(separator: "\n").map(String.init)
        for line in known.lines { #expect(lines.contains(line), "\(line)") }
        let account = try #require(inspection.trial?.outcome.account)
        #expect(account.accepted == known.accepted && account.held == 0 && account.closes)
        #expect(inspection.isReady)
        #expect(inspection.findings.allSatisfy { (0...1).contains($0.confidence) && !$0.evidence.ja.isEmpty })
    }

    @Test func `a total's label is no merged cell`() throws {
        let inspection = try inspect("平成26年度\n洞口,4月,5月,計\n正面口,1,2,3\n黒谷口,3,4,7\n合計,4,6,10\n")
        #expect(inspection.draft?.yaml.contains("place: { type: place, from: \"洞口\" }") == true)
        #expect(inspection.trial?.outcome.account.accepted == 4)
    }

    @Test func `days that stand twice with two values are a person's decision`() throws {
        let inspection = try inspect(real: "tojinbo-shotaro_Person.csv")
        #expect(!inspection.isReady)
        #expect(inspection.draft?.yaml.contains("duplicates: hold") == true)
        #expect(inspection.doubts.map(\.code).contains("inspect.duplicates"))
        #expect(inspection.trial?.outcome.account.held == 2)
    }

    @Test(arguments: [
        "yaizu_222127_nouen_cp932.csv", "takamatsu_0008_tourist_facilities.csv", "fukui_daily_20220427_header-only.csv",
    ])
    func `a list, a text or an empty table is no table of counts`(file: String) throws {
        let inspection = try inspect(real: file)
        #expect(inspection.draft == nil)
        #expect(inspection.doubts.map(\.code) == ["inspect.no-table"])
    }

    @Test func `what a person must decide is named`() throws {
        let noYear = try inspect("施設名,1月,2月\n風穴洞,10,20\n城跡公園,30,40\n")
        #expect(noYear.doubts.map(\.code).contains("inspect.no-period"))
        #expect(noYear.draft?.canRead == false)
        let marks = try inspect(
            "施設名,年月,人数\n風穴洞,2013年1月,10\n城跡公園,2013年1月,…\n三隅海岸,2013年1月,-\n海浜公園,2013年1月,休館\n"
                + (2...11).map { "風穴洞,2013年\($0)月,10\n" }.joined())
        #expect(marks.doubts.filter { $0.code == "inspect.mark-undecided" }.compactMap(\.value) == ["-", "…", "休館"])
        #expect(marks.trial?.outcome.account.held == 3 && marks.trial?.outcome.account.accepted == 11)
    }

    @Test func `two header rows, two rows a month and side totals are found`() throws {
        let inspection = try inspect(
            """
            外国人宿泊者数（平成29年度）,,,,
            月別,区分,中国,韓国,台湾,計
            4月,宿泊者数,1,2,3,6
            ,延べ宿泊者数,4,5,6,15
            5月,宿泊者数,1,2,3,6
            ,延べ宿泊者数,4,5,6,15
            6月,宿泊者数,1,2,3,6
            ,延べ宿泊者数,4,5,6,15
            """)
        let yaml = try #require(inspection.draft?.yaml)
        #expect(yaml.contains("market: { type: market, header: true }"))
        #expect(
            yaml.contains("month: { type: month, month: { from: \"月別\", carry-down: true }, year: { title: true } }"))
        #expect(yaml.contains("kind: { type: text, from: \"区分\" }"))
        #expect(inspection.trial?.outcome.account.accepted == 18)
        #expect(inspection.trial?.firstRows.first?.contains("2017-04") == true)
    }

    @Test func `records of XML are found with their fields, those of the elements around them too`() throws {
        let inspection = try inspect(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <報告 年="平成25年"><月報 月="4"><地点 名="風穴洞"><人数>10</人数></地点><地点 名="城跡公園"><人数>20</人数></地点></月報>
            <月報 月="5"><地点 名="風穴洞"><人数>30</人数></地点><地点 名="城跡公園"><人数>40</人数></地点></月報></報告>
            """, named: "r.xml")
        let yaml = try #require(inspection.draft?.yaml)
        #expect(yaml.contains("read: { format: xml, record: \"報告/月報/地点\" }"))
        #expect(yaml.contains("year: { from: \"../../@年\" }"))
        #expect(inspection.isReady)
        #expect(inspection.trial?.firstRows.first == ["place-1", "2013-04", "10"])
    }

    @Test func `next month's file has the same layout, another order has not`() {
        let april = LayoutFingerprint(header: ["施設名", "平成25年4月", "平成25年5月", "合計"])
        #expect(april == LayoutFingerprint(header: ["施設名", "令和元年5月", "合計"]))
        #expect(april != LayoutFingerprint(header: ["合計", "平成25年4月", "施設名"]))
        #expect(LayoutFingerprint(header: ["施設名", "人数"]) != LayoutFingerprint(header: ["施設名", "入込客数"]))
        // Kept in profiles, so it must be the same on every machine: FNV-1a of 施設名 U+001F 人数, worked out in Python.
        #expect(LayoutFingerprint(header: ["施設名", "人数"]).description == "2-51bf57ff3457c269")
    }

    @Test func `a destination drafted from its files passes the checks, with one profile a layout`() throws {
        let files = [
            "kurashiki_landmark_2014.csv", "kurashiki_2014_wide_wareki_cp932_DERIVED.csv", "awara_2023-09-06.csv",
            "awara_2023-09-30.csv",
        ]
        let scaffold = DestinationScaffold(
            id: "somewhere", titles: BilingualText(ja: "どこか", en: "Somewhere"),
            sources: files.map { SourceFile(path: Sheet.inputs + "/RealFiles/" + $0, displayName: $0) })
        try scaffold.validate()
        let paths = scaffold.files.map(\.path)
        #expect(paths.filter { $0.hasPrefix("profiles/") }.count == 3)
        let destination = try #require(scaffold.files.first { $0.path == "destination.yaml" }?.text)
        #expect(destination.contains("大原美術館") && destination.contains("from: 2014-01"))
        // The museums of the second file are those of the first.
        #expect(destination.ranges(of: "大原美術館").count == 2)
        let daily = try #require(scaffold.files.first { $0.path == "awara.yaml" }?.text)
        #expect(daily.contains("aggregate") && daily.contains("awara_*-*-*.csv"))
    }
}
