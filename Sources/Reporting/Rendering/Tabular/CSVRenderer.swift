import Languages

/// Writes every figure of a document as one CSV table, a figure a row.
///
/// The columns are `section,table,row,column,value,unit,status,figure-id,notes`, the same in both languages. The
/// first rows, under the table `document`, repeat title, verdict and banners, so that no warning is lost.
public struct CSVRenderer: Sendable {
    /// The names of the columns.
    public static let header = [
        "section", "table", "row", "column", "value", "unit", "status", "figure-id", "notes",
    ]

    /// A renderer.
    public init() {}

    /// The document's figures as CSV: UTF-8 with a byte order mark, lines ended by CR LF.
    public func render(_ document: ReportDocument) -> String {
        var writer = DelimitedTextWriter()
        writer.append(CSVRenderer.header)
        writer.append(["", "document", "title", "", document.title, "", "", "", document.subtitle ?? ""])
        writer.append(["", "document", "headline", "", document.headline, "", "", "", ""])
        for banner in document.banners {
            let name = banner.kind.name(document.language)
            writer.append(["", "document", "banner", banner.kind.rawValue, name, "", "", "", banner.text])
        }
        for section in document.sections {
            for block in section.blocks {
                for row in rows(block) { writer.append([section.title] + row) }
            }
        }
        return writer.text
    }

    private func rows(_ block: ReportBlock) -> [[String]] {
        switch block {
        case .keyFigures(let figures): figures.map(row)
        case .table(let table): rows(table)
        case .chart(let chart): rows(chart.table)
        case .notices(let notices):
            notices.map { notice in
                [
                    "notices", notice.kind.rawValue, "", notice.text, "", "", notice.figureID ?? "",
                    notice.remedy ?? "",
                ]
            }
        case .paragraph, .definitionList: []
        }
    }

    private func row(_ figure: KeyFigure) -> [String] {
        [
            "key-figures", figure.label, "", figure.exact ?? figure.value, figure.unit, figure.status ?? "",
            figure.figureID ?? "", figure.note ?? "",
        ]
    }

    private func rows(_ table: ReportTable) -> [[String]] {
        table.rows.flatMap { row in
            zip(table.columns.dropFirst(), row.cells).map { column, cell in
                let isMissing = cell.emphasis == .missing
                // A missing value leaves its place empty; the reason it is missing is its status.
                let status = cell.status ?? (isMissing ? cell.text : "")
                return [
                    table.caption, row.header, column.title, isMissing ? "" : cell.exact ?? cell.text,
                    cell.unit ?? column.unit ?? "", status, cell.figureID ?? "", cell.note ?? "",
                ]
            }
        }
    }
}
