import Languages
import VisitorModel

extension DerivedFigure {
    /// A figure from quarterly estimates: residents left out, then, where asked, each segment divided by its places.
    init(
        base: Figure, definition: MetricDefinition, estimates: [CommonStandardEstimate],
        survey: MetricParameters.Survey, isDivided: Bool
    ) {
        var segments: [SurveySegment] = []
        for segment in estimates.flatMap({ $0.parts.map(\.sample.segment) }) where !segments.contains(segment) {
            segments.append(segment)
        }
        let residents = estimates.reduce(0) { $0 + $1.residents }
        var terms = [
            Term(
                kind: .residents, label: BilingualText(ja: "市民（観光客に数えない）", en: "residents, who are no visitors"),
                change: ExactDecimal(-residents),
                lines: Self.lines(of: estimates, where: { !$0.isVisitor }, isDivided: false))
        ]
        if isDivided {
            for segment in segments where segment.isVisitor {
                let change = estimates.reduce(0) { sum, estimate in
                    sum + estimate.parts.filter { $0.sample.segment == segment }.reduce(0) { $0 + $1.trips - $1.gross }
                }
                terms.append(
                    Term(
                        kind: .places,
                        label: BilingualText(
                            ja: "÷ 平均訪問地点数（\(segment.name.ja)）", en: "÷ mean places visited (\(segment.name.en))"),
                        change: ExactDecimal(change),
                        lines: Self.lines(of: estimates, where: { $0 == segment }, isDivided: true)))
            }
        }
        let people = estimates.reduce(0) { $0 + (isDivided ? $1.trips : $1.nonResidents) }
        let error = SamplingError.sum(of: estimates.map(\.tripsError))
        var notices: [BilingualText] = isDivided ? [.sampling(error)] : []
        if isDivided, !error.segmentsWithoutDeviation.isEmpty { notices.append(.withoutDeviation) }
        let warnings = estimates.flatMap { SampleSizeRule().warnings(about: $0.wave) }
        if let first = warnings.first { notices.append(.smallSamples(first, more: warnings.count - 1)) }
        if survey.origin == .illustrative { notices.append(.illustrativeParameters) }
        self.base = base
        self.terms = terms
        quarters = estimates
        figure = base.derived(
            as: definition, value: base.value == nil ? nil : ExactDecimal(people), notices: notices,
            marginOfError: isDivided ? error.halfWidth95 : nil)
    }

    /// The calculation, a quarter a line: `2018 Q1: 12,345 × 40 % (200 of 500 asked) ÷ 1.5 = 3,292`.
    private static func lines(
        of estimates: [CommonStandardEstimate], where isWanted: (SurveySegment) -> Bool, isDivided: Bool
    ) -> [BilingualText] {
        let lines = estimates.compactMap { estimate -> BilingualText? in
            guard let part = estimate.parts.first(where: { isWanted($0.sample.segment) }) else { return nil }
            let label = Period.quarter(estimate.wave.quarter).label
            let gross = ExactDecimal(estimate.gross).grouped
            let percent = part.share.multiplied(by: 100)?.description ?? "–"
            let (some, all) = (part.sample.respondents, estimate.wave.respondents)
            let asked = BilingualText(
                ja: "（回答\(ExactDecimal(all).grouped)人中\(ExactDecimal(some).grouped)人）",
                en: " (\(ExactDecimal(some).grouped) of \(ExactDecimal(all).grouped) asked)")
            let rest =
                isDivided
                ? " ÷ \(part.sample.meanPlaces) = \(ExactDecimal(part.trips).grouped)"
                : " = \(ExactDecimal(part.gross).grouped)"
            return BilingualText(
                ja: "\(label.ja)：\(gross) × \(percent)%\(asked.ja)\(rest)",
                en: "\(label.en): \(gross) × \(percent)\u{A0}%\(asked.en)\(rest)")
        }
        return lines.isEmpty
            ? [BilingualText(ja: "該当する回答がありません", en: "nobody of this kind was asked")] : lines
    }

    /// A figure without a value, and why.
    static func absent(_ base: Figure, as definition: MetricDefinition, because reason: BilingualText) -> DerivedFigure
    {
        DerivedFigure(
            base: base, terms: [], figure: base.derived(as: definition, value: nil, notices: [reason]), quarters: [])
    }
}

extension Figure {
    /// The figure of another definition made from this one: an estimate over the same reports.
    func derived(
        as definition: MetricDefinition, value: ExactDecimal?, notices: [BilingualText],
        marginOfError: ExactDecimal? = nil
    ) -> Figure {
        Figure(
            definition: definition, place: place, period: period, segment: segment, value: value,
            status: value == nil ? (self.value == nil ? status : .notSurveyed) : .estimated, coverage: coverage,
            vintages: vintages, requestedVintage: requestedVintage, notices: self.notices + notices,
            roundingHalfWidth: roundingHalfWidth, marginOfError: value == nil ? nil : marginOfError)
    }
}
