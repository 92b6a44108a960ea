import VisitorModel

extension PeriodReader {
    /// Looks for the one year a title is about: 秋芳洞　洞口別入洞者数（平成25年度） → fiscal 2013.
    ///
    /// A year said twice, in two calendars or together with the months it spans（平成25年度（平成25年4月～平成26年3月））, is one
    /// year. Texts beyond 2,000 characters are no titles and give `none`.
    public static func findYear(in text: String) -> Finding<ReadYear> {
        guard text.utf8.count <= 8_000 else { return .none }
        let mentions = YearMention.all(in: text.narrowedScalars.filter { $0 != " " })
        if let fiscal = fiscalYearSpanned(by: mentions) { return .found(fiscal.readYear(basis: .fiscal)) }
        var years: [ReadYear] = []
        for mention in mentions {
            if let known = years.firstIndex(where: { $0.number == mention.number }) {
                // 2013（平成25年）: the mention that says more decides.
                if years[known].basis == .unspecified { years[known] = mention.readYear(basis: mention.basis) }
                if years[known].basis == .calendar, mention.basis == .fiscal {
                    years.append(mention.readYear(basis: .fiscal))
                }
            } else {
                years.append(mention.readYear(basis: mention.basis))
            }
        }
        return Finding(years)
    }

    /// The fiscal year when every mention is that year or a month within it.
    private static func fiscalYearSpanned(by mentions: [YearMention]) -> YearMention? {
        let named = mentions.filter { $0.basis == .fiscal }
        if let fiscal = named.first {
            let fits = mentions.allSatisfy {
                $0.basis == .fiscal ? $0.number == fiscal.number : $0.fiscalYear == fiscal.number
            }
            return fits ? fiscal : nil
        }
        // 平成28年4月～平成29年3月 spans one without saying so.
        guard mentions.count == 2, mentions[0].month == 4, mentions[1].month == 3,
            mentions[1].number == mentions[0].number + 1
        else { return nil }
        return mentions[0]
    }
}

/// A year as a longer text mentions it.
private struct YearMention {
    var number: Int
    var basis: YearBasis
    var month: Int?
    var era: JapaneseEra?

    /// The fiscal year a mentioned month lies in; without a month, the year itself unless it says 年.
    var fiscalYear: Int? {
        guard let month else { return basis == .unspecified ? number : nil }
        return month >= 4 ? number : number - 1
    }

    func readYear(basis: YearBasis) -> ReadYear {
        let period: Period = basis == .fiscal ? .fiscalYear(FiscalYear(number)) : .calendarYear(CalendarYear(number))
        var notices: [PeriodNotice] = []
        if let era, !era.overlaps(period) {
            notices.append(.eraOutOfRange(era: era, year: number - era.yearBeforeFirst, period: period))
        }
        return ReadYear(number: number, basis: basis, notices: notices)
    }

    static func all(in scalars: [Unicode.Scalar]) -> [YearMention] {
        var mentions: [YearMention] = []
        var rest = scalars[...]
        while !rest.isEmpty {
            let before = rest.startIndex > 0 ? scalars[rest.startIndex - 1] : nil
            if let (mention, behind) = leading(rest, before: before) {
                mentions.append(mention)
                rest = behind
            } else if rest.first?.isASCIIDigit == true {
                rest = rest.drop { $0.isASCIIDigit }
            } else {
                rest = rest.dropFirst()
            }
        }
        return mentions
    }

    private static func leading(
        _ scalars: ArraySlice<Unicode.Scalar>, before: Unicode.Scalar?
    ) -> (YearMention, ArraySlice<Unicode.Scalar>)? {
        if let (era, length) = JapaneseEra.leading(scalars) {
            return eraYear(era, scalars.dropFirst(length))
        }
        if let era = scalars.first.flatMap(JapaneseEra.init(abbreviation:)),
            before.map({ !$0.isASCIILetter && !$0.isASCIIDigit }) ?? true
        {
            return eraYear(era, scalars.dropFirst())
        }
        let digits = scalars.prefix { $0.isASCIIDigit }
        guard digits.count == 4, !(before.map { ",.-".unicodeScalars.contains($0) } ?? false) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
        guard (1900...2099).contains(number) else { return nil }
        return finished(number, era: nil, isFiscalBefore: before == "Y", scalars.dropFirst(4))
    }

    private static func eraYear(
        _ era: JapaneseEra, _ scalars: ArraySlice<Unicode.Scalar>
    ) -> (YearMention, ArraySlice<Unicode.Scalar>)? {
        if scalars.first == "元" {
            return finished(era.commonYear(of: 1), era: era, isFiscalBefore: false, scalars.dropFirst())
        }
        let digits = scalars.prefix { $0.isASCIIDigit }
        guard (1...2).contains(digits.count) else { return nil }
        let year = digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
        guard year > 0 else { return nil }
        return finished(era.commonYear(of: year), era: era, isFiscalBefore: false, scalars.dropFirst(digits.count))
    }

    private static func finished(
        _ number: Int, era: JapaneseEra?, isFiscalBefore: Bool, _ scalars: ArraySlice<Unicode.Scalar>
    ) -> (YearMention, ArraySlice<Unicode.Scalar>)? {
        var rest = scalars
        var basis: YearBasis = isFiscalBefore ? .fiscal : .unspecified
        if rest.first == "年" {
            rest = rest.dropFirst()
            basis = .calendar
            if rest.first == "度" {
                rest = rest.dropFirst()
                basis = .fiscal
            }
        } else if era == nil, let next = rest.first,
            next == "," || UnitWord.leading(rest) != nil || Scale.leading(rest) != nil
        {
            // 2000人 is a count.
            return nil
        }
        let digits = rest.prefix { $0.isASCIIDigit }
        var month: Int?
        if basis == .calendar, (1...2).contains(digits.count), rest.dropFirst(digits.count).first == "月" {
            month = digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
            rest = rest.dropFirst(digits.count + 1)
        }
        return (YearMention(number: number, basis: basis, month: month, era: era), rest)
    }
}
