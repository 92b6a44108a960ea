import Languages
import Testing

@testable import Reporting

struct PassportInputsTests {
    private func input(_ month: Int, place: String = "Cave", file: String = "cave.csv", cell: String? = nil)
        -> FigureInput
    {
        FigureInput(
            place: place, period: "2018-\(month)", value: "\(month)00", file: file, row: "\(month + 2)",
            cell: cell ?? "C\(month + 2)", hash: "9f2c")
    }

    @Test func `a place and file stand once, each value with its own cell`() {
        let lines = PassportInputs([input(1), input(2), input(1, place: "Museum")], .english).lines
        #expect(lines.map(\.place) == ["Cave", "Museum"])
        #expect(lines[0].values == "2018-1 100 [C3]; 2018-2 200 [C4]")
        #expect(lines[0].file == "cave.csv")
        #expect(lines[0].hash == "9f2c")
    }

    @Test func `two files of one place are two lines`() {
        #expect(PassportInputs([input(1), input(2, file: "later.csv")], .english).lines.count == 2)
    }

    @Test func `a column or a path alone is told with its row`() {
        let lines = PassportInputs([input(1, cell: "K"), input(2, cell: "/月報[2]/地点[1]")], .japanese).lines
        #expect(lines[0].values == "2018-1 100 [3行目 K]、2018-2 200 [4行目]")
    }

    @Test func `what stands for many counts says how many and their sum, and which rows of the file`() {
        var year = input(1, cell: "F")
        (year.period, year.value, year.row, year.count) = ("2018-04 to 2019-03", "1,234", "2–6001", 12)
        #expect(
            PassportInputs([year], .english).lines[0].values
                == "2018-04 to 2019-03 12 counts, 1,234 in all [row 2–6001 F]")
        year.value = ""
        #expect(PassportInputs([year], .japanese).lines[0].values == "2018-04 to 2019-03 12件 [2–6001行目 F]")
    }

    @Test func `a page counts the counts and not the lines that stand for them`() {
        var line = input(1)
        line.count = 6_000
        let passport = FigurePassport(
            id: "x", label: "x", definition: "", formula: "", unit: "", value: "1", status: "final", coverage: "",
            inputs: [line])
        #expect(HTMLRenderer().render(document(blocks: [], passports: [passport])).contains("6000 inputs"))
        #expect(JSONRenderer().render(document(blocks: [], passports: [passport])).contains("\"counts\": 6000"))
    }

    @Test func `no value is lost however many there are, and no line is longer than a page shows`() throws {
        let inputs = (1...1000).map { input($0) }
        let lines = PassportInputs(inputs, .english).lines
        let values = lines.flatMap { $0.values.split(separator: "; ") }
        #expect(values.count == 1000)
        #expect(lines.allSatisfy { $0.values.count < HarmlessText.Length.prose.rawValue })
        let page = HTMLRenderer().render(
            document(
                blocks: [],
                passports: [
                    FigurePassport(
                        id: "x", label: "x", definition: "", formula: "", unit: "", value: "1", status: "final",
                        coverage: "", inputs: inputs)
                ]))
        for number in [1, 24, 25, 999, 1000] { #expect(page.contains("2018-\(number) \(number)00 [C\(number + 2)]")) }
    }
}
