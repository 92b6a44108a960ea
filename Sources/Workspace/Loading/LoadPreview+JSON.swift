import Forecasting
import Languages
public import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel

extension LoadPreview {
    /// The name of the JSON form.
    public static let schema = "dmo.load-preview/1"

    /// The preview for machines.
    ///
    /// Figures stand as in `dmo.figures/1`; a value that is absent is null with its status beside it.
    public var json: JSONValue {
        [
            "schema": .string(Self.schema), "basis": .string(basis.description),
            "files": .array(reports.map(\.json)), "revisions": .array(revisions.map(Self.json)),
            "newFindings": .array(newFindings.map(Self.json)),
            "settledFindings": .array(settledFindings.map(Self.json)),
            "goals": .array(goals.map(Self.json)), "indicators": .array(indicators.map(Self.json)),
            "figures": .array(figures.map(Self.json)),
        ]
    }

    private static func json(_ revised: Revised) -> JSONValue {
        let series = revised.revision.series
        func side(_ side: Revision.Side?) -> JSONValue {
            guard let side else { return .null }
            return [
                "value": .exact(side.value.number), "status": .string(side.value.status.rawValue),
                "file": .string(side.fileName), "load": .integer(side.load),
            ]
        }
        return [
            "measure": .string(series.measure), "place": .string(series.place), "segment": .string(series.segment.id),
            "vintage": .string(series.vintage), "period": .string(revised.revision.period.id),
            "unit": .string(revised.revision.unit.rawValue), "old": side(revised.revision.old),
            "new": side(revised.revision.new), "position": .position(revised.position),
            "oldPosition": .position(revised.oldPosition),
        ]
    }

    private static func json(_ entry: LocatedFinding) -> JSONValue {
        let finding = entry.finding
        return [
            "id": .string(entry.id), "kind": .string(finding.kind.rawValue),
            "measure": .string(finding.series.measure), "place": .string(finding.series.place),
            "month": .string(finding.month.id), "value": .exact(finding.value),
            "expected": .exact(finding.expected), "position": .position(entry.position),
            "causes": .array(
                finding.causes.map { cause in
                    ["name": .string(cause.name), "text": .bilingual(cause.text), "corrected": .exact(cause.corrected)]
                }),
        ]
    }

    private static func json(_ effect: FigureEffect) -> JSONValue {
        [
            "id": .string(effect.id), "label": .bilingual(effect.label), "isHeadline": .bool(effect.isHeadline),
            "before": effect.before.map(FigureJSON.value) ?? .null,
            "after": effect.after.map(FigureJSON.value) ?? .null, "difference": .exact(effect.difference),
        ]
    }

    private static func json(_ goal: GoalEffect) -> JSONValue {
        [
            "target": .string(goal.target.id), "title": .bilingual(goal.target.titles),
            "definition": .string(goal.target.definition), "targetValue": .exact(goal.target.target),
            "targetYear": .integer(goal.target.targetYear),
            "before": json(goal.before), "after": json(goal.after),
            "years": .array(
                goal.years.map { before, after in
                    ["period": .string(before.period.id), "before": json(before), "after": json(after)]
                }),
        ]
    }

    private static func json(_ side: GoalEffect.Side) -> JSONValue {
        let outlook: JSONValue =
            switch side.outlook {
            case nil: .null
            case .refused(let reason): ["refused": .bilingual(reason)]
            case .outlook(let outlook): json(outlook)
            }
        let verdict = BilingualText(
            ja: side.verdict.map(\.ja).joined(), en: side.verdict.map(\.en).joined(separator: " "))
        return [
            "verdict": ["kind": .string(side.progress.headline.verdict.name), "text": .bilingual(verdict)],
            "neededGrowth": .exact(side.progress.headline.neededGrowth.number),
            "outlook": outlook,
        ]
    }

    private static func json(_ outlook: YearOutlook) -> JSONValue {
        let range = outlook.verdict.end.range(holding: 0.8)
        return [
            "year": .string(outlook.year.id), "lastMonth": .string(outlook.lastMonth.id),
            "median": .integer(Int(outlook.verdict.end.median.rounded())),
            "range80": [.integer(Int(range.lowerBound.rounded())), .integer(Int(range.upperBound.rounded()))],
            "probability": .decimal(String((outlook.verdict.chance.share * 10_000).rounded() / 10_000)),
        ]
    }

    private static func json(_ year: TargetYear) -> JSONValue {
        [
            "value": .exact(year.figure?.value), "reported": year.figure.map { .integer($0.coverage.reported) } ?? .null,
            "expected": year.figure.map { .integer($0.coverage.expected) } ?? .null,
            "achievement": .exact(year.achievement.number), "progress": .exact(year.progress.number),
        ]
    }

    private static func json(_ effect: IndicatorEffect) -> JSONValue {
        func side(_ assessment: IndicatorAssessment) -> JSONValue {
            [
                "value": .exact(assessment.value), "period": .optional(assessment.latest?.period.id),
                "achievement": .exact(assessment.achievement.number), "progress": .exact(assessment.progress.number),
                "light": .string(assessment.light.rawValue),
            ]
        }
        return [
            "indicator": .string(effect.after.indicator.id), "title": .bilingual(effect.after.indicator.titles),
            "before": side(effect.before), "after": side(effect.after),
        ]
    }
}
