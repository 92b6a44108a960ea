import Testing
import VisitorModel

struct ExactDecimalTests {
    private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

    @Test func `a tenth and two tenths are three tenths`() throws {
        #expect(try decimal("0.1").adding(decimal("0.2")) == decimal("0.3"))
        #expect(try decimal("0.3").subtracting(decimal("0.1")) == decimal("0.2"))
    }

    @Test func `a figure in ten thousands is whole`() throws {
        let scaled = try #require(try decimal("136.4").multiplied(by: ExactDecimal(Scale.tenThousand.factor)))
        #expect(scaled.whole == 1_364_000)
        #expect(try decimal("136.4").whole == nil)
    }

    @Test func `trailing zeros make no difference`() throws {
        #expect(try decimal("1.50") == decimal("1.5"))
        #expect(try Set([decimal("1.50"), decimal("1.5"), decimal("01.500")]).count == 1)
        #expect(try decimal("2.000").whole == 2)
        #expect(try decimal("-0.0") == .zero)
        #expect(try !decimal("-0").isNegative)
    }

    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("007", "7"), ("-12.5", "-12.5"), ("0.05", "0.05"), ("-0.05", "-0.05"), ("1360000", "1360000"),
        ("9223372036854775807", "9223372036854775807"), ("0.000000000000000001", "0.000000000000000001"),
        ("9.223372036854775807", "9.223372036854775807"), ("100.10", "100.1"),
    ])
    func `a number is written as it is read`(text: String, written: String) throws {
        #expect(try decimal(text).description == written)
    }

    @Test(arguments: [
        "", "-", "+4", "4.", ".5", "1.2.3", "1,000", "1e5", "１２", "--1", " 1", "1 ", "0x10", "NaN", "١", "1\u{301}",
        "9223372036854775808", "-9223372036854775808", "0.0000000000000000001", "1234567890123456789012345678901234567890",
    ])
    func `what is not a plain number that fits is refused`(text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test(arguments: [
        ("1", "3", 4, "0.3333"), ("2", "3", 4, "0.6667"), ("-2", "3", 4, "-0.6667"), ("1", "8", 2, "0.13"),
        ("-1", "8", 2, "-0.13"), ("1", "-8", 2, "-0.13"), ("-1", "-8", 2, "0.13"), ("5", "2", 0, "3"), ("-5", "2", 0, "-3"),
        ("1", "0.0004", 0, "2500"), ("2500000", "1360000", 6, "1.838235"), ("0", "7", 3, "0"), ("1", "3", 0, "0"),
        ("0.05", "0.1", 1, "0.5"),
    ])
    func `division rounds half away from zero`(left: String, right: String, digits: Int, quotient: String) throws {
        #expect(try decimal(left).divided(by: decimal(right), fractionDigits: digits) == decimal(quotient))
    }

    @Test func `division by zero or to too many digits has no result`() {
        #expect(ExactDecimal(1).divided(by: 0, fractionDigits: 2) == nil)
        #expect(ExactDecimal(1).divided(by: 3, fractionDigits: 13) == nil)
        #expect(ExactDecimal(1).divided(by: 3, fractionDigits: -1) == nil)
    }

    @Test func `division near the limit of the wide integer has a result or none, never a trap`() throws {
        // 0.0170… × 10²² fills 127 bits; doubling it to round would not fit.
        let small = try decimal("0.017014118346046923")
        #expect(try small.divided(by: decimal("900000000.0000000001"), fractionDigits: 12) == decimal("0.000000000019"))
        #expect(try decimal("9223372036854775807").divided(by: decimal("0.000000000000000001"), fractionDigits: 12) == nil)
    }

    @Test(arguments: [
        ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("2.45", 1, "2.5"), ("-2.45", 1, "-2.5"), ("2.449", 1, "2.4"), ("0.05", 1, "0.1"),
        ("0.049", 1, "0"), ("12", 2, "12"), ("9.99", 1, "10"),
    ])
    func `rounding goes half away from zero`(text: String, digits: Int, rounded: String) throws {
        #expect(try decimal(text).rounded(toFractionDigits: digits) == decimal(rounded))
    }

    @Test func `arithmetic that does not fit has no result`() throws {
        let most = try decimal("9223372036854775807")
        let least = try decimal("-9223372036854775807")
        #expect(most.adding(1) == nil)
        #expect(least.subtracting(1) == nil)
        #expect(most.subtracting(least) == nil)
        #expect(most.multiplied(by: 2) == nil)
        #expect(try most.adding(decimal("0.1")) == nil)
        #expect(most.adding(0) == most)
        #expect(most.negated == least)
        #expect(least.negated == most)
        #expect(ExactDecimal(Int.max).negated.negated.whole == Int.max)
        #expect(try decimal("0.0000000001").multiplied(by: decimal("0.000000001")) == nil)
        #expect(ExactDecimal(coefficient: Int128.max, fractionDigits: 3) == nil)
        #expect(ExactDecimal(coefficient: Int128(Int64.min), fractionDigits: 0) == nil)
    }

    @Test func `numbers compare across their digits`() throws {
        let ordered = try ["-10", "-9.99", "-0.1", "0", "0.099", "0.1", "0.11", "2", "10", "10.000001"].map { try decimal($0) }
        #expect(ordered.shuffledReproducibly().sorted() == ordered)
        #expect(try decimal("9223372036854775807") > decimal("0.000000000000000001"))
    }
}

extension Array {
    /// The members in another order, always the same one.
    fileprivate func shuffledReproducibly() -> [Element] {
        indices.sorted { ($0 * 7 % 10, $0) < ($1 * 7 % 10, $1) }.map { self[$0] }
    }
}
