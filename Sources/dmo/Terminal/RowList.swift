import Languages
import Reporting
import Workspace

/// Prints rows behind a figure: as CSV while they come, as a table once all are there and their widths are known.
final class RowList {
    /// How many rows are written at a time.
    private static let batch = 1_000

    private let format: OutputFormat
    private let terminal: Terminal
    private var rows: [ReportRow] = []
    private var isFirst = true

    init(format: OutputFormat, terminal: Terminal) {
        self.format = format
        self.terminal = terminal
    }

    /// Takes a row.
    func add(_ row: TracedRow) {
        let input = row.input
        rows.append(
            ReportRow(
                input.place,
                [
                    ReportCell(input.period), ReportCell(input.value, exact: input.exactValue), ReportCell(input.file),
                    ReportCell(input.row), ReportCell(input.cell), ReportCell(input.hash), ReportCell(row.others),
                ]))
        if format == .csv, rows.count == Self.batch { writeCSV() }
    }

    /// Prints what is left.
    func finish() {
        if format == .csv, !rows.isEmpty || isFirst { writeCSV() }
        if format == .table {
            terminal.print(ReportTable(caption: "", columns: columns, rows: rows), as: .table) { .null }
        }
    }

    private func writeCSV() {
        var writer = DelimitedTextWriter(startsWithByteOrderMark: isFirst)
        if isFirst { writer.append(columns.map(\.title)) }
        for row in rows { writer.append([row.header] + row.cells.map { $0.exact ?? $0.text }) }
        terminal.print(csv: writer.text)
        isFirst = false
        rows = []
    }

    private var columns: [ReportColumn] {
        let language = terminal.language
        return [
            ReportColumn(Words.place(language)), ReportColumn(Words.period(language)),
            ReportColumn(Words.value(language), kind: .count), ReportColumn(Words.file(language)),
            ReportColumn(Words.row(language)), ReportColumn(Words.cell(language)), ReportColumn("SHA-256"),
            ReportColumn(Words.others(language)),
        ]
    }

    private enum Words {
        static let place = BilingualText(ja: "場所", en: "place")
        static let period = BilingualText(ja: "期間", en: "period")
        static let value = BilingualText(ja: "値", en: "value")
        static let file = BilingualText(ja: "ファイル", en: "file")
        static let row = BilingualText(ja: "行", en: "row")
        static let cell = BilingualText(ja: "セル", en: "cell")
        static let others = BilingualText(ja: "その行のほかの列", en: "rest of the row")
    }
}
