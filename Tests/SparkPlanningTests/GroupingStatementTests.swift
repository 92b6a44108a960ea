import CSVReading
import Testing

@testable import Ingestion
@testable import SparkPlanning

struct GroupingStatementTests {
    private static let layout = GroupedLayout(
        delimiter: 0x2C, cellCount: 4, linesAbove: 1, longestLine: 65_536,
        labels: [.init(cell: 0, dayOnly: true), .init(cell: 1, dayOnly: false)],
        numbers: [.init(cell: 3, readsDigits: true)])

    private static func statement(_ names: [String], _ layout: GroupedLayout = layout) -> GroupingStatement {
        GroupingStatement(layout: layout, folder: "/data/入口 {1}", names: names, bytesPerPiece: 1024)
    }

    @Test func `file names mean nothing but themselves`() {
        let text = Self.statement(["a,b.csv", "c*?[x].csv", "d`e\\f.csv"]).groups
        #expect(
            text.contains(
                #"FROM text.`file:///data/入口 \{1\}/{a\,b.csv,c\*\?\[x\].csv,d``e\\f.csv}` WITH ('lineSep' = '\n')"#))
    }

    @Test func `cells reach no encoding, no collation and no number format of the cluster's`() {
        let text = Self.statement(["a.csv"]).groups
        #expect(text.contains("decode(CAST(value AS BINARY), 'ISO-8859-1')"))
        // Nine digits at most, so that four billion of them still fit 63 bits.
        #expect(text.contains("RLIKE r'^(?:0|[1-9][0-9]{0,8})$'"))
        #expect(text.contains("left(get(cells, 0), 10)"))
        #expect(!text.contains("left(get(cells, 1), 10)"))
        #expect(text.contains("WHERE NOT (piece = 0 AND line < 1)"))
    }

    @Test func `one piece of one file is one task, and no file is passed over in silence`() {
        let settings = Self.statement(["a.csv"]).settings
        #expect(settings.contains("SET spark.sql.files.maxPartitionBytes=1024"))
        #expect(settings.contains("SET spark.sql.files.openCostInBytes=1024"))
        #expect(settings.contains("SET spark.sql.files.ignoreMissingFiles=false"))
        #expect(settings.contains("SET spark.sql.files.ignoreCorruptFiles=false"))
    }

    @Test(
        arguments: [(0x2C, "split(text, ',')"), (0x09, "split(text, '\t')"), (0x7C, #"split(text, r'\|')"#)]
            as [(UInt8, String)])
    func `a delimiter is no pattern`(delimiter: UInt8, expected: String) {
        var layout = Self.layout
        layout.delimiter = delimiter
        #expect(Self.statement(["a.csv"], layout).groups.contains(expected))
    }

    @Test func `the bytes of a cell survive as a literal`() {
        let place = CSVLinePlace(piece: 0, index: 1)
        // 台 in CP932, a quote, a backslash, a control character.
        let group = RowGroup(
            labels: [[0x91, 0xE4], [0x27, 0x5C, 0x1F]], numbers: [.bytes([0x2D])], rowCount: 3, first: place,
            last: place)
        #expect(GroupingStatement.key(of: group) == "\u{91}\u{E4}\u{1}'\\\u{1F}\u{1}t-")
        let text = Self.statement(["a.csv"]).places(ofGroups: [group], unevenRows: true)
        #expect(text.contains(#"row_key IN (\#n    '\u0091ä\u0001\'\\\u001f\u0001t-')"#))
        #expect(text.contains("WHERE kind = 1 OR row_key IN"))
        #expect(SparkText.bytes(of: SparkText.text(of: Array(0...255))) == Array(0...255))
        #expect(SparkText.bytes(of: "台") == nil)
    }
}
