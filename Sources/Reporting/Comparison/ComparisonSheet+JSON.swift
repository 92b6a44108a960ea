import VisitorMetrics
import VisitorModel

extension ComparisonSheet {
    /// The sheet for machines, `dmo.comparison/1`, which ``ComparisonSchema`` describes.
    public var json: JSONValue {
        let counted = comparison.asCounted
        return [
            "schema": .string(ComparisonSchema.name), "definition": .string(comparison.definition.id),
            "place": .string(counted.current.place), "period": .string(comparison.period.id),
            "base": .string(comparison.period.yearBefore.id), "unit": .string(comparison.definition.unit.rawValue),
            "asCounted": [
                "now": .optional(counted.current.value?.description),
                "before": .optional(counted.base?.value?.description), "percent": Self.number(counted.percent),
                "refusal": counted.refusal.map { .bilingual($0.reason()) } ?? .null,
            ],
            "likeForLike": comparison.likeForLike.map(Self.likeForLike) ?? .null,
            "calendar": calendar, "designation": comparison.designation.map(Self.designation) ?? .null,
        ]
    }

    private static func number(_ value: ExactDecimal?) -> JSONValue { value.map { .decimal($0.description) } ?? .null }

    private static func likeForLike(_ like: LikeForLike) -> JSONValue {
        var refusal: JSONValue = .null
        if case .failure(let reason) = like.rate { refusal = .bilingual(reason.reason()) }
        return [
            "now": .string(like.current.description), "before": .string(like.base.description),
            "percent": number(try? like.rate.get()), "refusal": refusal,
            "months": .array(like.months.map { .string($0.id) }), "places": .array(like.places.map(JSONValue.string)),
            "leftOut": .array(
                like.leftOut.map {
                    [
                        "place": .string($0.place), "month": .string($0.month.id), "market": .optional($0.market),
                        "cause": .string($0.why.name),
                    ]
                }),
        ]
    }

    private var calendar: JSONValue {
        guard let like = comparison.likeForLike, !like.monthly.isEmpty else { return .null }
        func days(_ mix: DayMix) -> JSONValue {
            [
                "weekdays": .integer(mix.weekdays), "saturdays": .integer(mix.saturdays),
                "sundaysAndHolidays": .integer(mix.sundaysAndHolidays), "longestRun": .integer(mix.longestRun),
            ]
        }
        var weights: JSONValue = .null
        if let weighting = comparison.weighting {
            weights = [
                "saturday": .decimal(weighting.weights.saturday.description),
                "sundayOrHoliday": .decimal(weighting.weights.sundayOrHoliday.description),
                "title": .bilingual(weighting.titles), "source": .bilingual(weighting.source),
                "origin": .string(weighting.origin.rawValue),
            ]
        }
        return [
            "weights": weights, "calendarPercent": Self.number(comparison.calendar?.calendar),
            "adjustedPercent": Self.number(comparison.calendar?.adjusted),
            "months": .array(
                like.monthly.map {
                    [
                        "month": .string($0.month.id), "days": days(DayMix(of: $0.month)),
                        "daysBefore": days(DayMix(of: $0.monthBefore)), "now": .string($0.current.description),
                        "before": .string($0.base.description),
                    ]
                }),
        ]
    }

    private static func designation(_ designation: PeriodComparison.Designation) -> JSONValue {
        let effect = designation.effect
        func changes(_ changes: [DesignationEffect.Change]) -> JSONValue {
            .array(
                changes.map {
                    [
                        "place": .string($0.place), "effect": .string($0.effect.description),
                        "reason": designation.reasons[$0.place].map(JSONValue.bilingual) ?? .null,
                    ]
                })
        }
        return [
            "definition": .string(designation.definition.id), "now": .string(effect.now.description),
            "before": .string(effect.before.description), "percent": number(effect.publishedGrowth),
            "continuing": .string(effect.continuing.description), "continuingPercent": number(effect.continuingGrowth),
            "entered": changes(effect.entered), "left": changes(effect.left),
        ]
    }
}

extension LikeForLike.Cause {
    /// The cause as programs read it.
    var name: String {
        switch self {
        case .missingNow: "missing-now"
        case .missingYearBefore: "missing-year-before"
        case .missingBoth: "missing-both"
        case .differentVintages: "different-vintages"
        case .seriesBreak: "series-break"
        }
    }

    static let names = ["missing-now", "missing-year-before", "missing-both", "different-vintages", "series-break"]
}
