import TestSupport
import VisitorModel

/// An office table made up at random, with the observations it holds.
struct RandomTable {
    /// What stands in the table: place, month, and the value or why there is none.
    private(set) var observations: Set<String> = []
    /// The file's bytes.
    private(set) var bytes: [UInt8] = []
    /// The text before it was encoded.
    private(set) var text = ""
    /// The profile that must read it.
    private(set) var profile = ""

    private static let names: [(id: String, spellings: [String])] = [
        ("cave", ["風穴洞", "風 穴 洞", "　風穴洞", "01 風穴洞", "①風穴洞"]), ("castle", ["城跡公園", "城跡公園　", "(2)城跡公園"]),
        ("coast", ["三隅海岸", "三隅海岸(湊市)", "・三隅海岸".replacingBullet]), ("sports", ["スポーツセンター", "ｽﾎﾟｰﾂｾﾝﾀｰ"]),
        ("road", ["道の駅〜みなと", "道の駅～みなと"]),
    ]
    private static let marks = ["…": "not-surveyed", "－": "not-reported", "***": "suppressed", "x": "not-applicable"]

    private var random: SeededGenerator
    private var places: [(id: String, name: String)] = []
    private var months: [Month] = []
    /// Values by place and month; `nil` with a mark where there is none.
    private var values: [[(value: Int?, mark: String)]] = []
    private var isFiscal = false

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        drawObservations()
        switch Int.random(in: 0..<5, using: &random) {
        case 0: writeLong()
        case 1: writeLongInParts()
        case 2: writeWideWithTitle()
        case 3: writeWideWithYears()
        default: writeWideWithPeriods()
        }
        encode()
    }

    private mutating func drawObservations() {
        let chosen = Self.names.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random))
        places = chosen.map { ($0.id, $0.spellings.randomElement(using: &random) ?? $0.id) }
        isFiscal = Bool.random(using: &random)
        let year = Int.random(in: 2012...2024, using: &random)
        let count = Int.random(in: 2...12, using: &random)
        months = (0..<count).compactMap { index in
            let number = (isFiscal ? 3 : 0) + index
            return Month(year: year + number / 12, number: number % 12 + 1)
        }
        for place in places {
            var row: [(value: Int?, mark: String)] = []
            for month in months {
                if Int.random(in: 0..<10, using: &random) == 0,
                    let mark = Self.marks.keys.sorted().randomElement(using: &random)
                {
                    row.append((nil, mark))
                    observations.insert("\(place.id) \(month.id) \(Self.marks[mark] ?? "")")
                } else {
                    let value = Int.random(in: 0...Int.random(in: 1...250_000, using: &random), using: &random)
                    row.append((value, ""))
                    observations.insert("\(place.id) \(month.id) \(value)")
                }
            }
            values.append(row)
        }
    }

    // MARK: cells

    private mutating func cell(_ entry: (value: Int?, mark: String), style: Int) -> String {
        guard let value = entry.value else { return entry.mark }
        return number(value, style: style)
    }

    private func number(_ value: Int, style: Int) -> String {
        let digits = String(value)
        switch style {
        case 0: return digits
        case 1: return "\"\(grouped(digits))\""
        case 2: return "\"\(grouped(digits)) \""
        case 3:
            return String(digits.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }.map(Character.init))
        default: return "\"\(grouped(digits))人\""
        }
    }

    private func grouped(_ digits: String) -> String {
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped += "," }
            grouped.append(digit)
        }
        return grouped
    }

    private func period(_ month: Month, style: Int) -> String {
        let era = (month.year, month.number) >= (2019, 5) ? "令和" : "平成"
        let eraYear = era == "令和" ? month.year - 2018 : month.year - 1988
        let written = eraYear == 1 && era == "令和" ? "元" : String(eraYear)
        switch style {
        case 0: return "\(month.year)-\(month.number < 10 ? "0" : "")\(month.number)"
        case 1: return "\(month.year)年\(month.number)月"
        case 2: return "\(era)\(written)年\(month.number)月"
        case 3: return "\(month.year * 100 + month.number)"
        case 4: return "\(era == "令和" ? "R" : "H")\(eraYear).\(month.number)"
        case 5: return "\(month.year)/\(month.number)"
        default: return "\(era)\(written)年\(month.number)月分"
        }
    }

    private func yearLabel(_ year: Int, isFiscal: Bool, style: Int) -> String {
        let suffix = isFiscal ? "年度" : "年"
        // A year with 平成 in it to the end of 2018, or to the fiscal year 2018.
        switch style {
        case 0: return "\(year)\(suffix)"
        default:
            return year <= 2018 ? "平成\(year - 1988)\(suffix)" : "令和\(year == 2019 ? "元" : String(year - 2018))\(suffix)"
        }
    }

    private var symbols: String {
        "{ " + Self.marks.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + " }"
    }

    // MARK: layouts

    private mutating func write(_ lines: [String]) {
        var lines = lines
        if Bool.random(using: &random) { lines.insert("", at: 0) }
        if Bool.random(using: &random) { lines.append("※注記") }
        if Bool.random(using: &random) { lines.append("資料：湊市観光課") }
        let end = Bool.random(using: &random) ? "\r\n" : "\n"
        text = lines.joined(separator: end) + (Bool.random(using: &random) ? end : "")
    }

    private mutating func writeLong() {
        let style = Int.random(in: 0...6, using: &random)
        let numbers = Int.random(in: 0...4, using: &random)
        var lines = ["施設名,年月,人数"]
        if Bool.random(using: &random) { lines.insert("月別観光入込客数,,", at: 0) }
        for (index, place) in places.enumerated() {
            for (column, month) in months.enumerated() {
                lines.append(
                    "\(place.name),\(period(month, style: style)),\(cell(values[index][column], style: numbers))")
            }
        }
        write(lines)
        profile = """
            columns:
              place: { type: place, from: 施設名 }
              month: { type: month, from: 年月 }
              value: { type: count, from: 人数, symbols: \(symbols) }
            """
    }

    private mutating func writeLongInParts() {
        let style = Int.random(in: 0...1, using: &random)
        let numbers = Int.random(in: 0...4, using: &random)
        let merges = Bool.random(using: &random)
        var lines = ["年度,月,施設名,人数".replacingPrefix(isFiscal)]
        var lastYear: String?
        for (column, month) in months.enumerated() {
            let year = yearLabel(isFiscal ? month.fiscalYear.number : month.year, isFiscal: isFiscal, style: style)
            for (index, place) in places.enumerated() {
                lines.append(
                    "\(merges && year == lastYear ? "" : year),\(month.number)月,\(place.name),\(cell(values[index][column], style: numbers))"
                )
                lastYear = year
            }
        }
        write(lines)
        profile = """
            columns:
              place: { type: place, from: 施設名 }
              month: { type: month, month: { from: 月 }, year: { from: [年度, 年], carry-down: true } }
              value: { type: count, from: 人数, symbols: \(symbols) }
            """
    }

    private mutating func writeWideWithTitle() {
        let year = isFiscal ? months[0].fiscalYear.number : months[0].year
        let style = Int.random(in: 0...1, using: &random)
        let lines = ["月別観光入込客数（\(yearLabel(year, isFiscal: isFiscal, style: style))）", "（単位：人）"]
        writeWide(titles: lines, headers: [months.map { "\($0.number)月" }])
        profile = wideProfile("{ type: month, month: { header: true }, year: { title: true } }")
    }

    private mutating func writeWideWithYears() {
        let style = Int.random(in: 0...1, using: &random)
        let merges = Bool.random(using: &random)
        var last = ""
        let years = months.map { month in
            let year = yearLabel(month.year, isFiscal: false, style: style)
            defer { last = year }
            return merges && year == last ? "" : year
        }
        writeWide(titles: ["月別観光入込客数"], headers: [years, months.map { "\($0.number)月" }])
        profile = wideProfile("{ type: month, month: { header: true }, year: { upper-header: true } }")
    }

    private mutating func writeWideWithPeriods() {
        let style = Int.random(in: 0...6, using: &random)
        let headers = months.map { period($0, style: style) }
        writeWide(titles: [], headers: [headers])
        profile = wideProfile("{ type: month, header: true }")
    }

    private func wideProfile(_ month: String) -> String {
        """
        columns:
          place: { type: place, from: 施設名 }
          month: \(month)
          value: { type: count, cell: true, symbols: \(symbols) }
        """
    }

    private mutating func writeWide(titles: [String], headers: [[String]]) {
        let numbers = Int.random(in: 0...4, using: &random)
        let hasRowTotals = Bool.random(using: &random)
        let hasColumnTotals = Bool.random(using: &random)
        var lines = titles
        for (level, header) in headers.enumerated() {
            let isLowest = level == headers.count - 1
            lines.append(
                (isLowest ? "施設名" : "") + "," + header.joined(separator: ",")
                    + (hasRowTotals ? (isLowest ? ",合計" : ",") : ""))
        }
        for (index, place) in places.enumerated() {
            var line = [place.name] + values[index].indices.map { cell(values[index][$0], style: numbers) }
            if hasRowTotals { line.append(number(values[index].reduce(0) { $0 + ($1.value ?? 0) }, style: numbers)) }
            lines.append(line.joined(separator: ","))
        }
        if hasColumnTotals {
            let sums = months.indices.map { column in values.reduce(0) { $0 + ($1[column].value ?? 0) } }
            lines.append(
                (["合　計"] + sums.map { number($0, style: numbers) }
                    + (hasRowTotals ? [number(sums.reduce(0, +), style: numbers)] : [])).joined(separator: ","))
        }
        write(lines)
    }

    // MARK: bytes

    private mutating func encode() {
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes = Array(text.utf8)
        case 1: bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case 2: bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        default: bytes = CP932Bytes.encode(text) ?? Array(text.utf8)
        }
    }
}

extension String {
    /// 年度 stands for a fiscal year's column, 年 for a calendar year's.
    fileprivate func replacingPrefix(_ isFiscal: Bool) -> String {
        isFiscal ? self : "年" + dropFirst(2)
    }

    /// The bullet in front of a name as a half-width one would be another character in CP932; a plain hyphen will do.
    fileprivate var replacingBullet: String { "-" + dropFirst() }
}
