import Forecasting
public import Languages
public import Reporting
import VisitorMetrics
public import VisitorModel

extension MissingEffects {
    /// What missing reports could change, in words.
    ///
    /// - Parameters:
    ///   - outlook: The outlook they are about.
    ///   - unit: What the goal is counted in.
    ///   - places: What places are called.
    public func text(
        of outlook: YearOutlook, in unit: StatisticalUnit, places: (String) -> BilingualText
    ) -> MissingText {
        func whole(_ number: ExactDecimal) -> Int { Int(number.approximate.rounded()) }
        func ends(_ ends: [End?]) -> [MissingText.End] {
            ends.compactMap { $0.map { MissingText.End(median: $0.median, chance: $0.chance.text) } }
        }
        return MissingText(
            year: outlook.year.label, goal: outlook.goal, unit: unit, reported: reported, expected: expected,
            reports: effects.map { effect in
                MissingText.Report(
                    name: effect.usual.missing.label(naming: places),
                    usual: whole(effect.usual.low)...whole(effect.usual.high),
                    ends: ends([effect.atLow, effect.atHigh]))
            }, withoutPast: withoutPast.count, ends: ends([low, high]), decide: decide)
    }

    /// What missing reports could change, for machines.
    public var json: JSONValue {
        func json(_ end: End?) -> JSONValue {
            end.map { ["median": .integer($0.median), "probability": ForecastList.number($0.chance.share, places: 4)] }
                ?? .null
        }
        func name(_ report: MissingReport) -> [JSONValue.Member] {
            [
                .init("place", .string(report.place)), .init("month", .string(report.month.id)),
                .init("market", .optional(report.market)), .init("status", .string(report.status.rawValue)),
            ]
        }
        return [
            "reported": .integer(reported), "expected": .integer(expected), "decide": .bool(decide),
            "atLow": json(low), "atHigh": json(high),
            "reports": .array(
                effects.map { effect in
                    .object(
                        name(effect.usual.missing) + [
                            .init("low", .string(effect.usual.low.description)),
                            .init("middle", .string(effect.usual.middle.description)),
                            .init("high", .string(effect.usual.high.description)),
                            .init("atLow", json(effect.atLow)), .init("atHigh", json(effect.atHigh)),
                        ])
                }),
            "withoutPast": .array(withoutPast.map { .object(name($0)) }),
        ]
    }
}
