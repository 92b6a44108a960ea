import Languages

/// Writes a document as GitHub-flavoured Markdown; charts become their titles and tables.
public struct MarkdownRenderer: Sendable {
    /// A renderer.
    public init() {}

    /// The document as Markdown, ended by a line feed.
    public func render(_ document: ReportDocument) -> String {
        let language = document.language
        var parts = ["# " + escaped(document.title)]
        if let subtitle = document.subtitle { parts.append(escaped(subtitle)) }
        parts += document.banners.map { "> **\($0.kind.name(language))** " + prose($0.text) }
        parts.append("**" + prose(document.headline) + "**")
        for section in document.sections {
            parts.append("## " + escaped(section.title))
            parts += section.blocks.flatMap { written($0, of: section, language) }
        }
        if !document.passports.isEmpty {
            parts.append("## " + DocumentWording.passports(language))
            parts.append(table(document.passports, language))
        }
        parts += list(document.sources, DocumentWording.sources(language))
        parts += list(document.footnotes, DocumentWording.footnotes(language))
        parts.append(escaped(DocumentWording.generated(by: document.product, at: document.generatedAt)(language)))
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    /// A table alone.
    public func render(_ table: ReportTable) -> String {
        let header = table.columns.map { column in
            escaped(column.unit.map { "\(column.title) (\($0))" } ?? column.title)
        }
        let rows = table.rows.map { row in
            [row.isTotal ? bold(row.header) : escaped(row.header)] + row.cells.map(written)
        }
        return grid(header, table.columns.map { $0.alignment == .number }, rows)
    }

    private func written(_ block: ReportBlock, of section: ReportSection, _ language: Language) -> [String] {
        switch block {
        case .paragraph(let text): [prose(text)]
        case .keyFigures(let figures): [table(figures, language)]
        case .table(let table): captioned(table.caption, table)
        case .chart(let chart):
            // The table that follows has a caption of its own.
            section.tells(chart)
                ? ["### " + escaped(chart.title), prose(chart.description)]
                : captioned(chart.title, chart.table, prose(chart.description))
        case .notices(let notices):
            [
                notices.map { notice in
                    "- **\(notice.kind.name(language))** " + prose(notice.text)
                        + (notice.remedy.map { " " + prose($0) } ?? "")
                }.joined(separator: "\n")
            ]
        case .definitionList(let definitions):
            [
                definitions.map { bold($0.term).asItem + DocumentWording.colon(language) + prose($0.detail) }
                    .joined(separator: "\n")
            ]
        }
    }

    private func captioned(_ caption: String, _ table: ReportTable, _ text: String = "") -> [String] {
        ["### " + escaped(caption), text, render(table)]
    }

    private func written(_ cell: ReportCell) -> String {
        let text = cell.emphasis == .total ? bold(cell.text) : escaped(cell.text)
        return cell.note.map { "\(text) (\(escaped($0)))" } ?? text
    }

    private func table(_ figures: [KeyFigure], _ language: Language) -> String {
        let words = [
            DocumentWording.figure, DocumentWording.value, DocumentWording.unit, DocumentWording.status,
            DocumentWording.remark,
        ]
        return grid(
            words.map { $0(language) }, [false, true, false, false, false],
            figures.map { [$0.label, $0.value, $0.unit, $0.status ?? "", $0.note ?? ""].map { escaped($0) } })
    }

    private func table(_ passports: [FigurePassport], _ language: Language) -> String {
        let words = [
            DocumentWording.figure, DocumentWording.value, DocumentWording.unit, DocumentWording.status,
            DocumentWording.coverage, DocumentWording.formula, DocumentWording.id,
        ]
        return grid(
            words.map { $0(language) }, [false, true, false, false, false, false, false],
            passports.map { passport in
                [
                    passport.label, passport.value, passport.unit, passport.status, passport.coverage,
                    passport.formula, passport.id,
                ].map { escaped($0) }
            })
    }

    private func grid(_ header: [String], _ isNumber: [Bool], _ rows: [[String]]) -> String {
        let lines = [header, isNumber.map { $0 ? "---:" : ":---" }] + rows
        return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    private func list(_ items: [String], _ title: String) -> [String] {
        items.isEmpty ? [] : ["## " + title, items.map { prose($0).asItem }.joined(separator: "\n")]
    }

    private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
    private func prose(_ text: String) -> String { MarkdownText.escaped(text, .prose) }
    private func bold(_ text: String) -> String {
        let words = escaped(text)
        return words.isEmpty ? "" : "**\(words)**"
    }
}

extension String {
    fileprivate var asItem: String { "- " + self }
}
