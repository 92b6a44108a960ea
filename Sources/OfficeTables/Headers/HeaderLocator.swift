import Diagnostics

/// A column a profile asks for, and the labels it may carry.
public struct WantedColumn: Sendable, Hashable {
    /// The profile's name for the column: `visitors`.
    public let name: String
    /// The labels it may have, the preferred one first: 人数, 来場者数.
    public let labels: [String]

    /// Makes a wanted column.
    public init(name: String, labels: [String]) {
        self.name = name
        self.labels = labels
    }
}

/// Finds the header row of a sheet that has titles, notes and empty rows above its table.
public struct HeaderLocator: Sendable {
    private let columns: [(column: WantedColumn, keys: [LabelKey])]

    /// How far down a header is looked for.
    public static let rowsSearched = 60
    /// How many different labels are compared for "nearest"; a sheet of 16,384 columns is not worth more.
    private static let mostLabelsCompared = 500

    /// Makes a locator for the columns a profile asks for.
    public init(columns: [WantedColumn]) {
        self.columns = columns.map { ($0, $0.labels.map(LabelKey.init)) }
    }

    /// The first row that holds every column, else the row that holds most of them (the upper one of equals).
    ///
    /// - Parameter rows: The sheet's first rows; only the first ``rowsSearched`` are looked at.
    public func locate(in rows: [[String]]) -> HeaderLocation {
        var best: (row: Int, matches: [Match])?
        for (index, row) in rows.prefix(Self.rowsSearched).enumerated() {
            let matches = self.matches(in: row)
            let count = matches.count { !$0.indices.isEmpty }
            if count == columns.count, count > 0 { return location(row: index, matches, rows: rows) }
            if count > best?.matches.count(where: { !$0.indices.isEmpty }) ?? 0 { best = (index, matches) }
        }
        guard let best else {
            return location(row: nil, columns.map { Match(column: $0.column, indices: []) }, rows: rows)
        }
        return location(row: best.row, best.matches, rows: rows)
    }

    private struct Match {
        let column: WantedColumn
        /// Where the most preferred label that occurs at all stands.
        let indices: [Int]
    }

    private func matches(in row: [String]) -> [Match] {
        var places: [LabelKey: [Int]] = [:]
        for (index, cell) in row.enumerated() where !cell.isEmpty {
            let key = LabelKey(cell)
            if !key.isEmpty { places[key, default: []].append(index) }
        }
        return columns.map { column, keys in
            Match(column: column, indices: keys.lazy.compactMap { places[$0] }.first ?? [])
        }
    }

    private func location(row: Int?, _ matches: [Match], rows: [[String]]) -> HeaderLocation {
        var location = HeaderLocation(rowIndex: row)
        for match in matches {
            if let index = match.indices.first {
                location.columnIndices[match.column.name] = index
                if match.indices.count > 1 {
                    location.repeated.append(
                        .init(
                            name: match.column.name, label: row.map { rows[$0][index] } ?? "",
                            columnIndices: match.indices))
                }
            } else {
                let seen = row.map { rows[$0...$0] } ?? rows.prefix(Self.rowsSearched)
                location.missing.append(missing(match.column, among: seen))
            }
        }
        return location
    }

    private func missing(_ column: WantedColumn, among rows: ArraySlice<[String]>) -> HeaderLocation.MissingColumn {
        var labels: [String: String] = [:]
        for cell in rows.joined() where labels.count < Self.mostLabelsCompared {
            let key = LabelKey(String(cell.prefix(100))).text
            if !key.isEmpty, labels[key] == nil { labels[key] = String(cell.prefix(100)) }
        }
        var nearest: [String] = []
        for wanted in column.labels {
            let near = closestNames(to: LabelKey(wanted).text, among: labels.keys.sorted())
            for key in near {
                if let label = labels[key], !nearest.contains(label) { nearest.append(label) }
            }
        }
        return .init(name: column.name, wanted: column.labels, nearest: Array(nearest.prefix(3)))
    }
}
