public import Languages
public import VisitorMetrics
import VisitorModel

/// A period against the year before in every way it can be read, as tables, sentences, and for machines.
public struct ComparisonSheet: Sendable, Hashable {
    /// The readings.
    public let comparison: PeriodComparison

    /// Makes a sheet.
    public init(_ comparison: PeriodComparison) { self.comparison = comparison }

    /// One row a reading: before, now, change, rate.
    public func table(in language: Language, places: @escaping PlaceNaming) -> ReportTable {
        let unit = comparison.definition.unit
        return ReportTable(
            caption: ComparisonWording.caption(comparison)(language),
            columns: [
                ReportColumn(ComparisonWording.reading(language)),
                ReportColumn(ComparisonWording.before(language), kind: unit.kind, unit: unit.name(language)),
                ReportColumn(ComparisonWording.now(language), kind: unit.kind, unit: unit.name(language)),
                ReportColumn(ComparisonWording.change(language), kind: unit.kind, unit: unit.name(language)),
                ReportColumn(ComparisonWording.rate(language), kind: .percent),
            ], rows: rows(in: language, places))
    }

    private func rows(in language: Language, _ places: @escaping PlaceNaming) -> [ReportRow] {
        let cells = FigureCells(language, places: places)
        func row(
            _ title: BilingualText, _ before: ReportCell, _ now: ReportCell, _ change: ExactDecimal?,
            _ rate: ExactDecimal?
        ) -> ReportRow {
            ReportRow(title(language), [before, now, cells.number(change, isSigned: true), cells.change(rate)])
        }
        let counted = comparison.asCounted
        let (now, before) = (counted.current, counted.base)
        var rows = [
            row(
                ComparisonWording.asCounted, cells.value(before, showsGaps: false), cells.value(now, showsGaps: false),
                before?.wholeValue.flatMap { now.wholeValue?.subtracting($0) }, counted.percent)
        ]
        if let like = comparison.likeForLike, !like.months.isEmpty {
            rows.append(
                row(
                    ComparisonWording.likeForLike, cells.number(like.base), cells.number(like.current),
                    like.current.subtracting(like.base), try? like.rate.get()))
        }
        if let calendar = comparison.calendar {
            let blank = ReportCell.missing("")
            rows.append(row(ComparisonWording.calendar, blank, blank, nil, calendar.calendar))
            rows.append(row(ComparisonWording.adjusted, blank, blank, nil, calendar.adjusted))
        }
        if let designation = comparison.designation {
            let effect = designation.effect
            rows.append(
                row(
                    ComparisonWording.designated(designation.definition), cells.number(effect.before),
                    cells.number(effect.now),
                    effect.now.subtracting(effect.before), effect.publishedGrowth))
            rows.append(
                row(
                    ComparisonWording.continuing, .missing(""), .missing(""), effect.continuing, effect.continuingGrowth
                ))
            for change in effect.entered {
                rows.append(
                    row(ComparisonWording.entered(places(change.place)), .missing(""), .missing(""), change.effect, nil)
                )
            }
            for change in effect.left {
                rows.append(
                    row(ComparisonWording.left(places(change.place)), .missing(""), .missing(""), change.effect, nil))
            }
        }
        return rows
    }

    /// The days of each month beside those of its counterpart; `nil` when nothing is compared.
    ///
    /// Shown without weights too: how many days off a month had is a fact, what they are worth is an assumption.
    public func daysTable(in language: Language) -> ReportTable? {
        guard let like = comparison.likeForLike, !like.monthly.isEmpty else { return nil }
        let cells = FigureCells(language)
        let format = NumberFormat(language: language)
        func pair(_ before: Int, _ now: Int) -> ReportCell {
            ReportCell("\(format.count(before)) → \(format.count(now))")
        }
        let rows = like.monthly.map { line -> ReportRow in
            let (days, earlier) = (DayMix(of: line.month), DayMix(of: line.monthBefore))
            let weights = comparison.weighting?.weights
            let adjusted = weights.flatMap {
                CalendarAdjustedGrowth(of: line.month, now: line.current, before: line.base, weights: $0)
            }
            return ReportRow(
                Period.month(line.month).label(language),
                [
                    pair(earlier.weekdays, days.weekdays), pair(earlier.saturdays, days.saturdays),
                    pair(earlier.sundaysAndHolidays, days.sundaysAndHolidays),
                    pair(earlier.longestRun, days.longestRun),
                    cells.change(line.percent),
                ] + (weights == nil ? [] : [cells.change(adjusted?.calendar), cells.change(adjusted?.adjusted)]),
                period: .month(line.month))
        }
        return ReportTable(
            caption: ComparisonWording.daysCaption(language),
            columns: [
                ReportColumn(FigureWording.period(language), kind: .period),
                ReportColumn(DayKind.weekday.name(language)),
                ReportColumn(DayKind.saturday.name(language)), ReportColumn(DayKind.sundayOrHoliday.name(language)),
                ReportColumn(ComparisonWording.longestRun(language)),
                ReportColumn(ComparisonWording.rate(language), kind: .percent),
            ]
                + (comparison.weighting == nil
                    ? []
                    : [
                        ReportColumn(ComparisonWording.calendarPart(language), kind: .percent),
                        ReportColumn(ComparisonWording.adjustedRate(language), kind: .percent),
                    ]),
            rows: rows)
    }

    /// Why a rate is refused, what was compared, which weights were used, why places entered or left.
    public func notes(in language: Language, places: PlaceNaming) -> [String] {
        var notes: [BilingualText] = []
        if let refusal = comparison.asCounted.refusal {
            notes.append(ComparisonWording.refused(refusal.reason(naming: places)))
        }
        if let like = comparison.likeForLike { notes.append(ComparisonWording.compared(like.summary(naming: places))) }
        notes.append(comparison.weighting.map(ComparisonWording.weighting) ?? ComparisonWording.noWeights)
        if let designation = comparison.designation {
            for change in designation.effect.entered + designation.effect.left {
                guard let reason = designation.reasons[change.place] else { continue }
                notes.append(ComparisonWording.reason(places(change.place), reason))
            }
            notes.append(ComparisonWording.closing)
        }
        return notes.map { $0(language) }
    }
}
