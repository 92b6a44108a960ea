import Expressions
import Tables
import Testing
import VisitorModel

struct ExpressionEvaluationTests {
    @Test(arguments: [
        ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 - 4 - 3", "3"), ("-persons * 2", "-20"), ("- -5", "5"),
        ("2 / 3", "0.666666667"), ("-2 / 3", "-0.666666667"), ("1 / 8", "0.125"), ("0.1 + 0.2", "0.3"),
        ("12 / 4 / 3", "1"), ("persons / 4", "2.5"), ("1000000000000 / 3", "333333333333.3333333"),
        ("round(2.345, 2)", "2.35"), ("round(-0.5, 0)", "-1"), ("abs(-3.5)", "3.5"), ("min(3, 1, 2)", "1"),
        ("max(3, persons, 2)", "10"), ("length(\"秋芳洞\")", "3"), ("number(\"12.50\")", "12.5"),
        ("year-number(datetime)", "2013"), ("year-number(period(\"FY2014\"))", "2014"), ("month-number(datetime)", "5"),
        ("if(place = \"cave\", persons, 0)", "10"), ("1.7 * 1.333333333333333333", "2.266666667"),
    ])
    func `numbers are exact and follow the usual precedence`(text: String, expected: String) throws {
        #expect(try value(of: text) == number(expected))
    }

    @Test(arguments: [
        ("true or false and false", true), ("not false and true", true), ("not (true and false)", true),
        ("persons >= 10", true), ("persons < 10", false), ("persons != 10", false),
        ("種別 = \"観光来訪者数\"", true), ("place in ('cave', 'plateau')", true), ("place not in (\"cave\")", false),
        ("persons + 1 = 11", true), ("open", true), ("not open = false", true),
        ("year-month = month(\"2013-05\")", true),
        ("year-month(datetime) < month(\"2013-06\")", true), ("fiscal-year(datetime) = period(\"FY2013\")", true),
        ("calendar-year(datetime) = fiscal-year(datetime)", false), ("quarter(datetime) = period(\"2013-Q2\")", true),
        ("starts-with(place, \"ca\")", true), ("ends-with(place, \"ca\")", false), ("contains(種別, \"来訪\")", true),
        ("is-known(persons)", true), ("`place` = \"cave\"", true),
    ])
    func `conditions hold or do not`(text: String, expected: Bool) throws {
        #expect(try value(of: text) == .boolean(expected))
    }

    @Test(arguments: [
        ("place + \"-\" + 種別", "cave-観光来訪者数"), ("'it''s'", "it's"), ("\"a\"\"b\"", "a\"b"),
        ("upper(place)", "CAVE"), ("lower(\"TW\")", "tw"), ("trim(\"　a b \")", "a b"), ("text(persons)", "10"),
        ("concat(place, \"/\", text(datetime))", "cave/2013-05-03"), ("text(open)", "true"),
        ("coalesce(place, \"none\")", "cave"),
    ])
    func `texts are joined and changed`(text: String, expected: String) throws {
        #expect(try value(of: text) == .text(expected))
    }

    @Test
    func `january belongs to the fiscal year before`() throws {
        let january = gateRow(datetime: .period(Period(id: "2014-01-15")!))
        #expect(try value(of: "fiscal-year(datetime)", in: january) == .period(Period(id: "FY2013")!))
        #expect(try value(of: "calendar-year(datetime)", in: january) == .period(Period(id: "2014")!))
    }

    @Test(arguments: [
        "persons / (persons - 10)", "9223372036854775807 + persons", "9223372036854775807 * persons",
        "month(place)", "number(place)", "datetime < year-month", "month(calendar-year(datetime))",
        "quarter(calendar-year(datetime))", "month-number(fiscal-year(datetime))", "min(datetime, year-month)",
    ])
    func `what has no answer is not applicable`(text: String) throws {
        #expect(try value(of: text) == .absent(.notApplicable))
    }

    @Test
    func `a whole column is worked out at once`() throws {
        var batch = RecordBatch(schema: gateSchema)
        for persons in 1...5 {
            batch.append(gateRow(persons: .number(ExactDecimal(persons))), origin: Provenance(row: persons))
        }
        let doubled = try Expression.parse("persons * 2").checked(against: gateSchema)
        #expect(doubled.type == .number)
        #expect(doubled.evaluate(batch: batch) == [2, 4, 6, 8, 10].map { CellValue.number($0) })
        let constant = try Expression.parse("1 = 1").checked(against: gateSchema)
        #expect(constant.evaluate(batch: batch) == Array(repeating: .boolean(true), count: 5))
        #expect(doubled.evaluate(batch: RecordBatch(schema: gateSchema)).isEmpty)
    }

    @Test
    func `a sum of thousands of terms and a hundred nested parentheses are fine`() throws {
        let long = Array(repeating: "1", count: 2_500).joined(separator: " + ")
        #expect(try value(of: long) == number("2500"))
        let deep = String(repeating: "(", count: 100) + "persons" + String(repeating: ")", count: 100)
        #expect(try value(of: deep) == number("10"))
    }
}
