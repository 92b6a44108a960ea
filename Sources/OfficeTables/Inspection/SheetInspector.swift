import VisitorModel

/// Looks at a sheet's first rows and guesses what it is.
public struct SheetInspector {
    /// How many rows are worth looking at.
    public static let rowsLookedAt = 400
    private static let mostHeaderRows = 6

    let rows: [[String]]
    let natures: [[CellNature]]
    let names: KnownNames
    let fileName: String
    let roles = LabelRoles()

    /// Makes an inspector of a sheet's first rows.
    public init(rows: [[String]], fileName: String, names: KnownNames = KnownNames()) {
        self.rows = Array(rows.prefix(Self.rowsLookedAt))
        natures = self.rows.map { row in row.map { CellNature($0) } }
        self.names = names
        self.fileName = fileName
    }

    /// What the sheet seems to be; `nil` when no table of numbers is in it.
    public func guess() -> SheetGuess? {
        var guess = SheetGuess()
        guess.comment = comment
        guard let first = firstDataRow(comment: guess.comment) else { return nil }
        guess.headerRows = headerRows(above: first, comment: guess.comment)
        guess.titles = (0..<guess.headerRows.lowerBound).filter { !isComment($0, guess.comment) }.map { rows[$0] }
            .map { $0.filter { !LabelKey.isBlank($0) }.joined(separator: "　") }.filter { !$0.isEmpty }
        let body = bodyRows(from: max(first, guess.headerRows.upperBound), comment: guess.comment)
        guess.header = mergedHeader(guess.headerRows)
        readAcross(&guess)
        guess.columns = columnGuesses(guess, body: body)
        if guess.across == .nothing, guess.columns(.value).isEmpty { return nil }
        guess.unit = unit(of: guess, body: body)
        noteTotalOfAll(&guess, body: body)
        noteMarks(&guess, body: body)
        return guess
    }

    /// Rows that begin with # are comments when there are several.
    private var comment: String? {
        rows.count { $0.first?.hasPrefix("#") == true } > 1 ? "#" : nil
    }

    private func isComment(_ index: Int, _ comment: String?) -> Bool {
        comment.map { rows[index].first?.hasPrefix($0) == true } ?? false
    }

    /// The first of the rows that hold numbers.
    private func firstDataRow(comment: String?) -> Int? {
        rows.indices.first { index in
            guard !isComment(index, comment), holdsNumbers(index) else { return false }
            // 2015, 2016, 2017 in a row are years over a table, when smaller or larger numbers follow.
            guard isRowOfYears(index), let next = rows.indices.first(where: { $0 > index && holdsNumbers($0) }) else {
                return true
            }
            return isRowOfYears(next)
        }
    }

    private func holdsNumbers(_ index: Int) -> Bool {
        let filled = natures[index].filter { $0 != .blank }
        let numbers = filled.count { $0 == .number }
        return numbers > 0 && (numbers * 5 >= filled.count || filled.count - numbers <= 3)
    }

    private func isRowOfYears(_ index: Int) -> Bool {
        let numbers = zip(rows[index], natures[index]).filter { $0.1 == .number }.map(\.0)
        return numbers.count > 1
            && numbers.allSatisfy { text in
                text.utf8.count == 4 && (try? PeriodReader.readYear(text)) != nil
            }
    }

    /// The header: the last filled row above the numbers, and the rows above it that belong to it.
    private func headerRows(above first: Int, comment: String?) -> Range<Int> {
        let above = (0..<first).filter { index in natures[index].contains { $0 != .blank } }
        let comments = above.filter { isComment($0, comment) }
        if let named = comments.max(by: { distinct($0) < distinct($1) }),
            above.last.map({ isComment($0, comment) }) == true,
            distinct(named) > 2
        {
            // LinkData: the row of column names among the comments is the one whose cells all differ.
            return named..<(named + 1)
        }
        guard let lowest = above.last(where: { !isComment($0, comment) }), lowest >= first - 3,
            natures[lowest].count(where: { $0 != .blank }) > 1 || rows[first].count == 1
        else { return 0..<0 }
        var top = lowest
        for index in stride(from: lowest - 1, through: max(0, lowest - Self.mostHeaderRows + 1), by: -1) {
            if isHeaderLike(index, width: rows[lowest].count) { top = index }
        }
        return top..<(lowest + 1)
    }

    private func distinct(_ index: Int) -> Int { Set(rows[index].filter { !$0.isEmpty }).count }

    private func isHeaderLike(_ index: Int, width: Int) -> Bool {
        let filled = rows[index].filter { !LabelKey.isBlank($0) }
        guard filled.count > 1 else { return false }
        if filled.count * 10 >= width * 3 { return true }
        return filled.allSatisfy { text in
            names.isMarket(text) || (try? PeriodReader().read(text)) != nil || (try? MonthSpan(text)) != nil
        }
    }

    private func bodyRows(from first: Int, comment: String?) -> [Int] {
        guard first < rows.count else { return [] }
        return (first..<rows.count).filter { index in
            !isComment(index, comment) && natures[index].count { $0 != .blank } > 1
        }
    }

    private func mergedHeader(_ block: Range<Int>) -> [String] {
        guard !block.isEmpty else { return [] }
        let width = block.map { rows[$0].count }.max() ?? 0
        return (0..<width).map { column in
            block.reversed().lazy.filter { column < rows[$0].count }.map { rows[$0][column] }.first {
                !LabelKey.isBlank($0)
            } ?? ""
        }
    }

    private func unit(of guess: SheetGuess, body: [Int]) -> ScaleAndUnit? {
        var texts = guess.titles
        if guess.across == .nothing {
            texts += guess.columns(.value).max { $0.confidence < $1.confidence }.map { [$0.label] } ?? []
        } else {
            texts += guess.header + (body.first.map { Array(rows[$0].prefix(10)) } ?? [])
        }
        for text in texts {
            if case .found(let unit) = ScaleAndUnit.find(in: text) { return unit }
        }
        return nil
    }

    /// A first or last row that is the sum of all others is a total under a name of its own: 全国 over the prefectures.
    private func noteTotalOfAll(_ guess: inout SheetGuess, body: [Int]) {
        guard let column = guess.acrossColumns.first, let place = guess.columns(.place).first, body.count > 3 else {
            return
        }
        let values: [(row: Int, value: Double)] = body.compactMap { row in
            guard column < rows[row].count, roles.role(of: rows[row][place.index]) == .data else { return nil }
            let reader = NumberReader(rules: NumberRules(allowsNegative: true, allowsFraction: true))
            return reader.read(rows[row][column]).observed?.number.flatMap { Double($0.description) }.map { (row, $0) }
        }
        let sum = values.reduce(0) { $0 + $1.value }
        for candidate in [values.first, values.last].compactMap({ $0 }) where values.count > 3 {
            let rest = sum - candidate.value
            if abs(rest - candidate.value) <= max(Double(values.count), candidate.value * 0.001), candidate.value > 0 {
                guess.ownTotals.append(rows[candidate.row][place.index])
                return
            }
        }
    }

    private func noteMarks(_ guess: inout SheetGuess, body: [Int]) {
        let columns = guess.across == .nothing ? guess.columns(.value).prefix(1).map(\.index) : guess.acrossColumns
        for row in body {
            for column in columns {
                let cell = column < rows[row].count ? rows[row][column] : ""
                switch column < natures[row].count ? natures[row][column] : .blank {
                case .blank: guess.marks["", default: 0] += 1
                case .mark: guess.marks[cell.filter { !$0.isWhitespace }, default: 0] += 1
                case .text where cell.count <= 10 && roles.role(of: rows[row].first ?? "") == .data:
                    guess.marks[cell.filter { !$0.isWhitespace }, default: 0] += 1
                case .number:
                    if NumberReader().read(cell).observed == nil, case .fault(let fault) = NumberReader().read(cell) {
                        switch fault {
                        case .negative, .notWhole: guess.hasFractions = true
                        default: break
                        }
                    }
                default: break
                }
            }
            for cell in rows[row].prefix(4) where roles.role(of: cell) == .total || roles.role(of: cell) == .subtotal {
                if !guess.totalLabels.contains(cell), guess.totalLabels.count < 20 { guess.totalLabels.append(cell) }
            }
        }
    }
}
