import VisitorModel

extension SheetInspector {
    /// Finds out whether the header says something about each value under it.
    func readAcross(_ guess: inout SheetGuess) {
        let header = guess.header
        let upper = guess.headerRows.count > 1 ? carryRight(rows[guess.headerRows.upperBound - 2]) : []
        var months: [Int] = []
        var periods: [Period.Kind: [Int]] = [:]
        var markets: [Int] = []
        for (index, label) in header.enumerated() where !LabelKey.isBlank(label) {
            if roles.role(of: label) != .data {
                if index > 0 { guess.asideColumns.append(index) }
            } else if let read = try? PeriodReader().read(label) {
                if read.isTotal {
                    guess.asideColumns.append(index)
                } else {
                    periods[read.period.kind, default: []].append(index)
                }
            } else if label.unicodeScalars.contains("月") || label.unicodeScalars.contains(where: \.isASCIILetter),
                (try? MonthSpan(label)) != nil
            {
                months.append(index)
            } else if names.isMarket(label) {
                markets.append(index)
            }
        }
        let upperTexts = { (columns: [Int]) in columns.map { $0 < upper.count ? upper[$0] : "" } }
        if months.count > 1 {
            guess.acrossColumns = months
            let hasYears = !upper.isEmpty && upperTexts(months).allSatisfy { (try? PeriodReader.readYear($0)) != nil }
            guess.across = .months(year: hasYears ? .upperHeader : yearPlace(titles: guess.titles))
        } else if let (kind, columns) = periods.max(by: {
            ($0.value.count, $0.key.rawValue) < ($1.value.count, $1.key.rawValue)
        }),
            columns.count > 1
        {
            guess.acrossColumns = columns
            let isUnderMonths =
                (kind == .calendarYear || kind == .fiscalYear) && !upper.isEmpty
                && upperTexts(columns).allSatisfy { (try? MonthSpan($0)) != nil }
            guess.across = isUnderMonths ? .months(year: .header) : .periods(kind)
            // A longer period among shorter ones is their total.
            for (other, indices) in periods where other != kind { guess.asideColumns += indices }
        } else if markets.count > 2 {
            guess.acrossColumns = markets + header.indices.filter { LabelKey(header[$0]) == LabelKey("その他") }
            guess.across = .markets
        }
        guess.yearPlace = yearPlace(titles: guess.titles)
        if guess.across == .nothing { guess.asideColumns = [] }
    }

    /// Where a year is said once for the whole sheet.
    func yearPlace(titles: [String]) -> SheetGuess.YearPlace {
        if PeriodReader.findYear(in: titles.joined(separator: "\n")).value != nil { return .title }
        if PeriodReader.findYear(in: fileName).value != nil { return .fileName }
        return .unknown
    }
}
