import Languages
import VisitorMetrics
import VisitorModel

/// Sets a KPI report: from values computed elsewhere to a document in one language.
public enum KPIReport {
    /// The document; equal inputs give equal documents.
    public static func document(from input: KPIReportInput) -> ReportDocument {
        KPIReportWriter(input).document()
    }
}

/// Writes the sections of a report, one after the other.
struct KPIReportWriter {
    let input: KPIReportInput
    let cells: FigureCells
    let verdict: VerdictText?

    var language: Language { input.language }
    var format: NumberFormat { NumberFormat(language: input.language) }
    var unit: StatisticalUnit { input.definition.unit }

    init(_ input: KPIReportInput) {
        let (placeNames, marketNames) = (input.placeNames, input.marketNames)
        let places: PlaceNaming = { placeNames[$0] ?? BilingualText(verbatim: $0) }
        let markets: PlaceNaming = { marketNames[$0] ?? BilingualText(verbatim: $0) }
        self.input = input
        cells = FigureCells(input.language, places: places, markets: markets)
        verdict = input.progress.map { progress in
            VerdictText(
                progress, of: input.definition, destination: input.destination, likeForLike: input.likeForLike,
                usualTotals: input.usualTotals, origins: input.origins, places: places, markets: markets)
        }
    }

    func document() -> ReportDocument {
        ReportDocument(
            language: language,
            title: title(language),
            subtitle: subtitle, headline: headline(language), banners: banners,
            sections: [summarySection] + outlookSections + [progressSection] + indicatorsSections + [monthsSection]
                + comparisonSections + [
                    placesSection, inboundSection, publishedSection, seasonalitySection,
                ] + crossCheckSections + driftSections + [gapsSection, findingsSection, heldSection, definitionsSection],
            passports: input.passports, sources: sources, footnotes: footnotes, product: input.product,
            generatedAt: input.generatedAt)
    }

    private var title: BilingualText {
        input.year.map { KPIWording.yearTitle(input.destination, Period.calendarYear($0).label) }
            ?? KPIWording.title(input.destination, Period.month(input.through).label)
    }

    private var subtitle: String {
        let subject = input.progress.map { progress in
            KPIWording.goal(
                input.definition.titles, .goal(progress.target.target, unit),
                progress.basis.period(progress.target.targetYear).label)
        }
        return (subject ?? input.definition.titles)(language)
    }

    /// Where the year will end comes first: it is what the reader wants to know.
    private var headline: BilingualText {
        input.outlook?.headline ?? standing
    }

    /// Where things stand: the headline where nothing is forecast, else the first sentence of the summary.
    var standing: BilingualText {
        if let verdict { return verdict.headline }
        guard let latest = input.calendarYears.last(where: { $0.current.value != nil })?.current,
            let value = latest.value
        else { return KPIWording.noFigures }
        let gaps = latest.coverage.gaps(places: cells.places, markets: cells.markets)
        return KPIWording.latest(
            latest.period.label, input.definition.titles, .amount(value, unit),
            gaps: latest.coverage.isWhole ? nil : gaps)
    }

    private var banners: [ReportBanner] {
        var banners: [ReportBanner] = []
        if input.origins.contains(.illustrative) {
            let text = VerdictWording.illustrative(input.destination)(language)
            banners.append(ReportBanner(kind: .illustrative, text: text))
        }
        for alert in (input.calendarYears + input.fiscalYears).compactMap(\.signAlert) {
            banners.append(ReportBanner(kind: .incomplete, text: alert(language)))
        }
        if !input.missing.isEmpty {
            let text = KPIWording.incomplete(
                .count(input.missing.count), input.missing.summary(places: cells.places, markets: cells.markets))
            banners.append(ReportBanner(kind: .incomplete, text: text(language)))
        }
        if input.isDraft { banners.append(ReportBanner(kind: .draft, text: KPIWording.draft(language))) }
        return banners
    }

    private var sources: [String] {
        input.sources.map { KPIWording.source($0.title, $0.licence, $0.origin.name)(language) }
    }

    private var footnotes: [String] {
        var notes = [KPIWording.starNote, KPIWording.dashNote, KPIWording.eraNote]
        if input.progress?.basis == .calendarYear { notes.append(KPIWording.calendarNote) }
        return notes.map { $0(language) }
    }

    /// A text in the report's language.
    func text(_ text: BilingualText) -> String { text(language) }

    /// A section; one without content says why.
    func section(_ id: String, _ title: BilingualText, _ blocks: [ReportBlock], whenEmpty: BilingualText)
        -> ReportSection
    {
        ReportSection(
            id: id, title: title(language), blocks: blocks.isEmpty ? [.paragraph(whenEmpty(language))] : blocks)
    }
}
