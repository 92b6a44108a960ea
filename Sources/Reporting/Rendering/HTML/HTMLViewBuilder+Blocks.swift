import Languages

extension HTMLViewBuilder {
    /// One block: the template shows whichever part is set.
    func block(_ block: ReportBlock) -> HTMLView {
        var view = HTMLView(names)
        switch block {
        case .paragraph(let text): view.set("paragraph", text, .prose)
        case .keyFigures(let figures):
            var strip = HTMLView(names)
            strip.set("figures", figures.map(keyFigure))
            view.set("keyFigures", strip)
        case .table(let content): view.set("table", table(content))
        case .chart(let content): view.set("chart", chart(content))
        case .notices(let notices):
            view.set("hasNotices", !notices.isEmpty)
            view.set("notices", notices.map(notice))
        case .definitionList(let definitions):
            view.set("hasDefinitions", !definitions.isEmpty)
            view.set("definitions", definitions.map { fact($0.term, $0.detail) })
        }
        return view
    }

    private func keyFigure(_ figure: KeyFigure) -> HTMLView {
        var view = HTMLView(names)
        view.set("tone", figure.tone.rawValue)
        view.set("toneName", figure.tone.name?(language))
        view.set("label", figure.label)
        view.set("value", figure.value)
        // Longer than a seven-digit number: set smaller, so that the strip keeps one line.
        view.set("isLong", figure.value.displayWidth > 9)
        view.set("unit", figure.unit)
        view.set("status", figure.status)
        view.set("note", figure.note)
        view.set("link", link(of: figure.figureID))
        return view
    }

    private func chart(_ chart: ReportChart) -> HTMLView {
        var view = HTMLView(names)
        view.set("title", chart.title)
        view.set("width", chart.narrowSVG == nil ? "only" : "wide")
        view.setRaw("svg", chart.svg)
        view.set("hasNarrow", chart.narrowSVG != nil)
        view.setRaw("narrowSVG", chart.narrowSVG)
        view.set("tableTitle", DocumentWording.chartTable(language))
        view.set("table", table(chart.table))
        return view
    }

    private func notice(_ notice: ReportNotice) -> HTMLView {
        var view = HTMLView(names)
        view.set("kind", notice.kind.rawValue)
        view.set("name", notice.kind.name(language))
        view.set("text", notice.text, .prose)
        view.set("remedy", notice.remedy, .prose)
        view.set("link", link(of: notice.figureID))
        return view
    }

    /// A term with its explanation.
    func fact(_ term: String, _ detail: String, isCode: Bool = false) -> HTMLView {
        var view = HTMLView(names)
        view.set("term", term)
        view.set("detail", detail, .prose)
        view.set("isCode", isCode)
        return view
    }

    /// A table with its head and rows.
    func table(_ source: ReportTable) -> HTMLView {
        let notes = [nil] + source.sharedNotes
        let table = source.withoutSharedNotes
        var view = HTMLView(names)
        view.set("caption", table.caption)
        // More columns than a page takes at its ordinary size.
        view.set("isWide", table.columns.count > 8)
        // More rows than fit on paper beside anything else: it may break between pages.
        view.set("isLong", table.rows.count > 15)
        view.set(
            "columns",
            zip(table.columns, notes).map { column, note in
                var view = HTMLView(names)
                view.set("title", column.title)
                view.set("unit", column.unit)
                view.set("note", note)
                view.set("alignment", column.className)
                return view
            })
        view.set(
            "rows",
            table.rows.map { row in
                var view = HTMLView(names)
                // Texts are indented by wide spaces; a page indents the lines after the first as well.
                let indent = row.header.prefix { $0 == "\u{3000}" }.count
                view.set("header", String(row.header.dropFirst(indent)))
                view.set("indent", indent == 0 ? nil : "in\(min(indent, 4))")
                // A row that says nothing heads the rows below it, and its words take the whole width.
                let isHeading = !row.cells.isEmpty && row.cells.allSatisfy(\.isBlank)
                let classes = [isHeading ? "heading" : nil, row.isTotal ? "total" : nil].compactMap(\.self)
                view.set("rowClass", classes.joined(separator: " "))
                view.set("span", isHeading ? String(table.columns.count) : nil)
                view.set("cells", isHeading ? [] : zip(table.columns.dropFirst(), row.cells).map(cell))
                return view
            })
        return view
    }

    private func cell(_ column: ReportColumn, _ cell: ReportCell) -> HTMLView {
        var view = HTMLView(names)
        view.set("alignment", column.className)
        view.set("emphasis", cell.emphasis.rawValue)
        view.set("text", cell.text)
        view.set("status", cell.status)
        view.set("note", cell.note)
        view.set("link", link(of: cell.figureID))
        return view
    }
}

extension ReportColumn {
    fileprivate var className: String { alignment == .number ? "number" : "text" }
}

extension ReportCell {
    /// Whether there is nothing in it to read or to follow.
    fileprivate var isBlank: Bool { text.isEmpty && status == nil && note == nil && figureID == nil }
}
