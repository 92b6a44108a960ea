import ByteStreams
import FoundationEssentials
import PipelineDefinition
import TestSupport

@testable import PipelineRuntime

/// A destination with two spots and pipelines over their gates.
enum GateWorkspace {
    static func plan(_ pipeline: String, encoding: String? = nil) throws -> PipelinePlan {
        let workspace = try WorkspaceDefinition(
            files: files.map { path, text in
                let declared = encoding.map { "format: csv, encoding: \($0) }" } ?? "format: csv }"
                return WorkspaceDefinition.File(
                    path: path, displayName: path, text: text.replacing("format: csv }", with: declared))
            })
        let declared = workspace.pipelines.first { $0.name == pipeline }
        guard let declared else { throw Missing(pipeline: pipeline) }
        return try PipelinePlan(declared, in: workspace)
    }

    struct Missing: Error { var pipeline: String }

    private static let files = [
        "destination.yaml": """
            destination: city
            title: { ja: 市, en: City }
            places:
              - id: city
                names: { ja: 市, en: City }
                kind: destination
                places:
                  - { id: cave, names: { ja: 洞, en: Cave }, kind: spot, aliases: [Akiyoshi-do Cave by the North Gate] }
                  - { id: plateau, names: { ja: 台, en: Plateau }, kind: spot }
            markets:
              - { id: TW, names: { ja: 台湾, en: Taiwan } }
              - { id: KR, names: { ja: 韓国, en: Korea } }
            measures:
              - { id: visitors, names: { ja: 入込客数, en: Visitors }, unit: person-spots }
            """,
        "definitions.yaml": """
            definitions:
              - name: visitors
                version: 1
                title: { ja: 入込客数, en: Visitors }
                formula: { ja: 合計, en: sum }
                measure: visitors
                unit: person-spots
                whole: city
                places: [cave, plateau]
                basis: calendar-year
                source: { ja: 市, en: the city }
            """,
        "profiles/gates.yaml": """
            profile: gates
            title: { ja: ゲート, en: Gates }
            data: illustrative
            read: { format: csv }
            columns:
              datetime: { type: day, from: datetime }
              site: { type: place, from: site, ignore: [others] }
              market: { type: market, from: market }
              persons: { type: count, from: persons, unit: person-spots, symbols: { "-": zero } }
            """,
        "profiles/thousands.yaml": """
            profile: thousands
            title: { ja: ゲート, en: Gates }
            data: illustrative
            read: { format: csv }
            columns:
              datetime: { type: day, from: datetime }
              site: { type: place, fixed: cave }
              persons: { type: count, from: persons, unit: person-spots, scale: 千 }
            """,
        "profiles/records.yaml": """
            profile: records
            title: { ja: 記録, en: Records }
            data: illustrative
            read: { format: xml, record: gates/day/r }
            columns:
              datetime: { type: day, from: "@datetime" }
              site: { type: place, from: site, ignore: [others] }
              market: { type: market, from: market }
              persons: { type: count, from: persons, unit: person-spots, symbols: { "-": zero } }
            """,
        "records.yaml": """
            pipeline: records
            title: { ja: 記録, en: Records }
            source: { profile: records, files: "records*.xml" }
            stages:
              - filter: "persons >= 0"
              - derive: { month: "year-month(datetime)" }
              - aggregate: { by: [month, site, market], visitors: sum(persons), rows: count() }
            output:
              ledger: { measure: visitors, unit: person-spots, place: site, period: month, market: market, value: visitors }
            """,
        "gates.yaml": """
            pipeline: gates
            title: { ja: ゲート, en: Gates }
            source: { profile: gates, files: "gates*.csv" }
            stages:
              - derive: { month: "year-month(datetime)" }
              - aggregate: { by: [month, site, market], visitors: sum(persons), rows: count() }
            output:
              ledger: { measure: visitors, unit: person-spots, place: site, period: month, market: market, value: visitors }
            """,
        "filtered.yaml": """
            pipeline: filtered
            title: { ja: ゲート, en: Gates }
            source: { profile: gates, files: "filtered*.csv" }
            stages:
              - filter: { where: "persons > 2", reason: { ja: 少人数, en: small parties } }
              - filter: "market = 'TW'"
              - derive: { month: "year-month(datetime)" }
              - aggregate: { by: [month, site], visitors: sum(persons), most: max(persons), mean: mean(persons) }
            output:
              ledger: { measure: visitors, unit: person-spots, place: site, period: month, value: visitors }
            """,
        "thousands.yaml": """
            pipeline: thousands
            title: { ja: ゲート, en: Gates }
            source: { profile: thousands, files: "thousands*.csv" }
            stages:
              - derive: { month: "year-month(datetime)" }
              - aggregate: { by: [month, site], visitors: sum(persons) }
            output:
              ledger: { measure: visitors, unit: person-spots, place: site, period: month, value: visitors }
            """,
    ]
}

/// Files a gate might write.
enum GateFile {
    enum Kind: String, CaseIterable {
        case plain, faulty, context, filtered, thousands

        var pipeline: String {
            switch self {
            case .plain, .faulty, .context: "gates"
            case .filtered: "filtered"
            case .thousands: "thousands"
            }
        }
    }

    static func text(_ kind: Kind, rows: Int, seed: UInt64) -> String {
        var random = SeededGenerator(seed: seed)
        let end = random.pick(["\n", "\r\n", "\n"])
        let title = kind == .context && random.below(2) == 0 ? "ゲート別入込客数" + end + end : ""
        var text = title + "datetime,site,market,persons" + end
        for _ in 0..<rows {
            text += row(kind, &random) + end
            if kind != .plain, random.below(40) == 0 { text += random.pick(["", ",,,", " , ,, "]) + end }
        }
        if random.below(3) == 0 { text.removeLast() }
        return text
    }

    private static func row(_ kind: Kind, _ random: inout SeededGenerator) -> String {
        var day = "2019-0\(random.below(4) + 1)-\(random.below(19) + 10)"
        day += random.pick(["", " 10:0\(random.below(10)):00", "T23:59:59", " 08:30"])
        var cells = [
            day, random.pick(["cave", "plateau", "洞", "\"cave\"", "Akiyoshi-do Cave by the North Gate"]),
            random.pick(["TW", "KR", "台湾"]), "\(random.below(9))",
        ]
        if kind == .plain { return cells.joined(separator: ",") }
        switch random.below(20) {
        case 0: cells[0] = random.pick(["平成31年5月1日", "2019-13-01", "2019-02-30", "", "H31.4.2", "2019-01-01 25:00:00"])
        case 1: cells[1] = random.pick(["tower", "others", "caev", "", "\"ca\"\"ve\""])
        case 2: cells[2] = random.pick(["火星", "", "tw"])
        case 3: cells[3] = random.pick(["-", "-5", "\"1,234\"", "１２", "1O", "", "12人", "3.5", "007", "1,2", "9999999999999999"])
        case 4 where kind == .context:
            return random.pick(["合計,,,120", "datetime,site,market,persons", "※ 速報", "小計,cave,,9", "2019-01-05,cave"])
        default: break
        }
        return cells.joined(separator: ",")
    }
}

/// Text in CP932, by turning the decoding of every character around.
enum CP932Text {
    private static let codes: [Character: [UInt8]] = {
        guard var conversion = try? CharacterConversion(from: .cp932) else { return [:] }
        var codes: [Character: [UInt8]] = [:]
        for lead in Array(UInt8(0x81)...0x9F) + Array(0xE0...0xFC) {
            for trail in UInt8(0x40)...0xFC {
                guard let text = try? conversion.text(of: [lead, trail]), let character = text.first else { continue }
                if codes[character] == nil { codes[character] = [lead, trail] }
            }
        }
        return codes
    }()

    struct Unknown: Error { var character: Character }

    static func bytes(of text: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for character in text {
            if character.unicodeScalars.allSatisfy(\.isASCII) {
                bytes += Array(String(character).utf8)
            } else if let code = codes[character] {
                bytes += code
            } else {
                throw Unknown(character: character)
            }
        }
        return bytes
    }
}
