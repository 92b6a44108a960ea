import Languages
import Testing
import VisitorMetrics
import VisitorModel

struct JapaneseHolidaysTests {
    func day(_ id: String) throws -> Day {
        guard case .day(let day)? = Period(id: id) else { throw Absent() }
        return day
    }

    struct Absent: Error {}

    @Test(arguments: 1949...2030) func `every holiday of a year is where an independent list has it`(year: Int) throws {
        let listed = try #require(ListedHolidays.byYear[year])
        let computed = JapaneseHolidays(years: year...year).all.map { holiday in
            String(holiday.day.id.dropFirst(5).filter { $0 != "-" })
        }
        #expect(computed.joined(separator: " ") == listed)
    }

    @Test func `the year the act came into force has only its last three holidays`() {
        let days = JapaneseHolidays(years: 1948...1948).all.map(\.day.id)
        #expect(days == ["1948-09-23", "1948-11-03", "1948-11-23"])
    }

    @Test(arguments: [
        ("1973-04-30", "振替休日"), ("1986-05-04", ""), ("1988-05-04", "国民の休日"), ("2008-05-06", "振替休日"),
        ("2009-09-22", "国民の休日"), ("2019-04-30", "国民の休日"), ("2019-05-01", "天皇の即位の日"), ("2019-05-02", "国民の休日"),
        ("2019-12-23", ""), ("2020-07-24", "スポーツの日"), ("2020-10-12", ""), ("2021-08-09", "振替休日"),
    ])
    func `days that once were or stopped being holidays bear their name`(id: String, name: String) throws {
        let day = try day(id)
        let year = day.month.year
        #expect((JapaneseHolidays(years: year...year)[day]?.name.ja ?? "") == name)
    }

    @Test func `years the rules do not know have no holidays`() {
        #expect(JapaneseHolidays(years: 1900...1947).all.isEmpty)
        #expect(JapaneseHolidays(years: 2100...2101).all.isEmpty)
    }

    @Test func `weekdays hold across leap days and centuries`() throws {
        // 1868-10-23 (first day of Meiji), 1900-03-01 (no leap day in 1900), 2000-02-29, 2019-05-01.
        #expect(try day("1868-10-23").weekday == .friday)
        #expect(try day("1900-03-01").weekday == .thursday)
        #expect(try day("2000-02-29").weekday == .tuesday)
        #expect(try day("2019-05-01").weekday == .wednesday)
    }

    @Test func `the ten days of spring 2019 are one run and May gained two days off`() {
        let may2019 = DayMix(of: month("2019-05"))
        #expect((may2019.weekdays, may2019.saturdays, may2019.sundaysAndHolidays) == (19, 3, 9))
        #expect(may2019.longestRun == 10)
        #expect(DayMix(of: month("2019-04")).longestRun == 10)
        let may2018 = DayMix(of: month("2018-05"))
        #expect((may2018.weekdays, may2018.saturdays, may2018.sundaysAndHolidays) == (21, 3, 7))
    }

    @Test func `growth is split into the calendar's part and the rest`() throws {
        let weights = DayWeights(saturday: 2, sundayOrHoliday: decimal("2.5"))
        let growth = try #require(
            CalendarAdjustedGrowth(of: month("2019-05"), now: 200_000, before: 180_000, weights: weights))
        // 47.5 weighted days against 44.5: by hand 11.11, 6.74 and 4.09 per cent.
        #expect(growth.plain == decimal("11.1"))
        #expect(growth.calendar == decimal("6.7"))
        #expect(growth.adjusted == decimal("4.1"))
    }

    @Test func `weights come from daily counts`() throws {
        var counts: [Day: Int] = [:]
        for day in month("2018-05").days {
            let isOff = day.weekday == .sunday || ["2018-05-03", "2018-05-04", "2018-05-05"].contains(day.id)
            counts[day] = isOff ? 300 : day.weekday == .saturday ? 150 : 100
        }
        let weights = try #require(DayWeights(of: counts))
        #expect(weights.saturday == decimal("1.5"))
        #expect(weights.sundayOrHoliday == 3)
        #expect(DayWeights(of: counts.filter { $0.key.weekday != .saturday }) == nil)
    }
}
