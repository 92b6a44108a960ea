public import Ingestion

/// A column of a Parquet file as Spark describes it.
public struct StoredColumn: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its type, as Spark writes types: `bigint`, `decimal(12,2)`.
    public var type: String

    /// Names a column.
    public init(name: String, type: String) {
        self.name = name
        self.type = type
    }

    /// The SQL that writes a value as a CSV file would hold it; `nil` for a type that is no single value.
    ///
    /// Whole numbers have no fraction however they are stored: programs that know no missing whole number store them
    /// as doubles, NaN for missing. Instants are told by the clock of Japan.
    var text: String? {
        let name = "`\(SparkText.identifier(self.name))`"
        switch type.prefix(while: { $0 != "(" }) {
        case "string", "char", "varchar", "boolean", "tinyint", "smallint", "int", "bigint", "date", "binary":
            return "CAST(\(name) AS STRING)"
        case "float", "double":
            return """
                if(isnan(\(name)), NULL, if(\(name) = floor(\(name)) AND abs(\(name)) < 1e15, \
                CAST(CAST(\(name) AS BIGINT) AS STRING), CAST(\(name) AS STRING)))
                """
        case "decimal":
            return """
                if(\(name) = floor(\(name)), CAST(CAST(\(name) AS DECIMAL(38,0)) AS STRING), CAST(\(name) AS STRING))
                """
        case "timestamp", "timestamp_ntz": return "date_format(\(name), 'yyyy-MM-dd HH:mm:ss')"
        default: return nil
        }
    }
}

/// The SQL that groups the rows of Parquet files in one folder that have the same columns.
///
/// Texts are compared as bytes, as in `GroupingStatement`, which does the rest.
public struct ParquetStatement: Sendable {
    /// The statements that are the same for lines of text.
    public private(set) var grouping: GroupingStatement

    /// Makes statements.
    ///
    /// - Parameter columns: The columns asked for; the layout's cells count in them.
    public init(
        layout: GroupedLayout, columns: [StoredColumn], folder: String, names: [String],
        bytesPerPiece: Int = GroupingStatement.usualBytesPerPiece
    ) {
        grouping = GroupingStatement(layout: layout, folder: folder, names: names, bytesPerPiece: bytesPerPiece)
        grouping.storedColumns = columns
    }

    /// What must be set in the session before.
    public var settings: [String] {
        grouping.settings + Self.readingSettings
    }

    /// What decides how a file's columns are seen.
    static let readingSettings = [
        ("spark.sql.session.timeZone", "Asia/Tokyo"),
        ("spark.sql.parquet.binaryAsString", "true"),
        ("spark.sql.parquet.mergeSchema", "false"),
        // Columns may differ in nothing but the case of a letter.
        ("spark.sql.caseSensitive", "true"),
    ].map { "SET \($0)=\($1)" }

    /// The groups of every file, one row a group.
    public var groups: String { grouping.groups }

    /// The rows of some groups with their cells.
    public func rows(ofGroups groups: [RowGroup]) -> String { grouping.rows(ofGroups: groups) }

    /// Asks for a file's columns.
    static func description(of file: SourceFile) -> String {
        "DESCRIBE QUERY SELECT * FROM parquet.`\(GroupingStatement.location(folder: file.folder, names: [file.name]))`"
    }
}
