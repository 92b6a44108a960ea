import Diagnostics
import Languages
import OfficeTables
import Testing
import VisitorModel

struct TotalCheckTests {
    /// Ohara museum, Kurashiki, 2014: the printed total is 283,665.
    private static let months = [
        16_108, 14_909, 25_395, 23_679, 36_202, 19_278, 19_665, 33_354, 23_162, 31_206, 29_437, 11_270,
    ]

    private func check(_ parts: [ObservedValue]) -> TotalCheck<Int> {
        var check = TotalCheck<Int>()
        for part in parts { check.add(part, to: 3) }
        return check
    }

    @Test func `a printed total that fits agrees`() {
        let check = check(Self.months.map { ObservedValue(ExactDecimal($0)) })
        #expect(check.compare(printed: ObservedValue(283_665), for: 3) == .agrees(difference: 0))
    }

    @Test func `a wrong total is a warning with both values at its place`() throws {
        let check = check(Self.months.map { ObservedValue(ExactDecimal($0)) })
        let comparison = check.compare(printed: ObservedValue(283_655), for: 3)
        guard case .differs(let difference) = comparison else {
            Issue.record("\(comparison)")
            return
        }
        #expect(difference.sum == 283_665)
        #expect(difference.difference == -10)
        let diagnostic = try #require(
            comparison.diagnostic(position: SourcePosition(file: "a.csv", row: 4, column: 14)))
        #expect(diagnostic.code == "total.differs")
        #expect(diagnostic.severity == .warning)
        #expect(diagnostic.position?.cell == "N4")
        #expect(diagnostic.message.en.contains("283655") && diagnostic.message.en.contains("283665"))
    }

    @Test(arguments: [(4_000, true), (5_000, true), (1_000, true), (0, false), (6_000, false)])
    func `rounded parts may miss a rounded total by half a unit each`(printed: Int, agrees: Bool) {
        // Three parts and the total, each ±500: 3,000 ± 2,000.
        let check = check([1_000, 2_000, 0].map { ObservedValue(ExactDecimal($0), roundingHalfWidth: 500) })
        let comparison = check.compare(printed: ObservedValue(ExactDecimal(printed), roundingHalfWidth: 500), for: 3)
        if case .agrees = comparison { #expect(agrees) } else { #expect(!agrees) }
    }

    @Test(arguments: [ObservationStatus.notReported, .held, .suppressed, .notSurveyed, .belowUnit])
    func `with a part absent the check is not possible`(status: ObservationStatus) {
        let check = check([ObservedValue(10), ObservedValue(absent: status)])
        #expect(check.compare(printed: ObservedValue(15), for: 3) == .notPossible(.partWithoutNumber(status)))
    }

    @Test func `a part that does not apply hides nothing`() {
        let check = check([ObservedValue(10), ObservedValue(absent: .notApplicable)])
        #expect(check.compare(printed: ObservedValue(10), for: 3) == .agrees(difference: 0))
    }

    @Test func `nothing to compare is said, not failed`() {
        #expect(check([]).compare(printed: ObservedValue(0), for: 3) == .notPossible(.noParts))
        #expect(
            check([ObservedValue(1)]).compare(printed: ObservedValue(absent: .suppressed), for: 3)
                == .notPossible(.totalWithoutNumber(.suppressed)))
        let huge = ObservedValue(ExactDecimal(Int.max))
        #expect(check([huge, huge]).compare(printed: huge, for: 3) == .notPossible(.tooLarge))
    }

    @Test func `each column is compared with its own total`() {
        var check = TotalCheck<String>()
        check.add(ObservedValue(1), to: "中国")
        check.add(ObservedValue(2), to: "韓国")
        let comparisons = check.compare(printed: ["中国": ObservedValue(1), "韓国": ObservedValue(3)])
        #expect(comparisons["中国"] == .agrees(difference: 0))
        #expect(comparisons["韓国"]?.diagnostic(position: nil)?.code == "total.differs")
    }
}
