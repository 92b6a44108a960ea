import Foundation
import TestSupport
import Testing

/// The monthly work on a ledger: loading again, revising, withdrawing, asking who has not reported.
struct LedgerWorkTests {
    @Test func `loading the same files again changes nothing and says so`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        let before = try command("figures", "--format", "json").output
        let again = try command("load", command.workspace + "/inbox")
        #expect(again.status == 0)
        #expect(again.output.components(separatedBy: "already loaded").count - 1 == 31)
        #expect(try command("figures", "--format", "json").output == before)
    }

    @Test func `four who load the same file at once record it once`() throws {
        let folder = try ScratchFolder()
        let dmo = try DemoWorkspace.copy(into: folder)
        let before = try number(ofLoads: dmo)
        let rows = ["大正洞", "景清洞", "桜山公園", "別府弁天池", "於福温泉"].flatMap { place in
            (2000...2012).flatMap { year in (1...12).map { "\(year)年\($0)月,\(place),確報,\(900 + year * $0),\r\n" } }
        }
        try ("年月,観光地点,区分,入込客数,備考\r\n" + rows.joined()).write(
            toFile: dmo.workspace + "/inbox/akiyoshidai-again.csv", atomically: true, encoding: .utf8)
        let outcome = try DMOCommand.shell(
            "seq 4 | xargs -P 4 -n 1 sh -c 'dmo load inbox/akiyoshidai-again.csv --workspace . --lang en'", in: dmo.workspace)
        #expect(outcome.output.components(separatedBy: "already loaded").count - 1 == 3, "\(outcome.output)")
        #expect(try number(ofLoads: dmo) == before + 1)
    }

    private func number(ofLoads dmo: DMOCommand) throws -> Int {
        try #require(try dmo("loads", "--format", "json").json()["loads"] as? [[String: Any]]).count
    }

    @Test func `withdrawing the correction brings the first figure back, and keeps the load on record`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        let loads = try #require(try command("loads", "--format", "json").json()["loads"] as? [[String: Any]])
        let correction = try #require(loads.first { ($0["file"] as? String)?.contains("correction") == true })
        let number = try #require(correction["load"] as? Int ?? correction["id"] as? Int)
        let figure = "exchange-population@1:mine-city:2017:*"
        #expect(try value(of: figure, command) == 1_478_106)
        #expect(try command("withdraw", "\(number)", "--reason", "wrong file").status == 0)
        #expect(try value(of: figure, command) == 1_482_833)
        #expect(try command("withdraw", "\(number)", "--reason", "again").status == 2)
        #expect(try command("loads").output.contains("withdrawn"))
    }

    @Test func `status names the one report that is missing`() throws {
        let outcome = try DemoWorkspace.command()("status", "--from", "2018-01", "--through", "2018-12")
        #expect(outcome.status == 1)
        #expect(
            outcome.output.contains("239 of 240 place-months are in; missing: Roadside Station Mito September 2018"))
    }

    @Test func `a figure leads back to file, row, cell and hash`() throws {
        let outcome = try DemoWorkspace.command()("explain", "exchange-population@1:mine-city:2017-08:*")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("219,859 person-spots"))
        #expect(outcome.output.contains("akiyoshidai-2017-08-correction.csv"))
        #expect(outcome.output.contains("57254"))
    }

    private func value(of id: String, _ command: DMOCommand) throws -> Int? {
        let figures = try command("figures", "--format", "json").json()["figures"] as? [[String: Any]]
        return figures?.first { $0["id"] as? String == id }?["value"] as? Int
    }
}
