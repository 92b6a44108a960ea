import Foundation
import TestSupport
import Testing

/// Published forecasts are kept, scored as the months come in, and stand beside the next one; forecasts worked out
/// before are read again.
struct ForecastLedgerTests {
    /// A workspace whose goal is one place's year 2018, with its counts from 2013 to June 2018.
    private struct Plateau {
        let folder: ScratchFolder
        let dmo: DMOCommand

        init() throws {
            folder = try ScratchFolder()
            dmo = try DemoWorkspace.copy(into: folder)
            for ending in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: dmo.workspace + "/visitors.sqlite" + ending)
            }
            let definitions = dmo.workspace + "/Pipelines/definitions.yaml"
            let text = try String(contentsOfFile: definitions, encoding: .utf8)
            let plateau = """
                definitions:
                  - name: plateau
                    version: 1
                    title: { ja: 台地, en: Plateau }
                    formula: { ja: 秋吉台の数, en: the plateau's count }
                    measure: visitors
                    unit: person-spots
                    whole: akiyoshidai
                    places: [akiyoshidai]
                    basis: calendar-year
                    source: { ja: 例, en: an example }

                """
            try text.replacing("definitions:\n", with: plateau, maxReplacements: 1)
                .write(toFile: definitions, atomically: true, encoding: .utf8)
            try """
            targets:
              - id: plateau-2018
                title: { ja: 台地, en: Plateau }
                definition: plateau@1
                baseline: { value: 300000, year: 2013 }
                target: { value: 420000, year: 2018 }
                source: { ja: 例, en: an example }
            """.write(toFile: dmo.workspace + "/Pipelines/kpis.yaml", atomically: true, encoding: .utf8)
            try load((0..<66).map { (2013 + $0 / 12, $0 % 12 + 1, Self.count($0), "確報") }, as: "past.csv")
        }

        /// A season, some growth, and a scatter without a pattern.
        static func count(_ step: Int) -> Int {
            let season = [18, 17, 28, 36, 47, 26, 33, 52, 34, 39, 38, 19][step % 12]
            return season * 1_000 + step * 25 + (step * 7_919) % 2_003
        }

        func load(_ rows: [(year: Int, month: Int, count: Int, status: String)], as name: String) throws {
            let lines = rows.map { "H\($0.year - 1988).\($0.month),秋吉台,\($0.status),\($0.count)," }
            try folder.write("年月,観光地点,区分,入込客数,備考\n" + lines.joined(separator: "\n") + "\n", to: name)
            let outcome = try dmo("load", folder.path + "/" + name)
            #expect(outcome.status <= 1, "\(outcome.messages)")
        }

        func forecasts() throws -> (record: [String: Any], all: [[String: Any]]) {
            let json = try dmo("forecasts", "--format", "json").json()
            #expect(json["schema"] as? String == "dmo.forecasts/1")
            return (
                try #require(json["record"] as? [String: Any]), try #require(json["forecasts"] as? [[String: Any]])
            )
        }
    }

    @Test
    func `a forecast is scored month by month, anew when a count is revised, and its chance when the year is over`()
        throws
    {
        let plateau = try Plateau()
        #expect(try plateau.dmo("forecasts").messages.contains("No forecast was published yet"))
        let published = try plateau.dmo("progress", "--publish", "--by", "Tanaka", "--note", "a test")
        #expect(published.status == 0, "\(published.messages)")
        #expect(published.messages.contains("Recorded as forecast 1"))
        #expect(try plateau.forecasts().record["months"] as? Int == 0)

        try plateau.load([(2018, 7, 41_000, "確報"), (2018, 8, 55_000, "速報")], as: "summer.csv")
        let (record, all) = try plateau.forecasts()
        #expect(record["months"] as? Int == 2 && record["notFinal"] as? Int == 1)
        let forecast = try #require(all.first)
        let months = try #require(forecast["months"] as? [[String: Any]])
        #expect(
            months.map { $0["state"] as? String } == ["counted", "counted"] + Array(repeating: "waiting", count: 4))
        let august = months[1]
        #expect(august["status"] as? String == "preliminary")
        func decimal(_ value: Any?) throws -> Double { try #require((value as? String).flatMap { Double($0) }) }
        // The error by hand, from what the forecast itself says (its mean is printed whole).
        let mean = Double(try #require(august["mean"] as? Int))
        let scale = try decimal(forecast["scale"])
        #expect(abs(try decimal(august["scaledError"]) - abs(55_000 - mean) / scale) < 1 / scale)
        let range = try #require(august["range80"] as? [Int])
        #expect(august["in80"] as? Bool == (range[0]...range[1]).contains(55_000))
        // The scale by hand: the past's distances to a year before.
        let steps = (12..<66).map { abs(Plateau.count($0) - Plateau.count($0 - 12)) }
        #expect(abs(scale - Double(steps.reduce(0, +)) / 54) < 0.001)

        try plateau.load([(2018, 8, 58_000, "確報")], as: "august-final.csv")
        let revised = try plateau.forecasts()
        #expect(revised.record["notFinal"] as? Int == 0)
        let again = try #require(revised.all.first?["months"] as? [[String: Any]])
        #expect(again[1]["count"] as? String == "58000" && again[1]["mean"] as? Int == august["mean"] as? Int)
        #expect(try plateau.dmo("progress", "--why").output.contains("of 2 monthly counts foretold since June 2018"))

        try plateau.load((8..<12).map { (2018, $0 + 1, Plateau.count(60 + $0), "確報") }, as: "rest.csv")
        let decided = try plateau.forecasts()
        let outcome = try #require(decided.all.first?["outcome"] as? [String: Any])
        let total =
            (0..<6).reduce(0) { $0 + Plateau.count(60 + $1) } + 41_000 + 58_000
            + (8..<12).reduce(0) { $0 + Plateau.count(60 + $1) }
        #expect(outcome["total"] as? String == "\(total)")
        let chance = try decimal(decided.all.first?["probability"])
        let miss = chance - (total >= 420_000 ? 1 : 0)
        #expect(abs(try decimal(outcome["brier"]) - miss * miss) < 0.0005)
    }

    @Test func `a published report carries the record as it was, and is rebuilt byte for byte`() throws {
        let plateau = try Plateau()
        let out = plateau.folder.path + "/out"
        func publish(_ number: Int) throws {
            let outcome = try plateau.dmo(
                "report", "--publish", "--by", "Tanaka", "--note", "a test", "--out", "\(out)\(number)", "--as",
                "md,html,json")
            #expect(outcome.status == 0, "\(outcome.messages)")
        }
        func page(_ folder: String) throws -> String {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            let name = try #require(names.first { $0.hasSuffix(".en.md") })
            return try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        }
        try publish(1)
        #expect(try !page(out + "1").contains("published forecasts"))
        try plateau.load([(2018, 7, 41_000, "確報")], as: "july.csv")
        try publish(2)
        #expect(try page(out + "2").contains("of 1 monthly counts foretold since June 2018 (1 forecast)"))
        #expect(try plateau.forecasts().all.map { $0["publication"] as? Int } == [1, 2])
        // More counts, a revision and another forecast come; what was published stays.
        try plateau.load([(2018, 7, 45_000, "確報"), (2018, 8, 55_000, "速報")], as: "later.csv")
        #expect(try plateau.dmo("progress", "--publish", "--by", "Sato", "--note", "a test").status == 0)
        for number in [1, 2] {
            let again = plateau.folder.path + "/again\(number)"
            #expect(try plateau.dmo("report", "--rebuild", "\(number)", "--out", again).status == 0)
            for name in try FileManager.default.contentsOfDirectory(atPath: "\(out)\(number)") {
                #expect(
                    FileManager.default.contentsEqual(atPath: "\(out)\(number)/\(name)", andPath: again + "/" + name),
                    "\(name)")
            }
        }
    }

    @Test func `the same counts give the same words with and without what was kept, and a load changes them`() throws {
        let plateau = try Plateau()
        let first = try plateau.dmo("progress", "--why", "--format", "json").output
        #expect(try plateau.dmo("doctor").output.contains("Forecasts kept: "))
        let forgotten = try plateau.dmo("doctor", "--forget-forecasts")
        #expect(forgotten.output.contains("kept forecasts forgotten") && !forgotten.output.contains("\n0 kept"))
        #expect(try plateau.dmo("progress", "--why", "--format", "json").output == first)
        try plateau.load([(2018, 6, Plateau.count(65) + 9_000, "確報")], as: "june.csv")
        #expect(try plateau.dmo("progress", "--why", "--format", "json").output != first)
    }

    @Test func `what is published is what is known now, by somebody, and no assumption`() throws {
        let dmo = try DemoWorkspace.command()
        for arguments in [[], ["--by", "x", "--as-of", "2019-01-01"], ["--by", "x", "--through", "2018-12"]] {
            let outcome = try DMOCommand.run(["progress", "--publish", "--workspace", dmo.workspace] + arguments)
            #expect(outcome.status == 2, "\(arguments)")
        }
    }
}
