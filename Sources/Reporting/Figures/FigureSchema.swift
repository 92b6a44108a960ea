import VisitorModel

/// The JSON Schema (draft 2020-12) of `dmo.figures/1`, for those who read figures with a program.
public enum FigureSchema {
    /// The schema as a JSON value.
    public static let value: JSONValue = .object([
        .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
        .init("title", .string(FigureJSON.schema)),
        .init("description", "Figures with their identity, coverage and status. An absent value is null, never zero."),
        .init("type", "object"),
        .init("required", ["schema", "figures"]),
        .init("additionalProperties", false),
        .init(
            "properties",
            ["schema": ["const": .string(FigureJSON.schema)], "figures": ["type": "array", "items": figure]]),
    ])

    /// The schema as JSON text with a line feed at its end.
    public static var text: String { value.text(pretty: true) + "\n" }

    private static let figure = SchemaForm.object([
        .init(
            "id", SchemaForm.text("definition@version:place:period:segment, with ~vintage when a release was asked for")
        ),
        .init("definition", SchemaForm.text("The definition with its version")),
        .init("place", SchemaForm.text("The place the figure is about")),
        .init("period", period),
        .init("segment", segment),
        .init("unit", SchemaForm.oneOf(StatisticalUnit.allCases.map(\.rawValue))),
        .init(
            "value",
            [
                "type": ["integer", "string", "null"],
                "description": "An integer for counts, decimal text for rates and scores, null where there is none",
            ]),
        .init("roundingHalfWidth", whole("Half the width of the rounding the value was stated with; 0 when exact")),
        .init(
            "margin95",
            number(
                "Half the width of the 95 % interval of an estimate from a sample; null for sums and other values without one"
            )),
        .init("status", SchemaForm.oneOf(ObservationStatus.allCases.map(\.rawValue))),
        .init("coverage", coverage),
        .init(
            "vintage",
            SchemaForm.optionalText("The release asked for, or the only one used; null for several or an unnamed one")),
        .init("vintages", SchemaForm.list(of: SchemaForm.text("A release used; empty text is the unnamed one"))),
        .init("notices", SchemaForm.list(of: SchemaForm.bilingual)),
        .init("range", ["anyOf": [range, ["type": "null"]]]),
    ])

    private static let range = SchemaForm.object([
        .init("low", number("The value with every missing count at its lower end")),
        .init("middle", number("The value with every missing count in its middle")),
        .init("high", number("The value with every missing count at its upper end; null where nothing bounds it")),
        .init("withoutPast", whole("Missing counts of places without a past, taken as zero in low and middle")),
        .init(
            "parts",
            SchemaForm.list(
                of: SchemaForm.object([
                    .init("place", SchemaForm.text("The place that should have reported")),
                    .init("month", SchemaForm.text("The month, such as 2018-09")),
                    .init("market", SchemaForm.optionalText("The market, when markets are counted apart")),
                    .init("low", number("The lower end")), .init("middle", number("The middle")),
                    .init("high", number("The upper end")),
                    .init("years", whole("How many earlier years the range rests on")),
                ]))),
    ])

    private static let period = SchemaForm.object([
        .init("kind", SchemaForm.oneOf(Period.Kind.allCases.map(\.rawValue))),
        .init("start", SchemaForm.text("The first month, or day, such as 2013-01")),
        .init("end", SchemaForm.text("The last month, or day, such as 2013-12")),
        .init("label", SchemaForm.bilingual),
    ])

    private static let segment = SchemaForm.object([
        .init("origin", SchemaForm.oneOf(Segment.Origin.allCases.map(\.rawValue))),
        .init("market", SchemaForm.optionalText("The market, such as TW; null for all together")),
        .init("stay", SchemaForm.oneOf(Segment.Stay.allCases.map(\.rawValue))),
    ])

    private static let coverage = SchemaForm.object([
        .init("reported", whole("Counts that are in")),
        .init("expected", whole("Counts the whole period should have: reported + missing + notYetDue")),
        .init("notYetDue", whole("Counts of months still to come")),
        .init("missing", SchemaForm.list(of: missing)),
        .init("monthsOutside", SchemaForm.list(of: SchemaForm.text("A month in which nothing was expected"))),
    ])

    private static let missing = SchemaForm.object([
        .init("place", SchemaForm.text("The place that should have reported")),
        .init("month", SchemaForm.text("The month, such as 2018-09")),
        .init("market", SchemaForm.optionalText("The market, when markets are counted apart")),
        .init("status", SchemaForm.oneOf(ObservationStatus.allCases.filter { !$0.hasValue }.map(\.rawValue))),
    ])

    private static func number(_ text: String) -> JSONValue {
        ["type": ["integer", "string", "null"], "description": .string(text)]
    }

    private static func whole(_ text: String) -> JSONValue {
        ["type": "integer", "minimum": 0, "description": .string(text)]
    }
}
