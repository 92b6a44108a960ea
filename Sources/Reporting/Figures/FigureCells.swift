import Languages
import VisitorMetrics
import VisitorModel

/// Writes figures and rates into the cells of tables, the same way everywhere.
///
/// A sum that lacks parts has a star before it, in every format, and says what it lacks.
struct FigureCells {
    let language: Language
    let places: PlaceNaming
    let markets: PlaceNaming

    init(
        _ language: Language, places: @escaping PlaceNaming = BilingualText.init(verbatim:),
        markets: @escaping PlaceNaming = BilingualText.init(verbatim:)
    ) {
        self.language = language
        self.places = places
        self.markets = markets
    }

    private var format: NumberFormat { NumberFormat(language: language) }

    /// The value of a figure: a number, a number that lacks parts, or why there is none.
    func value(_ figure: Figure?, isTotal: Bool = false, showsGaps: Bool = true) -> ReportCell {
        guard let figure else { return none }
        guard let value = figure.value else {
            return .missing(
                figure.coverage.isAllAhead ? FigureWording.notYet(language) : figure.status.name(language),
                figureID: figure.id)
        }
        let isWhole = figure.coverage.isWhole
        let emphasis: ReportCell.Emphasis = isTotal ? .total : .normal
        return ReportCell(
            (isWhole ? "" : "*") + format.exact(value), exact: value.description,
            status: figure.status.isFirm ? nil : figure.status.name(language), figureID: figure.id,
            emphasis: isWhole ? emphasis : .partial,
            note: isWhole || !showsGaps ? nil : figure.coverage.gaps(places: places, markets: markets)(language))
    }

    /// The value of a figure whose period is not over, as of a span of its own: only what is due and missing is lacking.
    func soFar(_ figure: Figure) -> ReportCell {
        guard let value = figure.value, figure.coverage.isWholeSoFar else { return self.value(figure) }
        return ReportCell(
            format.exact(value), exact: value.description,
            status: figure.status.isFirm ? nil : figure.status.name(language), figureID: figure.id)
    }

    /// How many of the counts that are due are in.
    func coverageSoFar(_ figure: Figure) -> ReportCell {
        let coverage = figure.coverage
        return ReportCell(
            "\(format.count(coverage.reported))/\(format.count(coverage.expected - coverage.notYetDue))",
            emphasis: coverage.isWholeSoFar ? .normal : .partial)
    }

    /// How many counts are in, of how many: `239/240`.
    func coverage(_ figure: Figure?) -> ReportCell {
        guard let coverage = figure?.coverage else { return none }
        return ReportCell(
            "\(format.count(coverage.reported))/\(format.count(coverage.expected))",
            emphasis: coverage.isWhole ? .normal : .partial)
    }

    /// A rate of growth, or a dash where none may be given.
    func growth(_ growth: Growth?) -> ReportCell { change(growth?.percent) }

    /// A change in per cent, or a dash.
    func change(_ percent: ExactDecimal?) -> ReportCell {
        percent.map { ReportCell(format.signedPercent($0), exact: $0.description) } ?? none
    }

    /// A share in per cent, or a dash.
    func share(_ percent: ExactDecimal?) -> ReportCell {
        percent.map { ReportCell(format.percent($0), exact: $0.description) } ?? none
    }

    /// A plain number, or a dash.
    func number(_ number: ExactDecimal?, isSigned: Bool = false) -> ReportCell {
        number.map {
            ReportCell(isSigned ? format.signedExact($0) : format.exact($0), exact: $0.description)
        } ?? none
    }

    /// Nothing to say here.
    var none: ReportCell { .missing("—") }
}

extension ObservationStatus {
    /// Whether a number of this status needs no word beside it.
    fileprivate var isFirm: Bool { self == .final || self == .reported }
}

extension Coverage {
    /// Whether the whole period is still to come.
    var isAllAhead: Bool { expected > 0 && notYetDue == expected }

    /// What a number lacks, in a few words.
    func gaps(places: PlaceNaming, markets: PlaceNaming) -> BilingualText {
        var parts: [BilingualText] = []
        if !missing.isEmpty { parts.append(missing.summary(places: places, markets: markets)) }
        if notYetDue > 0 { parts.append(FigureWording.inProgress) }
        if !monthsOutside.isEmpty { parts.append(FigureWording.outside(monthsOutside.count)) }
        return .list(parts)
    }
}

extension [MissingReport] {
    /// The missing counts by name, the first three of them, and why they are missing.
    func summary(places: PlaceNaming, markets: PlaceNaming = BilingualText.init(verbatim:)) -> BilingualText {
        let named = 3
        let names = prefix(named).map { report in
            FigureWording.name(
                places(report.place), Period.month(report.month).label, market: report.market.map(markets))
        }
        let reasons = Set(map(\.status))
        // Different reasons would each need their own name; the list of missing reports gives them one by one.
        let reason = reasons.count == 1 ? first?.status.name : nil
        return FigureWording.missing(.list(names), more: count - named, reason: reason)
    }
}
