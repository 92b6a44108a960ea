/// A table with its totals as last row and column, while it is decided what is hidden.
struct SuppressionTable {
    private struct Place: Hashable {
        let row: Int
        let column: Int
    }

    /// A row or column: its numbers, and their total.
    private struct Line {
        let cells: [Place]
        let total: Place
    }

    private let numbers: [[Int?]]
    private let threshold: Int
    private var cells: [[SmallCountSuppression.Cell]]
    private let rows: [Line]
    private let columns: [Line]

    /// Hides what is small itself.
    init(_ counts: [[Int?]], width: Int, threshold: Int) {
        func sum(_ numbers: [Int?]) -> Int? {
            let known = numbers.compactMap(\.self)
            return known.isEmpty ? nil : known.reduce(0, +)
        }
        var numbers = counts.map { row in row + Array(repeating: nil, count: width - row.count) + [sum(row)] }
        numbers.append((0...width).map { column in sum(numbers.map { $0[column] }) })
        self.numbers = numbers
        self.threshold = threshold
        cells = numbers.map { row in
            row.map { number in
                guard let number else { return .absent }
                return number > 0 && number < threshold ? .small : .shown(number)
            }
        }
        func line(_ places: [Place]) -> Line { Line(cells: places.dropLast(), total: places[places.count - 1]) }
        rows = numbers.indices.map { row in line((0...width).map { Place(row: row, column: $0) }) }
        columns = (0...width).map { column in line(numbers.indices.map { Place(row: $0, column: column) }) }
    }

    /// What became of each number, the totals last.
    var outcome: [[SmallCountSuppression.Cell]] { cells }

    /// Hides more until every line is safe. Each round hides a number, so it ends.
    mutating func protect() {
        var isChanged = true
        while isChanged {
            isChanged = false
            for line in rows + columns where !isSafe(line) {
                guard let place = cheapest(in: line) else { continue }
                cells[place.row][place.column] = .complementary
                isChanged = true
            }
        }
    }

    /// Shows what was hidden for the sake of others and is needed no more, the largest first.
    mutating func showWhatIsNotNeeded() {
        let hidden = rows.flatMap { $0.cells + [$0.total] }.filter { self[$0] == .complementary }
        for place in hidden.sorted(by: { number(at: $1) < number(at: $0) }) {
            cells[place.row][place.column] = .shown(number(at: place))
            if !isSafe(rows[place.row]) || !isSafe(columns[place.column]) {
                cells[place.row][place.column] = .complementary
            }
        }
    }

    private subscript(place: Place) -> SmallCountSuppression.Cell { cells[place.row][place.column] }

    private func number(at place: Place) -> Int { numbers[place.row][place.column] ?? 0 }

    /// Whether subtraction within the line tells nothing small.
    private func isSafe(_ line: Line) -> Bool {
        let hidden = line.cells.filter { self[$0].isSuppressed }
        // With its total hidden a line tells no sum, but a single hidden number can be worked out.
        if self[line.total].isSuppressed { return !hidden.isEmpty }
        return hidden.isEmpty || hidden.count > 1 && hidden.reduce(0) { $0 + number(at: $1) } >= threshold
    }

    /// Of the numbers that make the line safe, the one whose loss, with what its other line then costs, is least;
    /// a zero, which hides little, and the total, which says most, only where nothing else is left.
    private func cheapest(in line: Line) -> Place? {
        func shown(_ places: [Place]) -> [Place] { places.filter { self[$0].number != nil } }
        let inner = shown(line.cells)
        let positive = inner.filter { number(at: $0) > 0 }
        // A shown positive count is of the threshold at least, so one of them always lifts the sum far enough.
        let needsMore = line.cells.filter { self[$0].isSuppressed }.reduce(0) { $0 + number(at: $1) } < threshold
        let zeros = needsMore && !self[line.total].isSuppressed ? [] : inner
        let candidates = !positive.isEmpty ? positive : !zeros.isEmpty ? zeros : shown([line.total])
        return candidates.min { (loss(of: $0, in: line), $0.row, $0.column) < (loss(of: $1, in: line), $1.row, $1.column) }
    }

    /// The number itself, and the smallest that its crossing line has to give for it.
    private func loss(of place: Place, in line: Line) -> Int {
        let isRow = line.total.row == place.row
        let crossing = isRow ? columns[place.column] : rows[place.row]
        let others = (crossing.cells + [crossing.total]).filter { $0 != place }
        guard !others.contains(where: { self[$0].isSuppressed }) else { return number(at: place) }
        let next = others.filter { self[$0].number ?? 0 > 0 }.map(number(at:)).min()
        return number(at: place) + (next ?? 0)
    }
}
