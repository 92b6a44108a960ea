/// A chart's values as text, for the page to print beside the drawing.
///
/// Texts are free of control characters but not escaped: whoever writes them escapes for their format.
public struct ChartTable: Sendable, Equatable {
    /// What the table shows: the chart's title.
    public let caption: String
    /// The head of each column, the category first.
    public let header: [String]
    /// One row a category, as long as the header.
    public let rows: [[String]]
}

extension ChartTable {
    /// A column: its head and one text a category.
    struct Column {
        let head: String
        let cells: [String]
    }

    init(_ outline: ChartOutline, _ columns: [Column]) {
        caption = outline.title
        header = [outline.categoryLabel] + columns.map(\.head)
        rows = outline.categories.enumerated().map { index, category in
            [category] + columns.map { $0.cells[index] }
        }
    }
}
