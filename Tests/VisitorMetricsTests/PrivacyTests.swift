import Languages
import Testing
import VisitorMetrics

struct PrivacyTests {
    @Test func `a lone small count takes others with it so that no total reveals it`() {
        let protected = SmallCountSuppression([[120, 1, 30], [80, 40, 12], [60, 25, 9]])
        #expect(protected.cells[0][1] == .small)
        // The row's smallest other cell, then the column of each, then the corner that closes the square.
        #expect(protected.cells[0][2] == .complementary)
        for line in protected.cells + columns(protected.cells) {
            #expect(line.count(where: \.isSuppressed) != 1)
        }
        #expect(protected.cells[0][0] == .shown(120))
    }

    /// A row or column of what is published: the cells, their numbers, and the total.
    struct Line {
        let cells: [SmallCountSuppression.Cell]
        let numbers: [Int?]
        let total: SmallCountSuppression.Cell

        /// What subtracting tells: nothing, or the sum of what is hidden, with how many numbers it is spread over.
        var isSafe: Bool { told.map { $0.count > 1 && $0.sum >= threshold } ?? (unknowns != 1) }
        let threshold: Int
        var unknowns: Int { (cells + [total]).count(where: \.isSuppressed) }
        var told: (count: Int, sum: Int)? {
            let hidden = zip(cells, numbers).filter { $0.0.isSuppressed }.map { $0.1 ?? 0 }
            return hidden.isEmpty || total.isSuppressed ? nil : (hidden.count, hidden.reduce(0, +))
        }
    }

    /// All rows and columns, that of the row totals and that of the column totals with them.
    func lines(_ protected: SmallCountSuppression, _ table: [[Int?]]) -> [Line] {
        func sums(_ lines: [[Int?]]) -> [Int?] { lines.map { $0.reduce(0) { $0 + ($1 ?? 0) } } }
        let turned = table[0].indices.map { column in table.map { $0[column] } }
        let turnedCells = table[0].indices.map { column in protected.cells.map { $0[column] } }
        func lines(_ cells: [[SmallCountSuppression.Cell]], _ numbers: [[Int?]], _ totals: [SmallCountSuppression.Cell])
            -> [Line]
        {
            zip(zip(cells, numbers), totals).map {
                Line(cells: $0.0, numbers: $0.1, total: $1, threshold: protected.threshold)
            } + [Line(cells: totals, numbers: sums(numbers), total: protected.total, threshold: protected.threshold)]
        }
        return lines(protected.cells, table, protected.rowTotals) + lines(turnedCells, turned, protected.columnTotals)
    }

    @Test(arguments: 0..<200) func `no row or column of any table tells a small sum or a single secret`(seed: Int) {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
        func next(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        let threshold = 3 + seed % 4
        // Sparse tables of few people, where whole lines are small, and fuller ones.
        let (height, width, most) = (1 + next(6), 1 + next(6), UInt64([2, 6, 15, 60][seed % 4]))
        let table = (0..<height).map { _ in
            (0..<width).map { _ -> Int? in next(12) == 0 ? nil : next(3) == 0 ? 0 : next(most) }
        }
        let protected = SmallCountSuppression(table, threshold: threshold)
        for (row, counts) in zip(protected.cells, table) {
            for (cell, count) in zip(row, counts) {
                if let count, (1..<threshold).contains(count) { #expect(cell == .small) }
                if let shown = cell.number { #expect(shown == count) }
                #expect((cell == .absent) == (count == nil))
            }
        }
        for line in lines(protected, table) {
            #expect(line.unknowns != 1)
            if let told = line.told {
                #expect(told.count > 1)
                #expect(told.sum >= threshold)
            }
        }
    }

    @Test func `one and two under a known total are hidden with a third, for their sum would tell that both are small`() {
        // Hidden alone, 1 and 2 add up to 3, below five. The cheapest third is 9, which the column then pays for with 8.
        let protected = SmallCountSuppression([[1, 2, 9, 50], [40, 30, 8, 70], [60, 80, 90, 100]], threshold: 5)
        #expect(protected.cells[0] == [.small, .small, .complementary, .shown(50)])
        for line in lines(protected, [[1, 2, 9, 50], [40, 30, 8, 70], [60, 80, 90, 100]]) { #expect(line.isSafe) }
        #expect(protected.rowTotals == [.shown(62), .shown(148), .shown(330)])
        #expect(protected.total == .shown(540))
    }

    @Test func `one and two make three, which a threshold of three lets stand`() {
        let protected = SmallCountSuppression([[1, 2, 50], [2, 1, 50]])
        #expect(protected.cells == [[.small, .small, .shown(50)], [.small, .small, .shown(50)]])
        #expect(protected.columnTotals == [.shown(3), .shown(3), .shown(100)])
    }

    @Test func `a total that is itself small is hidden, and not alone`() {
        // The first row has one guest in all: its total would name the guest, and the other totals would name it.
        let protected = SmallCountSuppression([[1, 0], [20, 30], [40, 50]])
        #expect(protected.rowTotals == [.small, .complementary, .shown(90)])
        #expect(protected.total == .shown(141))
        #expect(protected.cells[2] == [.shown(40), .shown(50)])
    }

    @Test func `the least loss is taken, with what the crossing line has to give`() {
        // 10 is less than 12, but its column then gives 90; the column of 12 gives 5.
        let table = [[1, 10, 12], [30, 90, 5], [30, 95, 60]]
        let protected = SmallCountSuppression(table)
        #expect(protected.cells[0] == [.small, .shown(10), .complementary])
        for line in lines(protected, table) { #expect(line.isSafe) }
        #expect(protected.cells[1] == [.complementary, .shown(90), .complementary])
    }

    func columns(_ cells: [[SmallCountSuppression.Cell]]) -> [[SmallCountSuppression.Cell]] {
        cells[0].indices.map { column in cells.map { $0[column] } }
    }

    @Test func `zeros are no secret and a table without small counts stays whole`() {
        let protected = SmallCountSuppression([[0, 10], [4, 0]])
        #expect(protected.cells.joined().allSatisfy { !$0.isSuppressed })
        #expect(protected.rowTotals == [.shown(10), .shown(4)])
        #expect(SmallCountSuppression([]).total == .absent)
    }

    @Test func `two totals that differ by one hotel with two guests are warned about`() throws {
        let may = DifferencingWarning.Publication("5月公表", groups: ["A", "B"], count: 340)
        let june = DifferencingWarning.Publication("6月公表", groups: ["A", "B", "C"], count: 342)
        let warning = try #require(DifferencingWarning.among([may, june]).first)
        #expect(warning.revealed == ["C"])
        #expect(warning.text.ja.contains("Cの少ない人数"))
        #expect(!warning.text.en.contains("2"))
        let large = DifferencingWarning.Publication("7月公表", groups: ["A", "B", "C", "D"], count: 400)
        #expect(DifferencingWarning.among([may, large]).isEmpty)
    }
}
