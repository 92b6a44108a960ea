import Foundation
import TestSupport
import Testing

/// Publishing, what moved since, and making an earlier publication again.
struct PublicationTests {
    @Test func `a published report is rebuilt byte for byte after the counts moved, and the changes say why`() throws {
        let folder = try ScratchFolder()
        let dmo = try DemoWorkspace.copy(into: folder)
        let out = folder.path + "/published"
        let published = try dmo(
            "report", "--month", "2018-12", "--publish", "--by", "Tanaka", "--out", out, "--as", "csv,json,md,html")
        #expect(published.status == 0, "\(published.messages)")
        #expect(published.messages.contains("Recorded as publication 1"))
        let unchanged = try dmo("changes")
        #expect(unchanged.status == 0)
        #expect(unchanged.output.contains("0 of 70 figures moved"))

        // The one missing report comes in by telephone.
        let entered = try dmo(
            "enter", "mito-station", "2018-09", "7710", "--source", "telephone, 2019-04-12", "--by", "Tanaka")
        #expect(entered.status == 0, "\(entered.messages)")
        let changes = try dmo("changes", "--format", "json")
        #expect(changes.status == 1)
        let json = try changes.json()
        let figures = try #require(json["figures"] as? [[String: Any]])
        let year = try #require(figures.first { $0["id"] as? String == "exchange-population@1:mine-city:2018:*" })
        #expect(year["published"] as? Int == 1_532_792)
        #expect(year["now"] as? Int == 1_540_502)
        #expect(year["difference"] as? Int == 7_710)
        let causes = try #require(year["causes"] as? [[String: Any]])
        #expect(causes.map { $0["place"] as? String } == ["mito-station"])
        #expect((causes.first?["file"] as? String)?.hasPrefix("entries/") == true)

        let again = folder.path + "/again"
        let rebuilt = try dmo("report", "--rebuild", "1", "--out", again)
        #expect(rebuilt.status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
        #expect(names.count == 4)
        for name in names {
            #expect(FileManager.default.contentsEqual(atPath: out + "/" + name, andPath: again + "/" + name), "\(name)")
        }
    }

    @Test func `a yearly report is published, its changes told, and rebuilt with the tables it drew on`() throws {
        let folder = try ScratchFolder()
        let dmo = try DemoWorkspace.copy(into: folder)
        let out = folder.path + "/published"
        let actuals = dmo.workspace + "/Pipelines/kpi-actuals.csv"
        let typed = try String(contentsOfFile: actuals, encoding: .utf8)
        let row = "unemployment-rate,2015,4.10,確定,国勢調査,2017-04-30,\n"
        try (typed + row).write(toFile: actuals, atomically: true, encoding: .utf8)
        let published = try dmo(
            "report", "--year", "2018", "--publish", "--by", "Tanaka", "--out", out, "--as", "csv,json,md,html")
        #expect(published.status == 0, "\(published.messages)")
        #expect(try dmo("changes", "--list").output.contains("1    "))
        let listed = try dmo("changes", "--list", "--format", "json").json()
        let first = try #require((listed["publications"] as? [[String: Any]])?.first)
        #expect(first["year"] as? Int == 2018 && first["month"] as? String == "2018-12")
        #expect(try dmo("changes").output.contains("(2018,"))

        // A count moves, and somebody types another actual value over the first.
        #expect(
            try dmo("enter", "mito-station", "2018-09", "7710", "--source", "telephone", "--by", "Tanaka").status == 0)
        try (typed + row.replacing("4.10", with: "4.60")).write(toFile: actuals, atomically: true, encoding: .utf8)
        let changes = try dmo("changes", "--format", "json").json()
        let figures = try #require(changes["figures"] as? [[String: Any]])
        #expect(figures.contains { $0["id"] as? String == "exchange-population@1:mine-city:2018:*" })
        // A later year is no part of a report on 2018.
        #expect(!figures.contains { ($0["id"] as? String)?.contains(":2019") == true })

        let again = folder.path + "/again"
        let rebuilt = try dmo("report", "--rebuild", "1", "--out", again)
        #expect(rebuilt.status == 0, "\(rebuilt.output)")
        let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
        #expect(names.count == 4 && names.allSatisfy { $0.hasPrefix("kpi-report-2018.") }, "\(names)")
        for name in names {
            #expect(FileManager.default.contentsEqual(atPath: out + "/" + name, andPath: again + "/" + name), "\(name)")
        }
    }

    @Test func `nothing is published while doubts are open and nothing is said about them`() throws {
        let folder = try ScratchFolder()
        let dmo = try DemoWorkspace.copy(into: folder)
        let entered = try dmo(
            "enter", "akiyoshidai", "2018-08", "900000", "--source", "fax", "--by", "Tanaka")
        #expect(entered.status == 0, "\(entered.messages)")
        let refused = try dmo(
            "report", "--month", "2018-12", "--publish", "--by", "Tanaka", "--out", folder.path + "/out")
        #expect(refused.status == 2)
        #expect(refused.messages.contains("[publish.open-findings]"))
        let listed = try dmo("findings", "--format", "json")
        #expect(listed.status == 1)
        let findings = try #require(try listed.json()["findings"] as? [[String: Any]])
        let finding = try #require(findings.first)
        #expect(finding["place"] as? String == "akiyoshidai")
        #expect(finding["cell"] as? String == "E2")
        let id = try #require(finding["id"] as? String)
        #expect(try dmo("findings", "acknowledge", id, "--reason", "festival", "--by", "Sato").status == 0)
        #expect(try dmo("findings").status == 0)
        #expect(try dmo("findings", "--all").output.contains("Sato"))
        let published = try dmo(
            "report", "--month", "2018-12", "--publish", "--by", "Tanaka", "--out", folder.path + "/out", "--as", "csv")
        #expect(published.status == 0, "\(published.messages)")
    }

    @Test func `a passport names file, cell, hash, load and revisions, and speaks PROV`() throws {
        let dmo = try DemoWorkspace.command()
        let outcome = try dmo("explain", "exchange-population@1:mine-city:2017-08:*", "--format", "json")
        #expect(outcome.status == 0)
        let json = try outcome.json()
        let inputs = try #require(json["inputs"] as? [[String: Any]])
        #expect(inputs.count == 20)
        #expect(inputs.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
        // The plateau's August 2017 was corrected by a later file.
        let plateau = try #require(inputs.first { $0["place"] as? String == "akiyoshidai" })
        #expect((plateau["revisions"] as? [[String: Any]])?.count == 2)
        let prov = try #require(json["prov"] as? [String: Any])
        for name in ["entity", "activity", "agent", "used", "wasGeneratedBy", "wasDerivedFrom"] {
            #expect((prov[name] as? [String: Any])?.isEmpty == false, "\(name)")
        }
        let derivations = try #require(prov["wasDerivedFrom"] as? [String: [String: Any]])
        #expect(derivations.values.count { $0["prov:type"] as? String == "prov:Revision" } == 1)
        // Every thing a relation names is there.
        let known = ["entity", "activity", "agent"].flatMap { ((prov[$0] as? [String: Any]) ?? [:]).keys }
        let named = derivations.values.flatMap {
            [$0["prov:generatedEntity"], $0["prov:usedEntity"]].compactMap { $0 as? String }
        }
        #expect(Set(named).isSubset(of: Set(known)))
    }
}
