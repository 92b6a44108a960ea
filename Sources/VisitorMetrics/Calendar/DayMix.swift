public import Languages
public import VisitorModel

/// What sort of day visitors see in a calendar.
public enum DayKind: String, Sendable, Hashable, CaseIterable {
    /// Monday to Friday, no holiday.
    case weekday
    /// A Saturday that is no holiday.
    case saturday
    /// A Sunday or a public holiday.
    case sundayOrHoliday = "sunday-or-holiday"

    /// What people call it.
    public var name: BilingualText {
        switch self {
        case .weekday: BilingualText(ja: "平日", en: "working days")
        case .saturday: BilingualText(ja: "土曜日", en: "Saturdays")
        case .sundayOrHoliday: BilingualText(ja: "日曜・祝日", en: "Sundays and holidays")
        }
    }
}

/// How many days of each sort a month has: part of a rise or fall is the calendar's, not the visitors'.
public struct DayMix: Sendable, Hashable {
    /// Monday to Friday, no holiday.
    public let weekdays: Int
    /// Saturdays that are no holidays.
    public let saturdays: Int
    /// Sundays and public holidays.
    public let sundaysAndHolidays: Int
    /// The longest run of days off, which may reach into the months beside it: ten in spring 2019.
    public let longestRun: Int

    /// Counts a month's days.
    public init(of month: Month) {
        let years = month.advanced(by: -1).year...month.advanced(by: 1).year
        let holidays = JapaneseHolidays(years: years)
        func kind(_ day: Day) -> DayKind {
            if holidays[day] != nil || day.weekday == .sunday { return .sundayOrHoliday }
            return day.weekday == .saturday ? .saturday : .weekday
        }
        let kinds = month.days.map(kind)
        weekdays = kinds.count { $0 == .weekday }
        saturdays = kinds.count { $0 == .saturday }
        sundaysAndHolidays = kinds.count { $0 == .sundayOrHoliday }
        var longest = 0
        var run = 0
        for day in [month.advanced(by: -1), month, month.advanced(by: 1)].flatMap(\.days) {
            run = kind(day) == .weekday ? 0 : run + 1
            // A run counts for the month when it touches it.
            let touches = day.month == month || (day.month > month && run > day.number)
            if touches { longest = max(longest, run) }
        }
        longestRun = longest
    }

    /// The number of days of a kind.
    public subscript(kind: DayKind) -> Int {
        switch kind {
        case .weekday: weekdays
        case .saturday: saturdays
        case .sundayOrHoliday: sundaysAndHolidays
        }
    }
}

/// How many visitors a day of each kind brings, a working day being 1.
public struct DayWeights: Sendable, Hashable {
    /// The weight of a Saturday.
    public let saturday: ExactDecimal
    /// The weight of a Sunday or holiday.
    public let sundayOrHoliday: ExactDecimal

    /// Weights from an earlier study or from a counter's daily record.
    public init(saturday: ExactDecimal, sundayOrHoliday: ExactDecimal) {
        self.saturday = saturday
        self.sundayOrHoliday = sundayOrHoliday
    }

    /// Weights from daily counts: the mean of each kind of day over the mean working day, with three digits.
    ///
    /// - Returns: `nil` when a kind of day does not occur, or nobody came on working days.
    public init?(of counts: [Day: Int]) {
        guard let first = counts.keys.min(), let last = counts.keys.max() else { return nil }
        let holidays = JapaneseHolidays(years: first.month.year...last.month.year)
        var sums: [DayKind: (visits: Int, days: Int)] = [:]
        for (day, visits) in counts {
            let isOff = holidays[day] != nil || day.weekday == .sunday
            let kind: DayKind = isOff ? .sundayOrHoliday : day.weekday == .saturday ? .saturday : .weekday
            sums[kind, default: (0, 0)].visits += visits
            sums[kind, default: (0, 0)].days += 1
        }
        guard let base = sums[.weekday], base.visits > 0 else { return nil }
        func weight(_ kind: DayKind) -> ExactDecimal? {
            guard let sum = sums[kind] else { return nil }
            return ExactDecimal(sum.visits * base.days).divided(
                by: ExactDecimal(sum.days * base.visits), fractionDigits: 3)
        }
        guard let saturday = weight(.saturday), let off = weight(.sundayOrHoliday) else { return nil }
        self.init(saturday: saturday, sundayOrHoliday: off)
    }

    /// A month's length in working days' worth of visits: `weekdays + w(sat) · saturdays + w(off) · days off`.
    public func weightedDays(_ mix: DayMix) -> ExactDecimal? {
        let saturdays = saturday.multiplied(by: ExactDecimal(mix.saturdays))
        let off = sundayOrHoliday.multiplied(by: ExactDecimal(mix.sundaysAndHolidays))
        return saturdays.flatMap { saturdays in off.flatMap { saturdays.adding($0) } }?
            .adding(ExactDecimal(mix.weekdays))
    }
}

/// A month's growth over the year before, split into what the calendar gave and what is left.
///
/// `adjusted = (now ÷ then) × (D(then) ÷ D(now)) − 1`, where D is the weighted number of days. The calendar's part is
/// `D(now) ÷ D(then) − 1`. Both in per cent with one digit.
public struct CalendarAdjustedGrowth: Sendable, Hashable {
    /// The month and its counterpart a year before.
    public let month: Month
    /// The days of the month.
    public let mix: DayMix
    /// The days of its counterpart.
    public let mixBefore: DayMix
    /// The growth as counted.
    public let plain: ExactDecimal
    /// What the calendar alone would have given.
    public let calendar: ExactDecimal
    /// The growth with equal calendars.
    public let adjusted: ExactDecimal

    /// Splits a growth; `nil` when the month before is zero or numbers are too long.
    public init?(of month: Month, now: ExactDecimal, before: ExactDecimal, weights: DayWeights) {
        let mix = DayMix(of: month)
        let mixBefore = DayMix(of: month.advanced(by: -12))
        guard let days = weights.weightedDays(mix), let daysBefore = weights.weightedDays(mixBefore),
            let scaledNow = now.multiplied(by: daysBefore), let scaledBefore = before.multiplied(by: days),
            case .success(let plain) = Growth.percentChange(from: before, to: now, 1),
            case .success(let calendar) = Growth.percentChange(from: daysBefore, to: days, 1),
            case .success(let adjusted) = Growth.percentChange(from: scaledBefore, to: scaledNow, 1)
        else { return nil }
        self.month = month
        self.mix = mix
        self.mixBefore = mixBefore
        self.plain = plain
        self.calendar = calendar
        self.adjusted = adjusted
    }
}
