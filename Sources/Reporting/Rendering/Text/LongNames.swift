import Languages

/// Names longer than anybody reads: a page shows their beginning wherever they occur, and once, at its end, the whole.
///
/// A place of ten thousand letters would otherwise fill pages, because sentences, tables and passports all name it.
struct LongNames: Sendable {
    /// Names up to this many half-width cells stay whole; the longest honest ones take about sixty.
    static let limit = 96
    /// What remains of a longer one.
    private static let kept = 60

    /// The names that are cut, as the document has them.
    let whole: [String]

    /// The long names of a document: what heads rows and columns, and what passports name as place or file.
    init(_ document: ReportDocument) {
        var found: Set<String> = []
        for block in document.sections.flatMap(\.blocks) {
            guard let table = block.table else { continue }
            found.formUnion(table.columns.map(\.title).filter(Self.isLong))
            found.formUnion(table.rows.map(\.header).filter(Self.isLong).map { String($0.drop { $0 == "\u{3000}" }) })
        }
        for input in document.passports.flatMap(\.inputs) {
            found.formUnion([input.place, input.file].filter(Self.isLong))
        }
        // A name with a year behind it is still that name, and the year is kept.
        whole = found.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.reduce(into: []) { names, name in
            if !names.contains(where: { name.contains($0) }) { names.append(name) }
        }
    }

    /// The text with every long name in it cut.
    func shortened(_ text: String) -> String {
        guard !whole.isEmpty, Self.isLong(text) else { return text }
        return whole.reduce(text) { $0.replacing($1, with: Self.beginning(of: $1)) }
    }

    private static func isLong(_ text: String) -> Bool {
        // Every character takes at least one byte and at most two cells: short texts are not measured.
        text.utf8.count > limit && text.displayWidth > limit
    }

    private static func beginning(of name: String) -> String {
        var width = 0
        return name.prefix { character in
            width += String(character).displayWidth
            return width <= kept
        } + "…"
    }
}

extension ReportBlock {
    /// The table shown, if it is one or has one.
    fileprivate var table: ReportTable? {
        switch self {
        case .table(let table): table
        case .chart(let chart): chart.table
        case .paragraph, .keyFigures, .notices, .definitionList: nil
        }
    }
}
