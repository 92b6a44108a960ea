import ArgumentParser
import Languages
import Reporting

/// How results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
}

/// The option of commands that print tables or figures.
struct FormatOption: ParsableArguments {
    @Option(help: "table, json or csv.")
    var format = OutputFormat.table
}

extension Terminal {
    /// Prints a table in a format.
    ///
    /// - Parameters:
    ///   - table: The table.
    ///   - format: How.
    ///   - json: The table's content for machines, made only when wanted.
    func print(_ table: ReportTable, as format: OutputFormat, json: () -> JSONValue) {
        switch format {
        case .table: print(TextTableRenderer(maximumColumnWidth: 160).render(table).trimmingFinalNewline)
        case .json: print(json().text(pretty: true).trimmingFinalNewline)
        case .csv: print(csv: csv(of: table))
        }
    }

    /// Prints CSV that somebody else has written.
    func print(csv text: String) { print(text.trimmingFinalNewline) }

    private func csv(of table: ReportTable) -> String {
        var writer = DelimitedTextWriter()
        writer.append(table.columns.map { column in column.unit.map { "\(column.title) (\($0))" } ?? column.title })
        for row in table.rows { writer.append([row.header] + row.cells.map { $0.exact ?? $0.text }) }
        return writer.text
    }
}

extension String {
    /// The text without the line end that `print` will add again.
    fileprivate var trimmingFinalNewline: String {
        var text = self
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
