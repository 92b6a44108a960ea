import Languages
import VisitorModel

/// Figures as a Frictionless Data Package (version 2, https://datapackage.org).
public enum DataPackageExport {
    /// A table's file as it was written.
    public struct WrittenFile: Sendable, Hashable {
        /// The table.
        public var file: ExportFile
        /// The SHA-256 of its bytes.
        public var sha256: String

        /// Names a file and its hash.
        public init(file: ExportFile, sha256: String) {
            self.file = file
            self.sha256 = sha256
        }
    }

    /// The tables, without byte order mark; the figures come first.
    public static func tables(_ content: ExportContent) -> [ExportFile] {
        ExportTables(content: content).files(byTitle: false, startsWithByteOrderMark: false)
    }

    /// The description, `datapackage.json`.
    ///
    /// - Parameters:
    ///   - content: What was exported.
    ///   - written: Both tables as ``tables(_:)`` gave them.
    public static func descriptor(_ content: ExportContent, _ written: [WrittenFile]) -> ExportFile {
        let tables = ExportTables(content: content)
        let keys: [JSONValue] = [
            [
                "fields": ["id"], "reference": ["resource": "figures", "fields": ["id"]],
            ]
        ]
        let schemas: [JSONValue] = [
            schema(tables.figureColumns, content.language, primaryKey: ["id"], foreignKeys: []),
            schema(tables.gapColumns, content.language, primaryKey: [], foreignKeys: keys),
        ]
        var members: [JSONValue.Member] = [
            .init("$schema", "https://datapackage.org/profiles/2.0/datapackage.json"),
            .init("name", "visitor-figures"),
            .init("title", .string(Words.title(content.language))),
            .init("description", .string(Words.description(content.language))),
            .init("created", .string(content.madeAt)),
            .init("contributors", [["title": .string(content.product), "roles": ["wrangler"]]]),
        ]
        if let licence = content.licence { members.append(.init("licenses", [["name": .string(licence)]])) }
        if !content.sources.isEmpty {
            members.append(
                .init(
                    "sources",
                    .array(
                        content.sources.map {
                            ["title": .string($0.file), "hash": .string("sha256:" + $0.sha256)]
                        })))
        }
        members.append(
            .init(
                "definitions",
                .array(
                    content.definitions.map { definition in
                        [
                            "id": .string(definition.id), "title": .string(definition.titles(content.language)),
                            "formula": .string(definition.formula(content.language)),
                            "unit": .string(definition.unit.rawValue),
                            "source": .string(definition.source(content.language)),
                        ]
                    })))
        members.append(.init("resources", .array(zip(written, schemas).map(resource))))
        return ExportFile(name: "datapackage.json", text: JSONValue.object(members).text(pretty: true) + "\n")
    }

    private static func resource(_ written: WrittenFile, _ schema: JSONValue) -> JSONValue {
        let name = written.file.name
        return [
            "name": .string(String(name.prefix { $0 != "." })), "type": "table", "path": .string(name),
            "scheme": "file", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            "bytes": .integer(written.file.text.utf8.count), "hash": .string("sha256:" + written.sha256),
            "schema": schema,
        ]
    }

    private static func schema<Row>(
        _ columns: [ExportColumn<Row>], _ language: Language, primaryKey: [String], foreignKeys: [JSONValue]
    ) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("fields", .array(columns.map { field($0, language) })),
            // Only an empty cell is missing; the status column says why. Zero is a count.
            .init("missingValues", [""]),
        ]
        if !primaryKey.isEmpty { members.append(.init("primaryKey", .array(primaryKey.map(JSONValue.string)))) }
        if !foreignKeys.isEmpty { members.append(.init("foreignKeys", .array(foreignKeys))) }
        return .object(members)
    }

    private static func field<Row>(_ column: ExportColumn<Row>, _ language: Language) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("name", .string(column.name)), .init("title", .string(column.title(language))),
            .init("type", .string(column.kind.rawValue)),
        ]
        var constraints: [JSONValue.Member] = []
        if column.isRequired { constraints.append(.init("required", true)) }
        if !column.allowed.isEmpty { constraints.append(.init("enum", .array(column.allowed.map(JSONValue.string)))) }
        if !constraints.isEmpty { members.append(.init("constraints", .object(constraints))) }
        return .object(members)
    }

    private enum Words {
        static let title = BilingualText(ja: "観光統計の数値", en: "Visitor figures")
        static let description = BilingualText(
            ja:
                "値が空のとき、理由は status にあります（0 は「0 と数えた」の意味です）。reported が expected より少ない合計は足りない分があり、内訳は missing-reports にあります。",
            en:
                "Where value is empty, status says why; zero means counted as zero. A sum with fewer reported than expected lacks counts, which missing-reports lists."
        )
    }
}
