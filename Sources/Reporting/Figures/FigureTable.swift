public import Languages
public import VisitorMetrics
import VisitorModel

/// Figures of one definition as a table: periods downwards; places or markets across where there are several.
///
/// A sum that lacks reports has a star, its coverage and a footnote; a missing one says why. Neither ever looks whole.
public struct FigureTable: Sendable, Hashable {
    /// The table, for the terminal, Markdown and CSV.
    public let table: ReportTable
    /// What must be read with the table: what each starred figure lacks, and why a rate is refused.
    public let footnotes: [String]
    /// What must be read before the table: rates whose sign missing reports decide.
    public let alerts: [String]

    /// Lays out figures of one definition; those of another than the first's are passed over.
    ///
    /// - Parameters:
    ///   - figures: In the order of rows and columns.
    ///   - growths: The rates that belong to the figures; without them there is no such column.
    ///   - places: What places are called.
    ///   - markets: What markets are called.
    /// - Returns: `nil` when there are no figures.
    public init?(
        _ figures: [Figure], growths: [Growth] = [], in language: Language,
        places: @escaping PlaceNaming = BilingualText.init(verbatim:),
        markets: @escaping PlaceNaming = BilingualText.init(verbatim:)
    ) {
        guard let definition = figures.first?.definition else { return nil }
        let figures = figures.filter { $0.definition.id == definition.id }
        let growths = growths.filter { $0.current.definition.id == definition.id }
        let layout = Layout(
            figures: figures, growths: growths, cells: FigureCells(language, places: places, markets: markets))
        let isSplit = layout.subjects.count > 1
        table = ReportTable(
            caption: FigureWording.caption(definition)(language),
            columns: [ReportColumn(FigureWording.period(language), kind: .period)]
                + (isSplit ? layout.splitColumns : layout.plainColumns),
            rows: layout.periods.map { period in
                ReportRow(period.label(language), isSplit ? layout.splitCells(period) : layout.plainCells(period))
            })
        footnotes = layout.footnotes(isSplit: isSplit)
        alerts = isSplit ? [] : growths.compactMap { $0.signAlert?(language) }
    }

    /// A table for each definition among the figures, in the order they first occur.
    public static func tables(
        _ figures: [Figure], growths: [Growth] = [], in language: Language,
        places: @escaping PlaceNaming = BilingualText.init(verbatim:),
        markets: @escaping PlaceNaming = BilingualText.init(verbatim:)
    ) -> [FigureTable] {
        figures.map(\.definition.id).uniqued().compactMap { id in
            FigureTable(
                figures.filter { $0.definition.id == id }, growths: growths, in: language, places: places,
                markets: markets)
        }
    }
}

/// What a column of a split table is about.
private struct Subject: Hashable {
    let place: String
    let market: String?

    init(_ figure: Figure) {
        place = figure.place
        market = figure.segment.market
    }
}

private struct Layout {
    let figures: [Figure]
    let growths: [Growth]
    let cells: FigureCells

    var language: Language { cells.language }
    var subjects: [Subject] { figures.map(Subject.init).uniqued() }
    var periods: [Period] { figures.map(\.period).uniqued() }

    private var kind: FigureKind { figures.first?.unit.kind ?? .decimal }
    private var unit: String? { figures.first?.unit.name(language) }

    var splitColumns: [ReportColumn] {
        subjects.map { ReportColumn(name($0)(language), kind: kind, unit: unit) }
    }

    func splitCells(_ period: Period) -> [ReportCell] {
        subjects.map { subject in
            cells.value(figures.first { $0.period == period && Subject($0) == subject })
        }
    }

    var plainColumns: [ReportColumn] {
        let columns = [
            ReportColumn(FigureWording.value(language), kind: kind, unit: unit),
            ReportColumn(FigureWording.coverage(language)), ReportColumn(FigureWording.status(language)),
        ]
        return columns + (growths.isEmpty ? [] : [ReportColumn(FigureWording.growth(language), kind: .percent)])
    }

    func plainCells(_ period: Period) -> [ReportCell] {
        let figure = figures.first { $0.period == period }
        let status = figure.map { ReportCell($0.status.name(language)) } ?? cells.none
        let row = [cells.value(figure), cells.coverage(figure), status]
        return row + (growths.isEmpty ? [] : [cells.growth(growths.first { $0.current.period == period })])
    }

    func footnotes(isSplit: Bool) -> [String] {
        let starred = figures.filter { $0.value != nil && !$0.coverage.isWhole }
        // A year in progress is so for every place and market alike: one note serves them all.
        let notes = starred.map { figure in
            let isCommon = isSplit && starred.allSatisfy { $0.period != figure.period || $0.coverage.isWholeSoFar }
            return FigureWording.footnote(
                figure.period.label, isSplit && !isCommon ? name(Subject(figure)) : nil,
                figure.coverage.gaps(places: cells.places, markets: cells.markets), isCount: figure.unit.isCount,
                range: figure.range.map { range in
                    VerdictWording.range(
                        .amount(range.low, figure.unit), range.high.map { .amount($0, figure.unit) })
                })
        }.uniqued()
        // The first year of a series has no year before; a dash says as much.
        let refused = isSplit ? [] : growths.filter { ![nil, .baseMissing].contains($0.refusal) }
        let reasons = refused.compactMap { growth in
            growth.refusal.map { FigureWording.noGrowth(growth.current.period.label, $0.reason(naming: cells.places)) }
        }
        let breaks = isSplit ? [] : growths.flatMap { growth in
            growth.footnotedBreaks.map { FigureWording.acrossBreak(growth.current.period.label, $0) }
        }
        return (notes + reasons + breaks).map { $0(language) }
    }

    private func name(_ subject: Subject) -> BilingualText {
        if let market = subject.market { return cells.markets(market) }
        return subject.place == figures.first?.definition.cut.whole && Set(subjects.map(\.place)).count == 1
            ? FigureWording.all : cells.places(subject.place)
    }
}

extension Growth {
    /// What to say before anything else about a rate whose sign missing reports decide or turn.
    var signAlert: BilingualText? {
        guard let range, range.signIsOpen || range.signIsWrong else { return nil }
        return VerdictWording.signAlert(
            current.period.label, naive: .change(range.naive), low: .change(range.low),
            high: range.high.map { .change($0) }, isWrong: range.signIsWrong)
    }
}

extension StatisticalUnit {
    /// How values of the unit stand in a table.
    var kind: FigureKind {
        if self == .percent { return .percent }
        return isCount ? .count : .decimal
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, in the order of first occurrence.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
