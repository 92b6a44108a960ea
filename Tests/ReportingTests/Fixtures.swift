import Languages
import Reporting

/// A document of one table, one key figure and one passport.
func document(
    language: Language = .english, headline: String = "All is well.", banners: [ReportBanner] = [],
    blocks: [ReportBlock], passports: [FigurePassport] = []
) -> ReportDocument {
    ReportDocument(
        language: language, title: "Report", headline: headline, banners: banners,
        sections: [ReportSection(id: "main", title: "Main", blocks: blocks)], passports: passports,
        product: "dmo 1.0")
}

/// Two places, one missing, and their total.
let places = ReportTable(
    caption: "By place",
    columns: [ReportColumn("Place"), ReportColumn("Visitors", kind: .count, unit: "person-spots")],
    rows: [
        ReportRow("秋芳洞", [ReportCell("48,210", exact: "48210", status: "final", figureID: "x@1:cave:2013:*")]),
        ReportRow("Ofuku", [.missing("not reported", note: "since August")]),
        ReportRow("Total", [ReportCell("48,210", exact: "48210", emphasis: .partial)], isTotal: true),
    ])

func passport(_ id: String, value: String = "48,210") -> FigurePassport {
    FigurePassport(
        id: id, label: "The cave", definition: "Everyone through the gates.", formula: "Σ gates",
        unit: "person-spots", value: value, exact: "48210", status: "final", coverage: "24 of 24",
        inputs: [
            FigureInput(
                place: "Gate 1", period: "2013-04", value: "48,210", file: "inbox/cave.csv", row: "31", cell: "C31",
                hash: "9f2c41d0")
        ])
}

/// Names nobody should be able to hurt a reader with.
let hostileNames = [
    "<script>alert(1)</script>", "=HYPERLINK(\"http://evil\",\"x\")", "../../x", "\u{202E}gnp.exe\u{200F}",
    String(repeating: "長", count: 10_000), "a|b\n# c `d`", "\"\u{338} onmouseover=\"alert(1)", "\u{600}<img src=x>",
    "\u{1B}[2J\u{7}", "{{title}} {{{style}}}", "]]> --> </style></svg>", "a\u{2028}b",
]

/// A document in which a name stands wherever a name can stand.
func hostileDocument(_ name: String) -> ReportDocument {
    let table = ReportTable(
        caption: name, columns: [ReportColumn(name), ReportColumn(name, kind: .count, unit: name)],
        rows: [ReportRow(name, [ReportCell(name, unit: name, status: name, figureID: name, note: name)])])
    return ReportDocument(
        language: .english, title: name, subtitle: name, headline: name,
        banners: [ReportBanner(kind: .draft, text: name)],
        sections: [
            ReportSection(
                id: name, title: name,
                blocks: [
                    .paragraph(name),
                    .keyFigures([
                        KeyFigure(label: name, value: name, unit: name, note: name, status: name, figureID: name)
                    ]),
                    .table(table),
                    .notices([ReportNotice(kind: .caution, text: name, remedy: name, figureID: name)]),
                    .definitionList([ReportDefinition(term: name, detail: name)]),
                ])
        ],
        passports: [
            FigurePassport(
                id: name, label: name, definition: name, formula: name, unit: name, value: name, status: name,
                coverage: name,
                inputs: [
                    FigureInput(
                        place: name, period: name, value: name, file: name, row: name, cell: name, hash: name)
                ])
        ], sources: [name], footnotes: [name], product: name, generatedAt: name)
}
