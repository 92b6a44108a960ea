import Languages
import Testing
import VisitorMetrics
import VisitorModel

/// Values from a separate calculation in Python over the published months of Mine (best edition of each year).
struct SeasonalityVariantTests {
    @Test(arguments: [
        (2021, "0.981", "0.2953", "0.285", "0.689", "0.834"), (2023, "0.9757", "0.3532", "0.2887", "0.5671", "0.8104"),
        (2025, "0.9806", "0.3154", "0.3043", "0.5836", "0.827"),
    ])
    func `every named variant of evenness agrees`(
        year: Int, entropy: String, variation: String, low: String, mean: String, gini: String
    ) throws {
        let figures = Figures(table: CountTable(DigitalSeries.observations))
        let months = figures.figures(FigureQuery(of: try DigitalSeries.definition(), by: .month))
        let seasonality = try Seasonality(of: .calendarYear(CalendarYear(year)), in: months)
        #expect(seasonality.evenness(by: .entropy) == decimal(entropy))
        #expect(seasonality.variation == decimal(variation))
        #expect(seasonality.evenness(by: .lowToPeak) == decimal(low))
        #expect(seasonality.evenness(by: .meanToPeak) == decimal(mean))
        #expect(seasonality.evenness(by: .oneMinusGini) == decimal(gini))
        #expect(seasonality.relativeRedundancy.adding(seasonality.relativeEntropy) == 1)
    }

    @Test func `one month with everybody is as uneven as can be and names differ`() throws {
        let definition = try definition(["a"])
        let figures = zip(months(of: 2018), Array(repeating: 0, count: 11) + [7]).map {
            figure($1, $0, of: definition, reported: 1, expected: 1)
        }
        let one = try Seasonality(of: period("2018"), in: figures)
        #expect(one.relativeEntropy == 0)
        #expect(one.evenness(by: .lowToPeak) == 0)
        #expect(Set(EvennessVariant.allCases.map(\.name.ja)).count == EvennessVariant.allCases.count)
    }
}
