import VisitorModel

/// What a cell looks like to somebody who knows nothing about its file.
enum CellNature: Hashable {
    case blank
    /// A number, or a number with a unit.
    case number
    /// A drawn mark in place of a number: -, …, ***.
    case mark
    /// A period with its year.
    case period(Period.Kind)
    /// A month or a span of months without a year, written as such: 4月, Jan.
    case months
    case text

    init(_ cell: String) {
        let scalars = cell.narrowedScalars
        guard !scalars.isEmpty else {
            self = .blank
            return
        }
        let reader = NumberReader(
            rules: NumberRules(allowsNegative: true, allowsFraction: true, allowsFootnoteMark: true, brackets: .number))
        switch reader.read(cell) {
        case .value:
            // 201304, 20130401 and 2013.04 are numbers too; their column decides.
            self = .number
            return
        case .fault(.unknownSymbol) where Self.isMark(scalars):
            self = .mark
            return
        default: break
        }
        if let read = try? PeriodReader().read(cell) {
            self = .period(read.period.kind)
        } else if (try? MonthSpan(cell)) != nil {
            self = .months
        } else {
            self = .text
        }
    }

    /// Drawn signs and a letter or two are marks; words are not.
    private static func isMark(_ scalars: [Unicode.Scalar]) -> Bool {
        if scalars.count <= 2, scalars.allSatisfy(\.isASCIILetter) { return true }
        return scalars.allSatisfy { !$0.isASCIILetter && !$0.isKana && !$0.properties.isIdeographic }
    }

    /// Whether the cell stands where a number would.
    var isNumeric: Bool { self == .number || self == .mark }
}
