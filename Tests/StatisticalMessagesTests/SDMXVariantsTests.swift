import StatisticalMessages
import Testing

/// Twelve exchange rates in every layout SDMX-ML 2.1 has; what differs is where an attribute stands.
struct SDMXVariantsTests {
    /// Currency, period, rate, decimals, title: computed from the files with Python's xml.etree.
    private static let rates: Set<String> = [
        "CHF 2010-08 1.3413 4 ECB reference exchange rate, Swiss franc/Euro",
        "CHF 2010-09 1.3089 4 ECB reference exchange rate, Swiss franc/Euro",
        "CHF 2010-10 1.3452 4 ECB reference exchange rate, Swiss franc/Euro",
        "GBP 2010-08 0.82363 5 ECB reference exchange rate, U.K. Pound sterling /Euro",
        "GBP 2010-09 0.83987 5 ECB reference exchange rate, U.K. Pound sterling /Euro",
        "GBP 2010-10 0.87637 5 ECB reference exchange rate, U.K. Pound sterling /Euro",
        "JPY 2010-08 110.04 2 ECB reference exchange rate, Japanese yen/Euro",
        "JPY 2010-09 110.26 2 ECB reference exchange rate, Japanese yen/Euro",
        "JPY 2010-10 113.67 2 ECB reference exchange rate, Japanese yen/Euro",
        "USD 2010-08 1.2894 4 ECB reference exchange rate, U.S. dollar/Euro",
        "USD 2010-09 1.3067 4 ECB reference exchange rate, U.S. dollar/Euro",
        "USD 2010-10 1.3898 4 ECB reference exchange rate, U.S. dollar/Euro",
    ]

    private static let layouts = ["flat", "ts", "ts-gf", "xs"]
    static let files =
        layouts.flatMap { ["ng-\($0)", "ng-\($0)-ss", "rg-\($0)", "rg-\($0)-ss"] }
        + layouts.map { "sg-\($0)" } + ["sg-ts-ss", "sg-ts-gf-ss", "sg-xs-ss"]

    private static let fields = ["@CURRENCY", "period", "value", "@DECIMALS", "@TITLE"]

    @Test(arguments: files)
    func `every layout gives the same twelve rates with the same attributes`(name: String) throws {
        let reading = try MessageReading(input: "sdmx/\(name).xml", .sdmx, Self.fields)
        #expect(reading.error == nil)
        let rates = name == "rg-xs" || name == "sg-xs" ? Self.ratesAsMisprinted : Self.rates
        #expect(reading.observations.count == 12)
        #expect(Set(reading.lines) == rates)
        #expect(reading.summary?.notices == [])
    }

    @Test(arguments: files)
    func `unit, status and the attributes of groups are there in every layout`(name: String) throws {
        let reading = try MessageReading(
            input: "sdmx/\(name).xml", .sdmx,
            [
                "unit", "scale", "status", "@FREQ", "@CURRENCY_DENOM", "@EXR_TYPE", "@EXR_VAR", "@COLL_METHOD",
                "@CONF_STATUS_OBS",
            ])
        let expected = ["CHF", "GBP", "JPY", "USD"].map {
            "\($0) 0 reported M EUR SP00 E Average of observations through period F"
        }
        #expect(Set(reading.lines) == Set(expected))
    }

    /// These two files call October August, and give the franc's rate of September as 1.3809.
    private static let ratesAsMisprinted = Set(
        rates.map { $0.replacing("2010-10", with: "2010-08").replacing("2010-09 1.3089", with: "2010-09 1.3809") })

    @Test func `a cross-sectional message names its measures by the type of each observation`() throws {
        let reading = try MessageReading(
            input: "sdmx/estat_demography-xs.xml", .sdmx,
            ["@TIME_PERIOD", "@SEX", "@COUNTRY", "@DEMO", "value", "status", "unit"])
        #expect(reading.observations.count == 60)
        #expect(reading.lines[0] == "2007 T BE TFRNSI 1.82 reported CPW")
        #expect(reading.lines.contains("2008 M BE DEATHST 50270 provisional PERS"))
        // A number that is missing comes as the word for it, and never as zero.
        #expect(reading.lines.contains("2009 M BE DEATHST not-reported · PERS"))
        #expect(reading.lines.count { $0.contains("not-reported") } == 5)
        let births = reading.observations.filter { $0.values[3] == "LBIRTHST" }
        #expect(births.count == 18)
        #expect(births.compactMap { Int($0.values[4] ?? "") }.reduce(0, +) == 1_320_494)
        #expect(reading.observations[0].path == "/StructureSpecificData/DataSet/Series[1]/Obs[1]")
        #expect(reading.observations[0].line == 16)
    }

    @Test func `French names and a missing declaration are no obstacle`() throws {
        let reading = try MessageReading(
            input: "sdmx/insee_cna-2010-conso-si-a17.xml", .sdmx,
            ["@SECT-INST", "@PRODUIT", "period", "value", "status"])
        #expect(reading.lines == ["S13 A10-BE 2014 89.9 provisional", "S13 A10-BE 2013 92.7 ·"])
        #expect(reading.summary?.axes.contains("BASE_PER") == true)
    }
}
