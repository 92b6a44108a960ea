import Diagnostics
import Languages
import OfficeTables
import Testing
import VisitorModel

struct NumberReaderTests {
    @Test(arguments: [
        ("1234", "1234"), ("1,234", "1234"), ("１，２３４", "1234"), ("1234人", "1234"), ("12,345 人", "12345"),
        ("約1,200", "1200"),
        ("1.2万人", "12000"), ("12.3千人", "12300"), ("3百万円", "3000000"), ("1.5億", "150000000"), ("+5", "5"), ("0", "0"),
        ("　1,234　", "1234"), ("12 台", "12"), ("¥1,200", "1200"), ("283,665", "283665"), ("1,234,567", "1234567"),
        ("-0", "0"),
        ("9,223,372,036,854,775,807", "9223372036854775807"), ("1,234.0", "1234"), ("007", "7"),
    ])
    func `counts in every form are read exactly`(text: String, expected: String) {
        #expect(NumberReader().read(text).number?.number.description == expected)
    }

    @Test(arguments: [
        ("△12", "-12"), ("▲12", "-12"), ("−12", "-12"), ("－12", "-12"), ("-12", "-12"),

        ("▲ 1,200", "-1200"), ("119,879.2 ", "119879.2"), ("5.793103448275862", "5.793103448275862"), ("12.5%", "12.5"),
        (".5", "0.5"), ("△0.3", "-0.3"), ("１２．５％", "12.5"),
    ])
    func `signs and fractions are read where they are allowed`(text: String, expected: String) {
        let reader = NumberReader(rules: NumberRules(allowsNegative: true, allowsFraction: true))
        #expect(reader.read(text).number?.number.description == expected)
    }

    @Test func `a number in brackets is what the profile says`() {
        #expect(
            NumberReader(rules: NumberRules(allowsNegative: true, brackets: .negative)).read("(12)").number?.number
                == -12)
        #expect(NumberReader(rules: NumberRules(brackets: .number)).read("（1,234）").number?.number == 1_234)
        #expect(NumberReader(rules: NumberRules(brackets: .part)).read("(45)") == .part(45))
        #expect(NumberReader(rules: NumberRules(brackets: .negative)).read("(12)") == .fault(.negative(-12)))
    }

    @Test(
        arguments: [
            ("1人", "人", StatisticalUnit.persons), ("1 名", "名", .persons), ("1人回", "人回", .personTrips),
            ("1人泊", "人泊", .personNights),
            ("1人日", "人日", .personDays), ("1人地点", "人地点", .personSpots), ("1台", "台", .vehicles), ("1円", "円", .yen),
            ("1回", "回", .times),
            ("1%", "%", .percent), ("2万人泊", "人泊", .personNights), ("3件", "件", nil),
        ] as [(String, String, StatisticalUnit?)])
    func `the unit in the cell can be asked for`(text: String, spelling: String, unit: StatisticalUnit?) {
        let read = NumberReader().read(text).number?.unit
        #expect(read?.spelling == spelling)
        #expect(read?.unit == unit)
    }

    @Test(arguments: [
        ("136", Scale.tenThousand, 1_360_000, 5_000), ("136.4", .tenThousand, 1_364_000, 500),
        ("136.40", .tenThousand, 1_364_000, 50),
        ("12", .thousand, 12_000, 500), ("0", .thousand, 0, 500), ("1,234", .one, 1_234, 0),
        ("7", .million, 7_000_000, 500_000),
        ("1.2万人", .one, 12_000, 500),
    ])
    func `a published rounded figure keeps its rounding`(text: String, scale: Scale, number: Int, halfWidth: Int) {
        let read = NumberReader(rules: NumberRules(scale: scale)).read(text).number
        #expect(read?.number == ExactDecimal(number))
        #expect(read?.roundingHalfWidth == halfWidth)
    }

    @Test func `a scale word in the cell goes before the column's scale`() {
        let read = NumberReader(rules: NumberRules(scale: .thousand)).read("1.2万人").number
        #expect(read?.number == 12_000)
        #expect(read?.notices == [.ownScale(cell: .tenThousand, column: .thousand)])
    }

    @Test(arguments: [
        ("1,33", NumberFault.damagedSeparator), ("12,34,567", .damagedSeparator), ("1,2345", .damagedSeparator),
        (",123", .damagedSeparator),
        ("1,234,", .damagedSeparator), ("1.234.567", .damagedSeparator), ("83 619", .damagedSeparator),
        ("1、234", .damagedSeparator),
        ("0,123", .damagedSeparator), ("1234,567", .damagedSeparator), ("1, 234", .damagedSeparator),
        ("△12", .negative(-12)), ("(12)", .brackets(12)), ("（1,234人）", .brackets(1_234)),
        ("12.5", .notWhole(ExactDecimal("12.5")!)),
        ("1.23456万人", .notWhole(ExactDecimal("12345.6")!)),
        ("83,619 3", .footnoteMark(mark: "3", number: 83_619)), ("1,234*", .footnoteMark(mark: "*", number: 1_234)),
        ("1,234 注1", .footnoteMark(mark: "注1", number: 1_234)), ("1,234※", .footnoteMark(mark: "※", number: 1_234)),
        ("1,234（注1）", .footnoteMark(mark: "(注1)", number: 1_234)),
        ("1,234 1)", .footnoteMark(mark: "1)", number: 1_234)),
        ("1,234r", .footnoteMark(mark: "r", number: 1_234)), ("*1,234", .footnoteMark(mark: "*", number: 1_234)),
        ("99999999999999999999", .tooLarge), ("9223372036854775808", .tooLarge),
        ("…", .unknownSymbol("…")), ("-", .unknownSymbol("-")), ("x", .unknownSymbol("x")),
        ("***", .unknownSymbol("***")),
        ("休館", .unknownSymbol("休館")),
        ("10～20", .unreadable(hint: nil)), ("1,000以上", .unreadable(hint: nil)), ("2013/4", .unreadable(hint: nil)),
        ("1O234", .unreadable(hint: .looksLike(10_234))), ("l,234", .unreadable(hint: .looksLike(1_234))),
        ("1〇0", .unreadable(hint: .looksLike(100))), ("1.23E+05", .unreadable(hint: .exponent)),
        ("#REF!", .unreadable(hint: .spreadsheetError)), ("#DIV/0!", .unreadable(hint: .spreadsheetError)),
        ("####", .unreadable(hint: .spreadsheetError)),
    ])
    func `what must not be guessed at is a fault`(text: String, fault: NumberFault) {
        #expect(NumberReader().read(text) == .fault(fault))
    }

    @Test func `an empty cell is not reported unless the profile says otherwise`() {
        #expect(NumberReader().read(" 　") == .absent(.notReported))
        #expect(NumberReader(rules: NumberRules(emptyCell: .zero)).read("") == .zero(symbol: ""))
        #expect(NumberReader(rules: NumberRules(emptyCell: nil)).read("\u{A0}") == .fault(.missing))
    }

    @Test(arguments: [
        ("-", NumberReading.zero(symbol: "-")), ("－", .zero(symbol: "－")), ("―", .zero(symbol: "―")),
        (" ー ", .zero(symbol: " ー ")),
        ("…", .absent(.notSurveyed)), ("...", .absent(.notSurveyed)), ("・・・", .absent(.notSurveyed)),
        ("X", .absent(.suppressed)), ("ｘ", .absent(.suppressed)), ("Ⅹ", .absent(.suppressed)),
        ("***", .absent(.notApplicable)),
        ("0", .absent(.belowUnit)),
    ])
    func `a declared symbol means what the profile says, in any width`(text: String, expected: NumberReading) {
        let rules = NumberRules(symbols: [
            "-": .zero, "…": .absent(.notSurveyed), "x": .absent(.suppressed), "***": .absent(.notApplicable),
            "0": .absent(.belowUnit),
        ])
        #expect(NumberReader(rules: rules).read(text) == expected)
    }

    @Test func `a symbol that holds a digit leaves other numbers alone`() {
        let reader = NumberReader(rules: NumberRules(symbols: ["0": .absent(.belowUnit)]))
        #expect(reader.read("10").number?.number == 10)
    }

    @Test(arguments: [("83,619 3", 83_619, "3"), ("1,234 注1", 1_234, "注1"), ("12人※", 12, "※")])
    func `an allowed footnote mark is dropped with a notice`(text: String, number: Int, mark: String) {
        let read = NumberReader(rules: NumberRules(allowsFootnoteMark: true)).read(text).number
        #expect(read?.number == ExactDecimal(number))
        #expect(read?.notices == [.footnoteMarkDropped(mark: mark)])
    }

    @Test(arguments: [
        ("abc def ghi jkl mno pqr stu", "number.unreadable"), ("1,33", "number.damaged-separator"),
        ("-5", "number.negative"),
        ("1.5", "number.not-whole"), ("5*", "number.footnote-mark"), ("", "value.missing"),
        ("99999999999999999999", "number.too-large"), ("…", "symbol.undeclared"),
    ])
    func `every fault is a diagnostic with its code, place and remedy`(text: String, code: String) throws {
        let position = SourcePosition(file: "counts.csv", row: 12, column: 3)
        let reading = NumberReader(rules: NumberRules(emptyCell: nil)).read(text)
        let diagnostic = try #require(reading.diagnostics(text: text, position: position).first)
        #expect(diagnostic.code == code)
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.position?.cell == "C12")
        #expect(diagnostic.value == text)
        #expect(diagnostic.remedy?.ja.isEmpty == false && diagnostic.remedy?.en.isEmpty == false)
    }

    @Test func `an undeclared symbol's remedy names how to declare it`() {
        let diagnostic = NumberReader().read("…").diagnostics(text: "…", position: nil).first
        #expect(diagnostic?.remedy?.en.contains("\"…\": not-surveyed") == true)
        #expect(diagnostic?.remedy?.ja.contains("symbols") == true)
    }

    @Test func `about is said in a notice`() {
        #expect(NumberReader().read("約1,200").number?.notices == [.approximate])
    }

    @Test(arguments: [
        String(repeating: "9", count: 10_000), String(repeating: "x", count: 1_000_000),
        String(repeating: "1,", count: 500_000),
        "12\u{200F}34", "\u{202E}1234", "\u{3099}", "\u{0301}", "1\u{0301}", "1" + String(repeating: "(", count: 50),
        "()", "(", "△", "約", "+", "¥",
        "((1))", "1.", "..", "1e", "人", "1人人", "0." + String(repeating: "1", count: 40),
    ])
    func `hostile text is a fault`(text: String) {
        let reading = NumberReader(rules: NumberRules(allowsNegative: true, allowsFraction: true)).read(text)
        guard case .fault = reading else {
            Issue.record("read \(text.prefix(40)) as \(reading)")
            return
        }
    }
}
