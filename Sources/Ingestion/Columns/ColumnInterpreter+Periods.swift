import Diagnostics
import OfficeTables
import PipelineDefinition
import Tables
import VisitorModel

extension ColumnInterpreter {
    /// A period written in one text.
    func period(_ text: String) -> Reading {
        let role = roles.role(of: text)
        guard !LabelKey.isBlank(text) else { return role == .data ? .fault { .missing(at: $0) } : .role(role) }
        do throws(PeriodFault) {
            return reading(of: try readPeriod(text), text: text)
        } catch {
            if role != .data { return .role(role) }
            if case .wrongKind(let found, let expected) = error, found.isLonger(thanAllOf: expected) {
                // The year's figure beside its months is a sum of them, whatever it is called.
                return .role(.total)
            }
            let fault = error
            return .fault { fault.diagnostic(text: text, position: $0) }
        }
    }

    private func readPeriod(_ text: String) throws(PeriodFault) -> ReadPeriod {
        switch column.source {
        case .title, .fileName:
            // A title or a file's name holds the period among other words.
            switch periods.find(in: text) {
            case .found(let read): return read
            case .ambiguous(let several): throw .ambiguous(several.map(\.period.firstMonth.year))
            case .none: return try periods.read(text)
            }
        default: break
        }
        guard column.firstDayNamesPeriod, let kind = column.type.periodKind, kind != .day else {
            return try periods.read(text)
        }
        let read = try PeriodReader().read(text)
        guard case .day(let day) = read.period else { return try periods.read(text) }
        guard let period = Period(kind: kind, beginningOn: day) else {
            throw .wrongKind(found: read.period, expected: [kind])
        }
        return ReadPeriod(period: period, isTotal: false, notices: [])
    }

    private func reading(of read: ReadPeriod, text: String) -> Reading {
        if read.isTotal { return .role(.total) }
        let notices = read.notices.map { notice in
            { @Sendable (position: SourcePosition) in notice.diagnostic(text: text, position: position) }
        }
        return .value(.period(read.period), roundingHalfWidth: 0, notices: notices)
    }

    /// A period whose year stands in another place than its months.
    func periodInParts(_ text: String, yearText: String, assumesFiscal: Bool) -> Reading {
        let role = roles.role(of: text)
        if role != .data { return .role(role) }
        switch column.yearSource {
        case .field, .sheetColumn, .header, .upperHeader:
            // 前年比 beside the years of a header is no year; a title may end in 合計 and still hold one.
            let role = roles.role(of: yearText)
            if role != .data { return .role(role) }
        default: break
        }
        let kind = column.type.periodKind ?? .month
        do throws(PeriodFault) {
            let span = try MonthSpan(text)
            let year = try readYear(yearText)
            let basis: YearBasis =
                column.yearIsFiscal.map { $0 ? .fiscal : .calendar } ?? (assumesFiscal ? .fiscal : year.basis)
            let period = try PeriodReader.combine(year: year.number, basis: basis, months: span)
            guard period.kind == kind else {
                if period.isLonger(thanAllOf: [kind]) { return .role(.total) }
                throw .wrongKind(found: period, expected: [kind])
            }
            let notices = year.notices.map { notice in
                { @Sendable (position: SourcePosition) in notice.diagnostic(text: yearText, position: position) }
            }
            return .value(.period(period), roundingHalfWidth: 0, notices: notices)
        } catch {
            if let read = try? PeriodReader().read(text) {
                // A month with its own year needs no other; a year among months is their sum.
                if read.period.kind == kind { return reading(of: read, text: text) }
                if read.period.isLonger(thanAllOf: [kind]) { return .role(.total) }
            }
            // A 13 where a month belongs is a slip of the pen; only 年 makes it a year.
            if text.contains("年"), let read = try? PeriodReader().read(JapaneseEra.heisei.rawValue + text),
                read.period.isLonger(thanAllOf: [kind])
            {
                // 28年度 below the months of 平成29年度: whichever era, it is a year and no month.
                return .role(.total)
            }
            let fault = error
            let shown = text.isEmpty ? yearText : text
            return .fault { fault.diagnostic(text: shown, position: $0) }
        }
    }

    /// A title or file name holds the year among other words; a cell holds the year alone.
    private func readYear(_ text: String) throws(PeriodFault) -> ReadYear {
        switch column.yearSource {
        case .title, .fileName:
            switch PeriodReader.findYear(in: text) {
            case .found(let year): return year
            case .ambiguous(let years): throw .ambiguous(years.map(\.number))
            case .none: throw .yearUnknown
            }
        case .section:
            if let year = try? PeriodReader.readYear(text) { return year }
            if case .found(let year) = PeriodReader.findYear(in: text) { return year }
            throw .yearUnknown
        default: return try PeriodReader.readYear(text)
        }
    }
}

extension Period {
    /// How long a period is, from day to year.
    private var rank: Int {
        switch kind {
        case .day: 0
        case .month: 1
        case .quarter: 2
        case .half: 3
        case .calendarYear, .fiscalYear, .twelveMonths: 4
        }
    }

    /// Whether the period is longer than periods of any of the kinds.
    func isLonger(thanAllOf kinds: Set<Kind>) -> Bool {
        kinds.allSatisfy { kind in
            switch kind {
            case .day: rank > 0
            case .month: rank > 1
            case .quarter: rank > 2
            case .half: rank > 3
            case .calendarYear, .fiscalYear, .twelveMonths: false
            }
        }
    }

    /// The period of a kind that begins on a day; `nil` when none does.
    fileprivate init?(kind: Kind, beginningOn day: Day) {
        guard day.number == 1 else { return nil }
        switch kind {
        case .day: self = .day(day)
        case .month: self = .month(day.month)
        case .quarter:
            guard day.month.number % 3 == 1 else { return nil }
            self = .quarter(day.month.quarter)
        case .half, .twelveMonths:
            // A day names the quarter or the year it begins; which half or run of months it means, it does not say.
            return nil
        case .calendarYear:
            guard day.month.number == 1 else { return nil }
            self = .calendarYear(day.month.calendarYear)
        case .fiscalYear:
            guard day.month.number == 4 else { return nil }
            self = .fiscalYear(day.month.fiscalYear)
        }
    }
}
