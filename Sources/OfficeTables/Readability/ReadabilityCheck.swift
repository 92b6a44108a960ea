/// Holds a table against the rules for tables that programs read, row by row, in bounded memory.
public struct ReadabilityCheck: Sendable {
    /// Where a rule is broken.
    public struct Place: Sendable, Hashable {
        /// The row as a spreadsheet counts, from 1.
        public var row: Int
        /// The column, from 1; `nil` for the whole row.
        public var column: Int?
        /// The cell as it stands.
        public var text: String
    }

    /// What was found of one rule.
    public struct Finding: Sendable, Hashable {
        /// How often it is broken.
        public var count = 0
        /// The first places, at most ``ReadabilityCheck/placesKept``.
        public var places: [Place] = []
    }

    /// How many places of each rule are kept.
    public static let placesKept = 5

    /// What was found, by rule; a rule that is kept is not there.
    public private(set) var findings: [ReadabilityRule: Finding] = [:]
    let guess: SheetGuess
    let values: Set<Int>
    let labels: Set<Int>
    let width: Int
    let roles = LabelRoles()

    /// Begins a check, with what the head of the sheet shows at once.
    ///
    /// - Parameters:
    ///   - head: The first rows.
    ///   - guess: What they seem to hold; `nil` for a table without numbers, whose first row is then its heads.
    ///   - isUTF8: Whether the file's encoding is UTF-8.
    public init(head: [[String]], guess: SheetGuess?, isUTF8: Bool) {
        let guess = guess ?? Self.plainGuess(head)
        self.guess = guess
        values = Set(guess.columns(.value).map(\.index)).union(guess.acrossColumns)
        labels = Set(guess.columns.filter { $0.role == .place || $0.role == .market || $0.role == .kind }.map(\.index))
        width = guess.header.count
        if !isUTF8 { note(.encoding, 1, nil, "") }
        let heads = guess.headerRows
        if heads.count != 1 || heads.lowerBound != 0 {
            note(.oneHeader, heads.upperBound, nil, guess.titles.first ?? guess.header.joined(separator: ","))
        }
        for index in values.sorted() where guess.header.indices.contains(index) {
            if roles.role(of: guess.header[index]) != .data {
                note(.totals, heads.upperBound, index + 1, guess.header[index])
            }
        }
        let hasUnit =
            guess.unit != nil || guess.header.contains { $0.contains("単位") || $0.lowercased().contains("unit") }
            || values.contains {
                guess.header.indices.contains($0) && ScaleAndUnit.find(in: guess.header[$0]).value != nil
            }
        if !values.isEmpty, !hasUnit { note(.units, heads.upperBound, values.min().map { $0 + 1 }, "") }
        let hasCode = guess.header.contains { $0.contains("コード") || $0.lowercased().contains("code") }
        if let place = guess.columns(.place).first, !hasCode {
            note(.areaCodes, heads.upperBound, place.index + 1, place.label)
        }
    }

    private static func plainGuess(_ head: [[String]]) -> SheetGuess {
        var guess = SheetGuess()
        guess.header = head.first ?? []
        guess.headerRows = 0..<(head.isEmpty ? 0 : 1)
        return guess
    }

    /// Looks at one row; rows come in order, from the first.
    ///
    /// - Parameters:
    ///   - cells: Its cells.
    ///   - row: The row as a spreadsheet counts, from 1.
    public mutating func take(_ cells: [String], row: Int) {
        let isData = row > guess.headerRows.upperBound
        if cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return note(.evenRows, row, nil, "") }
        if isData, width > 0, cells.count != width, !isNote(cells) {
            note(.evenRows, row, nil, "\(cells.count) ≠ \(width)")
        }
        let isHeader = guess.headerRows.contains(row - 1)
        if isData, isNote(cells) {
            // A line of words under the table: no label of it is missing, and it sums nothing up.
            note(.evenRows, row, cells.firstIndex { !$0.isEmpty }.map { $0 + 1 }, cells.first { !$0.isEmpty } ?? "")
            for (index, cell) in cells.enumerated() where !cell.isEmpty { takeText(cell, row, index + 1) }
            return
        }
        for (index, cell) in cells.enumerated() {
            if cell.isEmpty {
                if isHeader || (isData && labels.contains(index)) { note(.completeLabels, row, index + 1, "") }
                continue
            }
            takeText(cell, row, index + 1)
            guard isData else { continue }
            if values.contains(index) { takeNumber(cell, row, index + 1) }
            let role = labels.contains(index) ? roles.role(of: cell) : .data
            if role != .data, role != .note { note(.totals, row, index + 1, cell) }
        }
        if isData || isHeader { takeYears(cells, row) }
    }

    /// 資料：…, 注：… or ※…, alone in its row.
    func isNote(_ cells: [String]) -> Bool {
        let words = cells.filter { !$0.isEmpty }
        return words.count == 1 && roles.role(of: words[0]) == .note
    }

    private mutating func takeText(_ cell: String, _ row: Int, _ column: Int) {
        if cell.contains(where: \.isNewline) { note(.oneDatum, row, column, cell) }
        if cell.first == "=" { note(.formulas, row, column, cell) }
        if Self.withoutSpacing(cell) != cell { note(.spacing, row, column, cell) }
        if cell.unicodeScalars.contains(where: Self.isPlatformDependent) { note(.characters, row, column, cell) }
    }

    private mutating func takeNumber(_ cell: String, _ row: Int, _ column: Int) {
        if !Self.isPlain(cell) { note(.plainNumbers, row, column, cell) }
    }

    /// Whether a cell is a number as programs write it.
    static func isPlain(_ cell: String) -> Bool {
        cell.utf8.allSatisfy {
            (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x65 || $0 == 0x45 || $0 == 0x2B
        } && Double(cell) != nil
    }

    /// An era alone: 平成25年 with no 2013 anywhere in its row.
    private mutating func takeYears(_ cells: [String], _ row: Int) {
        let eras = ["明治", "大正", "昭和", "平成", "令和"]
        guard
            let index = cells.firstIndex(where: { cell in
                eras.contains {
                    cell.hasPrefix($0) && (cell.dropFirst(2).first.map { $0.isNumber || $0 == "元" } ?? false)
                }
            })
        else { return }
        let hasYear = cells.contains { cell in
            cell.split(whereSeparator: { !($0.isASCII && $0.isNumber) }).contains { digits in
                digits.count >= 4 && ["18", "19", "20"].contains(digits.prefix(2))
            }
        }
        if !hasYear { note(.westernYears, row, index + 1, cells[index]) }
    }

    private mutating func note(_ rule: ReadabilityRule, _ row: Int, _ column: Int?, _ text: String) {
        findings[rule, default: Finding()].count += 1
        guard findings[rule, default: Finding()].places.count < Self.placesKept else { return }
        findings[rule]?.places.append(Place(row: row, column: column, text: String(text.prefix(60))))
    }

    /// A text without spaces around it and between the letters of a short Japanese word.
    static func withoutSpacing(_ cell: String) -> String {
        let spaces: Set<Character> = [" ", "\u{3000}", "\u{A0}"]
        var characters = Array(cell)[...]
        let isShort = characters.count <= 8
        while let first = characters.first, spaces.contains(first) { characters.removeFirst() }
        while let last = characters.last, spaces.contains(last) { characters.removeLast() }
        guard isShort else { return String(characters) }
        return String(
            characters.indices.filter { index in
                guard spaces.contains(characters[index]) else { return true }
                return !(isJapanese(characters[index - 1]) && isJapanese(characters[index + 1]))
            }.map { characters[$0] })
    }

    static func isJapanese(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x3041...0x9FFF).contains($0.value) } ?? false
    }

    /// NEC's and IBM's circled digits, Roman numerals, squared words, half-width katakana.
    private static func isPlatformDependent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2116, 0x2121, 0x2160...0x217F, 0x2460...0x24FF, 0x3220...0x33FF, 0xFF61...0xFF9F: true
        default: false
        }
    }
}
