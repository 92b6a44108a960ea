public import Languages
public import VisitorMetrics
public import VisitorModel

/// How unevenly each year of a metric is spread over its months, in every measure that is asked for.
public struct SeasonalitySheet: Sendable, Hashable {
    /// What is measured.
    public let definition: MetricDefinition
    /// The place it is measured at: the whole of the cut, or one member.
    public let place: String
    /// The years, in order.
    public let years: [YearSeasonality]

    /// Makes a sheet.
    public init(definition: MetricDefinition, place: String, years: [YearSeasonality]) {
        self.definition = definition
        self.place = place
        self.years = years
    }

    /// One row a year; a year with an unknown month has dashes, and its reason among the notes.
    public func table(in language: Language, places: PlaceNaming) -> ReportTable {
        let format = NumberFormat(language: language)
        func number(_ value: ExactDecimal?, _ digits: Int) -> ReportCell {
            guard let value else { return .missing("—") }
            return ReportCell(format.decimal(DecimalText(value), places: digits), exact: value.description)
        }
        func months(_ months: [Month]?) -> ReportCell {
            guard let months else { return .missing("—") }
            return ReportCell(BilingualText.list(months.map(KPIWording.monthName))(language))
        }
        let rows = years.map { year in
            let result = try? year.result.get()
            return ReportRow(
                year.year.label(language),
                [
                    months(result?.peakMonths), months(result?.troughMonths), number(result?.peakToMean, 3),
                    number(result?.peakToTrough, 2), number(result?.gini, 4), number(result?.variation, 4),
                ] + EvennessVariant.allCases.map { number(result?.evenness(by: $0), 4) },
                period: year.year)
        }
        return ReportTable(
            caption: SeasonalityWording.caption(definition, places(place))(language),
            columns: [
                ReportColumn(KPIWording.year(language), kind: .period),
                ReportColumn(SeasonalityWording.busiest(language)), ReportColumn(SeasonalityWording.quietest(language)),
            ]
                + [
                    SeasonalityWording.peakToMean, SeasonalityWording.peakToTrough, SeasonalityWording.gini,
                    SeasonalityWording.variation,
                ]
                .map { ReportColumn($0(language), kind: .decimal) }
                + EvennessVariant.allCases.map { ReportColumn(SeasonalityWording.short($0)(language), kind: .decimal) },
            rows: rows)
    }

    /// Why a year has no measures, and what each measure is.
    public func notes(in language: Language) -> [String] {
        let refusals = years.compactMap { year -> BilingualText? in
            guard case .failure(let refusal) = year.result else { return nil }
            return KPIWording.periodFirst(year.year.label, refusal.reason)
        }
        return (refusals + SeasonalityWording.explanations).map { $0(language) }
    }

    /// The sheet for machines, `dmo.seasonality/1`, which ``SeasonalitySchema`` describes.
    public var json: JSONValue {
        [
            "schema": .string(SeasonalitySchema.name), "definition": .string(definition.id), "place": .string(place),
            "years": .array(years.map(Self.year)),
        ]
    }

    private static func year(_ year: YearSeasonality) -> JSONValue {
        let result = try? year.result.get()
        func number(_ value: ExactDecimal?) -> JSONValue { value.map { .decimal($0.description) } ?? .null }
        var refusal: JSONValue = .null
        if case .failure(let reason) = year.result { refusal = .bilingual(reason.reason) }
        return [
            "period": .string(year.year.id),
            "peakMonths": .array((result?.peakMonths ?? []).map { .string($0.id) }),
            "troughMonths": .array((result?.troughMonths ?? []).map { .string($0.id) }),
            "peakToMean": number(result?.peakToMean), "peakToTrough": number(result?.peakToTrough),
            "gini": number(result?.gini), "variation": number(result?.variation),
            "relativeEntropy": number(result?.relativeEntropy),
            "relativeRedundancy": number(result?.relativeRedundancy),
            "evenness": .object(
                EvennessVariant.allCases.map { .init($0.rawValue, number(result?.evenness(by: $0))) }),
            "refusal": refusal,
        ]
    }
}
