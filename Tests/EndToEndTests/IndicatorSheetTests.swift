import Foundation
import TestSupport
import Testing

/// The sheet of indicators as the command prints it from a fresh demonstration.
struct IndicatorSheetTests {
    private func indicators(_ json: [String: Any]) throws -> [String: [String: Any]] {
        var found: [String: [String: Any]] = [:]
        func visit(_ node: [String: Any]) {
            for indicator in node["indicators"] as? [[String: Any]] ?? [] {
                if let id = indicator["id"] as? String { found[id] = indicator }
            }
            for child in node["children"] as? [[String: Any]] ?? [] { visit(child) }
        }
        let plan = try #require(json["strategy"] as? [String: Any])
        for goal in plan["goals"] as? [[String: Any]] ?? [] { visit(goal) }
        return found
    }

    @Test func `the nine indicators of the strategy print with baseline and target, and say what nobody reported`()
        throws
    {
        let outcome = try DemoWorkspace.command()("kpis", "--format", "json")
        #expect(outcome.status == 0, "\(outcome.messages)")
        let found = try indicators(try outcome.json())
        // Baseline, its year, target: as the strategy states them.
        let stated: [String: [String?]] = [
            "unemployment-rate": ["4.68", "2010", "3.4"], "awareness": ["11.6", "FY2014", "25"],
            "exchange-population": ["1360000", "2013", "2500000"], "birth-rate": [nil, nil, "1.36"],
            "liveability": [nil, nil, "58.8"], "rehabilitation-centre-firms": ["8", "FY2014", "10"],
            "firms-attracted": ["2", "FY2013", "2"], "joint-job-fairs": [nil, nil, "4"],
            "local-graduates-hired": ["23", nil, "30"],
        ]
        #expect(Set(found.keys) == Set(stated.keys))
        for (id, values) in stated {
            let indicator = try #require(found[id])
            let baseline = indicator["baseline"] as? [String: Any]
            #expect(baseline?["value"] as? String == values[0], "\(id)")
            #expect(baseline?["year"] as? String == values[1], "\(id)")
            #expect((indicator["target"] as? [String: Any])?["value"] as? String == values[2], "\(id)")
            if id != "exchange-population" { #expect(indicator["light"] as? String == "unknown", "\(id)") }
        }
        // 2017 is the last whole year: 1,478,106; (1,478,106 − 1,360,000) ÷ 1,140,000.
        let exchange = try #require(found["exchange-population"])
        #expect(exchange["value"] as? String == "1478106")
        #expect((exchange["progress"] as? [String: Any])?["value"] as? String == "10.4")
        #expect((exchange["achievement"] as? [String: Any])?["value"] as? String == "59.1")
    }

    @Test func `typed actual values are read with their evidence, revised by later rows, and held when they cannot be`()
        throws
    {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        try folder.write(
            """
            指標,年,値,状態,根拠,報告日,備考
            unemployment-rate,平成27年,4.00,確定,国勢調査,2017-04-30,
            firms-attracted,H27,1,,,2016-06-01,
            firms-attracted,2016,０,,,2017-06-01,
            awareness,2016,12.0,,調査A,2017-03-01,
            awareness,2016,13.5,,調査B,2018-03-01,訂正
            awarenes,2017,14.0,,,,
            birth-rate,2016年度,1.30,,,,
            exchange-population,2017,1500000,,,,
            liveability,2016,many,,,,
            joint-job-fairs,2016,2,なぞ,,,
            guest-nights.inbound,2018,12000,,,,
            """, to: "actuals.csv")
        let outcome = try command("kpis", "--actuals", folder.path + "/actuals.csv", "--format", "json")
        #expect(outcome.status == 1)
        let found = try indicators(try outcome.json())
        #expect(found["unemployment-rate"]?["value"] as? String == "4")
        #expect(found["unemployment-rate"]?["light"] as? String == "amber")
        #expect(found["firms-attracted"]?["value"] as? String == "1")
        #expect(found["awareness"]?["value"] as? String == "13.5")
        for code in [
            "kpi-actual.unknown-indicator", "kpi-actual.other-basis", "kpi-actual.computed", "number.",
            "kpi-actual.unknown-status",
        ] { #expect(outcome.messages.contains(code), "\(code)\n\(outcome.messages)") }
        #expect(outcome.messages.contains("Did you mean awareness?"))
        let table = try command("kpis", "--actuals", folder.path + "/actuals.csv")
        #expect(table.messages.contains("11 rows read, 6 accepted, 5 held, 0 ignored; 1 values were replaced."))
        #expect(table.output.contains("(12)"))
        // What was known at the end of 2017 is the first survey's value.
        let earlier = try command(
            "kpis", "--actuals", folder.path + "/actuals.csv", "--as-of", "2017-12-31", "--format", "json")
        #expect(try indicators(try earlier.json())["awareness"]?["value"] as? String == "12")
    }

    @Test func `the form has a row for every indicator of both guidelines and the evenness by its named variant`()
        throws
    {
        let outcome = try DemoWorkspace.command()("kpis", "--sheet", "form", "--format", "csv")
        #expect(outcome.status == 0)
        let lines = outcome.output.split(whereSeparator: \.isNewline)
        #expect(lines.first == "Indicator,Unit,,FY2016,FY2017,FY2018,FY2019,FY2020,FY2021")
        #expect(lines.count { $0.contains(",target,") } == 12)
        // The smallest and largest month of 2016 are 70,606 and 208,787; of 2017 70,863 and 219,859.
        #expect(lines.contains { $0.contains("actual,33.82,32.23") })
        #expect(!outcome.messages.contains("held"))
    }

    @Test func `a yearly review stands in the sheet, the report and the workbook, and one that is due is named`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        let path = command.workspace + "/Pipelines/kpis.yaml"
        let kpis = try String(contentsOfFile: path, encoding: .utf8)
        func writeReview(of year: Int) throws {
            let review = """
                goal: exchange-population-2019
                          owner: { ja: 観光商工部, en: Tourism department }
                          reviews:
                            - year: \(year)
                              result: { ja: 目標の道筋を下回った, en: Below the path }
                              cause: { ja: 夏の台風, en: Typhoons in summer }
                              next: { ja: 冬の誘客, en: Bring guests in winter }
                              responsible: { ja: 佐藤, en: Ms Sato }
                              due: "2018-03"
                """
            let reviewed = kpis.replacing("goal: exchange-population-2019", with: review)
            try #require(reviewed != kpis)
            try Data(reviewed.utf8).write(to: URL(filePath: path))
        }
        let told = ["Tourism department", "Below the path", "Typhoons in summer", "Bring guests in winter", "Ms Sato", "2018-03"]
        // 2017 is the last whole year; a review of 2016 leaves it waiting.
        try writeReview(of: 2016)
        let waiting = try command("kpis")
        for text in told { #expect(waiting.output.contains(text), "\(text)") }
        #expect((waiting.output + waiting.messages).contains("2017 has no review yet"))
        try writeReview(of: 2017)
        let done = try command("kpis")
        #expect(!(done.output + done.messages).contains("has no review yet"))
        let report = try command("report", "--month", "2018-12", "--as", "md,html,csv,xlsx", "--out", folder.path + "/report")
        #expect(report.status == 0, "\(report.messages)")
        for ending in ["md", "html", "csv"] {
            let text = try String(contentsOfFile: folder.path + "/report/kpi-report-2018-12.en." + ending, encoding: .utf8)
            for word in told { #expect(text.contains(word), "\(ending): \(word)") }
        }
        let strings = try DMOCommand.shell(
            "python3 -c 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read(\"xl/sharedStrings.xml\").decode())' "
                + "report/kpi-report-2018-12.en.xlsx", in: folder.path)
        // A machine without Python reads the workbook nowhere else either.
        if strings.status == 0 { for word in told { #expect(strings.output.contains(word), "workbook: \(word)") } }
    }

    @Test func `the report carries the sheet`() throws {
        let folder = try DemoWorkspace.shared.get().folder.path + "/demo/report"
        let page = try String(contentsOfFile: folder + "/kpi-report-2019-03.ja.md", encoding: .utf8)
        #expect(page.contains("完全失業率"))
        #expect(page.contains("実績の報告なし"))
        #expect(page.contains("様式1"))
    }
}
