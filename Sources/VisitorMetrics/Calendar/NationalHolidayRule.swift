import Languages
import VisitorModel

/// One paragraph of the Act: a name, the years it holds, and the day it gives.
struct NationalHolidayRule {
    /// How the day is found.
    enum When {
        case on(month: Int, day: Int)
        /// The second Monday: month 1, occurrence 2.
        case monday(month: Int, occurrence: Int)
        case springEquinox
        case autumnEquinox
    }

    let name: BilingualText
    let years: ClosedRange<Int>
    let when: When
    /// Years in which another law moved the day.
    var exceptions: Set<Int> = []

    /// All national holidays of a year, one-off days and moved days included.
    static func days(in year: Int) -> [(Day, BilingualText)] {
        let regular = all.filter { $0.years.contains(year) && !$0.exceptions.contains(year) }
            .compactMap { rule in rule.day(in: year).map { ($0, rule.name) } }
        let special = oneOff.compactMap { id, name -> (Day, BilingualText)? in
            guard case .day(let day)? = Period(id: id), day.month.year == year else { return nil }
            return (day, name)
        }
        // The Act came into force on 20 July 1948.
        return (regular + special).filter { $0.0.id >= "1948-07-20" }
    }

    private func day(in year: Int) -> Day? {
        switch when {
        case .on(let month, let day): Month(year: year, number: month).flatMap { Day(month: $0, number: day) }
        case .monday(let month, let occurrence):
            Month(year: year, number: month)?.day(.monday, occurrence: occurrence)
        case .springEquinox: Month(year: year, number: 3).flatMap { Day(month: $0, number: Equinox.spring(year)) }
        case .autumnEquinox: Month(year: year, number: 9).flatMap { Day(month: $0, number: Equinox.autumn(year)) }
        }
    }

    private static let last = 2099

    private static let all: [NationalHolidayRule] = [
        .init(name: .newYear, years: 1949...last, when: .on(month: 1, day: 1)),
        .init(name: .comingOfAge, years: 1949...1999, when: .on(month: 1, day: 15)),
        .init(name: .comingOfAge, years: 2000...last, when: .monday(month: 1, occurrence: 2)),
        .init(name: .foundation, years: 1967...last, when: .on(month: 2, day: 11)),
        .init(name: .emperor, years: 2020...last, when: .on(month: 2, day: 23)),
        .init(name: .springEquinox, years: 1949...last, when: .springEquinox),
        .init(name: .emperor, years: 1949...1988, when: .on(month: 4, day: 29)),
        .init(name: .greenery, years: 1989...2006, when: .on(month: 4, day: 29)),
        .init(name: .showa, years: 2007...last, when: .on(month: 4, day: 29)),
        .init(name: .constitution, years: 1949...last, when: .on(month: 5, day: 3)),
        .init(name: .greenery, years: 2007...last, when: .on(month: 5, day: 4)),
        .init(name: .children, years: 1949...last, when: .on(month: 5, day: 5)),
        .init(name: .marine, years: 1996...2002, when: .on(month: 7, day: 20)),
        .init(name: .marine, years: 2003...last, when: .monday(month: 7, occurrence: 3), exceptions: [2020, 2021]),
        .init(name: .mountain, years: 2016...last, when: .on(month: 8, day: 11), exceptions: [2020, 2021]),
        .init(name: .respect, years: 1966...2002, when: .on(month: 9, day: 15)),
        .init(name: .respect, years: 2003...last, when: .monday(month: 9, occurrence: 3)),
        .init(name: .autumnEquinox, years: 1948...last, when: .autumnEquinox),
        .init(name: .health, years: 1966...1999, when: .on(month: 10, day: 10)),
        .init(name: .health, years: 2000...2019, when: .monday(month: 10, occurrence: 2)),
        .init(name: .sports, years: 2022...last, when: .monday(month: 10, occurrence: 2)),
        .init(name: .culture, years: 1948...last, when: .on(month: 11, day: 3)),
        .init(name: .labour, years: 1948...last, when: .on(month: 11, day: 23)),
        .init(name: .emperor, years: 1989...2018, when: .on(month: 12, day: 23)),
    ]

    /// Days given by a law of their own: ceremonies of the imperial house, and the holidays moved for the Olympic Games.
    private static let oneOff: [(String, BilingualText)] = [
        ("1959-04-10", BilingualText(ja: "皇太子明仁親王の結婚の儀", en: "wedding of Crown Prince Akihito")),
        ("1989-02-24", BilingualText(ja: "昭和天皇の大喪の礼", en: "state funeral of Emperor Showa")),
        ("1990-11-12", BilingualText(ja: "即位礼正殿の儀", en: "enthronement ceremony")),
        ("1993-06-09", BilingualText(ja: "皇太子徳仁親王の結婚の儀", en: "wedding of Crown Prince Naruhito")),
        ("2019-05-01", BilingualText(ja: "天皇の即位の日", en: "accession of the Emperor")),
        ("2019-10-22", BilingualText(ja: "即位礼正殿の儀", en: "enthronement ceremony")),
        ("2020-07-23", .marine), ("2020-07-24", .sports), ("2020-08-10", .mountain),
        ("2021-07-22", .marine), ("2021-07-23", .sports), ("2021-08-08", .mountain),
    ]
}

/// The days of the equinoxes in Japan: the usual closed formula, good from 1900 to 2099.
///
/// `day = ⌊c + 0.242194 · (y − 1980)⌋ − ⌊(y − b) ÷ 4⌋`, with b = 1980 from 1980 on and 1983 before.
enum Equinox {
    static func spring(_ year: Int) -> Int { day(year, until1979: 20.8357, since1980: 20.8431) }

    static func autumn(_ year: Int) -> Int { day(year, until1979: 23.2588, since1980: 23.2488) }

    private static func day(_ year: Int, until1979: Double, since1980: Double) -> Int {
        let drift = 0.242194 * Double(year - 1980)
        let isLate = year >= 1980
        let leapDays = Double(year - (isLate ? 1980 : 1983)) / 4
        return Int(((isLate ? since1980 : until1979) + drift).rounded(.down) - trunc(leapDays))
    }

    private static func trunc(_ number: Double) -> Double { number.rounded(.towardZero) }
}

extension BilingualText {
    fileprivate static let newYear = BilingualText(ja: "元日", en: "New Year's Day")
    fileprivate static let comingOfAge = BilingualText(ja: "成人の日", en: "Coming of Age Day")
    fileprivate static let foundation = BilingualText(ja: "建国記念の日", en: "National Foundation Day")
    fileprivate static let emperor = BilingualText(ja: "天皇誕生日", en: "Emperor's Birthday")
    fileprivate static let springEquinox = BilingualText(ja: "春分の日", en: "Vernal Equinox Day")
    fileprivate static let greenery = BilingualText(ja: "みどりの日", en: "Greenery Day")
    fileprivate static let showa = BilingualText(ja: "昭和の日", en: "Showa Day")
    fileprivate static let constitution = BilingualText(ja: "憲法記念日", en: "Constitution Day")
    fileprivate static let children = BilingualText(ja: "こどもの日", en: "Children's Day")
    fileprivate static let marine = BilingualText(ja: "海の日", en: "Marine Day")
    fileprivate static let mountain = BilingualText(ja: "山の日", en: "Mountain Day")
    fileprivate static let respect = BilingualText(ja: "敬老の日", en: "Respect for the Aged Day")
    fileprivate static let autumnEquinox = BilingualText(ja: "秋分の日", en: "Autumnal Equinox Day")
    fileprivate static let health = BilingualText(ja: "体育の日", en: "Health and Sports Day")
    fileprivate static let sports = BilingualText(ja: "スポーツの日", en: "Sports Day")
    fileprivate static let culture = BilingualText(ja: "文化の日", en: "Culture Day")
    fileprivate static let labour = BilingualText(ja: "勤労感謝の日", en: "Labour Thanksgiving Day")
}
