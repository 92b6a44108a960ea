import VisitorMetrics
import VisitorModel

/// The JSON Schema (draft 2020-12) of `dmo.comparison/1`.
public enum ComparisonSchema {
    /// The name of the schema.
    public static let name = "dmo.comparison/1"

    /// The schema as a JSON value.
    public static let value = SchemaForm.document(
        name,
        "A period against the year before: as counted, like for like, with equal calendars, with the list of designated places held still.",
        [
            .init("definition", SchemaForm.text("The definition with its version")),
            .init("place", SchemaForm.text("The place")), .init("period", SchemaForm.text("The later period")),
            .init("base", SchemaForm.text("The same period a year before")),
            .init("unit", SchemaForm.oneOf(StatisticalUnit.allCases.map(\.rawValue))),
            .init("asCounted", asCounted), .init("likeForLike", SchemaForm.either(likeForLike, SchemaForm.nothing)),
            .init("calendar", SchemaForm.either(calendar, SchemaForm.nothing)),
            .init("designation", SchemaForm.either(designation, SchemaForm.nothing)),
        ])

    private static let percent = SchemaForm.decimal("Per cent with one digit; null where no rate is given")
    private static let refusal = SchemaForm.either(SchemaForm.bilingual, SchemaForm.nothing)

    private static let asCounted = SchemaForm.object([
        .init("now", SchemaForm.decimal("What is in for the later period")),
        .init("before", SchemaForm.decimal("What is in for the earlier one")), .init("percent", percent),
        .init("refusal", refusal),
    ])

    private static let likeForLike = SchemaForm.object([
        .init("now", SchemaForm.text("The later counts that have a counterpart, added up")),
        .init("before", SchemaForm.text("The earlier ones")), .init("percent", percent), .init("refusal", refusal),
        .init(
            "months",
            SchemaForm.list(of: SchemaForm.text("A month of the later period in which something was compared"))),
        .init("places", SchemaForm.list(of: SchemaForm.text("A place of which something was compared"))),
        .init(
            "leftOut",
            SchemaForm.list(
                of: SchemaForm.object([
                    .init("place", SchemaForm.text("The place")), .init("month", SchemaForm.text("The later month")),
                    .init("market", SchemaForm.optionalText("The market, when markets are counted apart")),
                    .init("cause", SchemaForm.oneOf(LikeForLike.Cause.names)),
                ]))),
    ])

    private static let days = SchemaForm.object([
        .init("weekdays", SchemaForm.whole("Monday to Friday, no holiday")),
        .init("saturdays", SchemaForm.whole("Saturdays that are no holidays")),
        .init("sundaysAndHolidays", SchemaForm.whole("Sundays and public holidays")),
        .init("longestRun", SchemaForm.whole("The longest run of days off that touches the month")),
    ])

    private static let calendar = SchemaForm.object([
        .init(
            "weights",
            SchemaForm.either(
                SchemaForm.object([
                    .init("saturday", SchemaForm.text("Visits of a Saturday, a working day being 1")),
                    .init("sundayOrHoliday", SchemaForm.text("Visits of a Sunday or holiday")),
                    .init("title", SchemaForm.bilingual), .init("source", SchemaForm.bilingual),
                    .init("origin", SchemaForm.oneOf(DataOrigin.allCases.map(\.rawValue))),
                ]), SchemaForm.nothing)),
        .init("calendarPercent", SchemaForm.decimal("What the calendar alone would have given; null without weights")),
        .init("adjustedPercent", SchemaForm.decimal("The growth with equal calendars; null without weights")),
        .init(
            "months",
            SchemaForm.list(
                of: SchemaForm.object([
                    .init("month", SchemaForm.text("The later month")), .init("days", days), .init("daysBefore", days),
                    .init("now", SchemaForm.text("Its count, like for like")),
                    .init("before", SchemaForm.text("That of its counterpart")),
                ]))),
    ])

    private static let changes = SchemaForm.list(
        of: SchemaForm.object([
            .init("place", SchemaForm.text("The place")),
            .init("effect", SchemaForm.text("What it adds to the change")), .init("reason", refusal),
        ]))

    private static let designation = SchemaForm.object([
        .init("definition", SchemaForm.text("The definition with the rule of designation")),
        .init("now", SchemaForm.text("The later total over the places designated then")),
        .init("before", SchemaForm.text("The earlier total over the places designated then")),
        .init("percent", percent),
        .init("continuing", SchemaForm.text("The change of places designated in both")),
        .init("continuingPercent", percent),
        .init("entered", changes), .init("left", changes),
    ])
}
