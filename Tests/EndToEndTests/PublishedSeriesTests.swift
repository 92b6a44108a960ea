import Foundation
import Testing

/// Totals of the sample files, held against the sums that a separate program recorded beside them.
struct PublishedSeriesTests {
    private func values(_ arguments: [String]) throws -> [String: Int] {
        let workspace = try DemoWorkspace.command().workspace
        let outcome = try DMOCommand.run(["figures", "--workspace", workspace, "--format", "json"] + arguments)
        #expect(outcome.status == 0, "\(outcome.messages)")
        let figures = try #require(try outcome.json()["figures"] as? [[String: Any]])
        var values: [String: Int] = [:]
        for figure in figures {
            guard let id = figure["id"] as? String, let value = figure["value"] as? Int else { continue }
            values[id] = value
        }
        return values
    }

    @Test func `Mine's published years are right to the person`() throws {
        let years = try values(["--definition", "phone-visitors"])
        #expect(years["phone-visitors@1:mine-city:2021:*"] == 431_381)
        #expect(years["phone-visitors@1:mine-city:2022:*"] == 557_376)
        #expect(years["phone-visitors@1:mine-city:2023:*"] == 534_908)
        #expect(years["phone-visitors@1:mine-city:2024:*"] == 537_943)
        #expect(years["phone-visitors@1:mine-city:2025:*"] == 546_640)
    }

    @Test func `fiscal years run from April to March`() throws {
        let years = try values(["--definition", "phone-visitors", "--by", "fiscal-year"])
        #expect(years["phone-visitors@1:mine-city:FY2024:*"] == 547_328)
        #expect(years["phone-visitors@1:mine-city:FY2025:*"] == 566_317)
    }

    @Test func `the first edition stands apart from the second`() throws {
        let first = try values(["--definition", "phone-visitors", "--vintage", "trial"])
        #expect(first["phone-visitors@1:mine-city:2023:*~trial"] == 344_586)
    }

    @Test func `the city's years, places and inbound visitors are those recorded with the samples`() throws {
        let recorded = try #require(
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: URL(filePath: DMOCommand.projectFolder + "/SampleData/totals.json")))
                as? [String: Any])
        let years = try #require(recorded["calendarYears"] as? [String: Int])
        let computed = try values(["--definition", "exchange-population"])
        #expect(years.count == 6)
        for (year, total) in years { #expect(computed["exchange-population@1:mine-city:\(year):*"] == total) }
        #expect(years["2013"] == 1_360_000)
        let places = try #require(recorded["places"] as? [String: [String: Int]])
        let split = try values(["--definition", "exchange-population", "--by", "calendar-year,place"])
        for (year, counts) in places {
            for (place, count) in counts {
                #expect(split["exchange-population@1:\(place):\(year):*"] == count, "\(place) \(year)")
            }
        }
    }

    @Test func `a year with a missing report is never shown as whole, in any form`() throws {
        let command = try DemoWorkspace.command()
        let table = try command("figures", "--definition", "exchange-population")
        #expect(table.output.contains("*1,532,792  239/240"))
        let csv = try command("figures", "--definition", "exchange-population", "--format", "csv")
        let row = try #require(csv.output.split(separator: "\r\n").first { $0.contains(":2018:") })
        #expect(row.contains(",1532792,reported,239,240,0,mito-station 2018-09 not-reported,"))
        // No rate of growth for 2018, none for the year after it.
        #expect(row.hasSuffix(","))
    }

    @Test func `markets in a spreadsheet keep what they lack`() throws {
        let csv = try DemoWorkspace.command()(
            "figures", "--definition", "inbound-visitors", "--by", "calendar-year,market", "--format", "csv")
        let rows = csv.output.split(separator: "\r\n").filter { $0.contains("market=TW") }
        #expect(rows.contains { $0.contains(":2018:market=TW") && $0.contains(",18351,") && $0.contains(",12,12,0,") })
        #expect(rows.contains { $0.contains(":2019:market=TW") && $0.contains(",3,12,9,") })
    }
}
