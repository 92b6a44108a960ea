import Languages

/// The inputs of a figure, a line for each place and file: every value with its cell, nothing said twice.
///
/// A year of twenty places has 240 inputs from twenty files. One row each would make a page of megabytes; the name of
/// the place, of the file and its hash are the same twelve times over.
struct PassportInputs {
    /// Values of one place from one file.
    struct Line: Equatable {
        let place: String
        /// Period, value and position of each, in order.
        let values: String
        let file: String
        let hash: String
    }

    /// How many values a line holds; no longer than a page shows of a text.
    static let valuesPerLine = 24

    let lines: [Line]

    init(_ inputs: [FigureInput], _ language: Language) {
        var groups: [(first: FigureInput, inputs: [FigureInput])] = []
        var latest: [String: Int] = [:]
        for input in inputs {
            let key = [input.place, input.file, input.hash].joined(separator: "\u{0}")
            if let index = latest[key], groups[index].inputs.count < Self.valuesPerLine {
                groups[index].inputs.append(input)
            } else {
                latest[key] = groups.count
                groups.append((input, [input]))
            }
        }
        lines = groups.map { group in
            Line(
                place: group.first.place,
                values: group.inputs.map { Self.written($0, language) }.joined(
                    separator: DocumentWording.listMark(language)),
                file: group.first.file, hash: group.first.hash)
        }
    }

    /// A period, its value, and where that stands: `2018-04 1,234 [C12]`.
    private static func written(_ input: FigureInput, _ language: Language) -> String {
        let value = input.count > 1 ? DocumentWording.sum(input.value, of: input.count)(language) : input.value
        let parts = [input.period, value].map { HarmlessText.line($0) }
        // A cell such as C12 names its row; a column alone does not. A path into XML is told by its line, and in full
        // in the JSON.
        let namesRow = input.cell.last?.isNumber == true && input.cell.hasSuffix(input.row)
        let column = input.cell.hasPrefix("/") ? "" : input.cell
        let place =
            namesRow && !column.isEmpty
            ? column
            : [DocumentWording.rowNumber(input.row)(language), column].filter { !$0.isEmpty }.joined(separator: " ")
        return parts.joined(separator: " ") + " [" + HarmlessText.line(place) + "]"
    }
}
