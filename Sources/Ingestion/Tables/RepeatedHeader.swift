import OfficeTables
import PipelineDefinition

/// Recognises the header where it stands again among the rows: on a new page, or over the next table.
struct RepeatedHeader {
    /// The sheet columns the profile reads by label.
    private let places: [Int]
    /// The header's labels there.
    private let keys: [LabelKey]
    private let isRecognisable: Bool

    init(layout: TableLayout, profile: ProfileDefinition) {
        places = zip(layout.fieldColumns, profile.columns).compactMap { place, column in
            if case .field = column.source { place } else { nil }
        }
        isRecognisable = !places.isEmpty && places.allSatisfy { $0 < layout.header.count }
        keys = isRecognisable ? places.map { LabelKey(layout.header[$0]) } : []
    }

    /// Whether a row says what the header says.
    func isRepeated(in cells: [String]) -> Bool {
        guard isRecognisable else { return false }
        for (place, key) in zip(places, keys) {
            guard place < cells.count, !key.differsPlainly(from: cells[place]), LabelKey(cells[place]) == key else {
                return false
            }
        }
        return true
    }
}

extension LabelKey {
    /// Whether a text's first character alone shows that it has another key; asked of every row, and nearly always true.
    fileprivate func differsPlainly(from label: String) -> Bool {
        guard let first = label.utf8.first else { return !text.isEmpty }
        guard let own = text.utf8.first else { return false }
        switch first {
        case 0x30...0x39, 0x61...0x7A: return first != own
        case 0x41...0x5A: return first + 0x20 != own
        default: return false
        }
    }
}
