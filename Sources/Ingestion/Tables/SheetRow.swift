import CSVReading
import OfficeTables
import PipelineDefinition

/// A row of a sheet with its texts.
struct SheetRow {
    let record: CSVRecord
    /// The texts, merged cells filled from above once carried.
    private(set) var cells: [String]
    /// The columns whose own cell holds a text.
    let filled: [Int]
    /// Whether one text stands alone in the row, and not where a value belongs.
    let isTextAlone: Bool

    init(record: CSVRecord, cells: [String], isWide: Bool, profile: ProfileDefinition, layout: TableLayout) {
        self.record = record
        self.cells = cells
        filled = cells.indices.filter { !LabelKey.isBlank(cells[$0]) }
        guard filled.count == 1, let only = filled.first else {
            isTextAlone = false
            return
        }
        if isWide {
            isTextAlone = only >= layout.across.count || !layout.across[only].isPrinted
        } else {
            isTextAlone = !profile.columns.indices.contains { index in
                layout.fieldColumns[index] == only && profile.columns[index].isValue
            }
        }
    }

    /// The texts of the filled cells.
    var filledTexts: [String] { filled.map { cells[$0] } }

    /// The row with the gaps of merged cells filled; a text that stands alone continues nothing and is not continued.
    func carried(by carrier: inout DownwardCarrier) -> SheetRow {
        guard !isTextAlone else { return self }
        var row = self
        row.cells = carrier.carry(cells)
        return row
    }
}

extension TableLayout.Across {
    /// Whether numbers are printed in the column.
    var isPrinted: Bool {
        switch self {
        case .values, .total, .unreadable: true
        case .ignored: false
        }
    }
}

extension ProfileColumn {
    /// Whether the column holds numbers.
    var isValue: Bool { type == .count || type == .number }
}
