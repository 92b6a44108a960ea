import Foundation
import TestSupport
import Testing

/// Seasonality, comparisons and the share of national arrivals, as commands on a fresh demonstration.
struct MetricReadingsTests {
    @Test func `the seasonality of the published series is that of an independent calculation`() throws {
        let outcome = try DemoWorkspace.command()(
            "seasonality", "--definition", "phone-visitors", "--format", "json")
        #expect(outcome.status == 0, "\(outcome.messages)")
        let years = try #require(try outcome.json()["years"] as? [[String: Any]])
        let gini = years.map { ($0["gini"] as? String).flatMap(Double.init) }
        #expect(gini == [0.1660, 0.2402, 0.1896, 0.2079, 0.1730, nil])
        #expect(years.prefix(5).map { $0["peakToMean"] as? String } == ["1.451", "1.945", "1.763", "1.944", "1.713"])
        #expect(years.last?["refusal"] is [String: Any])
    }

    @Test func `a year that lacks a report is compared over the same months and places and says so`() throws {
        let outcome = try DemoWorkspace.command()("compare", "2018", "--format", "json")
        #expect(outcome.status == 1, "\(outcome.messages)")
        let sheet = try outcome.json()
        let like = try #require(sheet["likeForLike"] as? [String: Any])
        // SampleData/totals.json: 1,532,792 against 1,470,335 without 道の駅みとう in September.
        #expect(like["now"] as? String == "1532792")
        #expect(like["before"] as? String == "1470335")
        #expect(like["percent"] as? String == "4.2")
        #expect((like["leftOut"] as? [[String: Any]])?.map { $0["place"] as? String } == ["mito-station"])
        #expect((sheet["asCounted"] as? [String: Any])?["refusal"] is [String: Any])
    }

    @Test func `the calendar's part is told with the days it comes from and where the weights are from`() throws {
        let outcome = try DemoWorkspace.command()("compare", "2018-05", "--place", "akiyoshi-do")
        #expect(outcome.status == 0, "\(outcome.messages)")
        // Two weekdays more and a Saturday less: (21 + 3 × 1.8 + 7 × 2.3) ÷ (20 + 4 × 1.8 + 7 × 2.3) − 1.
        #expect(outcome.output.contains("of which the calendar gave"))
        #expect(outcome.output.contains("−1.8"))
        #expect(outcome.output.contains("20 → 21"))
        #expect(outcome.output.contains("(illustrative)"))
        let wrong = try DemoWorkspace.command()("compare", "2018-05", "--place", "akiyoshi-doo")
        #expect(wrong.status == 2)
        #expect(wrong.messages.contains("akiyoshi-do"))
    }

    @Test func `a market's share of its national arrivals is told, indexed and traced to both files`() throws {
        let figures = try DemoWorkspace.command()(
            "figures", "--definition", "inbound-visitors", "--by", "calendar-year,market", "--base-year", "2013",
            "--through", "2018-12")
        #expect(figures.status == 0, "\(figures.messages)")
        // 18,351 of 4,757,300 is 3.857 per thousand; 12,409 of 2,210,821 was 5.613 in 2013 by Python: index 68.7.
        let taiwan = figures.output.split(separator: "\n").last { $0.hasPrefix("Taiwan") && $0.contains("4,757,300") }
        #expect(taiwan?.contains("3.857") == true)
        #expect(taiwan?.contains("68.7") == true)
        let passport = try DemoWorkspace.command()("explain", "share-of-national-arrivals@1:mine-city:2018:market=TW")
        #expect(passport.status == 0, "\(passport.messages)")
        #expect(passport.output.contains("18,351 ÷ 4,757,300 × 1000 = 3.857 ‰"))
        #expect(passport.output.contains("inbound-2018.xml"))
        #expect(passport.output.contains("national-arrivals-2013-2019.csv"))
        let bridge = try DemoWorkspace.command()("bridge", "inbound-visitors", "share-of-national-arrivals")
        #expect(bridge.status == 2)
    }

    @Test func `two statistics stand beside each other with their ratio, and no common month is said`() throws {
        let outcome = try DemoWorkspace.command()("drift", "phone-visitors-neighbours", "--format", "json")
        #expect(outcome.status == 0, "\(outcome.messages)")
        let check = try #require((try outcome.json()["checks"] as? [[String: Any]])?.first)
        let points = try #require(check["points"] as? [[String: Any]])
        // 平生町 has no figure for August 2023, so that month is not compared.
        #expect(points.count == 35)
        #expect(!points.contains { $0["period"] as? String == "2023-08" })
        let december = try #require(points.last)
        // Python from the published files: 22,691 ÷ 905,738, against the median of 33,031 ÷ 930,887 and 29,126 ÷ 945,386.
        #expect((december["own"] as? String, december["other"] as? String) == ("22691", "905738"))
        #expect(december["ratio"] as? String == "0.02505")
        #expect(december["driftPercent"] as? String == "-24.4")
        let apart = try DemoWorkspace.command()("drift", "phone-visitors")
        #expect(apart.status == 0)
        #expect(apart.output.contains("No period is whole on both sides"))
        let none = try DemoWorkspace.command()("drift", "exchange-population")
        #expect(none.status == 2)
    }

    @Test func `a drift beyond the stated limit is an alarm, a finding, and said in the report`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        let file = URL(filePath: command.workspace).appending(path: "Pipelines/definitions.yaml")
        let text = try String(contentsOf: file, encoding: .utf8).replacing(
            "limit: 25, history: 2", with: "limit: 20, history: 2")
        try Data(text.utf8).write(to: file)
        let outcome = try command("drift", "phone-visitors-neighbours")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("December 2023: Visitors by phone location over"))
        let findings = try command("findings")
        #expect(findings.output.contains("drift:phone-visitors:yamaguchi:2023-12"))
        let report = try command("report", "--month", "2023-12", "--out", folder.path + "/report", "--as", "md")
        #expect(report.status == 0, "\(report.messages)")
        let page = try String(
            contentsOf: URL(filePath: folder.path + "/report/kpi-report-2023-12.en.md"), encoding: .utf8)
        #expect(page.contains("## Ratio to other statistics"))
        #expect(page.contains("December 2023: Visitors by phone location over"))
    }

    @Test func `a figure printed for two places together is held against them and never added`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        let total = try command("figures", "--definition", "exchange-population", "--format", "csv").output
        // SampleData/totals.json: 100,789 and 52,527 in August 2017.
        let entered = try command(
            "enter", "akiyoshidai-and-akiyoshi-do", "2017-08", "154316", "--source", "press release", "--by", "Tanaka")
        #expect(entered.status == 0, "\(entered.messages)")
        let outcome = try command("figures", "--definition", "exchange-population")
        let line = outcome.output.split(separator: "\n").first { $0.hasPrefix("Akiyoshi-do and Akiyoshidai") }
        #expect(line?.contains("+1,000") == true)
        #expect(line?.contains("something inside is not counted apart") == true)
        #expect(try command("figures", "--definition", "exchange-population", "--format", "csv").output == total)
    }

    @Test(arguments: ["figures", "comparison", "seasonality", "drift", "survey"])
    func `what a command prints as JSON has a schema to be had`(name: String) throws {
        let outcome = try DMOCommand.run(["schema", name])
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(try outcome.json()["title"] as? String == "dmo.\(name)/1")
        #expect(try DMOCommand.run(["schema", name, "--page"]).status == 2)
        #expect(try DMOCommand.run(["schema", name + "s"]).status == 2)
    }
}
