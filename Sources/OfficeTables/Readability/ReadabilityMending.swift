import VisitorModel

/// Writes a table anew as the rules ask for, row by row, as far as that needs no knowledge the table does not have.
///
/// Nothing is lost: what may not stay in the table comes out as a note, as a total, or in a column of remarks.
public struct ReadabilityMending: Sendable {
    /// What becomes of a row.
    public enum Outcome: Sendable, Hashable {
        /// A row of the table, as wide as the header.
        case row([String])
        /// A sum that stands apart now, each number with what it is of.
        case totals([Total])
        /// A text that stands apart now.
        case note(String)
        /// The header, and blank rows.
        case nothing
    }

    /// A number that sums others up.
    public struct Total: Sendable, Hashable {
        /// The row it stood in, from 1.
        public var row: Int
        /// The labels of its row.
        public var labels: [String]
        /// The head of its column.
        public var head: String
        /// The number as it is written now.
        public var value: String

        /// A number that sums others up.
        public init(row: Int, labels: [String], head: String, value: String) {
            self.row = row
            self.labels = labels
            self.head = head
            self.value = value
        }
    }

    /// The heads of the mended table.
    public let header: [String]
    /// The numbers of whole columns of totals, since the last row was taken.
    public private(set) var columnTotals: [Total] = []

    private let check: ReadabilityCheck
    private let hasRemarks: Bool
    private let totalColumns: Set<Int>
    private let kept: [Int]
    private let heads: [String]
    /// Columns of periods, with one of the common era beside each.
    private let periods: Set<Int>
    private var above: [Int: String] = [:]
    private let numbers = NumberReader(
        rules: NumberRules(allowsNegative: true, allowsFraction: true, allowsFootnoteMark: true))

    /// Begins a table.
    ///
    /// - Parameter check: What was found in the table, from its first row to its last.
    public init(_ check: ReadabilityCheck) {
        self.check = check
        let guess = check.guess
        let found = check.findings
        hasRemarks = [.plainNumbers, .evenRows, .formulas].contains { found[$0] != nil }
        let labels = Dictionary(guess.columns.map { ($0.index, $0.label) }, uniquingKeysWith: { first, _ in first })
        var heads = guess.header.enumerated().map { index, head in
            let text = PortableText.text(ReadabilityCheck.withoutSpacing(labels[index] ?? head).oneLine)
            return text.isEmpty ? "列\(index + 1)" : text
        }
        if found[.units] == nil, let unit = guess.unit {
            // The unit stood above the table, or in a head that is left out now.
            for index in check.values
            where heads.indices.contains(index) && ScaleAndUnit.find(in: heads[index]).value == nil {
                heads[index] += "（\(unit.scale == .one ? "" : unit.scale.rawValue)\(unit.unitText)）"
            }
        }
        self.heads = heads
        totalColumns = check.values.union(guess.asideColumns).filter { index in
            guess.header.indices.contains(index)
                && ![.data, .note].contains(check.roles.role(of: guess.header[index]))
        }
        kept = heads.indices.filter { [totalColumns] in !totalColumns.contains($0) }
        periods =
            found[.westernYears] == nil
            ? []
            : Set(
                guess.columns.filter { if case .period = $0.role { true } else { false } }.map(\.index))
        header =
            kept.flatMap { [periods] in periods.contains($0) ? [heads[$0], heads[$0] + "（西暦）"] : [heads[$0]] }
            + (hasRemarks ? ["注記"] : [])
    }

    /// Takes a row; rows come in order, from the first.
    ///
    /// - Parameters:
    ///   - cells: Its cells.
    ///   - row: The row as a spreadsheet counts, from 1.
    public mutating func take(_ cells: [String], row: Int) -> Outcome {
        columnTotals = []
        if cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return .nothing }
        let heads = check.guess.headerRows
        if heads.contains(row - 1) { return .nothing }
        if row <= heads.upperBound || check.isNote(cells) {
            return .note(cells.filter { !$0.isEmpty }.map(\.oneLine).joined(separator: " "))
        }
        var remarks: [String] = []
        var texts = (0..<self.heads.count).map { index in
            clean(index < cells.count ? cells[index] : "", at: index, &remarks)
        }
        remarks += cells.dropFirst(self.heads.count).filter { !$0.isEmpty }.map { PortableText.text($0.oneLine) }
        let labels = check.labels.sorted().filter { self.heads.indices.contains($0) }
        if labels.contains(where: { ![.data, .note].contains(check.roles.role(of: texts[$0])) }) {
            return .totals(
                check.values.union(totalColumns).sorted().filter {
                    self.heads.indices.contains($0) && !texts[$0].isEmpty
                }
                .map { total(texts, labels, $0, row) })
        }
        for column in check.guess.columns where column.carriesDown && self.heads.indices.contains(column.index) {
            if texts[column.index].isEmpty { texts[column.index] = above[column.index] ?? "" }
            above[column.index] = texts[column.index]
        }
        columnTotals = totalColumns.sorted().filter { !texts[$0].isEmpty }.map { total(texts, labels, $0, row) }
        let mended = kept.flatMap { periods.contains($0) ? [texts[$0], Self.western(texts[$0])] : [texts[$0]] }
        return .row(mended + (hasRemarks ? [remarks.joined(separator: "; ")] : []))
    }

    private func total(_ texts: [String], _ labels: [Int], _ column: Int, _ row: Int) -> Total {
        Total(row: row, labels: labels.map { texts[$0] }, head: heads[column], value: texts[column])
    }

    /// A cell as it should be; what a number's cell may not hold goes to the remarks.
    private func clean(_ cell: String, at index: Int, _ remarks: inout [String]) -> String {
        let text = PortableText.text(ReadabilityCheck.withoutSpacing(cell.oneLine))
        guard check.values.contains(index) || totalColumns.contains(index), !text.isEmpty else {
            guard text.first == "=" else { return text }
            remarks.append("\(heads[index]): \(text)")
            return ""
        }
        guard case .value(let read) = numbers.read(text) else {
            // A mark, a word, a formula: no number, and not nothing either.
            remarks.append("\(heads[index]): \(text)")
            return ""
        }
        if !read.notices.isEmpty || text.contains(where: { "(（".contains($0) }) {
            remarks.append("\(heads[index]): \(text)")
        }
        return read.number.description
    }

    private static func western(_ text: String) -> String { (try? PeriodReader().read(text))?.period.id ?? "" }
}

extension String {
    /// The text on one line: letters that a line break kept apart are joined, words get a space.
    fileprivate var oneLine: String {
        let lines = split(whereSeparator: \.isNewline)
        guard lines.count > 1 else { return lines.first.map(String.init) ?? self }
        return lines.dropFirst().reduce(String(lines[0])) { text, line in
            let isJapanese = text.last.map(ReadabilityCheck.isJapanese) ?? false
            return text + (isJapanese && line.first.map(ReadabilityCheck.isJapanese) == true ? "" : " ") + line
        }
    }
}
