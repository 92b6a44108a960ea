import Languages
import Testing
import VisitorMetrics
import VisitorModel

struct MetricBridgeTests {
    static let tree: PlaceTree? = try? PlaceTree([
        Place(id: "city", names: text("city"), kind: .destination),
        Place(id: "cave", names: text("cave"), kind: .spot, parent: "city"),
        Place(id: "museum", names: text("museum"), kind: .spot, parent: "city"),
        Place(id: "fire", names: text("fire"), kind: .event, parent: "city"),
    ])

    static func metric(
        _ name: String, places: [String] = ["cave", "museum", "fire"], unit: StatisticalUnit = .personSpots,
        derivation: MetricDerivation = .sum, designated: Bool = false
    ) throws -> MetricDefinition {
        let tree = try #require(tree)
        let cut = try Cut(
            of: "city", members: places, excluding: ["cave", "museum", "fire"].filter { !places.contains($0) }, in: tree
        )
        return MetricDefinition(
            name: name, version: 1, titles: text(name), formula: text("f"), measure: "visitors", unit: unit, cut: cut,
            source: text("s"), derivation: derivation, designation: designated ? DesignationThresholds() : nil)
    }

    /// 2017 and 2018: the cave 8,000 a month, the museum 700 a month (8,400 a year), the fire 3,000 in February.
    static let figures = Figures(
        table: CountTable(
            [2017, 2018].flatMap { year in
                months(of: year).flatMap { month in
                    [
                        count(8_000, "cave", month), count(700, "museum", month),
                        count(month.hasSuffix("-02") ? 3_000 : 0, "fire", month),
                    ]
                }
            }))

    /// The worked case's shares with a tenth of residents before them, the same in every quarter.
    static func parameters() throws -> MetricParameters {
        var waves: [Quarter: SurveyWave] = [:]
        for number in 1...4 {
            let quarter = try #require(Quarter(year: 2018, number: number))
            let visitors = [
                SegmentSample(SurveySegment(.inPrefecture, .sameDay), respondents: 360, meanPlaces: decimal("1.5")),
                SegmentSample(SurveySegment(.outOfPrefecture, .sameDay), respondents: 270, meanPlaces: decimal("1.7")),
                SegmentSample(
                    SurveySegment(.outOfPrefecture, .overnight), respondents: 225, meanPlaces: decimal("3.1")),
                SegmentSample(SurveySegment(.inbound, .overnight), respondents: 45, meanPlaces: decimal("4.6")),
            ]
            waves[quarter] = try SurveyWave(
                quarter,
                [SegmentSample(SurveySegment(.resident, .sameDay), respondents: 100, meanPlaces: 1)] + visitors)
        }
        return MetricParameters(
            surveys: [
                "survey": .init(
                    titles: text("survey"), source: text("s"), origin: .illustrative, file: "f.csv", sha256: "",
                    waves: waves)
            ],
            yearly: [
                "day": .init(titles: text("daytime"), source: text("s"), origin: .published, values: [2015: 26_000]),
                "local": .init(titles: text("local"), source: text("s"), origin: .published, values: [2015: 9_000]),
            ])
    }

    func derive(_ definition: MetricDefinition, by grain: FigureQuery.Grain = .calendarYear, in id: String = "2018")
        throws
        -> DerivedFigure
    {
        let derivation = Derivation(figures: Self.figures, parameters: try Self.parameters())
        let all = derivation.derive(FigureQuery(of: definition, by: grain), baseUnit: .personSpots)
        return try #require(all.first { $0.figure.period == period(id) })
    }

    func bridge(_ from: MetricDefinition, _ to: MetricDefinition) throws -> MetricBridge {
        func places(_ definition: MetricDefinition) -> [Figure] {
            Self.figures.figures(
                FigureQuery(of: definition.base(unit: .personSpots), by: .calendarYear, split: .place)
            ).filter { $0.period == period("2018") }
        }
        let standings = Self.figures.standings(of: to, in: CalendarYear(2018)) ?? [:]
        return try MetricBridge(
            from: try derive(from), to: try derive(to), places: (places(from), places(to)),
            in: try #require(Self.tree), naming: { text($0) },
            standings: standings.filter { !$0.value.counts }.mapValues(\.reason))
    }

    @Test func `gross to real closes to the person, and every step says its numbers`() throws {
        let gross = try Self.metric("gross")
        let real = try Self.metric(
            "real", unit: .personTrips, derivation: .realTrips(survey: "survey"), designated: true)
        let bridge = try bridge(gross, real)
        // 96,000 + 8,400 + 3,000; the museum had 8,400 the year before and no month of 5,000; so had the fire with 3,000.
        #expect(bridge.from.value == 107_400)
        #expect(bridge.steps.prefix(2).map(\.change) == [-8_400, -3_000])
        #expect(bridge.steps.prefix(2).map(\.kind) == [.designation, .designation])
        // A tenth of 96,000 are residents; Python, with fractions: 11,548.48 a quarter, four times 11,548.
        #expect(bridge.steps[2].change == -9_600)
        #expect(bridge.to.value == 46_192)
        #expect(bridge.closes)
        #expect(bridge.steps.count == 7)
        #expect(bridge.steps.last?.running == bridge.to.value)
        // 24,000 × 360 ÷ 1,000 ÷ 1.5
        #expect(
            bridge.steps[3].detail.en.contains(
                "2018 Q1: 24,000 × 36\u{A0}% (360 of 1,000 asked) ÷ 1.5 = 5,760; 2018 Q2: 24,000"))
        #expect(bridge.to.status == .estimated)
        #expect(bridge.to.notices.contains { $0.en.contains("illustrative") })
    }

    @Test func `a term has a line a quarter and a label without a sign`() throws {
        let real = try Self.metric("real", unit: .personTrips, derivation: .realTrips(survey: "survey"))
        let residents = try #require(try derive(real).terms.first)
        // A tenth of the quarter's 3 × 8,700; the first has the fire's 3,000 besides.
        #expect(
            residents.lines.map(\.en)
                == zip(["29,100", "26,100", "26,100", "26,100"], ["2,910", "2,610", "2,610", "2,610"]).enumerated().map {
                    "2018 Q\($0 + 1): \($1.0) × 10\u{A0}% (100 of 1,000 asked) = \($1.1)"
                })
        #expect(residents.lines.first?.ja == "2018年1～3月期：29,100 × 10%（回答1,000人中100人） = 2,910")
        let commuters = try Self.metric(
            "commuters", unit: .persons, derivation: .withCommuters(daytime: "day", local: "local"))
        #expect(try derive(commuters).terms.map(\.label.en) == ["daytime", "local"])
    }

    @Test func `the way back undoes every step`() throws {
        let gross = try Self.metric("gross")
        let real = try Self.metric("real", unit: .personTrips, derivation: .realTrips(survey: "survey"))
        let there = try bridge(gross, real)
        let back = try bridge(real, gross)
        #expect(back.closes)
        #expect(back.steps.map(\.change) == there.steps.reversed().map { $0.change.negated })
    }

    @Test func `events are named where only one side counts them`() throws {
        let bridge = try bridge(try Self.metric("gross"), try Self.metric("spots", places: ["cave", "museum"]))
        #expect(bridge.steps.map(\.kind) == [.event])
        #expect(bridge.steps.first?.change == -3_000)
        #expect(bridge.steps.first?.figureID == "gross@1:fire:2018:*")
        #expect(bridge.closes)
    }

    @Test func `commuters are added by the published formula, and the mix of units is said`() throws {
        let definition = try Self.metric(
            "commuters", unit: .persons, derivation: .withCommuters(daytime: "day", local: "local"))
        let derived = try derive(definition)
        // 26,000 − 9,000 + 107,400, with the census of 2015.
        #expect(derived.figure.value == 124_400)
        #expect(derived.figure.notices.contains { $0.en.contains("the two units differ") })
        #expect(try bridge(try Self.metric("gross"), definition).closes)
        #expect(try derive(definition, by: .quarter, in: "2018-Q1").figure.value == nil)
    }

    @Test func `a quarter without a survey has no estimate and says which`() throws {
        let real = try Self.metric("real", unit: .personTrips, derivation: .realTrips(survey: "survey"))
        let derived = try derive(real, in: "2017")
        #expect(derived.figure.value == nil)
        #expect(derived.figure.status == .notSurveyed)
        #expect(derived.figure.notices.first?.en.contains("no wave for 2017 Q1") == true)
        #expect(throws: (any Error).self) {
            try MetricBridge(
                from: derived, to: derived, places: ([], []), in: #require(Self.tree), naming: { text($0) })
        }
    }

    @Test(arguments: [
        (FigureQuery.Grain.quarter, ["2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4"]), (.half, ["2018-H1", "2018-H2"]),
    ]) func `quarters and halves add up to the year`(grain: FigureQuery.Grain, ids: [String]) throws {
        let real = try Self.metric("real", unit: .personTrips, derivation: .realTrips(survey: "survey"))
        let parts = try ids.map { try derive(real, by: grain, in: $0).figure.value ?? 0 }
        #expect(parts.reduce(0 as ExactDecimal) { $0.adding($1) ?? 0 } == (try derive(real).figure.value))
    }
}
