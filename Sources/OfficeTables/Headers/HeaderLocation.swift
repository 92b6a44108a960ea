public import Diagnostics
import Languages

/// Where a sheet's header stands, and which of the wanted columns it has.
public struct HeaderLocation: Sendable, Hashable {
    /// A wanted column that the row does not have.
    public struct MissingColumn: Sendable, Hashable {
        /// The profile's name for it.
        public let name: String
        /// The labels looked for.
        public let wanted: [String]
        /// The labels seen that come nearest, best first, at most three.
        public let nearest: [String]
    }

    /// A label that stands in the row more than once.
    public struct RepeatedLabel: Sendable, Hashable {
        /// The profile's name for the column.
        public let name: String
        /// The label as it is written.
        public let label: String
        /// All its columns, from 0.
        public let columnIndices: [Int]
    }

    /// The header's row, from 0; `nil` when no row has any of the labels.
    public let rowIndex: Int?
    /// The column of each wanted column found, from 0; of a repeated label, the first.
    public internal(set) var columnIndices: [String: Int] = [:]
    /// Labels that do not say which column is meant.
    public internal(set) var repeated: [RepeatedLabel] = []
    /// What the row lacks.
    public internal(set) var missing: [MissingColumn] = []

    init(rowIndex: Int?) { self.rowIndex = rowIndex }

    /// A sheet in which no label was looked for.
    public static let nothing = HeaderLocation(rowIndex: nil)

    /// Whether every column was found, and each once.
    public var isComplete: Bool { rowIndex != nil && missing.isEmpty && repeated.isEmpty }

    /// What there is to say about the header: `header.column-missing` and `header.label-repeated`.
    ///
    /// - Parameters:
    ///   - file: The file's name.
    ///   - firstRow: The spreadsheet row of the first row searched.
    public func diagnostics(file: String, firstRow: Int = 1) -> [Diagnostic] {
        let row = rowIndex.map { $0 + firstRow }
        let lacking = missing.map { column in
            Diagnostic(
                code: "header.column-missing", position: SourcePosition(file: file, row: row),
                message: column.message, remedy: column.remedy)
        }
        let doubtful = repeated.map { label in
            Diagnostic(
                code: "header.label-repeated",
                position: SourcePosition(file: file, row: row, column: label.columnIndices.first.map { $0 + 1 }),
                value: label.label, message: label.message, remedy: label.remedy)
        }
        return lacking + doubtful
    }
}

extension HeaderLocation.MissingColumn {
    fileprivate var message: BilingualText {
        let ja = wanted.map { "「\($0)」" }.joined(separator: "か")
        let en = wanted.map { "\"\($0)\"" }.joined(separator: " or ")
        return BilingualText(
            ja: "項目「\(name)」の列(見出し\(ja))が見つかりません。", en: "The column \(name) was not found; its label should be \(en).")
    }

    fileprivate var remedy: BilingualText {
        guard !nearest.isEmpty else {
            return BilingualText(
                ja: "見出しの行を確かめ、実際の見出しをプロファイルに書いてください。",
                en: "Check the header row, and give the profile the label that is really there.")
        }
        return BilingualText(
            ja: "近い見出し: \(nearest.map { "「\($0)」" }.joined(separator: "、"))。同じものなら、プロファイルに別名として加えてください。",
            en:
                "Nearest: \(nearest.map { "\"\($0)\"" }.joined(separator: ", ")). If one of them is meant, add it to the profile's labels."
        )
    }
}

extension HeaderLocation.RepeatedLabel {
    fileprivate var columnLetters: String {
        columnIndices.map { SourcePosition.columnLetters($0 + 1) }.joined(separator: ", ")
    }

    fileprivate var message: BilingualText {
        BilingualText(
            ja: "項目「\(name)」の見出しが複数の列(\(columnLetters))にあります。",
            en: "The label of the column \(name) stands in several columns (\(columnLetters)).")
    }

    fileprivate var remedy: BilingualText {
        BilingualText(
            ja: "見出しを区別できる名前に直すか、使う列をプロファイルで指定してください。",
            en: "Give the columns different labels, or say in the profile which one to use.")
    }
}
