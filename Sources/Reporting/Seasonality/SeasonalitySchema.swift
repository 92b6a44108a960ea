import Languages
import VisitorMetrics

/// The JSON Schema (draft 2020-12) of `dmo.seasonality/1`.
public enum SeasonalitySchema {
    /// The name of the schema.
    public static let name = "dmo.seasonality/1"

    /// The schema as a JSON value.
    public static let value = SchemaForm.document(
        name,
        "How unevenly the years of a metric are spread over their months. A year with an unknown month has nulls and a reason.",
        [
            .init("definition", SchemaForm.text("The definition with its version")),
            .init("place", SchemaForm.text("The place: the whole of the definition, or one place of it")),
            .init("years", SchemaForm.list(of: year)),
        ])

    private static let year = SchemaForm.object([
        .init("period", SchemaForm.text("The year: 2018 or FY2018")),
        .init("peakMonths", SchemaForm.list(of: SchemaForm.text("A busiest month; several when equal"))),
        .init("troughMonths", SchemaForm.list(of: SchemaForm.text("A quietest month"))),
        .init("peakToMean", SchemaForm.decimal("The busiest month over the mean month, three digits")),
        .init(
            "peakToTrough",
            SchemaForm.decimal("The busiest over the quietest month, two digits; null also where the quietest is zero")),
        .init(
            "gini",
            SchemaForm.decimal(
                "Gini coefficient over twelve months, four digits: 0 when equal, 11/12 when one month has all")),
        .init("variation", SchemaForm.decimal("Standard deviation over mean, four digits")),
        .init("relativeEntropy", SchemaForm.decimal("−Σ p·ln p ÷ ln 12, four digits: 1 when equal")),
        .init("relativeRedundancy", SchemaForm.decimal("1 − relative entropy")),
        .init(
            "evenness",
            SchemaForm.object(EvennessVariant.allCases.map { .init($0.rawValue, SchemaForm.decimal($0.name.en)) })),
        .init("refusal", SchemaForm.either(SchemaForm.bilingual, SchemaForm.nothing)),
    ])
}
