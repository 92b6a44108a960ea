import FoundationEssentials
public import Ingestion

// To whoever changes this: cells are compared as bytes. Every line is read as ISO 8859-1, which gives each byte a
// character of its own and refuses none, so that no encoding, no collation and no number format of the cluster's has
// a say in what a row means. The bytes that cut a line are never part of a longer character in UTF-8 and CP932.

/// The SQL that groups the rows of files in one folder that are laid out alike.
public struct GroupingStatement: Sendable {
    /// Where the cells stand.
    public var layout: GroupedLayout
    /// The folder.
    public var folder: String
    /// The files' names.
    public var names: [String]
    /// How many bytes of a file one task reads.
    public var bytesPerPiece: Int
    /// The columns of Parquet files; `nil` for lines of text.
    var storedColumns: [StoredColumn]?

    /// How many bytes of a file one task reads unless told otherwise: 32 MiB, so that a lost worker repeats little.
    public static let usualBytesPerPiece = 32 << 20

    /// Makes statements.
    public init(
        layout: GroupedLayout, folder: String, names: [String],
        bytesPerPiece: Int = GroupingStatement.usualBytesPerPiece
    ) {
        self.layout = layout
        self.folder = folder
        self.names = names
        self.bytesPerPiece = bytesPerPiece
    }

    /// What must be set in the session before: one piece of one file a task, and nothing left out in silence.
    public var settings: [String] {
        [
            ("spark.sql.files.maxPartitionBytes", "\(bytesPerPiece)"),
            // As dear as a piece, so that no two pieces share a task: lines are counted from the task's first.
            ("spark.sql.files.openCostInBytes", "\(bytesPerPiece)"),
            ("spark.sql.files.maxPartitionNum", "\(Int32.max)"),
            ("spark.sql.files.ignoreCorruptFiles", "false"),
            ("spark.sql.files.ignoreMissingFiles", "false"),
            ("spark.sql.parser.escapedStringLiterals", "false"),
            ("spark.sql.execution.arrow.compression.codec", "none"),
        ].map { "SET \($0)=\($1)" }
    }

    /// The groups of every file, one row a group.
    public var groups: String {
        let keys = ["file", "bytes", "kind"] + labelNames + numberNames
        let sums = layout.numbers.indices.flatMap {
            ["sum(v\($0)) AS sum\($0)", "min(v\($0)) AS min\($0)", "max(v\($0)) AS max\($0)"]
        }
        let values = ["count(*) AS row_count", "min(place) AS first_place", "max(place) AS last_place"] + sums
        return """
            \(keyedRows)
            SELECT \((keys + values).joined(separator: ", "))
            FROM keyed
            GROUP BY \(keys.joined(separator: ", "))
            """
    }

    /// Where the rows of some groups stand, and those that have another number of cells than the header.
    public func places(ofGroups groups: [RowGroup], unevenRows: Bool) -> String {
        let list = groups.map { SparkText.literal(Self.key(of: $0)) }.joined(separator: ",\n    ")
        var conditions = unevenRows ? ["kind = 1"] : []
        if !groups.isEmpty { conditions.append("row_key IN (\n    \(list))") }
        return """
            \(keyedRows),
            found AS (
              SELECT file, kind, place, if(kind = 0, \(rowKey), '') AS row_key
              FROM keyed
            )
            SELECT file, kind, row_key, place
            FROM found
            WHERE \(conditions.joined(separator: " OR "))
            """
    }

    /// The rows of some groups of stored columns, with their cells.
    func rows(ofGroups groups: [RowGroup]) -> String {
        let list = groups.map { SparkText.literal(Self.key(of: $0)) }.joined(separator: ",\n    ")
        let cells = (0..<layout.cellCount).map { "get(cells, \($0)) AS c\($0)" }
        return """
            \(keyedRows),
            found AS (
              SELECT file, place, cells, \(rowKey) AS row_key
              FROM keyed
            )
            SELECT \((["file", "place"] + cells).joined(separator: ", "))
            FROM found
            WHERE row_key IN (
                \(list)
            )
            """
    }

    /// A row's key, as `key(of:)` makes it of a group.
    private var rowKey: String {
        let parts = labelNames + layout.numbers.indices.map { "if(n\($0) IS NULL, 'd', concat('t', n\($0)))" }
        return "concat_ws(chr(1), \(parts.joined(separator: ", ")))"
    }

    /// A group's key as the statement makes it.
    static func key(of group: RowGroup) -> String {
        let labels = group.labels.map { SparkText.text(of: $0) }
        let numbers = group.numbers.map { number in
            if case .bytes(let bytes) = number { "t" + SparkText.text(of: bytes) } else { "d" }
        }
        return (labels + numbers).joined(separator: "\u{1}")
    }

    private var labelNames: [String] { layout.labels.indices.map { "l\($0)" } }
    private var numberNames: [String] { layout.numbers.indices.map { "n\($0)" } }

    /// The rows with what they are grouped by: kind 0 as many cells as the header, 1 another number, 2 not to be cut.
    private var keyedRows: String {
        if let storedColumns { return keyedRows(of: storedColumns) }
        let delimiter = Character(UnicodeScalar(layout.delimiter))
        let cell = "\"[^\"]*+(?:\"\"[^\"]*+)*+\"|[^\"\(delimiter)]*+"
        let above = layout.linesAbove == 0 ? "" : "\n  WHERE NOT (piece = 0 AND line < \(layout.linesAbove))"
        return """
            WITH lines AS (
              SELECT _metadata.file_name AS file, _metadata.file_size AS bytes, _metadata.file_block_start AS piece,
                monotonically_increasing_id() & 8589934591 AS line, decode(CAST(value AS BINARY), 'ISO-8859-1') AS text
              FROM text.`\(location)` WITH ('lineSep' = '\\n')
            ),
            rows_below AS (
              SELECT file, bytes, if(right(text, 1) = chr(13), left(text, length(text) - 1), text) AS text,
                if(piece % \(bytesPerPiece) = 0, (piece DIV \(bytesPerPiece)) << 33 | line, raise_error('uneven pieces')) AS place
              FROM lines\(above)
            ),
            cut AS (
              SELECT file, bytes, place, CASE
                WHEN length(text) > \(layout.longestLine) OR contains(text, chr(13)) THEN NULL
                WHEN NOT contains(text, '"') THEN split(text, \(splitPattern))
                WHEN text RLIKE r'^(?:\(cell))(?:\(delimiter)(?:\(cell)))*+$' THEN transform(
                  regexp_extract_all(concat('\(delimiter)', text), r'\(delimiterPattern)(\(cell))', 1),
                  cell -> if(startswith(cell, '"'), replace(substring(cell, 2, length(cell) - 2), '""', '"'), cell))
                END AS cells
              FROM rows_below
            ),
            kinds AS (
              SELECT file, bytes, place, cells,
                CASE WHEN cells IS NULL THEN 2 WHEN size(cells) = \(layout.cellCount) THEN 0 ELSE 1 END AS kind
              FROM cut
            ),
            keyed AS (
              SELECT file, bytes, place, kind,
                \(keyColumns.joined(separator: ",\n    "))
              FROM kinds
            )
            """
    }

    private func keyedRows(of columns: [StoredColumn]) -> String {
        let cells = columns.map { "decode(CAST(coalesce(\($0.text ?? "NULL"), '') AS BINARY), 'ISO-8859-1')" }
        return """
            WITH stored AS (
              SELECT _metadata.file_name AS file, _metadata.file_size AS bytes, _metadata.row_index AS place, 0 AS kind,
                array(
                  \(cells.joined(separator: ",\n      "))) AS cells
              FROM parquet.`\(location)`
            ),
            keyed AS (
              SELECT file, bytes, place, kind, cells,
                \(keyColumns.joined(separator: ",\n    "))
              FROM stored
            )
            """
    }

    private var keyColumns: [String] {
        let labels = layout.labels.enumerated().map { index, label in
            let cell = "get(cells, \(label.cell))"
            let time = "r'^.{10}[ T](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?$'"
            let value = label.dayOnly ? "if(\(cell) RLIKE \(time), left(\(cell), 10), \(cell))" : cell
            return "CASE WHEN kind = 0 THEN \(value) END AS l\(index)"
        }
        let numbers = layout.numbers.enumerated().flatMap { index, number in
            let cell = "get(cells, \(number.cell))"
            guard number.readsDigits else {
                return ["CASE WHEN kind = 0 THEN \(cell) END AS n\(index)", "CAST(NULL AS BIGINT) AS v\(index)"]
            }
            let digits = "\(cell) RLIKE r'^(?:0|[1-9][0-9]{0,\(GroupedLayout.digitLimit - 1)})$'"
            return [
                "CASE WHEN kind = 0 AND NOT \(digits) THEN \(cell) END AS n\(index)",
                "CASE WHEN kind = 0 AND \(digits) THEN CAST(\(cell) AS BIGINT) END AS v\(index)",
            ]
        }
        return labels + numbers
    }

    private var delimiterPattern: String {
        let delimiter = Character(UnicodeScalar(layout.delimiter))
        return delimiter.isPunctuation || delimiter.isSymbol ? "\\\(delimiter)" : String(delimiter)
    }

    private var splitPattern: String {
        let delimiter = Character(UnicodeScalar(layout.delimiter))
        // A comma needs no escape, and the shortest pattern is the quickest.
        return delimiter == "," || delimiter == "\t" || delimiter == ";" ? "'\(delimiter)'" : "r'\(delimiterPattern)'"
    }

    /// The files as a pattern of Hadoop's, in which everything but the braces stands for itself.
    private var location: String { Self.location(folder: folder, names: names) }

    /// Files as such a pattern.
    static func location(folder: String, names: [String]) -> String {
        let names = names.map { SparkText.globEscaped($0) }.joined(separator: ",")
        return SparkText.identifier("file://\(SparkText.globEscaped(folder))/{\(names)}")
    }
}
