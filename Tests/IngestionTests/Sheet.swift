import Diagnostics
import FoundationEssentials
import Ingestion
import Languages
import PipelineDefinition
import Tables
import VisitorModel

/// A file read by a profile, down to plain rows.
struct Sheet {
    /// The rows that went on, each as `column=text`, values that are absent left out.
    let rows: [[String: String]]
    /// The rows as `place month value`, with the reason where there is no value.
    let readings: [String]
    /// Everything that became of the file.
    let outcome: IngestionOutcome

    var account: RowAccount { outcome.account }
    var heldCodes: [String] { outcome.held.flatMap(\.diagnostics).map(\.code) }
    var heldCells: [String] { outcome.held.flatMap(\.diagnostics).map { $0.position?.cell ?? "?" } }
    var noteCodes: [String] { outcome.notes.map(\.code) }

    /// Exact sum of a column.
    func sum(_ column: String = "value") -> Decimal {
        rows.compactMap { $0[column].flatMap { Decimal(string: $0) } }.reduce(0, +)
    }

    /// The rows as `place month value`, or whichever columns.
    func lines(_ columns: String...) -> [String] {
        rows.map { row in columns.map { row[$0] ?? "–" }.joined(separator: " ") }
    }

    /// How many rows were ignored for a reason.
    func ignored(_ reason: String) -> Int {
        account.ignored.first { $0.reason.en == reason }?.rows ?? 0
    }

    /// Reads a file with a profile of the tests' workspace.
    init(real name: String, profile: String) throws {
        let path = Self.inputs + "/RealFiles/" + name
        let workspace = try Self.realWorkspace.get()
        guard let profile = workspace.profiles[profile] else { throw DiagnosticsError([]) }
        try self.init(SourceFile(path: path, displayName: name), profile, workspace.destination)
    }

    /// Reads a text (or bytes) with a profile written out: everything below `data:`.
    init(_ text: String, named name: String = "sheet.csv", bytes: [UInt8]? = nil, profile: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dmo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: name)
        try Data(bytes ?? Array(text.utf8)).write(to: path)
        let head = "profile: p\ntitle: { ja: 表, en: Table }\ndata: reported\nread: { format: csv }\n"
        let workspace = try WorkspaceDefinition(files: [
            .init(path: "destination.yaml", displayName: "destination.yaml", text: Self.town),
            .init(path: "profiles/p.yaml", displayName: "profiles/p.yaml", text: head + profile),
        ])
        guard let definition = workspace.profiles["p"] else { throw DiagnosticsError([]) }
        try self.init(
            SourceFile(path: path.path(percentEncoded: false), displayName: name), definition, workspace.destination)
    }

    private init(_ file: SourceFile, _ profile: ProfileDefinition, _ destination: DestinationDefinition) throws {
        var ingester = try FileIngester(file, profile: profile, destination: destination)
        var rows: [[String: String]] = []
        var readings: [String] = []
        while let batch = try ingester.next() {
            for row in 0..<batch.rowCount where batch.origins[row].heldCount == 0 {
                var cells: [String: String] = [:]
                for (name, value) in zip(batch.schema.names, batch.row(row)) where value.absence == nil {
                    cells[name] = value.plainText
                }
                rows.append(cells)
                let value = batch.row(row).last?.absence?.rawValue ?? cells["value"] ?? ""
                readings.append("\(cells["place"] ?? "") \(cells["month"] ?? "") \(value)")
            }
        }
        self.rows = rows
        self.readings = readings
        outcome = ingester.outcome
    }

    static let inputs: String = {
        let here = #filePath
        return here[..<(here.lastIndex(of: "/") ?? here.startIndex)] + "/Inputs"
    }()

    private static let realWorkspace = Result<WorkspaceDefinition, any Error> {
        let folder = inputs + "/Workspace/Pipelines"
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
        return try WorkspaceDefinition(
            files: names.map { name in
                .init(
                    path: name, displayName: name,
                    text: String(
                        decoding: FileManager.default.contents(atPath: folder + "/" + name) ?? Data(), as: UTF8.self))
            })
    }

    /// A small destination, of another city than any in the repository.
    private static let town = """
        destination: town
        title: { ja: 湊市, en: Minato }
        places:
          - id: town
            names: { ja: 湊市, en: Minato }
            kind: destination
            places:
              - { id: cave, names: { ja: 風穴洞, en: Cave }, kind: spot, aliases: [風穴ドウ] }
              - { id: castle, names: { ja: 城跡公園, en: Castle }, kind: spot, code: "101" }
              - { id: coast, names: { ja: 三隅海岸, en: Coast }, kind: spot }
              - { id: sports, names: { ja: スポーツセンター, en: Sports centre }, kind: spot }
              - { id: road, names: { ja: 道の駅〜みなと, en: Roadside }, kind: spot }
        markets:
          - { id: CN, names: { ja: 中国, en: China } }
          - { id: TW, names: { ja: 台湾, en: Taiwan } }
          - { id: IN, names: { ja: インドネシア, en: Indonesia } }
          - { id: other, names: { ja: その他, en: Other } }
        measures:
          - { id: visitors, names: { ja: 客, en: Visitors }, unit: person-spots }
        expected-reports: []
        """
}
