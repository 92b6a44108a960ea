/// A header of one or several rows, whose merged cells have left gaps.
///
/// A label of an upper row covers the empty cells to its right. A column is found by any label that stands over it,
/// by the one in its own cell first, or by the labels from top to bottom joined by `/`: 財貨・サービス/輸出.
public struct HeaderBlock: Sendable {
    private struct Label {
        let key: LabelKey
        /// Whether the label stands in this column's own cell.
        let isOwn: Bool
    }

    private let rows: [[String]]
    /// The labels over each column, from top to bottom.
    private let paths: [[Label]]

    /// Makes a header of its rows, from top to bottom.
    public init(rows: [[String]]) {
        self.rows = rows
        let width = rows.map(\.count).max() ?? 0
        var paths: [[Label]] = Array(repeating: [], count: width)
        for (index, row) in rows.enumerated() {
            let isLowest = index == rows.count - 1
            var carried: LabelKey?
            for column in 0..<width {
                // A label covers nothing beyond the label above it.
                if paths[column].contains(where: \.isOwn) { carried = nil }
                let key = LabelKey(column < row.count ? row[column] : "")
                if !key.isEmpty {
                    paths[column].append(Label(key: key, isOwn: true))
                    carried = isLowest ? nil : key
                } else if let carried {
                    paths[column].append(Label(key: carried, isOwn: false))
                }
            }
        }
        self.paths = paths
    }

    /// The columns a label names, from 0.
    public func columns(labelled label: String) -> [Int] {
        let key = LabelKey(label)
        let own = paths.indices.filter { paths[$0].contains { $0.isOwn && $0.key == key } }
        if !own.isEmpty { return own }
        let covered = paths.indices.filter { paths[$0].contains { $0.key == key } }
        if !covered.isEmpty { return covered }
        let steps = label.split(separator: "/").map { LabelKey(String($0)) }
        guard steps.count > 1 else { return [] }
        return paths.indices.filter { column in
            let keys = paths[column].map(\.key)
            guard keys.count >= steps.count, paths[column].contains(where: \.isOwn) else { return false }
            return (0...(keys.count - steps.count)).contains { Array(keys[$0..<($0 + steps.count)]) == steps }
        }
    }

    /// Where the wanted columns stand in this header.
    ///
    /// - Parameter rowIndex: The first header row's place among the sheet's rows, from 0.
    public func location(of wanted: [WantedColumn], rowIndex: Int) -> HeaderLocation {
        if rows.count == 1 {
            // One row says more about labels that are missing or stand twice.
            return HeaderLocator(columns: wanted).locate(in: rows)
        }
        var location = HeaderLocation(rowIndex: rowIndex)
        for column in wanted {
            let found = column.labels.lazy.map { columns(labelled: $0) }.first { !$0.isEmpty } ?? []
            if let first = found.first {
                location.columnIndices[column.name] = first
                if found.count > 1 {
                    let label = rows.lazy.compactMap { $0.indices.contains(first) ? $0[first] : nil }.last {
                        !$0.isEmpty
                    }
                    location.repeated.append(.init(name: column.name, label: label ?? "", columnIndices: found))
                }
            } else {
                location.missing.append(.init(name: column.name, wanted: column.labels, nearest: []))
            }
        }
        return location
    }
}
