import OfficeTables
import PipelineDefinition

/// Fills in what a row's labels are: its own cells, what the sheet says once for many rows, and what it left out.
struct RowLabels {
    private let columns: [ProfileColumn]
    private let fileName: String
    /// The last heading of a section.
    var section: String?
    private var carriedYears: [Int: CarriedYear] = [:]

    init(profile: ProfileDefinition, fileName: String) {
        columns = profile.columns
        self.fileName = fileName
        for (index, column) in profile.columns.enumerated() where column.carriesYear || column.carriesYearDown {
            carriedYears[index] = CarriedYear()
        }
    }

    /// Whether the profile reads the headings of sections.
    var readsSections: Bool { columns.contains { $0.source == .section || $0.yearSource == .section } }

    /// A new table begins: nothing is carried into it.
    mutating func restart() {
        for index in carriedYears.keys { carriedYears[index] = CarriedYear() }
    }

    /// Fills an entry's texts from a row.
    mutating func fill(_ entry: inout Entry, from cells: [String], layout: TableLayout) {
        func cell(_ place: Int?) -> String? { place.flatMap { $0 < cells.count ? cells[$0] : nil } }
        // By index: a copy of a column costs more than reading one.
        for index in columns.indices {
            switch columns[index].source {
            case .field, .sheetColumn:
                guard let place = layout.fieldColumns[index] else { break }
                entry.texts[index] = cell(place)
                entry.columns[index] = place + 1
            case .title: entry.texts[index] = layout.title.joined(separator: "\n")
            case .fileName: entry.texts[index] = fileName
            case .section: entry.texts[index] = section
            case .fixed(let text): entry.texts[index] = text
            case .header, .upperHeader, .cell: break
            }
            switch columns[index].yearSource {
            case .field, .sheetColumn: entry.yearTexts[index] = cell(layout.yearColumns[index])
            case .section: entry.yearTexts[index] = section
            case nil: break
            default: entry.yearTexts[index] = layout.yearText(of: columns[index], at: nil, fileName: fileName)
            }
            if !carriedYears.isEmpty { carryYear(of: columns[index], at: index, &entry) }
        }
    }

    private mutating func carryYear(of column: ProfileColumn, at index: Int, _ entry: inout Entry) {
        guard carriedYears[index] != nil else { return }
        if column.carriesYearDown {
            entry.yearTexts[index] = carriedYears[index]?.year(
                entry.yearTexts[index] ?? "", forMonth: entry.texts[index] ?? "")
        } else if let text = entry.texts[index] {
            entry.texts[index] = carriedYears[index]?.complete(text)
        }
    }
}
