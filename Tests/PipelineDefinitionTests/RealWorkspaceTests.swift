import FoundationEssentials
import Languages
import PipelineDefinition
import Testing
import VisitorModel

/// The definitions that ship with the project, as they stand beside the manifest.
struct RealWorkspaceTests {
    private func load() throws -> WorkspaceDefinition {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let folder = "/" + root + "/Pipelines"
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
        return try WorkspaceDefinition(
            files: paths.map { path in
                let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
                return WorkspaceDefinition.File(path: path, displayName: "Pipelines/" + path, text: text)
            })
    }

    @Test func `it loads with all its parts`() throws {
        let workspace = try load()
        #expect(
            workspace.pipelines.map(\.name) == [
                "akiyoshi-do-gates", "akiyoshidai", "digital-kanko-editions", "digital-kanko-municipal", "events",
                "geopark-spots", "inbound", "national-arrivals", "published-headline", "visitor-answers",
            ])
        #expect(workspace.profiles.count == 10)
        #expect(
            workspace.definitions.map(\.id) == [
                "exchange-population@1", "inbound-visitors@1", "national-arrivals@1", "share-of-national-arrivals@1",
                "phone-visitors@1", "phone-visitors-neighbours@1", "published-exchange-population@1",
                "designated-visitors@1", "non-resident-visitors@1", "visitor-trips@1", "population-with-commuters@1",
            ])
        #expect(workspace.destination.name == "mine-city")
        #expect(workspace.destination.titles.ja == "美祢市")
    }

    @Test func `the exchange population adds twenty places of Mine City`() throws {
        let definition = try #require(try load().definition("exchange-population"))
        #expect(definition.cut.whole == "mine-city")
        #expect(definition.cut.members.count == 20)
        #expect(definition.unit == .personSpots)
        #expect(definition.basis == .calendarYear)
    }

    @Test func `the municipality code of Mine City is 35213`() throws {
        let places = try load().destination.places
        #expect(places.places.filter { $0.code == "35213" }.map(\.id) == ["mine-city"])
        // With its check digit: 6, 5, 4, 3, 2 times the digits is 60; 11 less 60 modulo 11 is 6.
        #expect(places["mine-city"]?.aliases.contains("352136") == true)
    }

    @Test func `the goal is 2.5 million in 2019 from 1.36 million in 2013, rounded to 10,000`() throws {
        let target = try #require(try load().targets.first)
        #expect(target.definition == "exchange-population@1")
        #expect(target.baseline.number == 1_360_000)
        #expect(target.baseline.roundingHalfWidth == 5_000)
        #expect(target.baseline.status == .final)
        #expect(target.baselineYear == 2013)
        #expect(target.target == 2_500_000)
        #expect(target.targetYear == 2019)
    }

    @Test func `the combined line of Akiyoshi-do and Akiyoshidai cannot be added to Akiyoshi-do`() throws {
        let tree = try load().destination.places
        let members = try #require(try load().definition("exchange-population")?.cut.members)
        #expect(throws: Cut.Fault.countedTwice(place: "akiyoshi-do", inside: "akiyoshidai-and-akiyoshi-do")) {
            try Cut(of: "mine-city", members: members + ["akiyoshidai-and-akiyoshi-do"], in: tree)
        }
        let withoutParts = members.filter { $0 != "akiyoshi-do" && $0 != "akiyoshidai" }
        #expect(
            try Cut(of: "mine-city", members: ["akiyoshidai-and-akiyoshi-do"] + withoutParts, in: tree).members.count == 19)
        #expect(throws: Cut.Fault.leftOut(["akiyoshidai"])) {
            try Cut(of: "mine-city", members: ["akiyoshi-do"] + withoutParts, in: tree)
        }
    }

    @Test func `the three gates are the cave`() throws {
        let tree = try load().destination.places
        let gates = ["akiyoshi-do-main", "akiyoshi-do-kurotani", "akiyoshi-do-elevator"]
        #expect(try Cut(of: "akiyoshi-do", members: gates, in: tree).members == gates)
    }
}
