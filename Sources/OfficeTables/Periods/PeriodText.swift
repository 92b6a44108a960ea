import VisitorModel

/// A text about a period, taken apart into its form and its numbers.
///
/// The form has a `9` for every number and keeps every other character in its narrow form; eras leave no trace in it
/// but are remembered with the number they stand before. So 平成25年4月, ２０１３年 ４月 and R元年5月 all have the form `9年9月`,
/// and the reader is a table of forms.
struct PeriodText {
    /// A number as it is written.
    struct Number {
        /// Its value; of more than eight digits, only the first eight count.
        var value: Int
        /// How many digits it was written with.
        var digitCount: Int
        /// The era it stands behind.
        var era: JapaneseEra?
    }

    /// The form.
    private(set) var form: [Unicode.Scalar] = []
    /// The numbers, in order.
    private(set) var numbers: [Number] = []
    /// Whether the text ended in 計 or 合計.
    private(set) var isTotal = false

    /// Longer texts are no periods.
    private static let longest = 60

    /// Takes a text apart; `nil` when it is too long to be a period, or empty.
    init?(_ text: String) {
        guard text.utf8.count <= Self.longest * 8 else { return nil }
        let scalars = text.narrowedScalars
        guard !scalars.isEmpty, scalars.count <= Self.longest else { return nil }
        scan(scalars[...])
        dropEnding()
    }

    private mutating func scan(_ scalars: ArraySlice<Unicode.Scalar>) {
        var rest = scalars
        var era: JapaneseEra?
        var followsSpace = false
        while let scalar = rest.first {
            if scalar == " " {
                rest = rest.dropFirst()
                followsSpace = true
                continue
            }
            if scalar.isASCIIDigit || era != nil && scalar == "元" {
                let digits = rest.prefix { $0.isASCIIDigit }
                // 2013 04 must not become 201304.
                if followsSpace, form.last == "9" { form.append(" ") }
                append(digits, era: era)
                rest = rest.dropFirst(max(1, digits.count))
                era = nil
            } else if let (found, length) = JapaneseEra.leading(rest) {
                era = found
                rest = rest.dropFirst(length)
            } else if let found = abbreviatedEra(at: rest) {
                era = found
                rest = rest.dropFirst()
            } else if let (number, length) = EnglishMonth.leading(rest), form.last?.isASCIILetter != true {
                if followsSpace, form.last == "9" { form.append(" ") }
                numbers.append(Number(value: number, digitCount: 2, era: nil))
                form.append(contentsOf: ["9", "月"])
                rest = rest.dropFirst(length)
            } else if let number = kanjiQuarter(scalar) {
                numbers.append(Number(value: number, digitCount: 1, era: nil))
                form.append("9")
                rest = rest.dropFirst()
            } else {
                form.append(scalar.inPeriodForm)
                rest = rest.dropFirst()
            }
            followsSpace = false
        }
    }

    private mutating func append(_ digits: ArraySlice<Unicode.Scalar>, era: JapaneseEra?) {
        // No digits: 元年, the first year.
        let value = digits.isEmpty ? 1 : digits.prefix(8).reduce(0) { $0 * 10 + Int($1.value - 0x30) }
        numbers.append(Number(value: value, digitCount: max(1, digits.count), era: era))
        form.append("9")
    }

    /// A letter is an era only before a number and not behind one: the T of 2013-04-01T10:00 is none.
    private func abbreviatedEra(at rest: ArraySlice<Unicode.Scalar>) -> JapaneseEra? {
        guard let letter = rest.first, let era = JapaneseEra(abbreviation: letter) else { return nil }
        guard let next = rest.dropFirst().first(where: { $0 != " " }), next.isASCIIDigit || next == "元" else {
            return nil
        }
        guard let last = form.last else { return era }
        return last == "9" || last.isASCIILetter ? nil : era
    }

    /// The kanji digit of 第二四半期.
    private func kanjiQuarter(_ scalar: Unicode.Scalar) -> Int? {
        guard form.last == "第" else { return nil }
        switch scalar {
        case "一": return 1
        case "二": return 2
        case "三": return 3
        case "四": return 4
        default: return nil
        }
    }

    /// Takes off what changes nothing about the span: 分, 末, 現在, a weekday; and 計, which makes it a total.
    private mutating func dropEnding() {
        if form.count > 3, form.last == ")", form[form.count - 3] == "(", weekdays.contains(form[form.count - 2]) {
            form.removeLast(3)
        }
        for ending in totalEndings where form.ends(with: ending) {
            form.removeLast(ending.count)
            isTotal = true
            break
        }
        for ending in plainEndings where form.ends(with: ending) {
            // 10時30分 is a time, 4月分 a month.
            if ending == ["分"], form.dropLast().last == "9" { continue }
            form.removeLast(ending.count)
        }
        if form.ends(with: ["月", "期"]) { form.removeLast() }
        if form.last == "." { form.removeLast() }
    }

    /// Replaces two years that name the same one (H31/R1, 2013年(平成25年)) by the second.
    ///
    /// - Throws: `ambiguous` when the two differ.
    mutating func mergeTwinYears(_ year: (Number) throws(PeriodFault) -> Int) throws(PeriodFault) {
        guard numbers.count >= 2 else { return }
        for (twin, single) in twinForms where form.starts(with: twin) {
            let isBracketed = twin.contains("(")
            guard isBracketed || numbers[0].era != nil && numbers[1].era != nil else { continue }
            let years = (try year(numbers[0]), try year(numbers[1]))
            guard years.0 == years.1 else { throw .ambiguous([years.0, years.1]) }
            form.replaceSubrange(..<twin.count, with: single)
            numbers.removeFirst()
            return
        }
    }
}

extension Unicode.Scalar {
    /// The character as period forms know it: one hyphen, one wave dash, capital letters.
    fileprivate var inPeriodForm: Unicode.Scalar {
        if isDash { return "-" }
        if isWave || isLongMark { return "~" }
        let isLower = (0x61...0x7A).contains(value)
        return isLower ? Unicode.Scalar(value - 0x20) ?? self : self
    }
}

extension [Unicode.Scalar] {
    fileprivate func ends(with ending: [Unicode.Scalar]) -> Bool {
        count > ending.count && suffix(ending.count) == ending[...]
    }
}

private let weekdays: Set<Unicode.Scalar> = ["日", "月", "火", "水", "木", "金", "土", "祝"]
private let totalEndings = ["合計", "累計", "総計", "計"].map { Array($0.unicodeScalars) }
private let plainEndings = ["現在", "末", "分", "実績", "平均"].map { Array($0.unicodeScalars) }
private let twinForms: [(twin: [Unicode.Scalar], single: [Unicode.Scalar])] = [
    ("9年度(9年度)", "9年度"), ("9年度(9)", "9年度"), ("9年(9年)", "9年"), ("9年(9)", "9年"), ("9(9)", "9"), ("9(9年)", "9年"),
    ("9年度/9年度", "9年度"), ("9年度・9年度", "9年度"), ("9年/9年", "9年"), ("9年・9年", "9年"), ("9/9", "9"), ("9・9", "9"),
].map { (Array($0.0.unicodeScalars), Array($0.1.unicodeScalars)) }
