public import Languages
public import VisitorMetrics
public import VisitorModel

/// Figures printed for a place as a whole beside the sums of the places inside it: checks, never addends.
public struct ParentCheckSheet: Sendable, Hashable {
    /// The definition that gives measure and unit.
    public let definition: MetricDefinition
    /// The checks.
    public let checks: [ParentCheck]

    /// A sheet; `nil` when nothing is printed as a whole.
    public init?(_ checks: [ParentCheck], of definition: MetricDefinition) {
        guard !checks.isEmpty else { return nil }
        self.definition = definition
        self.checks = checks
    }

    /// Whether parts come to more than their whole anywhere, which cannot be.
    public var hasFault: Bool {
        checks.contains { if case .partsExceed = $0.outcome { true } else { false } }
    }

    /// One row a printed figure.
    public func table(in language: Language, places: @escaping PlaceNaming) -> ReportTable {
        let cells = FigureCells(language, places: places)
        let unit = definition.unit
        func count(_ title: BilingualText) -> ReportColumn {
            ReportColumn(title(language), kind: unit.kind, unit: unit.name(language))
        }
        return ReportTable(
            caption: ParentCheckWording.caption(definition)(language),
            columns: [
                ReportColumn(KPIWording.place(language)), ReportColumn(FigureWording.period(language), kind: .period),
                count(ParentCheckWording.printed), count(ParentCheckWording.sum), count(ParentCheckWording.difference),
                ReportColumn(ParentCheckWording.outcome(language)),
            ],
            rows: checks.map { check in
                ReportRow(
                    places(check.parent)(language),
                    [
                        ReportCell(check.period.label(language)), cells.number(check.printed), cells.number(check.sum),
                        cells.number(check.residual, isSigned: true),
                        ReportCell(ParentCheckWording.outcome(check.outcome)(language)),
                    ])
            })
    }

    /// What is added up against each printed figure.
    public func notes(in language: Language, places: PlaceNaming) -> [String] {
        var seen: Set<String> = []
        return checks.filter { seen.insert($0.parent).inserted }.map { check in
            ParentCheckWording.parts(places(check.parent), .list(check.parts.map(places)))(language)
        }
    }

    /// The sheet for machines, an array of checks.
    public var json: JSONValue {
        .array(
            checks.map { check in
                [
                    "definition": .string(definition.id), "place": .string(check.parent),
                    "parts": .array(check.parts.map(JSONValue.string)), "period": .string(check.period.id),
                    "printed": .string(check.printed.description), "sum": .string(check.sum.description),
                    "difference": .string(check.residual.description),
                ]
            })
    }
}

private enum ParentCheckWording {
    static let printed = BilingualText(ja: "公表された全体", en: "Printed whole")
    static let sum = BilingualText(ja: "内訳の合計", en: "Sum of its parts")
    static let difference = BilingualText(ja: "差（全体−内訳）", en: "Whole − parts")
    static let outcome = BilingualText(ja: "判定", en: "Outcome")

    static func caption(_ definition: MetricDefinition) -> BilingualText {
        BilingualText(
            ja: "\(definition.titles.ja)：公表された全体と内訳の照合（足しません）",
            en: "\(definition.titles.en): printed wholes held against their parts (never added)")
    }

    static func outcome(_ outcome: ParentCheck.Outcome) -> BilingualText {
        switch outcome {
        case .agrees: BilingualText(ja: "一致", en: "agrees")
        case .remainder: BilingualText(ja: "内訳のない分がある", en: "something inside is not counted apart")
        case .partsExceed: BilingualText(ja: "内訳が全体を超える（誤り）", en: "the parts exceed the whole: one is wrong")
        }
    }

    static func parts(_ whole: BilingualText, _ parts: BilingualText) -> BilingualText {
        BilingualText(ja: "\(whole.ja)＝\(parts.ja)", en: "\(whole.en) = \(parts.en)")
    }
}
