import Languages
import PipelineDefinition
import Reporting
import VisitorMetrics
import VisitorModel
import Workspace

/// A goal's progress in words, as a table and for machines.
struct ProgressPrinter {
    let standing: GoalStanding
    let workspace: Workspace
    let language: Language

    var goal: GoalProgress { standing.progress }
    var forecast: GoalForecast { standing.forecast }

    /// Where the goal's year ends.
    var outlook: GoalOutlook? { forecast.outlook }

    /// The verdict: its headline first, then what stands behind it.
    var sentences: [String] {
        let verdict = workspace.verdictText(of: goal)
        return outlookSentences + scenarioSentences + [verdict.headline(language)]
            + verdict.details.map { "  " + $0(language) }
            + (verdict.caveat.map { [Words.mark(language) + $0(language)] } ?? [])
    }

    /// One row a year, in the reading of the definition's basis, then in the other one.
    var table: ReportTable {
        ReportTable(
            caption: goal.headline.target.titles(language) + " [\(goal.definition.id)]",
            columns: [
                ReportColumn(Words.year(language), kind: .period), ReportColumn(Words.actual(language), kind: .count),
                ReportColumn(Words.coverage(language)), ReportColumn(Words.achievement(language), kind: .percent),
                ReportColumn(Words.progress(language), kind: .percent),
                ReportColumn(Words.straight(language), kind: .count),
                ReportColumn(Words.compound(language), kind: .count),
                ReportColumn(Words.paceGap(language), kind: .count),
            ],
            rows: (goal.headline.years + goal.otherReading.years).map(row))
    }

    private func row(_ year: TargetYear) -> ReportRow {
        let numbers = NumberFormat(language: language)
        let coverage = year.figure.map { "\($0.coverage.reported)/\($0.coverage.expected)" } ?? "–"
        let isWhole = year.figure?.coverage.isWhole ?? false
        let actual = year.figure?.value.map { count($0, numbers) + (isWhole ? "" : "*") } ?? "–"
        return ReportRow(
            year.period.label(language),
            [
                ReportCell(actual, exact: year.figure?.value?.description, figureID: year.figure?.id),
                ReportCell(coverage), percent(year.achievement, numbers), percent(year.progress, numbers),
                cell(year.straightPath, numbers), cell(year.compoundPath, numbers),
                cell(year.paceGap, numbers, isSigned: true),
            ])
    }

    private func percent(_ value: IndicatorValue, _ numbers: NumberFormat) -> ReportCell {
        guard let number = value.number, let text = DecimalText(number.description) else { return ReportCell("–") }
        return ReportCell(numbers.percent(text), exact: number.description)
    }

    private func cell(_ value: IndicatorValue, _ numbers: NumberFormat, isSigned: Bool = false) -> ReportCell {
        guard let number = value.number else { return ReportCell("–") }
        let text = isSigned ? number.whole.map { numbers.signedCount($0) } : nil
        return ReportCell(text ?? count(number, numbers), exact: number.description)
    }

    private func count(_ number: ExactDecimal, _ numbers: NumberFormat) -> String {
        number.whole.map { numbers.count($0) } ?? number.description
    }

    /// The progress for machines.
    var json: JSONValue {
        let target = goal.headline.target
        return [
            "schema": "dmo.progress/1", "target": .string(target.id), "definition": .string(goal.definition.id),
            "unit": .string(goal.definition.unit.rawValue),
            "baseline": .optional(target.baseline.number?.description), "baselineYear": .integer(target.baselineYear),
            "targetValue": .string(target.target.description), "targetYear": .integer(target.targetYear),
            "origins": .array(goal.origins.map(\.rawValue).sorted().map { .string($0) }),
            "verdict": verdictJSON, "outlook": outlookJSON,
            "places": json(forecast.places), "markets": json(forecast.markets), "scenario": scenarioJSON,
            "missing": forecast.missing?.json ?? .null, "record": standing.record.json,
            "readings": .array([goal.headline, goal.otherReading].map(reading)),
        ]
    }

    private var verdictJSON: JSONValue {
        let verdict = workspace.verdictText(of: goal)
        let text = BilingualText(
            ja: ([verdict.headline] + verdict.details).map(\.ja).joined(),
            en: ([verdict.headline] + verdict.details).map(\.en).joined(separator: " "))
        return ["kind": .string(goal.headline.verdict.name), "text": .bilingual(text)]
    }

    private func reading(_ progress: TargetProgress) -> JSONValue {
        [
            "basis": .string(progress.basis.rawValue), "compoundRate": value(progress.compoundRate),
            "neededGrowth": value(progress.neededGrowth), "neededPerYear": value(progress.neededPerYear),
            "years": .array(
                progress.years.map { year in
                    [
                        "period": .string(year.period.id), "figure": .optional(year.figure?.id),
                        "value": .optional(year.figure?.value?.description),
                        "reported": year.figure.map { .integer($0.coverage.reported) } ?? .null,
                        "expected": year.figure.map { .integer($0.coverage.expected) } ?? .null,
                        "achievement": value(year.achievement), "progress": value(year.progress),
                        "straightPath": value(year.straightPath), "compoundPath": value(year.compoundPath),
                        "paceGap": value(year.paceGap),
                    ]
                }),
        ]
    }

    private func value(_ value: IndicatorValue) -> JSONValue { .optional(value.number?.description) }

    private enum Words {
        static let mark = BilingualText(ja: "※ ", en: "Note: ")
        static let year = BilingualText(ja: "年", en: "year")
        static let actual = BilingualText(ja: "実績", en: "actual")
        static let coverage = BilingualText(ja: "報告", en: "reports")
        static let achievement = BilingualText(ja: "達成率 A/T", en: "A/T")
        static let progress = BilingualText(ja: "進捗率 (A−B)/(T−B)", en: "(A−B)/(T−B)")
        static let straight = BilingualText(ja: "直線の道筋", en: "straight path")
        static let compound = BilingualText(ja: "複利の道筋", en: "compound path")
        static let paceGap = BilingualText(ja: "直線との差", en: "to straight path")
    }
}
