import Foundation
import TestSupport
import Testing

/// Kyoto prefecture, 2013 (Kyoto Shimbun, 2014-06-20): 77,870,000 by one way of counting (gross, 595 spots) and
/// 61,290,000 by the other (real visitors at the 215 spots of the common standard, divided by mean places visited).
/// Both were right, and no step between them was published.
///
/// The two totals and the two numbers of spots are the newspaper's. How they spread over spots and months, and what a
/// survey answered, is made up so that both come out: each quarter 19,153,125 at the 215 spots and 314,375 at the other
/// 380; of those asked 60 % saw one place and 40 % two, so 19,153,125 × (0.6 ÷ 1 + 0.4 ÷ 2) = 15,322,500 a quarter.
struct KyotoCaseTests {
    static let gross = 77_870_000
    static let real = 61_290_000
    static let spots = 595
    static let designated = 215

    /// A whole number spread over parts as evenly as whole numbers can be.
    private static func spread(_ whole: Int, over parts: Int) -> [Int] {
        (0..<parts).map { whole / parts + ($0 < whole % parts ? 1 : 0) }
    }

    /// The same, each part moved by less than `range` and the whole kept: what one part gains the one before it loses.
    private static func unevenly(_ whole: Int, over parts: Int, by range: Int, salt: Int) -> [Int] {
        func shift(_ part: Int) -> Int { (part % parts * 37 + salt * salt * 53) % range }
        return spread(whole, over: parts).enumerated().map { $1 + shift($0) - shift($0 + 1) }
    }

    /// The counts of both years, one row a spot and month.
    private static func counts() -> String {
        var rows = "地点,集計月,入込客数\n"
        for year in [2012, 2013] {
            for quarter in 0..<4 {
                let large = spread(19_153_125, over: 3), small = spread(314_375, over: 3)
                for index in 0..<3 {
                    let month = quarter * 3 + index + 1
                    let counts =
                        unevenly(large[index], over: designated, by: 4_001, salt: month + year)
                        + unevenly(small[index], over: spots - designated, by: 131, salt: month + year)
                    for (spot, count) in counts.enumerated() {
                        // The year before was a little lower.
                        let visitors = year == 2013 ? count : count * 97 / 100
                        rows += "spot-\(spot + 1),\(year)年\(month)月,\(visitors)\n"
                    }
                }
            }
        }
        return rows
    }

    /// Loaded once; the tests only read it.
    private static let shared = Result { try workspace() }

    private static func workspace() throws -> (folder: ScratchFolder, command: DMOCommand) {
        let folder = try ScratchFolder()
        let identifiers = (1...spots).map { "spot-\($0)" }
        let places = identifiers.enumerated().map { index, id in
            "      - { id: \(id), names: { ja: 地点\(index + 1), en: Spot \(index + 1) }, kind: spot }"
        }
        try folder.write(
            """
            destination: prefecture
            title: { ja: 府, en: Prefecture }
            places:
              - id: prefecture
                names: { ja: 府, en: Prefecture }
                kind: destination
                places:
            \(places.joined(separator: "\n"))
            measures:
              - { id: visitors, names: { ja: 入込客数, en: Visitors }, unit: person-spots }
            expected-reports:
              - { measure: visitors, from: 2012-01, places: [\(identifiers.joined(separator: ", "))] }
            """, to: "Pipelines/destination.yaml")
        try folder.write(
            """
            definitions:
              - name: by-the-old-way
                version: 1
                title: { ja: 観光入込客数（延べ）, en: Visitors (gross) }
                formula: { ja: 全地点の延べ人数の和, en: the sum of gross counts over all spots }
                measure: visitors
                unit: person-spots
                whole: prefecture
                places: [\(identifiers.joined(separator: ", "))]
                basis: calendar-year
                source: { ja: 京都新聞 2014-06-20, en: Kyoto Shimbun 2014-06-20 }
              - name: by-the-common-standard
                version: 1
                title: { ja: 観光入込客数（実人数）, en: Visitors (real) }
                formula: { ja: 基準に届く地点で、区分ごとに平均訪問地点数で割った数, en: "gross ÷ mean places visited, by segment, at spots that reach the rule" }
                measure: visitors
                unit: person-trips
                whole: prefecture
                places: [\(identifiers.joined(separator: ", "))]
                designation: { year: 10000, month: 5000 }
                real-trips: survey
                basis: calendar-year
                cross-check: true
                source: { ja: 京都新聞 2014-06-20, en: Kyoto Shimbun 2014-06-20 }
            parameters:
              - id: survey
                title: { ja: 調査, en: Survey }
                data: illustrative
                survey: parameters/survey.csv
                source: { ja: 説明用の値, en: invented for illustration }
            """, to: "Pipelines/definitions.yaml")
        let answers = (1...4).map { quarter in
            """
            2013-Q\(quarter),in-prefecture,same-day,sightseeing,600,1.0,0,900,700
            2013-Q\(quarter),out-of-prefecture,overnight,sightseeing,400,2.0,0.5,20000,9000
            """
        }
        try folder.write(
            "quarter,origin,stay,purpose,respondents,mean-places,sd-places,unit-spend,sd-spend\n"
                + answers.joined(separator: "\n") + "\n", to: "Pipelines/parameters/survey.csv")
        try folder.write(
            """
            profile: spots
            title: { ja: 地点別入込客数, en: Visitors by spot }
            data: illustrative
            read: { format: csv }
            columns:
              place: { type: place, from: 地点 }
              month: { type: month, from: 集計月 }
              visitors: { type: count, from: 入込客数, unit: person-spots }
            """, to: "Pipelines/profiles/spots.yaml")
        try folder.write(
            """
            pipeline: spots
            title: { ja: 地点, en: Spots }
            source: { profile: spots, files: "spots-*.csv" }
            output:
              ledger: { measure: visitors, unit: person-spots, place: place, period: month, value: visitors }
            """, to: "Pipelines/spots.yaml")
        try folder.write(counts(), to: "inbox/spots-2013.csv")
        let command = DMOCommand(workspace: folder.path)
        let load = try command("load", folder.path + "/inbox")
        try #require(load.output.contains("accepted 14280 + held 0"), "\(load.output)")
        return (folder, command)
    }

    @Test func `both numbers stand, and every step between them is printed and closes to the person`() throws {
        let command = try Self.shared.get().command
        let outcome = try command(
            "bridge", "by-the-old-way", "by-the-common-standard", "--period", "2013", "--format", "json")
        #expect(outcome.status == 0, "\(outcome.messages)")
        let bridge = try outcome.json()
        func value(_ end: String) -> String? { (bridge[end] as? [String: Any])?["value"] as? String }
        #expect(value("from") == String(Self.gross))
        #expect(value("to") == String(Self.real))
        #expect(bridge["closes"] as? Bool == true)
        let steps = try #require(bridge["steps"] as? [[String: Any]])
        let kinds = Dictionary(grouping: steps) { $0["kind"] as? String ?? "" }.mapValues(\.count)
        // Each of the 380 spots that are too small, and two segments divided by the places they visit (one sees one).
        #expect(kinds["designation"] == Self.spots - Self.designated)
        let changes = steps.compactMap { ($0["change"] as? String).flatMap { Int($0) } }
        #expect(changes.count == steps.count)
        #expect(changes.reduce(Self.gross, +) == Self.real)
        let left = zip(steps, changes).filter { $0.0["kind"] as? String == "designation" }.map(\.1).reduce(0, +)
        #expect(left == -4 * 314_375)
        // 4 × 19,153,125 × 0.4 × (1 − 1 ÷ 2) journeys were counted at a second place.
        #expect(changes.min() == -15_322_500)
    }

    @Test func `a reader sees a dozen lines and not four hundred, and every one in the CSV`() throws {
        let command = try Self.shared.get().command
        let table = try command("bridge", "by-the-old-way", "by-the-common-standard", "--period", "2013")
        #expect(table.status == 0)
        let lines = table.output.split(separator: "\n")
        #expect(lines.count(where: { $0.contains("minus Spot") }) == 11)
        #expect(lines.contains { $0.contains("369 others the rule leaves out") })
        #expect(lines.contains { $0.contains("61,290,000") && $0.contains("Visitors (real)") })
        #expect(table.output.contains("arrive at the second number, to the person"))
        let whole = try command(
            "bridge", "by-the-old-way", "by-the-common-standard", "--period", "2013", "--format", "csv")
        #expect(whole.output.components(separatedBy: "minus Spot").count - 1 == Self.spots - Self.designated)
    }
}
