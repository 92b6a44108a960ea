import Languages
import SpreadsheetWriting
import VisitorModel

/// The looks of cells and how numbers are written in them.
enum WorkbookLook {
    static let muted: UInt32 = 0x59626D
    static let warningGround: UInt32 = 0xFFF4D6

    static let plain = CellStyle().with(\.wraps, true)
    static let title = CellStyle().with(\.isBold, true).with(\.size, 15)
    static let headline = CellStyle().with(\.isBold, true).with(\.size, 14).with(\.wraps, true)
    static let heading = CellStyle().with(\.isBold, true).with(\.size, 11.5)
    static let note = CellStyle().with(\.colour, muted).with(\.size, 9.5)
    static let link = CellStyle().with(\.colour, 0x0B5F85)
    static let banner = CellStyle().with(\.ground, warningGround).with(\.wraps, true).with(\.size, 9.5)

    static func head(_ isNumber: Bool, isIndented: Bool = false) -> CellStyle {
        CellStyle().with(\.isBold, true).with(\.wraps, true).with(\.hasBottomRule, true).with(\.hasTopRule, true)
            .with(\.ground, 0xF0F2F4).with(\.alignment, isNumber ? .right : .left).with(\.indent, isIndented ? 1 : 0)
    }

    static func body(_ emphasis: ReportCell.Emphasis, isTotal: Bool, isNumber: Bool) -> CellStyle {
        var style = CellStyle()
        style.alignment = isNumber ? .right : .left
        style.isBold = isTotal || emphasis == .total
        style.hasTopRule = isTotal
        style.wraps = !isNumber
        if emphasis == .missing { style = style.with(\.isItalic, true).with(\.colour, muted) }
        return style
    }
}

/// Turns exact values into what a spreadsheet calculates with.
enum WorkbookNumber {
    /// A number and how it is written.
    struct Written {
        var value: Double
        var format: String
    }

    /// The number of a cell; nil for words, and for numbers with more digits than a spreadsheet keeps.
    ///
    /// - Parameters:
    ///   - text: How the report writes it: its sign, its star and its decimals are kept.
    static func written(exact: String?, text: String, kind: FigureKind, _ language: Language) -> Written? {
        guard kind.isNumber, let exact, let number = DecimalText(exact), number.significantDigits <= 15,
            let value = Double(kind == .percent ? exact + "e-2" : exact)
        else { return nil }
        if kind == .count, text.hasSuffix("万"), value.magnitude >= 10_000 {
            // A thousandth with a point drawn before its last digit: ten thousands with one decimal.
            return Written(value: value, format: "0\\.0,\"万\"")
        }
        if kind == .count, text.hasSuffix("thousand") { return Written(value: value, format: "#,##0,\" thousand\"") }
        let places = text.split(separator: ".", maxSplits: 1).dropFirst().first?.prefix { $0.isNumber }.count ?? 0
        let digits = "#,##0" + (places > 0 ? "." + String(repeating: "0", count: places) : "")
        let body = kind == .percent ? digits + " %" : digits
        if text.hasPrefix("*") { return Written(value: value, format: "\"*\"\(body)") }
        if let first = text.first, "+\u{2212}±".contains(first) {
            return Written(value: value, format: "\"+\"\(body);\"\u{2212}\"\(body);\"±\"\(body)")
        }
        return Written(value: value, format: body)
    }

    /// A period as the number or date that stands for it, and how it is written: 2018年, 2018年度, 2018年9月.
    static func written(_ period: Period, _ language: Language) -> (content: CellContent, format: String)? {
        switch (period, language) {
        case (.calendarYear(let year), .japanese): (.number(Double(year.number)), "0\"年\"")
        case (.calendarYear(let year), .english): (.number(Double(year.number)), "0")
        case (.fiscalYear(let year), .japanese): (.number(Double(year.number)), "0\"年度\"")
        case (.fiscalYear(let year), .english): (.number(Double(year.number)), "\"FY\"0")
        case (.month(let month), _) where month.year >= 1900:
            (
                .date(CellDate(year: month.year, month: month.number, day: 1)),
                language == .japanese ? "yyyy\"年\"m\"月\"" : "mmm yyyy"
            )
        default: nil
        }
    }
}

extension DecimalText {
    /// How many digits it has from the first that is not zero.
    var significantDigits: Int { (whole + fraction).drop { $0 == 0 }.count }
}
