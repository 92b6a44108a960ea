import Foundation
import TestSupport
import Testing

/// A visitor survey's answers, from the questionnaires to the estimator.
struct SurveyTests {
    private static let answers = DMOCommand.projectFolder + "/SampleData/survey/visitor-answers-2018.csv"

    /// The file read with nothing of ours: how many answered, and how many of them said so.
    private func count(_ column: String, where isMeant: (String) -> Bool, of isAsked: (String) -> Bool) throws -> (
        Int, Int
    ) {
        let text = try String(contentsOfFile: Self.answers, encoding: .utf8)
        let lines = text.split(separator: "\n").dropFirst().map { line in
            // The bands of yen are the only cells in quotes, and stand behind everything counted here but two.
            var cells: [String] = []
            var isQuoted = false
            var cell = ""
            for letter in line {
                if letter == "\"" {
                    isQuoted.toggle()
                } else if letter == ",", !isQuoted {
                    cells.append(cell); cell = ""
                } else {
                    cell.append(letter)
                }
            }
            return cells + [cell]
        }
        let header = try #require(lines.first)
        let index = try #require(header.firstIndex(of: column))
        let homes = try #require(header.firstIndex(of: "居住地"))
        let stays = try #require(header.firstIndex(of: "宿泊"))
        let visitors = lines.dropFirst().filter { $0[homes] != "市内" && $0[homes] != "無回答" && $0[stays] != "無回答" }
        let asked = visitors.map { $0[index] }.filter(isAsked)
        return (asked.count(where: isMeant), asked.count)
    }

    @Test func `satisfaction, returning and recommendation are what an independent count says, with n`() throws {
        let outcome = try DemoWorkspace.command()("survey", Self.answers, "--format", "json")
        // Some rows name no home or no stay: they are told, and the status says so.
        #expect(outcome.status == 1, "\(outcome.messages)")
        let sheet = try outcome.json()
        func score(_ key: String) throws -> (value: Double, people: Int) {
            let score = try #require(sheet[key] as? [String: Any])
            return (
                try #require((score["value"] as? String).flatMap(Double.init)),
                try #require(score["respondents"] as? Int)
            )
        }
        func percent(_ some: Int, of all: Int) -> Double { (Double(some) / Double(all) * 1_000).rounded() / 10 }
        let said: (String) -> Bool = { $0 != "無回答" }
        let satisfied = try count("満足度", where: { ["満足", "とても満足"].contains($0) }, of: said)
        #expect(try score("satisfied") == (percent(satisfied.0, of: satisfied.1), satisfied.1))
        let returning = try count("来訪回数", where: { $0 != "初めて" }, of: said)
        #expect(try score("returning") == (percent(returning.0, of: returning.1), returning.1))
        let promoters = try count("推奨度", where: { Int($0) ?? 0 >= 9 }, of: said)
        let detractors = try count("推奨度", where: { Int($0) ?? 10 <= 6 }, of: said)
        #expect(try score("netPromoterScore").people == promoters.1)
        let difference = Double(promoters.0 - detractors.0) / Double(promoters.1) * 100
        #expect(abs(try score("netPromoterScore").value - difference) < 0.051)
    }

    @Test func `every row is used or named, and no single answer is printed`() throws {
        let outcome = try DemoWorkspace.command()("survey", Self.answers)
        #expect(outcome.output.contains("have no usable “origin”") || outcome.output.contains("have no usable “stay”"))
        #expect(outcome.output.contains("a small sample of"))
        #expect(!outcome.output.contains("0001"))
    }

    @Test func `the table it writes is the one the estimator reads`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        let table = command.workspace + "/Pipelines/parameters/mine-visitor-survey.csv"
        let outcome = try command("survey", Self.answers, "--write", table)
        #expect(outcome.status == 1, "\(outcome.messages)")
        let text = try String(contentsOfFile: table, encoding: .utf8)
        #expect(text.hasPrefix("quarter,origin,stay,purpose,respondents,mean-places,sd-places,unit-spend,sd-spend"))
        let estimate = try command("explain", "visitor-trips@1:mine-city:2018:*")
        #expect(estimate.status == 0, "\(estimate.messages)")
        #expect(estimate.output.contains("2018 Q1"))
    }

    @Test func `a survey's answers are not loaded into the ledger`() throws {
        let command = try DemoWorkspace.command()
        let outcome = try command("load", Self.answers, "--dry-run")
        #expect(outcome.status == 3)
        #expect(outcome.messages.contains("dmo survey"))
        let forced = try command("run", "visitor-answers", "--input", Self.answers)
        #expect(forced.status == 2)
        let wrong = try command("survey", "--pipeline", "inbound")
        #expect(wrong.status == 2)
        #expect(wrong.messages.contains("visitor-answers"))
    }
}
