public import Languages
public import VisitorModel

/// A day of the week, Monday first as ISO 8601 has it.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
    case monday = 1
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
    case sunday

    /// The day's name: 月曜日, Monday.
    public var name: BilingualText {
        switch self {
        case .monday: BilingualText(ja: "月曜日", en: "Monday")
        case .tuesday: BilingualText(ja: "火曜日", en: "Tuesday")
        case .wednesday: BilingualText(ja: "水曜日", en: "Wednesday")
        case .thursday: BilingualText(ja: "木曜日", en: "Thursday")
        case .friday: BilingualText(ja: "金曜日", en: "Friday")
        case .saturday: BilingualText(ja: "土曜日", en: "Saturday")
        case .sunday: BilingualText(ja: "日曜日", en: "Sunday")
        }
    }
}

extension Day {
    /// The day of the week in the Gregorian calendar.
    public var weekday: Weekday {
        // Whole days since 0000-03-01, so that the leap day ends the counted year; that day was a Wednesday.
        let year = month.number > 2 ? month.year : month.year - 1
        let monthsSinceMarch = (month.number + 9) % 12
        let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * monthsSinceMarch + 2) / 5 + number - 1
        return Weekday(rawValue: (days + 2) % 7 + 1) ?? .monday
    }

    /// The next day.
    public var next: Day { advanced(by: 1) }

    /// The day before.
    public var previous: Day { advanced(by: -1) }

    /// The day one later or earlier.
    private func advanced(by step: Int) -> Day {
        if let day = Day(month: month, number: number + step) { return day }
        let neighbour = month.advanced(by: step)
        return Day(month: neighbour, number: step > 0 ? 1 : neighbour.dayCount) ?? self
    }
}

extension Month {
    /// The month's days, in order.
    public var days: [Day] { (1...dayCount).compactMap { Day(month: self, number: $0) } }

    /// The day of the n-th occurrence of a weekday.
    func day(_ weekday: Weekday, occurrence: Int) -> Day? {
        days.filter { $0.weekday == weekday }.dropFirst(occurrence - 1).first
    }
}
