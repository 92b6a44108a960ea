import Languages

/// Writes a document as JSON of the schema `dmo.report/1`: everything it says, except drawings.
///
/// Counts are integers, all other numbers decimal text, an absent value is null; `text` is what people read.
/// A table stands once: a chart of a table of its own section has null for `table`.
public struct JSONRenderer: Sendable {
    /// The name of the schema.
    public static let schema = "dmo.report/1"

    /// A renderer.
    public init() {}

    /// The document as indented JSON with a line feed at its end.
    public func render(_ document: ReportDocument) -> String {
        value(of: document).text(pretty: true) + "\n"
    }

    /// The document as a JSON value, for those who put it into something larger.
    public func value(of document: ReportDocument) -> JSONValue {
        [
            "schema": .string(JSONRenderer.schema),
            "language": .string(document.language.rawValue),
            "title": .string(document.title),
            "subtitle": .optional(document.subtitle),
            "headline": .string(document.headline),
            "banners": .array(
                document.banners.map { ["kind": .string($0.kind.rawValue), "text": .string($0.text)] }),
            "sections": .array(
                document.sections.map { section in
                    [
                        "id": .string(section.id), "title": .string(section.title),
                        "blocks": .array(section.blocks.map { $0.json(in: section) }),
                    ]
                }),
            "passports": .array(document.passports.map(\.json)),
            "sources": .array(document.sources.map(JSONValue.string)),
            "footnotes": .array(document.footnotes.map(JSONValue.string)),
            "product": .string(document.product),
            "generated": .optional(document.generatedAt),
        ]
    }
}

extension FigureKind {
    /// An exact value in the type its kind asks for.
    fileprivate func json(_ exact: String?) -> JSONValue {
        guard let exact else { return .null }
        if self == .count, let number = Int(exact) { return .integer(number) }
        return .decimal(exact)
    }
}

extension ReportBlock {
    /// A chart whose values stand in a table of the same section has null for its own.
    fileprivate func json(in section: ReportSection) -> JSONValue {
        switch self {
        case .paragraph(let text): ["type": "paragraph", "text": .string(text)]
        case .keyFigures(let figures): ["type": "key-figures", "figures": .array(figures.map(\.json))]
        case .table(let table): ["type": "table", "table": table.json]
        case .chart(let chart):
            [
                "type": "chart", "title": .string(chart.title), "description": .string(chart.description),
                "table": section.tells(chart) ? .null : chart.table.json,
            ]
        case .notices(let notices):
            [
                "type": "notices",
                "notices": .array(
                    notices.map {
                        [
                            "kind": .string($0.kind.rawValue), "text": .string($0.text),
                            "remedy": .optional($0.remedy), "figure": .optional($0.figureID),
                        ]
                    }),
            ]
        case .definitionList(let definitions):
            [
                "type": "definitions",
                "definitions": .array(
                    definitions.map { ["term": .string($0.term), "detail": .string($0.detail)] }),
            ]
        }
    }
}

extension KeyFigure {
    fileprivate var json: JSONValue {
        [
            "label": .string(label), "text": .string(value), "value": kind.json(exact), "unit": .string(unit),
            "status": .optional(status), "note": .optional(note), "tone": .string(tone.rawValue),
            "figure": .optional(figureID),
        ]
    }
}

extension ReportTable {
    fileprivate var json: JSONValue {
        [
            "caption": .string(caption),
            "columns": .array(
                columns.map {
                    ["title": .string($0.title), "kind": .string($0.kind.rawValue), "unit": .optional($0.unit)]
                }),
            "rows": .array(
                rows.map { row in
                    [
                        "header": .string(row.header), "total": .bool(row.isTotal),
                        "cells": .array(zip(columns.dropFirst(), row.cells).map { $1.json(in: $0) }),
                    ]
                }),
        ]
    }
}

extension ReportCell {
    fileprivate func json(in column: ReportColumn) -> JSONValue {
        [
            "text": .string(text), "value": column.kind.json(exact), "unit": .optional(unit ?? column.unit),
            "status": .optional(status), "emphasis": .string(emphasis.rawValue), "note": .optional(note),
            "figure": .optional(figureID),
        ]
    }
}

extension FigurePassport {
    fileprivate var json: JSONValue {
        [
            "id": .string(id), "label": .string(label), "definition": .string(definition),
            "formula": .string(formula), "unit": .string(unit), "text": .string(value), "value": kind.json(exact),
            "status": .string(status), "coverage": .string(coverage),
            "inputs": .array(inputs.map(\.json)),
        ]
    }
}

extension FigureInput {
    /// How many counts it stands for is said where they are more than one.
    fileprivate var json: JSONValue {
        .object(
            [
                .init("place", .string(place)), .init("period", .string(period)), .init("value", .string(value)),
                .init("file", .string(file)), .init("row", .string(row)), .init("cell", .string(cell)),
                .init("sha256", .string(hash)),
            ] + (count > 1 ? [.init("counts", .integer(count))] : []))
    }
}
