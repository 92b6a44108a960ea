import Languages
import VisitorMetrics
import VisitorModel

extension KPIReportWriter {
    /// The few figures that matter, and the sentences behind the verdict.
    var summarySection: ReportSection {
        var blocks: [ReportBlock] = keyFigures.isEmpty ? [] : [.keyFigures(keyFigures)]
        // What each month has to bring stands in a table of its own, so not here.
        let lead = (input.outlook?.reach ?? []) + (input.outlook == nil ? [] : [standing])
        blocks += ([lead] + (verdict?.paragraphs ?? [])).filter { !$0.isEmpty }.map {
            .paragraph(BilingualText.sentences($0)(language))
        }
        // What the forecast rests on is read by those who doubt it: in small print, a line each.
        if let outlook = input.outlook, !outlook.caveats.isEmpty {
            blocks.append(.notices(outlook.caveats.map { ReportNotice(kind: .information, text: $0(language)) }))
        }
        return section("summary", KPIWording.summary, blocks, whenEmpty: KPIWording.noFigures)
    }

    private var keyFigures: [KeyFigure] {
        (wholeYearFigures + [latestYearFigure, progressYearFigure, inboundFigure]).compactMap { $0 }
    }

    /// The latest whole year, how far it is on the way, and what is needed from there.
    private var wholeYearFigures: [KeyFigure?] {
        guard let progress = input.progress,
            let year = progress.years.last(where: { $0.period == progress.latestWholeYear }), let actual = year.actual
        else { return [] }
        let goal = BilingualText.goal(progress.target.target, unit)
        let value = KeyFigure(
            label: KPIWording.wholeYear(year.period.label)(language), value: format.brief(actual),
            exact: actual.description, unit: unit.name(language), kind: unit.kind,
            note: year.achievement.number.map { KPIWording.ofTarget(goal, .share($0))(language) },
            figureID: year.figure?.id)
        let way = year.progress.number.map { share in
            KeyFigure(
                label: KPIWording.wayMade(year.period.label)(language), value: format.percent(share),
                exact: share.description, kind: .percent,
                note: progress.target.baseline.number.map {
                    KPIWording.fromTo(.written { [baseline = $0] in $0.stated(baseline) }, goal)(language)
                }, tone: year.period == progress.years.last?.period ? verdict?.tone ?? .neutral : paceTone(year))
        }
        let need = progress.neededGrowth.number.map { rate in
            KeyFigure(
                label: KPIWording.neededLabel(language), value: format.signedPercent(rate), exact: rate.description,
                kind: .percent,
                note: KPIWording.neededSpan(
                    year.period.label, progress.basis.period(progress.target.targetYear).label)(language))
        }
        return [value, way, need]
    }

    private func paceTone(_ year: TargetYear) -> KeyFigure.Tone {
        guard let gap = year.paceGap.number, let target = input.progress?.target else { return .neutral }
        let isFalling = target.baseline.number.map { target.target < $0 } ?? false
        return gap == .zero || gap.isNegative == isFalling ? .good : .bad
    }

    /// The latest year that is over, when reports are still missing.
    private var latestYearFigure: KeyFigure? {
        let over = input.calendarYears.last { $0.current.coverage.notYetDue == 0 && $0.current.value != nil }
        guard let figure = over?.current, !figure.coverage.isWhole, let value = figure.value else { return nil }
        return KeyFigure(
            label: KPIWording.gapYear(figure.period.label)(language), value: format.brief(value),
            exact: value.description, unit: unit.name(language), kind: unit.kind,
            note: figure.coverage.gaps(places: cells.places, markets: cells.markets)(language),
            figureID: figure.id, tone: .caution)
    }

    /// The year that has begun.
    private var progressYearFigure: KeyFigure? {
        let begun = input.calendarYears.last { $0.current.coverage.notYetDue > 0 && $0.current.value != nil }
        guard let figure = begun?.current, let value = figure.value else { return nil }
        let comparison = input.likeForLike.flatMap { $0.period == figure.period ? $0 : nil }
        let change = try? comparison?.rate.get()
        return KeyFigure(
            label: KPIWording.soFar(figure.period.label, VerdictWording.span(comparison?.months ?? []))(language),
            value: format.brief(value), exact: value.description, unit: unit.name(language), kind: unit.kind,
            note: change.map { KPIWording.likeForLike(.change($0))(language) }, figureID: figure.id)
    }

    private var inboundFigure: KeyFigure? {
        guard let mix = input.markets.last, let unit = mix.shares.first?.figure.unit else { return nil }
        let growth = try? mix.growth.get()
        return KeyFigure(
            label: KPIWording.inboundLabel(mix.period.label)(language), value: format.exact(mix.total),
            exact: mix.total.description, unit: unit.name(language), kind: unit.kind,
            note: mix.isWhole
                ? growth.map { KPIWording.onYearBefore(.change($0))(language) }
                : text(mix.lacksDueReports ? KPIWording.notWhole : FigureWording.inProgress),
            tone: mix.lacksDueReports ? .caution : .neutral)
    }
}

extension MarketMix {
    /// Whether counts that are due are missing; those still to come are nobody's fault.
    fileprivate var lacksDueReports: Bool { shares.contains { !$0.figure.coverage.isWholeSoFar } }
}
