import Languages
import Testing
import VisitorMetrics
import VisitorModel

struct ShareSeriesTests {
    /// A city's months of two markets beside the country's; July of the city is missing, and so is August of the country.
    private func figures() throws -> (figures: Figures, share: MetricDefinition, total: MetricDefinition) {
        var share = try definition(["mine-city"], unit: .perMille, markets: ["TW", "KR", "unknown"])
        share.derivation = .share(of: "arrivals@1")
        let total = MetricDefinition(
            name: "arrivals", version: 1, titles: text("arrivals"), formula: text("sum"), measure: "arrivals",
            unit: .personTrips, cut: try cut(["japan"], of: "japan"), markets: ["TW", "KR", "other"], source: text("s"))
        var observations: [Observation] = []
        for (index, id) in (months(of: 2017) + months(of: 2018)).enumerated() {
            for (market, ours, theirs) in [("TW", 1_000, 400_000), ("KR", 500, 600_000)] {
                if id != "2018-07" { observations.append(count(ours + index, "mine-city", id, market: market)) }
                if id != "2018-08" { observations.append(arrivals(theirs + 10 * index, id, market)) }
            }
            observations.append(count(40, "mine-city", id, market: "unknown"))
            observations.append(arrivals(90_000, id, "other"))
        }
        return (Figures(table: CountTable(observations)), share, total)
    }

    private func arrivals(_ number: Int, _ id: String, _ market: String) -> Observation {
        Observation(
            series: SeriesKey(measure: "arrivals", place: "japan", segment: Segment(market: market)),
            period: period(id), value: ObservedValue(ExactDecimal(number), status: .provisional), unit: .personTrips,
            provenance: Provenance(row: 1))
    }

    private func shares(_ grain: FigureQuery.Grain, _ split: FigureQuery.Split) throws -> [Figure] {
        let (figures, share, total) = try figures()
        return figures.shares(
            FigureQuery(of: share, by: grain, split: split), of: total, baseUnit: .personSpots)
    }

    @Test func `a market's share is its visits here per thousand of its arrivals in the country`() throws {
        let year = try #require(
            try shares(.calendarYear, .market).first { $0.period == period("2017") && $0.segment.market == "TW" })
        // Python: round(1000 * sum(1000 + i for i in range(12)) / sum(400000 + 10*i for i in range(12)), 3)
        #expect(year.value == decimal("2.513"))
        #expect(year.coverage.isWhole)
        #expect(year.status == .provisional)
        #expect(year.id == "exchange-population@1:mine-city:2017:market=TW")
    }

    @Test func `months that one side lacks are left out of both and the year is not whole`() throws {
        let year = try #require(
            try shares(.calendarYear, .market).first { $0.period == period("2018") && $0.segment.market == "KR" })
        // Python: ten months of i in 12..23 without 18 (July) and 19 (August).
        #expect(year.value == decimal("0.862"))
        #expect(!year.coverage.isWhole)
        #expect(year.coverage.reported == 10)
        #expect(year.coverage.missing.map(\.month) == [month("2018-07"), month("2018-08")])
        #expect(year.wholeValue == nil)
        #expect(year.notices.contains { $0.en.contains("10 of 12 months") })
    }

    @Test func `all together counts the unknown here and the others there`() throws {
        let year = try #require(try shares(.calendarYear, .none).first { $0.period == period("2017") })
        // Python: sum of 1540 + 2i over sum of 1090000 + 20i, i in 0..<12.
        #expect(year.value == decimal("1.423"))
    }

    @Test func `only markets both sides count by name have a share, and no place has one`() throws {
        #expect(Set(try shares(.month, .market).map(\.segment.market)) == ["TW", "KR"])
        #expect(try shares(.month, .place).isEmpty)
    }

    @Test func `an index of the share uses the months of the year that both years have on both sides`() throws {
        let (figures, share, total) = try figures()
        let series = figures.shareSeries(
            FigureQuery(of: share, by: .month, split: .market), of: total, baseUnit: .personSpots)
        let taiwan = try #require(series.first { $0.market == "TW" })
        let index = try #require(taiwan.index(of: period("2018"), to: period("2017")))
        #expect(index.base.months.count == 10)
        #expect(!index.base.months.contains(month("2017-07")))
        // Python, over the ten months: 101.2
        #expect(index.value == decimal("101.2"))
        #expect(taiwan.index(of: period("2018"), to: period("FY2017")) == nil)
    }
}
