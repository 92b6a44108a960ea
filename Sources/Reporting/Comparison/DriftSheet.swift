public import Languages
public import VisitorMetrics
import VisitorModel

/// Two statistics beside each other with their ratio over time, each in a column of its own.
public struct DriftSheet: Sendable, Hashable {
    /// The check.
    public let check: DriftCheck

    /// Makes a sheet.
    public init(_ check: DriftCheck) { self.check = check }

    /// One row a period that both have in full, the latest last.
    ///
    /// - Parameter count: How many of the latest; `nil` for all.
    public func table(in language: Language, last count: Int? = nil) -> ReportTable {
        let cells = FigureCells(language)
        let format = NumberFormat(language: language)
        func ratio(_ value: ExactDecimal?) -> ReportCell {
            value.map { ReportCell(format.decimal(DecimalText($0), places: $0 < 1 ? 5 : 3), exact: $0.description) }
                ?? cells.none
        }
        let points = check.ratio.points
        let rows = points.suffix(count ?? points.count).map { point in
            ReportRow(
                point.period.label(language),
                [
                    cells.value(point.own), cells.value(point.other), ratio(point.ratio), ratio(point.median),
                    cells.change(point.drift),
                    point.isAlarm ? ReportCell(DriftWording.alarm(language)) : ReportCell(""),
                ], period: point.period)
        }
        let (own, other) = (check.own, check.other)
        return ReportTable(
            caption: DriftWording.caption(check)(language),
            columns: [
                ReportColumn(FigureWording.period(language), kind: .period),
                ReportColumn(own.titles(language), kind: own.unit.kind, unit: own.unit.name(language)),
                ReportColumn(other.titles(language), kind: other.unit.kind, unit: other.unit.name(language)),
                ReportColumn(DriftWording.ratio(language), kind: .decimal),
                ReportColumn(DriftWording.median(language), kind: .decimal),
                ReportColumn(DriftWording.drift(language), kind: .percent), ReportColumn(DriftWording.alarm(language)),
            ], rows: rows)
    }

    /// The rule, what it found, and why there may be nothing to find.
    public func notes(in language: Language) -> [String] {
        var notes = [DriftWording.rule(check.ratio)]
        if check.ratio.points.isEmpty {
            notes.append(DriftWording.nothingInCommon(check))
        } else if check.ratio.points.allSatisfy({ $0.drift == nil }) {
            notes.append(DriftWording.tooShort(check.ratio))
        } else if check.alarms.isEmpty {
            notes.append(DriftWording.noAlarm)
        }
        notes += check.alarms.compactMap(check.warning)
        return notes.map { $0(language) }
    }

    /// The sheet for machines, `dmo.drift/1`, which ``DriftSchema`` describes.
    public static func json(_ sheets: [DriftSheet]) -> JSONValue {
        ["schema": .string(DriftSchema.name), "checks": .array(sheets.map(\.json))]
    }

    private var json: JSONValue {
        func number(_ value: ExactDecimal?) -> JSONValue { value.map { .decimal($0.description) } ?? .null }
        return [
            "own": .string(check.own.id), "other": .string(check.other.id),
            "limitPercent": .decimal(check.ratio.limit.description), "history": .integer(check.ratio.history),
            "points": .array(
                check.ratio.points.map { point in
                    [
                        "period": .string(point.period.id), "own": number(point.own.value),
                        "other": number(point.other.value), "ratio": number(point.ratio),
                        "median": number(point.median), "driftPercent": number(point.drift),
                        "alarm": .bool(point.isAlarm),
                    ]
                }),
        ]
    }
}

/// The JSON Schema (draft 2020-12) of `dmo.drift/1`.
public enum DriftSchema {
    /// The name of the schema.
    public static let name = "dmo.drift/1"

    /// The schema as a JSON value.
    public static let value = SchemaForm.document(
        name,
        "Another statistic beside one's own: the ratio over time and the alarm by a stated rule. The two are never added.",
        [
            .init(
                "checks",
                SchemaForm.list(
                    of: SchemaForm.object([
                        .init("own", SchemaForm.text("One's own definition")),
                        .init("other", SchemaForm.text("The other statistic's definition")),
                        .init("limitPercent", SchemaForm.text("An alarm beyond this many per cent from the median")),
                        .init("history", SchemaForm.whole("How many earlier ratios make a median")),
                        .init("points", SchemaForm.list(of: point)),
                    ])))
        ])

    private static let point = SchemaForm.object([
        .init("period", SchemaForm.text("The period, whole on both sides")),
        .init("own", SchemaForm.text("One's own figure")), .init("other", SchemaForm.text("The other statistic's")),
        .init("ratio", SchemaForm.text("own ÷ other, five digits")),
        .init(
            "median",
            SchemaForm.decimal("The median of the earlier ratios of the same season; null before there are enough")),
        .init("driftPercent", SchemaForm.decimal("The ratio against that median, one digit")),
        .init("alarm", SchemaForm.yesOrNo("Whether the drift is beyond the limit")),
    ])
}
