import Languages
import Reporting
import Testing
import VisitorMetrics
import VisitorModel

/// Seasonality and comparison as machines and people read them.
struct MetricSheetsTests {
    private static func naming(_ id: String) -> BilingualText { BilingualText(verbatim: id) }

    private func definition(designated: Bool = false) throws -> MetricDefinition {
        let places = try PlaceTree([
            Place(id: "city", names: BilingualText(verbatim: "City"), kind: .destination),
            Place(id: "cave", names: BilingualText(verbatim: "Cave"), kind: .spot, parent: "city"),
            Place(id: "hill", names: BilingualText(verbatim: "Hill"), kind: .spot, parent: "city"),
        ])
        return MetricDefinition(
            name: "visits", version: 1, titles: BilingualText(verbatim: "visits"),
            formula: BilingualText(verbatim: "f"),
            measure: "visitors", unit: .personSpots, cut: try Cut(of: "city", members: ["cave", "hill"], in: places),
            source: BilingualText(verbatim: "plan"), designation: designated ? DesignationThresholds() : nil)
    }

    /// Two places over three years; the hill lacks one month of the last.
    private func figures() -> Figures {
        let years = [2016, 2017, 2018].flatMap { CalendarYear($0).months }
        let observations = years.enumerated().flatMap { index, month -> [Observation] in
            [("cave", 2_000 + index), ("hill", 700 + 10 * index)].compactMap { place, number in
                if place == "hill", month.id == "2018-09" { return nil }
                return Observation(
                    series: SeriesKey(measure: "visitors", place: place), period: .month(month),
                    value: ObservedValue(ExactDecimal(number), status: .final), unit: .personSpots,
                    provenance: Provenance(row: 1))
            }
        }
        return Figures(table: CountTable(observations))
    }

    private func sheet(_ year: Int, weighted: Bool) throws -> ComparisonSheet {
        let (figures, definition) = (figures(), try definition(designated: true))
        let years = figures.figures(FigureQuery(of: definition, by: .calendarYear))
        let period = Period.calendarYear(CalendarYear(year))
        let growth = try #require(Growth.yearOnYear(in: years).first { $0.current.period == period })
        let weighting = PeriodComparison.Weighting(
            titles: BilingualText(verbatim: "days"), source: BilingualText(verbatim: "study"), origin: .illustrative,
            weights: DayWeights(saturday: 2, sundayOrHoliday: 3))
        return ComparisonSheet(
            PeriodComparison(
                asCounted: growth, likeForLike: figures.likeForLike(of: definition, in: period),
                weighting: weighted ? weighting : nil,
                designation: figures.designationEffect(of: definition, in: period)))
    }

    @Test(arguments: [2016, 2017, 2018], [true, false])
    func `a comparison keeps to its schema`(year: Int, weighted: Bool) throws {
        #expect(violations(of: try sheet(year, weighted: weighted).json, against: ComparisonSchema.value) == [])
    }

    @Test func `a year that lacks a report has no rate as counted and one like for like`() throws {
        let sheet = try sheet(2018, weighted: true)
        #expect(sheet.comparison.asCounted.percent == nil)
        let like = try #require(sheet.comparison.likeForLike)
        #expect((try? like.rate.get()) != nil)
        let notes = sheet.notes(in: .english, places: Self.naming)
        #expect(notes.contains { $0.contains("As counted: 2018 is not whole") })
        #expect(notes.contains { $0.contains("illustrative") })
        let rows = sheet.table(in: .english, places: Self.naming).rows
        #expect(rows.first?.cells.last?.emphasis == .missing)
        #expect(sheet.daysTable(in: .english)?.rows.count == 12)
    }

    @Test func `without weights nothing is said about what the calendar gave`() throws {
        let sheet = try sheet(2017, weighted: false)
        #expect(!sheet.table(in: .english, places: Self.naming).rows.contains { $0.header.contains("calendar") })
        #expect(sheet.notes(in: .japanese, places: Self.naming).contains { $0.contains("day-weights") })
    }

    @Test func `a year with an unknown month has its reason and no numbers`() throws {
        let (figures, definition) = (figures(), try definition())
        let months = figures.figures(FigureQuery(of: definition, by: .month))
        let years = [2017, 2018].map { Period.calendarYear(CalendarYear($0)) }.map { year in
            do throws(Seasonality.Refusal) {
                return YearSeasonality(year: year, result: .success(try Seasonality(of: year, in: months)))
            } catch {
                return YearSeasonality(year: year, result: .failure(error))
            }
        }
        let sheet = SeasonalitySheet(definition: definition, place: "city", years: years)
        #expect(violations(of: sheet.json, against: SeasonalitySchema.value) == [])
        #expect(sheet.notes(in: .english).contains { $0.hasPrefix("2018: 1 of 12 months") })
        let rows = sheet.table(in: .english, places: Self.naming).rows
        #expect(rows[1].cells.allSatisfy { $0.emphasis == .missing })
        // Python: Σ(2i − 13)·x(i) ÷ (12·Σx) over 2,832 + 11·i, i in 0..<12.
        #expect(rows[0].cells[4].exact == "0.0076")
    }
}
