import PipelineDefinition

/// What stands over each cell of a wide table: worked out once a header, for it is asked of every cell below.
struct CellLabels {
    private struct Place {
        var column: Int
        /// The header's text over each sheet column.
        var texts: [String]
    }

    private var texts: [Place] = []
    private var years: [Place] = []
    /// The profile columns read from the cell itself.
    private var cells: [Int] = []

    init(layout: TableLayout, profile: ProfileDefinition, fileName: String) {
        for (index, column) in profile.columns.enumerated() {
            let texts = layout.across.indices.compactMap { layout.text(of: column.source, at: $0) }
            if !texts.isEmpty { self.texts.append(Place(column: index, texts: texts)) }
            if column.source == .cell { cells.append(index) }
            let years = layout.across.indices.compactMap { layout.yearText(of: column, at: $0, fileName: fileName) }
            if !years.isEmpty { self.years.append(Place(column: index, texts: years)) }
        }
    }

    /// Makes an entry of a row's labels that of one of its cells, whichever cell it was before.
    func fill(_ entry: inout Entry, for cell: String, at index: Int) {
        for place in texts {
            entry.texts[place.column] = place.texts[index]
            entry.columns[place.column] = index + 1
        }
        for column in cells {
            entry.texts[column] = cell
            entry.columns[column] = index + 1
        }
        for place in years { entry.yearTexts[place.column] = place.texts[index] }
    }
}
