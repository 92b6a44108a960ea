import OfficeTables
import PipelineDefinition
import Tables
import VisitorModel

/// The columns of a profile as bulk reading sees them: where each stands in the sheet, and how its cells are read.
struct BulkColumns: Sendable {
    /// A column whose cells are understood once for each distinct content.
    struct Label: Sendable {
        /// The profile's column.
        let column: Int
        /// The sheet's column, from 0.
        let sheetColumn: Int
        /// Where the pipeline's key columns list it; `nil` when the cells only have to be sound.
        let keyPlace: Int?
        /// Whether of a moment only the day matters.
        let dayOnly: Bool
    }

    /// A column of numbers that are only added up.
    struct Number: Sendable {
        /// The profile's column.
        let column: Int
        /// The sheet's column, from 0.
        let sheetColumn: Int
        /// Whether digits alone are their own value, whatever the profile says of scales and symbols.
        let digitsAreValues: Bool
    }

    private(set) var labels: [Label] = []
    private(set) var numbers: [Number] = []
    /// The values of key columns that are the same for all rows.
    private(set) var constants: [Int: CellValue] = [:]
    /// The sheet columns read, ascending.
    let sheetColumns: [Int]

    /// Lays the columns out.
    ///
    /// - Parameter places: The cell of each profile column in a row, from 0.
    /// - Returns: `nil` when the profile asks for something that looks beyond a single row.
    init?(
        profile: ProfileDefinition, places: [Int?], processor: inout EntryProcessor, constantTexts: [Int: String],
        request: BulkRequest
    ) {
        for (index, column) in profile.columns.enumerated() {
            guard column.isReadAlone else { return nil }
            let keyPlace = request.keyColumns.firstIndex(of: index)
            if let text = constantTexts[index] {
                guard case .value(let value, 0, let notices) = processor.reading(ofColumn: index, text), notices.isEmpty
                else { return nil }
                if keyPlace != nil { constants[index] = value }
                // A number that is the same in all rows is not worth a path of its own.
                if request.numberColumns.contains(index) { return nil }
                continue
            }
            guard let sheetColumn = places[index] else { return nil }
            if request.numberColumns.contains(index) {
                numbers.append(
                    Number(
                        column: index, sheetColumn: sheetColumn,
                        digitsAreValues: processor.digitsAreValues(ofColumn: index)))
            } else {
                labels.append(
                    Label(
                        column: index, sheetColumn: sheetColumn, keyPlace: keyPlace, dayOnly: column.type == .day))
            }
        }
        sheetColumns = Set(labels.map(\.sheetColumn) + numbers.map(\.sheetColumn)).sorted()
    }
}

extension ProfileColumn {
    /// Whether a cell's value depends on nothing but its own text.
    var isReadAlone: Bool {
        let hasOwnYear = yearSource == nil
        switch source {
        case .field, .fixed, .fileName:
            return hasOwnYear && !carriesDown && !carriesYear && !carriesYearDown && sumOf.isEmpty
        default: return false
        }
    }
}
