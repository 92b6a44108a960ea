public import Languages
public import VisitorMetrics
public import VisitorModel

/// The sheet of indicators: the strategy's tree with its lights, and the form a DMO hands in.
public struct IndicatorSheet: Sendable, Hashable {
    /// The indicators.
    public var catalogue: IndicatorCatalogue
    /// The plan's indicators assessed, by identifier.
    public var assessments: [String: IndicatorAssessment]
    /// The actual values by identifier, those of foreign parts included.
    public var actuals: [String: [IndicatorActual]]
    /// The last year looked at.
    public var year: Int
    /// Where the counts behind computed values come from: illustrative ones must never pass as a record.
    public var origins: Set<DataOrigin>

    /// Makes a sheet.
    public init(
        catalogue: IndicatorCatalogue, assessments: [String: IndicatorAssessment],
        actuals: [String: [IndicatorActual]], year: Int, origins: Set<DataOrigin> = []
    ) {
        self.origins = origins
        self.catalogue = catalogue
        self.assessments = assessments
        self.actuals = actuals
        self.year = year
    }

    /// The strategy's tree as a table: goals, measures and concrete measures head their indicators.
    ///
    /// - Returns: `nil` without a plan.
    public func planTable(in language: Language) -> ReportTable? {
        guard let plan = catalogue.plan else { return nil }
        let cells = IndicatorCells(language)
        var rows: [ReportRow] = []
        func add(_ node: PlanNode, depth: Int) {
            let indent = String(repeating: "　", count: depth)
            let title = "\(indent)【\(node.level.name(language))】\(node.titles(language))"
            rows.append(ReportRow(title, [], isTotal: depth == 0))
            for indicator in node.indicators {
                rows.append(cells.row(indicator, assessments[indicator.id], indent: indent + "　"))
            }
            for child in node.children { add(child, depth: depth + 1) }
        }
        for goal in plan.goals { add(goal, depth: 0) }
        return ReportTable(
            caption: plan.titles(language),
            columns: [
                ReportColumn(IndicatorWording.indicator(language)),
                ReportColumn(IndicatorWording.baseline(language), kind: .decimal),
                ReportColumn(IndicatorWording.target(language), kind: .decimal),
                ReportColumn(IndicatorWording.actual(language), kind: .decimal),
                ReportColumn(IndicatorWording.achievement(language), kind: .percent),
                ReportColumn(IndicatorWording.progress(language), kind: .percent),
                ReportColumn(IndicatorWording.expected(language), kind: .percent),
                ReportColumn(IndicatorWording.light(language)),
                ReportColumn(IndicatorWording.owner(language)),
            ], rows: rows)
    }

    /// What must be read with the plan's table: the rule of the lights, then each indicator's rules and notes.
    public func planNotes(in language: Language) -> [String] {
        guard let plan = catalogue.plan else { return [] }
        // Where nobody reviews anything, one sentence says so; else each indicator that waits for its review is named.
        let allUnreviewed = plan.indicators.allSatisfy(\.reviews.isEmpty)
        let general =
            warnings + [TrafficLight.rule(catalogue.lights), IndicatorWording.formulas]
            + [plan.note].compactMap { $0 }
            + (allUnreviewed ? [IndicatorWording.noReviews] : [])
        let particular = plan.indicators.flatMap { indicator -> [BilingualText] in
            let assessment = assessments[indicator.id]
            var notes = assessment?.rules ?? []
            if let assessment, !assessment.missingYears.isEmpty {
                notes.append(IndicatorWording.lowerBound(assessment.missingYears.map { indicator.period($0).label }))
            }
            if let latest = assessment?.latest?.period, !allUnreviewed,
                !indicator.reviews.contains(where: { indicator.period($0.year) == latest })
            {
                notes.append(IndicatorWording.unreviewed(latest.label))
            }
            if let evidence = indicator.evidence { notes.append(IndicatorWording.evidence(evidence)) }
            if let note = indicator.note { notes.append(note) }
            return notes.map { IndicatorWording.about(indicator.titles, $0) }
        }
        return (general + particular).map { $0(language) }
    }

    /// The yearly reviews, one row each; `nil` when nobody has written one.
    public func reviewTable(in language: Language) -> ReportTable? {
        let rows = (catalogue.plan?.indicators ?? []).flatMap { indicator in
            indicator.reviews.sorted { $0.year < $1.year }.map { review in
                ReportRow(
                    indicator.titles(language),
                    [
                        ReportCell(indicator.period(review.year).label(language)), ReportCell(review.result(language)),
                        cell(review.cause, language), cell(review.next, language),
                        cell(review.responsible, language), review.due.map { ReportCell($0) } ?? .missing("—"),
                    ])
            }
        }
        guard !rows.isEmpty else { return nil }
        return ReportTable(
            caption: IndicatorWording.reviews(language),
            columns: [
                ReportColumn(IndicatorWording.indicator(language)), ReportColumn(IndicatorWording.year(language)),
                ReportColumn(IndicatorWording.result(language)), ReportColumn(IndicatorWording.cause(language)),
                ReportColumn(IndicatorWording.next(language)), ReportColumn(IndicatorWording.responsible(language)),
                ReportColumn(IndicatorWording.due(language)),
            ], rows: rows)
    }

    /// Said before anything else where computed values rest on made-up counts.
    var warnings: [BilingualText] { origins.contains(.illustrative) ? [IndicatorWording.illustrative] : [] }

    private func cell(_ text: BilingualText?, _ language: Language) -> ReportCell {
        text.map { ReportCell($0(language)) } ?? .missing("—")
    }
}
