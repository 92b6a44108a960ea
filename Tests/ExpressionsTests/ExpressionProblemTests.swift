import Diagnostics
import Expressions
import Languages
import Tables
import Testing
import VisitorModel

struct ExpressionProblemTests {
    @Test(arguments: [
        ("", 7, "The expression needs a value here, but the expression ends."),
        ("persons +", 16, "The expression needs a value here, but the expression ends."),
        ("(persons + 1", 19, "The expression needs a closing parenthesis here, but the expression ends."),
        ("persons persons", 15, "The expression needs an operator or the end here, but persons was found."),
        ("place not (1)", 17, "The expression needs in here, but ( was found."),
        ("place = \"cave", 15, "The quote \" that begins here is not closed."),
        ("persons == 3", 15, "There is no operator ==."),
        ("persons ＋ 3", 15, "A sign or digit of the expression is full-width."),
        ("persons > １０", 17, "A sign or digit of the expression is full-width."),
        ("year-month = 2013-04", 20, "A period cannot be written bare."),
        ("1 < persons < 3", 19, "Comparisons cannot be chained."),
        ("persons ? 3", 15, "This character has no meaning in an expression."),
        ("persons > 10-5", 17, "This cannot be read as a number."),
    ])
    func `a broken grammar is shown where it breaks`(text: String, column: Int, message: String) {
        let found = problems(of: text)
        #expect(found.map(\.code) == ["expression.syntax"])
        #expect(found.first?.position?.column == column)
        #expect(found.first?.message.en == message)
        #expect(found.first?.remedy != nil)
    }

    @Test
    func `every problem of an expression is told at once, in the order of the text`() {
        let found = problems(
            of: "prefecture = 35 and plase = \"x\" and lenght(place) > 1 and abs(1, 2) = 1 and open + 1 = 2")
        #expect(
            found.map(\.code) == [
                "expression.unknown-column", "expression.unknown-column", "expression.unknown-function",
                "expression.wrong-argument-count", "expression.type-mismatch",
            ])
        #expect(found.map { $0.position?.column } == [7, 27, 43, 65, 83])
        #expect(found[1].remedy?.en == "Did you mean place? If it is a text, put it in quotes: \"plase\".")
        #expect(found[2].remedy?.en == "Did you mean length?")
        #expect(found[3].message.ja == "関数 abs の引数は1個ですが、2個あります。")
    }

    @Test
    func `a minus without spaces is explained`() throws {
        let found = problems(of: "persons-persons")
        #expect(found.map(\.code) == ["expression.unknown-column"])
        #expect(found.first?.remedy?.en == "If a subtraction is meant, put spaces around the minus: persons - persons.")
        #expect(try value(of: "persons - persons") == .number(0))
    }

    @Test(arguments: [
        ("persons = place", 17, "= cannot join a number and a text."),
        ("place + persons", 15, "+ cannot join a text and a number."),
        ("persons and true", 7, "This must be a yes/no value, but is a number."),
        ("place < 3", 7, "This must be a number or a period, but is a text."),
        ("if(open, 1, place)", 19, "This must be a number, but is a text."),
        ("persons in (1, \"2\")", 22, "This must be a number, but is a text."),
        ("not persons", 11, "This must be a yes/no value, but is a number."),
    ])
    func `types that do not fit are named`(text: String, column: Int, message: String) {
        let found = problems(of: text)
        #expect(found.map(\.code) == ["expression.type-mismatch"])
        #expect(found.first?.position?.column == column)
        #expect(found.first?.message.en == message)
    }

    @Test(arguments: [("month(\"2013-13\") = year-month", 7), ("persons / 0", 17), ("number(\"x\") = 1", 7)])
    func `a part that can never have a value is an error`(text: String, column: Int) {
        let found = problems(of: text)
        #expect(found.map(\.code) == ["expression.never-a-value"])
        #expect(found.first?.position?.column == column)
    }

    @Test
    func `digits of round are a constant from 0 to 18`() {
        #expect(problems(of: "round(persons, persons)").map(\.code) == ["expression.invalid-argument"])
        #expect(problems(of: "round(persons, 19)").map(\.code) == ["expression.invalid-argument"])
    }

    @Test
    func `positions do not wander in quoted texts and texts of several lines`() {
        #expect(problems(of: "persons + x", isPlain: false).first?.position?.column == 7)
        #expect(problems(of: "persons\n + x").first?.position?.column == 7)
    }

    @Test
    func `hostile texts end with a message`() {
        #expect(
            problems(of: String(repeating: "(", count: 5_000)).first?.message.en
                == "The expression nests more than 100 levels deep.")
        #expect(problems(of: String(repeating: "not ", count: 2_000)).first?.code == "expression.syntax")
        #expect(problems(of: String(repeating: "-", count: 9_000)).first?.code == "expression.syntax")
        #expect(
            problems(of: String(repeating: "a", count: 10_001)).first?.message.en
                == "The expression is longer than 10000 characters.")
    }

    @Test
    func `any cut of a text gives a value or a message, never a crash`() {
        let whole =
            "if(種別 = \"観光\" and not (persons / 3 >= 1.5 or place not in ('a', 'b''c')), -persons, round(abs(1), 2))"
        let scalars = Array(whole.unicodeScalars)
        for start in stride(from: 0, to: scalars.count, by: 3) {
            for end in start...scalars.count {
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[start..<end])
                _ = problems(of: String(view))
            }
        }
        #expect(problems(of: whole).isEmpty)
    }

    @Test
    func `every function is documented in both languages and has a distinct name`() {
        #expect(Set(ExpressionFunction.all.map(\.name)).count == ExpressionFunction.all.count)
        #expect(ExpressionFunction.all.allSatisfy { !$0.summary.ja.isEmpty && !$0.summary.en.isEmpty })
        #expect(ExpressionFunction.named("coalesce")?.signature == "coalesce(value, other…)")
    }
}
