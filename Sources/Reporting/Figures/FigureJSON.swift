import Languages
public import VisitorMetrics
import VisitorModel

/// Writes figures as JSON of the schema `dmo.figures/1`, which ``FigureSchema`` describes.
///
/// The unit fixes the type of a value: counts are integers, all else decimal text, an absent value is null with a
/// status that says why.
public enum FigureJSON {
    /// The name of the schema.
    public static let schema = "dmo.figures/1"

    /// Figures in the order given, with the name of the schema.
    public static func document(_ figures: [Figure]) -> JSONValue {
        ["schema": .string(schema), "figures": .array(figures.map(value))]
    }

    /// One figure.
    public static func value(of figure: Figure) -> JSONValue {
        [
            "id": .string(figure.id),
            "definition": .string(figure.definition.id),
            "place": .string(figure.place),
            "period": period(figure.period),
            "segment": [
                "origin": .string(figure.segment.origin.rawValue), "market": .optional(figure.segment.market),
                "stay": .string(figure.segment.stay.rawValue),
            ],
            "unit": .string(figure.unit.rawValue),
            "value": number(figure.value, in: figure.unit),
            "roundingHalfWidth": .integer(figure.roundingHalfWidth),
            "margin95": number(figure.marginOfError, in: figure.unit),
            "status": .string(figure.status.rawValue),
            "coverage": coverage(figure.coverage),
            "vintage": .optional(vintage(of: figure)),
            "vintages": .array(figure.vintages.map(JSONValue.string)),
            "notices": .array(figure.notices.map(JSONValue.bilingual)),
            "range": range(of: figure),
        ]
    }

    /// With usual counts in place of missing ones; null when nothing due is missing.
    private static func range(of figure: Figure) -> JSONValue {
        guard let range = figure.range else { return .null }
        return [
            "low": number(range.low, in: figure.unit), "middle": number(range.middle, in: figure.unit),
            "high": number(range.high, in: figure.unit), "withoutPast": .integer(range.withoutPast.count),
            "parts": .array(
                range.parts.map {
                    [
                        "place": .string($0.missing.place), "month": .string($0.missing.month.id),
                        "market": .optional($0.missing.market), "low": number($0.low, in: figure.unit),
                        "middle": number($0.middle, in: figure.unit), "high": number($0.high, in: figure.unit),
                        "years": .integer($0.years),
                    ]
                }),
        ]
    }

    private static func number(_ number: ExactDecimal?, in unit: StatisticalUnit) -> JSONValue {
        guard let number else { return .null }
        if unit.isCount, let whole = number.whole { return .integer(whole) }
        return .decimal(number.description)
    }

    private static func period(_ period: Period) -> JSONValue {
        var (start, end) = (period.firstMonth.id, period.lastMonth.id)
        if case .day(let day) = period { (start, end) = (day.id, day.id) }
        return [
            "kind": .string(period.kind.rawValue), "start": .string(start), "end": .string(end),
            "label": .bilingual(period.label),
        ]
    }

    private static func coverage(_ coverage: Coverage) -> JSONValue {
        [
            "reported": .integer(coverage.reported),
            "expected": .integer(coverage.expected),
            "notYetDue": .integer(coverage.notYetDue),
            "missing": .array(
                coverage.missing.map {
                    [
                        "place": .string($0.place), "month": .string($0.month.id), "market": .optional($0.market),
                        "status": .string($0.status.rawValue),
                    ]
                }),
            "monthsOutside": .array(coverage.monthsOutside.map { .string($0.id) }),
        ]
    }

    /// The release asked for, else the only one used; null for several, and for a source that names none.
    private static func vintage(of figure: Figure) -> String? {
        if let requested = figure.requestedVintage { return requested }
        guard figure.vintages.count == 1, let only = figure.vintages.first, !only.isEmpty else { return nil }
        return only
    }

}
