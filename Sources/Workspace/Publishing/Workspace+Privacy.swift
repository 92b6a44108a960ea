public import Languages
import PipelineDefinition
public import VisitorLedger
public import VisitorMetrics
import VisitorModel

extension Workspace {
    /// What stays inside of some figures when they are published; `nil` where the destination states no rule.
    public func suppression(of figures: [Figure]) -> FigureSuppression? {
        definition.destination.privacy.map { FigureSuppression(figures, rule: $0) }
    }

    /// Selected figures as they may be published: small counts, and those that would give them away, taken out.
    ///
    /// - Returns: The figures, and how many were kept back.
    public func published(_ figures: [Figure]) -> (figures: [Figure], keptBack: Int) {
        guard let suppression = suppression(of: figures) else { return (figures, 0) }
        return (suppression.applied(to: figures), suppression.count)
    }

    /// Small counts that an earlier publication and the counts of now would give away together.
    ///
    /// A year that moved by fewer people than the rule's threshold tells how many the late report had; so do two totals of
    /// now of which one holds the other's places and a few people more.
    ///
    /// The years of protected measures are held against what each earlier publication could show at its moment.
    ///
    /// - Parameter moment: The moment of the new publication; only earlier ones are looked at. `nil` for all.
    /// - Throws: `LedgerError`.
    public func differencingWarnings(before moment: Timestamp? = nil) throws(LedgerError) -> [BilingualText] {
        guard let rule = definition.destination.privacy, let ledger = try readLedger() else { return [] }
        let protected = definition.definitions.filter {
            rule.measures.contains($0.measure) && $0.derivation == .sum && $0.unit.isCount
        }
        let now = shownYears(of: protected, in: try view(of: protected, asOf: moment))
        var warnings: [BilingualText] = []
        for publication in try ledger.publications() where moment.map({ publication.recordedAt < $0 }) ?? true {
            let view = try view(of: protected, asOf: publication.recordedAt, through: publication.month)
            let then = Dictionary(
                shownYears(of: protected, in: view).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            for figure in now {
                guard let value = figure.value?.whole, let earlier = then[figure.id]?.value?.whole,
                    (1..<rule.threshold).contains(abs(value - earlier))
                else { continue }
                warnings.append(
                    DifferencingWarning.betweenPublications(
                        name(of: figure), period: figure.period.label, publication: publication.id))
            }
        }
        return warnings + overlaps(now, rule).map(\.text)
    }

    /// The years of some definitions, whole and by market, as they may be published.
    private func shownYears(of definitions: [MetricDefinition], in view: LedgerView) -> [Figure] {
        definitions.flatMap { definition -> [Figure] in
            let whole = view.figures(of: definition, by: .calendarYear)
            let split =
                definition.markets.isEmpty ? [] : view.figures(of: definition, by: .calendarYear, split: .market)
            return published(whole).figures + published(split).figures
        }
    }

    private func name(of figure: Figure) -> BilingualText {
        let (title, place) = (figure.definition.titles, placeName(figure.place))
        let market = figure.segment.market.map(marketName)
        return BilingualText(
            ja: "\(place.ja)の\(title.ja)" + (market.map { "（\($0.ja)）" } ?? ""),
            en: "\(title.en), \(place.en)" + (market.map { " (\($0.en))" } ?? ""))
    }

    private func overlaps(_ figures: [Figure], _ rule: PrivacyRule) -> [DifferencingWarning] {
        let wholes = figures.filter { $0.segment.market == nil && $0.place == $0.definition.cut.whole }
        return Dictionary(grouping: wholes) { "\($0.definition.measure) \($0.period.id) \($0.unit.rawValue)" }
            .sorted { $0.key < $1.key }.flatMap { _, group in
                DifferencingWarning.among(
                    group.compactMap { figure in
                        figure.value?.whole.map {
                            DifferencingWarning.Publication(
                                "\(figure.definition.id) \(figure.period.id)",
                                groups: Set(figure.definition.cut.members), count: $0)
                        }
                    }, threshold: rule.threshold)
            }
    }
}
