import Languages
public import VisitorModel

/// Decides which figures of one output stay inside, and takes their numbers out.
///
/// Figures of one definition are laid out as tables, the periods of one year downwards and its places or markets across,
/// and each table is protected with its totals (``SmallCountSuppression``): a hidden number cannot be had back from a
/// row or a column of the table. What several outputs tell together is not looked at here; see ``DifferencingWarning``.
public struct FigureSuppression: Sendable {
    /// The rule.
    public let rule: PrivacyRule
    /// The figures kept back, by identity, and why.
    public private(set) var hidden: [String: SmallCountSuppression.Cell] = [:]

    /// Decides about the figures of one output; those of measures the rule does not name are left alone.
    public init(_ figures: [Figure], rule: PrivacyRule) {
        self.rule = rule
        for (_, group) in Dictionary(grouping: figures.filter { rule.covers($0) }, by: TableKey.init) { protect(group) }
    }

    /// How many figures are kept back.
    public var count: Int { hidden.count }

    /// Whether a figure is kept back.
    public func hides(_ figure: Figure) -> Bool { hidden[figure.id] != nil }

    /// The figures with the numbers of those kept back taken out: suppressed, with the reason.
    public func applied(to figures: [Figure]) -> [Figure] {
        figures.map { figure in
            guard let cell = hidden[figure.id] else { return figure }
            return figure.suppressed(because: cell == .small ? .small(rule.threshold) : .complementary)
        }
    }

    private mutating func protect(_ figures: [Figure]) {
        var periods: [Period] = []
        var subjects: [Subject] = []
        for figure in figures {
            if !periods.contains(figure.period) { periods.append(figure.period) }
            if !subjects.contains(Subject(figure)) { subjects.append(Subject(figure)) }
        }
        let cells = Dictionary(figures.map { (Cell($0), $0) }, uniquingKeysWith: { first, _ in first })
        let table = periods.map { period in
            subjects.map { subject in cells[Cell(period: period, subject: subject)]?.value?.whole }
        }
        let outcome = SmallCountSuppression(table, threshold: rule.threshold)
        for (period, row) in zip(periods, outcome.cells) {
            for (subject, cell) in zip(subjects, row) where cell.isSuppressed {
                if let figure = cells[Cell(period: period, subject: subject)] { hidden[figure.id] = cell }
            }
        }
    }

    /// One table: figures of one definition, split alike, within one year.
    private struct TableKey: Hashable {
        let definition: String
        let vintage: String?
        let kind: Period.Kind
        let year: Int
        let isByMarket: Bool
        let isByPlace: Bool

        init(_ figure: Figure) {
            definition = figure.definition.id
            vintage = figure.requestedVintage
            kind = figure.period.kind
            // Years and rolling spans are tables of one row each: no published number adds them up.
            year =
                figure.period.months.count < 12
                ? figure.period.firstMonth.year : figure.period.lastMonth.year * 12 + figure.period.lastMonth.number
            isByMarket = figure.segment.market != nil
            isByPlace = figure.place != figure.definition.cut.whole
        }
    }

    private struct Subject: Hashable {
        let place: String
        let market: String?

        init(_ figure: Figure) {
            place = figure.place
            market = figure.segment.market
        }
    }

    private struct Cell: Hashable {
        let period: Period
        let subject: Subject

        init(period: Period, subject: Subject) {
            self.period = period
            self.subject = subject
        }

        init(_ figure: Figure) { self.init(period: figure.period, subject: Subject(figure)) }
    }
}

extension PrivacyRule {
    /// Whether the rule looks at a figure: a count of a protected measure, whole or split in a protected way.
    func covers(_ figure: Figure) -> Bool {
        guard measures.contains(figure.definition.measure), figure.unit.isCount else { return false }
        if figure.segment.market != nil { return splits.contains(.market) }
        if figure.place != figure.definition.cut.whole { return splits.contains(.place) }
        return true
    }
}

extension Figure {
    /// The same figure without its number, for one that would give a small count away.
    public var keptBack: Figure { suppressed(because: .complementary) }

    /// The same figure without its number.
    func suppressed(because notice: BilingualText) -> Figure {
        Figure(
            definition: definition, place: place, period: period, segment: segment, value: nil, status: .suppressed,
            coverage: coverage, vintages: vintages, requestedVintage: requestedVintage, notices: notices + [notice],
            breaks: breaks)
    }
}

extension BilingualText {
    fileprivate static func small(_ threshold: Int) -> Self {
        BilingualText(
            ja: "\(threshold)人に満たない数のため、公表しません（0人は公表します）。",
            en: "Kept back: fewer than \(threshold) people (nobody at all is published).")
    }

    fileprivate static let complementary = BilingualText(
        ja: "この数を出すと、伏せたほかの少ない数が引き算で分かってしまうため、公表しません。",
        en: "Kept back: with it, another small number that is kept back could be worked out by subtraction.")
}
