import VisitorMetrics
import VisitorModel

extension SurveySheet {
    /// The sheet for machines, `dmo.survey/1`, which ``SurveySchema`` describes.
    public var json: JSONValue {
        func score(_ value: SampleStatistic?) -> JSONValue {
            guard let value else { return .null }
            return [
                "value": .string(value.value.description), "margin95": .string(value.halfWidth95.description),
                "respondents": .integer(value.respondents),
            ]
        }
        func mean(_ value: SegmentStatistics.Mean?) -> JSONValue {
            guard let value else { return .null }
            return [
                "value": .string(value.value.description), "margin95": .optional(value.halfWidth95?.description),
                "respondents": .integer(value.respondents),
            ]
        }
        func counts(_ counts: [String: Int]) -> JSONValue {
            .array(counts.sorted { $0.key < $1.key }.map { ["column": .string($0.key), "rows": .integer($0.value)] })
        }
        return [
            "schema": .string(SurveySchema.name),
            "account": [
                "rows": .integer(account.rows), "used": .integer(account.used),
                "withoutSegment": counts(account.withoutSegment), "outsideScale": counts(account.outsideScale),
            ],
            "satisfied": score(summary.satisfied), "verySatisfied": score(summary.verySatisfied),
            "returning": score(summary.repeaters), "netPromoterScore": score(summary.netPromoterScore),
            "segments": .array(
                statistics.map {
                    [
                        "quarter": .string($0.quarter.id), "segment": .string($0.segment.id), "share": score($0.share),
                        "meanPlaces": mean($0.meanPlaces), "unitSpend": mean($0.unitSpend),
                    ]
                }),
            "refusals": .array(
                summary.refusals.map { ["quarter": .string($0.quarter.id), "reason": .bilingual($0.text)] }),
        ]
    }
}

/// The JSON Schema (draft 2020-12) of `dmo.survey/1`.
public enum SurveySchema {
    /// The name of the schema.
    public static let name = "dmo.survey/1"

    /// The schema as a JSON value.
    public static let value = SchemaForm.document(
        name, "What a survey's answers come to. Every number has how many answered and half its 95 % interval.",
        [
            .init(
                "account",
                SchemaForm.object([
                    .init("rows", SchemaForm.whole("Rows read into answers")),
                    .init("used", SchemaForm.whole("Answers used")), .init("withoutSegment", counts),
                    .init("outsideScale", counts),
                ])),
            .init("satisfied", score), .init("verySatisfied", score), .init("returning", score),
            .init("netPromoterScore", score),
            .init(
                "segments",
                SchemaForm.list(
                    of: SchemaForm.object([
                        .init("quarter", SchemaForm.text("2018-Q1")),
                        .init("segment", SchemaForm.text("origin,stay,purpose")), .init("share", score),
                        .init("meanPlaces", mean), .init("unitSpend", mean),
                    ]))),
            .init(
                "refusals",
                SchemaForm.list(
                    of: SchemaForm.object([
                        .init("quarter", SchemaForm.text("A quarter without an estimate")),
                        .init("reason", SchemaForm.bilingual),
                    ]))),
        ])

    private static let counts = SchemaForm.list(
        of: SchemaForm.object([
            .init("column", SchemaForm.text("The column")), .init("rows", SchemaForm.whole("How many")),
        ]))

    private static let score = SchemaForm.either(
        SchemaForm.object([
            .init("value", SchemaForm.text("Per cent or points, one digit")),
            .init("margin95", SchemaForm.text("Half the 95 % interval")),
            .init("respondents", SchemaForm.whole("How many answered")),
        ]), SchemaForm.nothing)

    private static let mean = SchemaForm.either(
        SchemaForm.object([
            .init("value", SchemaForm.text("The mean")),
            .init("margin95", SchemaForm.optionalText("Half the 95 % interval; null of a single answer")),
            .init("respondents", SchemaForm.whole("How many answered")),
        ]), SchemaForm.nothing)
}
