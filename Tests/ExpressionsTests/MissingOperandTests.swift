import Expressions
import Tables
import Testing
import VisitorModel

struct MissingOperandTests {
    private let unreported = gateRow(persons: .absent(.notReported), open: .absent(.suppressed))

    @Test(arguments: [
        "persons + 1", "persons * 0", "-persons", "persons > 0", "persons = persons", "abs(persons)",
        "if(persons > 0, 1, 2)", "persons in (1, 2)", "text(persons)", "max(persons, 5)", "not (persons > 0)",
        "coalesce(persons, persons)",
    ])
    func `a missing operand gives a missing result`(text: String) throws {
        #expect(try value(of: text, in: unreported) == .absent(.notReported))
    }

    @Test
    func `of two missing operands the weaker status is kept`() throws {
        let row = gateRow(place: .absent(.belowUnit), kind: .absent(.held))
        #expect(try value(of: "place + 種別", in: row) == .absent(.held))
        #expect(try value(of: "coalesce(place, 種別)", in: row) == .absent(.held))
    }

    @Test(arguments: [
        ("open and false", CellValue.boolean(false)), ("false and open", .boolean(false)),
        ("open or true", .boolean(true)), ("true or open", .boolean(true)),
        ("open and true", .absent(.suppressed)), ("open or false", .absent(.suppressed)),
        ("open and persons > 1", .absent(.notReported)),
    ])
    func `and and or know three values`(text: String, expected: CellValue) throws {
        #expect(try value(of: text, in: unreported) == expected)
    }

    @Test
    func `membership is certain when a known member matches`() throws {
        let row = gateRow(persons: .number(3), kind: .absent(.notSurveyed))
        #expect(try value(of: "place in (種別, \"cave\")", in: row) == .boolean(true))
        #expect(try value(of: "place in (種別, \"plateau\")", in: row) == .absent(.notSurveyed))
        #expect(try value(of: "place not in (種別, \"plateau\")", in: row) == .absent(.notSurveyed))
    }

    @Test
    func `missing values can be asked for and replaced`() throws {
        #expect(try value(of: "is-known(persons)", in: unreported) == .boolean(false))
        #expect(try value(of: "coalesce(persons, 7)", in: unreported) == .number(7))
        #expect(try value(of: "if(is-known(persons), persons, 0)", in: unreported) == .number(0))
    }
}
