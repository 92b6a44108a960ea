import Expressions
import Testing
import VisitorModel

struct QuotientTests {
    @Test(arguments: [
        // Worked out with Python's fractions module.
        ("1.700000000000000001", "92000000.00000000001", "0.000000018"),
        ("9223372036854775807", "3", "3074457345618258602"),
        ("9223372036854775807", "2", "4611686018427387904"),
        ("-7", "2", "-3.5"), ("5", "0.000000000000000001", "5000000000000000000"),
        ("0.000000000000000001", "3", "0"), ("20000000000", "7", "2857142857.142857143"),
    ])
    func `quotients keep nine digits, or as many as fit`(left: String, right: String, expected: String) {
        #expect(ExactDecimal(left)!.quotient(by: ExactDecimal(right)!)?.description == expected)
    }

    @Test
    func `a quotient that cannot be held is no number`() {
        #expect(ExactDecimal("9223372036854775807")!.quotient(by: ExactDecimal("0.5")!) == nil)
        #expect(ExactDecimal(1).quotient(by: 0) == nil)
    }
}
