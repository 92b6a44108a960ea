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
        /// A row of heads: the mended table begins with them all in one.
        case heads
        /// A blank row, left out.
        case blank
    }

    /// A number that sums others up.
    public struct Total: Sendable, Hashable {
        /// The row it stood in, from 1.
        public var row: Int
        /// What else its row says: places, periods, codes.
        public var labels: [String]
        /// The head of its column.
        public var head: String
        /// The number as it is written now; what is no number, as it stood.
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
    /// Labels that were repeated from the row above, each by row and column from 1.
    public private(set) var filledLabels: [ReadabilityCheck.Place] = []

    private let check: ReadabilityCheck
    private let hasRemarks: Bool
    private let totalColumns: Set<Int>
    private let kept: [Int]
    private let heads: [String]
    /// Columns of periods, with one of the common era beside each.
    private let periods: Set<Int>
    /// Columns whose merged cells hold their label once: only words that name places, markets or kinds, never numbers.
    private let carried: [Int]
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
        hasRemarks =
            [.plainNumbers, .evenRows, .formulas].contains { found[$0] != nil } || !guess.asideColumns.isEmpty
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
        carried = guess.columns.filter { [count = heads.count] column in
            column.carriesDown && check.labels.contains(column.index) && !check.values.contains(column.index)
                && column.index < count && !column.texts.contains { CellNature($0).isNumeric }
        }.map(\.index)
        header =
            kept.flatMap { [periods] in periods.contains($0) ? [heads[$0], heads[$0] + "（西暦）"] : [heads[$0]] }
            + (hasRemarks ? ["注記"] : [])
    }

    /// Whether a row of counts seems to have been taken for the heads: then nothing should be written by them.
    ///
    /// Years, months and short numbers are heads of tables whose periods run across.
    public var areHeadsDoubtful: Bool {
        // A title stands alone: a table without counts has more than one head.
        if check.values.isEmpty, check.guess.header.count(where: { !$0.isEmpty }) < 2 { return true }
        return check.guess.header.contains { head in
            guard case .value = numbers.read(ReadabilityCheck.withoutSpacing(head)) else { return false }
            let digits = head.filter(\.isNumber)
            let isYear = digits.count == 4 && ["18", "19", "20", "21"].contains(digits.prefix(2))
            return digits.count >= 3 && !isYear
        }
    }

    /// Takes a row; rows come in order, from the first.
    ///
    /// - Parameters:
    ///   - cells: Its cells.
    ///   - row: The row as a spreadsheet counts, from 1.
    public mutating func take(_ cells: [String], row: Int) -> Outcome {
        columnTotals = []
        if cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return .blank }
        let heads = check.guess.headerRows
        if heads.contains(row - 1) { return .heads }
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
            let numbers = check.values.union(totalColumns).filter { $0 < texts.count }.sorted()
            for index in numbers where texts[index].isEmpty && index < cells.count {
                texts[index] = cells[index].oneLine
            }
            var totals = numbers.filter { !texts[$0].isEmpty }.map { total(texts, $0, row) }
            if !remarks.isEmpty {
                totals.append(Total(row: row, labels: words(texts), head: "注記", value: remarks.joined(separator: "; ")))
            }
            return .totals(totals)
        }
        for index in carried {
            if texts[index].isEmpty, let label = above[index] {
                texts[index] = label
                filledLabels.append(ReadabilityCheck.Place(row: row, column: index + 1, text: label))
            }
            above[index] = texts[index].isEmpty ? nil : texts[index]
        }
        columnTotals = totalColumns.sorted().filter { !texts[$0].isEmpty }.map { total(texts, $0, row) }
        let mended = kept.flatMap { periods.contains($0) ? [texts[$0], Self.western(texts[$0])] : [texts[$0]] }
        return .row(mended + (hasRemarks ? [remarks.joined(separator: "; ")] : []))
    }

    private func total(_ texts: [String], _ column: Int, _ row: Int) -> Total {
        Total(row: row, labels: words(texts), head: heads[column], value: texts[column])
    }

    /// What a row says beside its numbers.
    private func words(_ texts: [String]) -> [String] {
        kept.filter { !check.values.contains($0) && !texts[$0].isEmpty }.map { texts[$0] }
    }

    /// A cell as it should be; what a number's cell may not hold goes to the remarks.
    private func clean(_ cell: String, at index: Int, _ remarks: inout [String]) -> String {
        let text = PortableText.text(ReadabilityCheck.withoutSpacing(cell.oneLine))
        guard check.values.contains(index) || totalColumns.contains(index), !text.isEmpty else {
            guard text.first == "=" else { return text }
            remarks.append("\(heads[index]): \(text)")
            return ""
        }
        if ReadabilityCheck.isPlain(text) { return text }
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
