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

    @Test(arguments: 0..<40) func `no row or column of any table keeps a single secret`(seed: Int) {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
        func next(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        let table = (0..<5).map { _ in (0..<6).map { _ -> Int? in next(12) == 0 ? nil : next(15) } }
        let protected = SmallCountSuppression(table)
        for (row, counts) in zip(protected.cells, table) {
            for (cell, count) in zip(row, counts) {
                if let count, (1...2).contains(count) { #expect(cell == .small) }
                if let shown = cell.number { #expect(shown == count) }
                #expect((cell == .absent) == (count == nil))
            }
        }
        for line in protected.cells + columns(protected.cells) where line.contains(where: { $0.number != nil }) {
            #expect(line.count(where: \.isSuppressed) != 1)
        }
    }

    func columns(_ cells: [[SmallCountSuppression.Cell]]) -> [[SmallCountSuppression.Cell]] {
        cells[0].indices.map { column in cells.map { $0[column] } }
    }

    @Test func `zeros are no secret and a table without small counts stays whole`() {
        let protected = SmallCountSuppression([[0, 10], [4, 0]])
        #expect(protected.cells.joined().allSatisfy { !$0.isSuppressed })
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
