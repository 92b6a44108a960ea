public import Diagnostics
public import Languages
import PipelineDefinition
public import Reporting
public import VisitorLedger
public import VisitorMetrics
import VisitorModel

extension Workspace {
    /// The figure with a name.
    ///
    /// - Throws: `DiagnosticsError` when nothing has this name.
    public func figure(_ identity: FigureIdentity, in view: LedgerView) throws(DiagnosticsError) -> Figure {
        let metric = try metric(named: identity.definition)
        let grain = FigureQuery.Grain(of: identity.period)
        let split: FigureQuery.Split =
            identity.market != nil ? .market : identity.place == metric.cut.whole ? .none : .place
        let figures = view.figures(of: metric, by: grain, split: split, vintage: identity.vintage)
        let found = figures.first {
            $0.period == identity.period && $0.place == identity.place && $0.segment.market == identity.market
        }
        if let found { return found }
        // A metric known only by the year has no months to be added up.
        if let published = view.figures.publishedFigure(of: metric, in: identity.period, vintage: identity.vintage) {
            return published
        }
        throw DiagnosticsError(.noFigure(identity))
    }

    /// The counts a figure with a name is drawn from, and no others.
    ///
    /// - Throws: `DiagnosticsError` when no definition has this name, `LedgerError`.
    public func view(of identity: FigureIdentity, asOf: Timestamp? = nil) throws -> LedgerView {
        let metric = try metric(named: identity.definition)
        return try view(
            of: [metric], asOf: asOf, onlySegments: identity.market.map { [metric.segment(ofMarket: $0)] } ?? [])
    }

    /// Where a figure comes from: its meaning, its formula, and its inputs down to file, row and cell.
    ///
    /// More inputs than are read one by one are put together by place and file, and the passport says how to list each.
    ///
    /// - Parameters:
    ///   - cells: Counts whose numbers are kept back in a published report.
    ///   - listingEach: Whether every input is wanted, however many there are.
    public func passport(
        of figure: Figure, in view: LedgerView, language: Language, keepingBack cells: Set<KeptBackCell> = [],
        listingEach: Bool = false
    ) -> FigurePassport {
        let inputs = view.inputs(of: figure)
        guard !listingEach else {
            return passport(
                of: figure, in: view, language: language,
                inputs: (PassportInputGroup.each(inputs, keepingBack: cells), .none))
        }
        return passport(
            of: figure, in: view, language: language,
            inputs: PassportInputGroup.readable(inputs, keepingBack: cells))
    }

    /// The same from inputs at hand: what they are does not depend on the language.
    func passport(
        of figure: Figure, in view: LedgerView, language: Language,
        inputs: (groups: [PassportInputGroup], folding: PassportInputGroup.Folding)
    ) -> FigurePassport {
        let numbers = NumberFormat(language: language)
        let count = inputs.groups.reduce(0) { $0 + $1.count }
        let folded = inputs.folding.notice(of: figure.id, count: count, numbers)
        let definition = figure.definition
        return FigurePassport(
            id: figure.id,
            label:
                "\(definition.titles(language)) \(placeName(figure.place)(language)) \(figure.period.label(language))"
                + (figure.segment.market.map { " " + marketName($0)(language) } ?? ""),
            definition: "\(definition.id): \(definition.source(language))", formula: definition.formula(language),
            unit: figure.unit.name(language),
            value: figure.value?.whole.map { numbers.count($0) } ?? figure.value?.description ?? "–",
            exact: figure.value?.description, kind: figure.unit.isCount ? .count : .decimal,
            status: figure.status.name(language),
            coverage: figure.coverage.summary(naming: placeName)(language),
            inputs: inputs.groups.map {
                $0.line(in: language, placeName: placeName, marketName: marketName)
            },
            steps: steps(of: figure, in: view, language),
            notices: (figure.notices + [folded].compactMap(\.self)).map { $0(language) })
    }

    /// The calculation of a derived figure in sentences: the sum, each term, the result.
    private func steps(of figure: Figure, in view: LedgerView, _ language: Language) -> [String] {
        let definition = figure.definition
        var sentences: [String] = []
        for (place, standing) in view.figures.standings(of: definition, in: figure.period.firstMonth.calendarYear)
            ?? [:]
        where !standing.counts { sentences.append("\(placeName(place)(language)): \(standing.reason(language))") }
        sentences.sort()
        if let notice = definition.changeNotice { sentences.insert(notice(language), at: 0) }
        guard definition.derivation != .sum else { return sentences }
        if let total = view.total(of: definition) {
            return sentences + shareSteps(of: figure, total, in: view, language)
        }
        let derived = view.derived(definition, by: FigureQuery.Grain(of: figure.period)).first {
            $0.figure.period == figure.period
        }
        guard let derived, let start = derived.base.value else { return sentences }
        let numbers = NumberFormat(language: language)
        func written(_ number: ExactDecimal, isSigned: Bool = false) -> String {
            number.whole.map { isSigned ? numbers.signedCount($0) : numbers.count($0) } ?? number.description
        }
        sentences.append(PassportWords.start(written(start), derived.base.unit.name)(language))
        for term in derived.terms {
            let sentence = "\(term.label(language)): \(written(term.change, isSigned: true))"
            let lines = term.lines.map { $0(language) }
            // Quarters are read one below the other; a single remark goes with its term.
            sentences += lines.count == 1 ? ["\(sentence) [\(lines[0])]"] : [sentence] + lines.map { "– " + $0 }
        }
        if let comparison = derived.quarters.compactMap({ PooledComparison($0) }).first,
            case .realTrips = definition.derivation
        {
            sentences.append(
                PassportWords.why(Period.quarter(derived.quarters[0].wave.quarter).label, comparison)(language))
        }
        return sentences
    }
}

extension Workspace {
    /// A share in sentences: both sums, the months they are over, and the division.
    private func shareSteps(
        of figure: Figure, _ total: MetricDefinition, in view: LedgerView, _ language: Language
    ) -> [String] {
        let market = figure.segment.market
        let series = view.shareSeries(of: figure.definition, split: market == nil ? .none : .market)
        guard let share = series.first(where: { $0.market == market })?.share(in: figure.period) else { return [] }
        let numbers = NumberFormat(language: language)
        let name =
            market.map { BilingualText(ja: marketName($0).ja + "の", en: marketName($0).en + ": ") }
            ?? BilingualText(verbatim: "")
        func sum(_ value: ExactDecimal, of definition: MetricDefinition) -> String {
            // A share's own title says what it is, not what is counted for it.
            let counted = self.definition.destination.measure(definition.measure)?.names ?? definition.titles
            return PassportWords.side(
                name, counted, placeName(definition.cut.whole), share.months,
                value.whole.map { numbers.count($0) } ?? value.description, definition.unit.name)(language)
        }
        return [
            sum(share.ours, of: view.base(of: figure.definition)), sum(share.theirs, of: total),
            PassportWords.division(share, numbers)(language),
        ]
    }
}

private enum PassportWords {
    static func side(
        _ market: BilingualText, _ title: BilingualText, _ place: BilingualText, _ months: [Month], _ value: String,
        _ unit: BilingualText
    ) -> BilingualText {
        let ends = [months.first, months.last].compactMap { $0 }.map { Period.month($0).label }
        let span = BilingualText(
            ja: ends.map(\.ja).joined(separator: "～"), en: ends.map(\.en).joined(separator: " to "))
        return BilingualText(
            ja: "\(place.ja)：\(market.ja)\(title.ja) \(value)\(unit.ja)（\(span.ja)、\(months.count)か月）",
            en: "\(place.en), \(market.en)\(title.en), \(value) \(unit.en) (\(span.en), \(months.count) months)")
    }

    static func division(_ share: ShareSeries.Share, _ numbers: NumberFormat) -> BilingualText {
        let ours = share.ours.whole.map { numbers.count($0) } ?? share.ours.description
        let theirs = share.theirs.whole.map { numbers.count($0) } ?? share.theirs.description
        return BilingualText(
            ja: "\(ours) ÷ \(theirs) × 1000 ＝ \(share.perMille)‰（千人のうち\(share.perMille)人）",
            en: "\(ours) ÷ \(theirs) × 1000 = \(share.perMille) ‰ (of every thousand, \(share.perMille))")
    }

    static func start(_ sum: String, _ unit: BilingualText) -> BilingualText {
        BilingualText(ja: "延べの合計 \(sum)\(unit.ja) から始めます。", en: "It starts from the gross sum, \(sum) \(unit.en).")
    }

    static func why(_ quarter: BilingualText, _ comparison: PooledComparison) -> BilingualText {
        let text = comparison.explanation
        return BilingualText(ja: "\(quarter.ja)の例：\(text.ja)", en: "\(quarter.en) as an example. \(text.en)")
    }
}

extension Diagnostic {
    fileprivate static func noFigure(_ identity: FigureIdentity) -> Diagnostic {
        Diagnostic(
            code: "figure.none", value: "\(identity.definition):\(identity.place):\(identity.period.id)",
            message: BilingualText(
                ja: "この名前の数値はありません（その期間の数値がまだないか、場所・区分が定義に含まれません）。",
                en:
                    "There is no figure of this name: nothing is known of the period, or place or segment is not part of the definition."
            ))
    }
}
