import Languages
import Testing
import VisitorMetrics
import VisitorModel

/// Golden values worked out by hand from the published files.
struct DigitalSeriesTests {
    let figures = Figures(table: CountTable(DigitalSeries.observations))

    @Test(arguments: [
        ("2021", "trial", 282_339), ("2021", "annual", 431_381), ("2022", "trial", 354_874),
        ("2022", "annual", 557_376), ("2023", "trial", 344_586), ("2023", "annual", 534_908),
        ("2024", "monthly", 523_874), ("2024", "annual", 537_943), ("2025", "monthly", 541_354),
        ("2025", "annual", 546_640), ("2026", "monthly", 286_835),
    ])
    func `a release that is asked for is added up alone`(year: String, vintage: String, total: Int) throws {
        let figure = figures.figure(
            of: try DigitalSeries.definition(), in: year, by: .calendarYear, vintage: vintage)
        #expect(figure?.value == ExactDecimal(total))
        #expect(figure?.id == "exchange-population@1:mine-city:\(year):*~\(vintage)")
    }

    @Test(arguments: [("2021", 431_381), ("2023", 534_908), ("2024", 537_943), ("2025", 546_640), ("2026", 286_835)])
    func `the best release of each month is taken`(year: String, total: Int) throws {
        let figure = figures.figure(of: try DigitalSeries.definition(), in: year, by: .calendarYear)
        #expect(figure?.value == ExactDecimal(total))
        #expect(figure?.status == .estimated)
    }

    @Test func `fiscal years take January to March from the next year`() throws {
        let definition = try DigitalSeries.definition()
        let year2024 = figures.figure(of: definition, in: "FY2024", by: .fiscalYear)
        let year2025 = figures.figure(of: definition, in: "FY2025", by: .fiscalYear)
        #expect(year2024?.value == 547_328)
        #expect(year2024?.vintages == ["annual"])
        #expect(year2025?.value == 566_317)
        #expect(year2025?.vintages == ["annual", "monthly"])
        #expect(year2025?.notices.map(\.ja) == ["複数の公表版(annual、monthly)の数値を合わせています。"])
    }

    @Test func `growth within a release is given and across releases refused`() throws {
        let definition = try DigitalSeries.definition()
        let now = try #require(figures.figure(of: definition, in: "2024", by: .calendarYear))
        let same = figures.figure(of: definition, in: "2023", by: .calendarYear)
        let trial = figures.figure(of: definition, in: "2023", by: .calendarYear, vintage: "trial")
        #expect(Growth(of: now, over: same).percent == decimal("0.6"))
        let mixed = Growth(of: now, over: trial)
        #expect(mixed.percent == nil)
        #expect(mixed.refusal == .differentVintages(current: ["annual"], base: ["trial"]))
        #expect(
            mixed.refusal?.reason().en
                == "The releases differ (annual now, trial a year before), so no rate is given.")
        // What would have been printed without the refusal.
        #expect(
            decimal("537943").subtracting(344_586)?.multiplied(by: 100)?.divided(by: 344_586, fractionDigits: 1)
                == decimal("56.1"))
    }

    @Test(arguments: [
        ("2021", "0.166", "1.451", "3.51", "2021-11"), ("2022", "0.2402", "1.945", "4.9", "2022-08"),
        ("2023", "0.1896", "1.763", "3.46", "2023-08"), ("2024", "0.2079", "1.944", "3.7", "2024-08"),
        ("2025", "0.173", "1.713", "3.29", "2025-08"),
    ])
    func `seasonality of five years`(year: String, gini: String, mean: String, trough: String, peak: String) throws {
        let monthly = figures.figures(FigureQuery(of: try DigitalSeries.definition(), by: .month))
        let seasonality = try Seasonality(of: period(year), in: monthly)
        #expect(seasonality.gini == decimal(gini))
        #expect(seasonality.peakToMean == decimal(mean))
        #expect(seasonality.peakToTrough == decimal(trough))
        #expect(seasonality.peakMonths == [month(peak)])
        #expect(seasonality.evenness.adding(seasonality.gini) == 1)
    }

    @Test func `a year with six months has no seasonality`() throws {
        let monthly = figures.figures(FigureQuery(of: try DigitalSeries.definition(), by: .month))
        let missing = (7...12).compactMap { Month(year: 2026, number: $0) }
        #expect(throws: Seasonality.Refusal.unknownMonths(missing)) {
            try Seasonality(of: period("2026"), in: monthly)
        }
    }

    @Test func `a year in progress is compared like for like within one release only`() throws {
        let definition = try DigitalSeries.definition()
        let monthly = try #require(figures.likeForLike(of: definition, in: period("2026"), vintage: "monthly"))
        // 286,835 against January to June 2025 of the monthly files, 237,483.
        #expect(monthly.current == 286_835)
        #expect(monthly.base == 237_483)
        #expect(try monthly.rate.get() == decimal("20.8"))
        #expect(monthly.months == (1...6).compactMap { Month(year: 2026, number: $0) })
        let best = try #require(figures.likeForLike(of: definition, in: period("2026")))
        #expect(best.months.isEmpty)
        #expect(best.leftOut.count == 6)
        #expect(best.leftOut.first?.why == .differentVintages(now: "monthly", yearBefore: "annual"))
    }
}
