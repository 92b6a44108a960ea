public import Languages
public import VisitorModel

/// The public holidays 国民の祝日 of Japan, by the rules of the Act on National Holidays 祝日法 and its amendments.
///
/// Known from the Act's coming into force on 20 July 1948 to 2099, the last year the equinox formula is good for.
/// The equinox days of years to come are announced each February for the year after; until then they are a forecast.
public struct JapaneseHolidays: Sendable {
    /// The years that are known. In 1948 only the days after the Act came into force.
    public static let years = 1948...2099

    /// One holiday.
    public struct Holiday: Sendable, Hashable {
        /// The day.
        public let day: Day
        /// What it is called, 振替休日 and 国民の休日 included.
        public let name: BilingualText
        /// Whether it stands in for another: a substitute holiday, or a day between two holidays.
        public let isDerived: Bool
    }

    private let names: [Day: Holiday]

    /// The holidays of some years; those outside ``years`` have none and are not known.
    public init(years: ClosedRange<Int>) {
        var names: [Day: Holiday] = [:]
        for year in years where Self.years.contains(year) {
            for holiday in Self.holidays(of: year) { names[holiday.day] = holiday }
        }
        self.names = names
    }

    /// The holiday on a day.
    public subscript(day: Day) -> Holiday? { names[day] }

    /// All holidays in order.
    public var all: [Holiday] { names.values.sorted { $0.day < $1.day } }

    /// A year's holidays with those derived from them.
    private static func holidays(of year: Int) -> [Holiday] {
        let national = NationalHolidayRule.days(in: year)
        var known: [Day: BilingualText] = [:]
        // Days that two names claim keep the first; the two never fall together under the rules so far.
        for (day, name) in national where known[day] == nil { known[day] = name }
        var holidays = known.map { Holiday(day: $0.key, name: $0.value, isDerived: false) }
        let substitutes = substitutes(for: known)
        holidays += substitutes.map { Holiday(day: $0, name: .substituteHoliday, isDerived: true) }
        holidays += between(known, substitutes: substitutes).map {
            Holiday(day: $0, name: .citizensHoliday, isDerived: true)
        }
        return holidays
    }

    /// 振替休日: since 12 April 1973 the Monday after a holiday on a Sunday; since 2007 the next day that is none.
    private static func substitutes(for national: [Day: BilingualText]) -> Set<Day> {
        var substitutes: Set<Day> = []
        for day in national.keys where day.weekday == .sunday && day.id >= "1973-04-12" {
            var next = day.next
            if day.month.year >= 2007 { while national[next] != nil { next = next.next } }
            if national[next] == nil { substitutes.insert(next) }
        }
        return substitutes
    }

    /// 国民の休日: since 27 December 1985 a day between two holidays; until 2006 not when it is a Sunday or a substitute.
    private static func between(_ national: [Day: BilingualText], substitutes: Set<Day>) -> [Day] {
        national.keys.map(\.next).filter { day in
            day.id >= "1985-12-27" && national[day] == nil && national[day.next] != nil && !substitutes.contains(day)
                && (day.month.year >= 2007 || day.weekday != .sunday)
        }
    }
}

extension BilingualText {
    fileprivate static let substituteHoliday = BilingualText(ja: "振替休日", en: "substitute holiday")
    fileprivate static let citizensHoliday = BilingualText(ja: "国民の休日", en: "citizens' holiday")
}
