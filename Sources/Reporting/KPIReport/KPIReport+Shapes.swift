import ChartDrawing
import Languages
import VisitorMetrics
import VisitorModel

/// The drawings that show shapes: the calendar, the places side by side, who has reported when.
extension KPIReportWriter {
    /// How many months back the matrix of reports looks.
    private static let monthsOfCoverage = 24

    /// Years by months, the stronger the busier.
    var calendarChart: ReportChart? {
        let figures = input.calendarMonths
        let years = figures.map(\.period.firstMonth.year).uniqued().sorted()
        guard years.count > 1, figures.contains(where: { $0.value != nil }) else { return nil }
        func figure(_ year: Int, _ month: Int) -> Figure? {
            figures.first { $0.period.firstMonth.year == year && $0.period.firstMonth.number == month }
        }
        let names = (1...12).map { number in
            text(
                Month(year: years[0], number: number).map(KPIWording.monthName) ?? BilingualText(verbatim: "\(number)"))
        }
        let headers = years.map { yearHeader(.calendarYear(CalendarYear($0))) }
        let table = ReportTable(
            caption: text(KPIWording.calendarCaption),
            columns: [ReportColumn(text(KPIWording.year), kind: .period)]
                + names.map { ReportColumn($0, kind: unit.kind) },
            rows: zip(years, headers).map { year, header in
                ReportRow(
                    header, (1...12).map { cells.value(figure(year, $0), showsGaps: false) },
                    period: .calendarYear(CalendarYear(year)))
            })
        let peaks = peaks(
            years.compactMap { year in
                let months = (1...12).map { figure(year, $0)?.wholeValue }
                return months.contains { $0 == nil } ? nil : months.compactMap(\.self)
            })
        let chart = HeatMap(
            outline: outline(
                id: "calendar", title: peaks.title,
                description: KPIWording.listed(peaks.title, spoken(busiestMonths(of: years, figure))), category: KPIWording.month,
                values: input.definition.titles, unit: unit, largest: figures.compactMap(\.value).max(),
                categories: names, cycle: 12),
            rowLabel: text(KPIWording.year),
            rows: zip(years, headers).map { year, header in
                let months = (1...12).filter { number in
                    Month(year: year, number: number).map { $0 <= input.through } ?? false
                }
                return HeatMap.Row(label: header, cells: months.map { figure(year, $0)?.chartValue ?? .missing })
            })
        return ReportChart(chart, table: table)
    }

    /// The busiest month of each whole year with its number.
    private func busiestMonths(of years: [Int], _ figure: (Int, Int) -> Figure?) -> [(BilingualText, ReportCell)] {
        years.compactMap { year in
            let months = (1...12).compactMap { figure(year, $0) }
            let whole = months.compactMap { figure in figure.wholeValue.map { (figure, $0) } }
            guard whole.count == 12, let most = whole.max(by: { $0.1 < $1.1 })?.0 else { return nil }
            return (most.period.label, cells.value(most))
        }
    }

    /// In how many of the whole years the same month was the busiest.
    private func peaks(_ years: [[ExactDecimal]]) -> (title: BilingualText, count: Int) {
        var counts: [Int: Int] = [:]
        for months in years {
            guard let most = months.max(), let month = months.firstIndex(of: most) else { continue }
            counts[month + 1, default: 0] += 1
        }
        guard let best = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
            let month = Month(year: 2000, number: best.key)
        else { return (KPIWording.calendarCaption, 0) }
        return (KPIWording.calendarTitle(KPIWording.monthName(month), best.value, of: years.count), best.value)
    }

    /// The last twelve months of each place beside those of the year before.
    var placesChart: ReportChart? {
        let months = window(12)
        let rows = placeRows
        guard months.count == 12, rows.count > 1 else { return nil }
        let before = months.compactMap { Period.month($0).yearBefore.firstMonth }
        let panels = rows.map { row in
            SmallMultiples.Panel(
                label: text(cells.places(row.place)), values: months.map { row.months[$0]?.chartValue ?? .missing },
                comparison: before.map { row.months[$0]?.chartValue ?? .missing },
                remark: placeChange(row.place).map { text(.change($0)) } ?? "")
        }
        let title = KPIWording.placesShapeTitle(rows.count)
        let changes = zip(rows, panels).map { row, panel in
            (cells.places(row.place), ReportCell(panel.remark.isEmpty ? "—" : panel.remark))
        }
        let names = months.map { text(KPIWording.monthName($0)) }
        let table = ReportTable(
            caption: text(KPIWording.placesShapeCaption),
            columns: [ReportColumn(text(KPIWording.place))] + names.map { ReportColumn($0, kind: unit.kind) },
            rows: rows.map { row in
                ReportRow(
                    text(cells.places(row.place)), months.map { cells.value(row.months[$0], showsGaps: false) })
            })
        let chart = SmallMultiples(
            outline: outline(
                id: "places", title: title, description: KPIWording.listed(title, spoken(changes)), category: KPIWording.month,
                values: input.definition.titles, unit: unit, largest: nil, categories: names, cycle: 12),
            valuesLabel: text(KPIWording.lastMonths), comparisonLabel: text(KPIWording.yearBefore), panels: panels)
        return ReportChart(chart, table: table)
    }

    private func placeChange(_ place: String) -> ExactDecimal? {
        input.places?.rows.first { $0.current.place == place }?.change
    }

    /// Which place has reported which of the last months.
    var coverageChart: ReportChart? {
        let months = window(Self.monthsOfCoverage)
        let rows = placeRows
        guard months.count > 1, rows.count > 1 else { return nil }
        let matrixRows = rows.map { row in
            CoverageMatrix.Row(
                label: text(cells.places(row.place)),
                states: months.map { state(row, $0) })
        }
        let missing = input.missing.filter { months.contains($0.month) }
        let title = KPIWording.coverageTitle(
            months: months.count, missing: missing.count,
            missing.isEmpty ? nil : missing.summary(places: cells.places, markets: cells.markets))
        let states = matrixRows.flatMap(\.states)
        let counts = CoverageMatrix.State.allCases.compactMap { state -> (BilingualText, ReportCell)? in
            let count = states.count { $0 == state }
            return KPIWording.reportStates[state].flatMap { count > 0 ? ($0, ReportCell("\(count)")) : nil }
        }
        let names = months.map { text(KPIWording.monthName($0)) }
        let chart = CoverageMatrix(
            outline: ChartOutline(
                id: "coverage", title: text(title),
                description: text(KPIWording.listed(KPIWording.coverageSpan(months), spoken(counts))),
                categoryLabel: text(KPIWording.month), valueLabel: text(KPIWording.coverageSpan(months)), unit: "",
                categories: names, categoriesPerCycle: 12,
                wording: ChartWording(
                    missing: text(KPIWording.chartMissing), partial: text(KPIWording.chartPartial),
                    empty: text(KPIWording.noFigures), total: text(KPIWording.total)),
                languageTag: language.rawValue, format: { "\($0)" }),
            rowLabel: text(KPIWording.place), rows: matrixRows,
            names: KPIWording.reportStates.mapValues { text($0) })
        return ReportChart(chart)
    }

    /// The chart's months in numbers; `nil` where the chart is not drawn.
    var coverageSummary: BilingualText? {
        let months = window(Self.monthsOfCoverage)
        let rows = placeRows
        guard months.count > 1, rows.count > 1, !input.reportStates.isEmpty else { return nil }
        let reports = rows.flatMap { row in months.map { (place: row.place, month: $0, state: state(row, $0)) } }
        let inPart = reports.filter { $0.state == .partly }
        let reported = inPart.count + reports.count { $0.state == .reported || $0.state == .preliminary }
        let closed = reports.count { $0.state == .closed }
        let named = inPart.prefix(6).map { report in
            let (place, month) = (cells.places(report.place), Period.month(report.month).label)
            return BilingualText(ja: "\(place.ja) \(month.ja)", en: "\(place.en), \(month.en)")
        }
        let names = inPart.count > named.count ? named + [BilingualText(ja: "ほか", en: "and others")] : named
        return KPIWording.coverageSummary(
            reported: .count(reported), due: .count(reported + reports.count { $0.state == .missing }),
            partly: inPart.isEmpty ? nil : (.count(inPart.count), .list(names)), closed: closed > 0 ? .count(closed) : nil)
    }

    private func state(_ row: PlaceRow, _ month: Month) -> CoverageMatrix.State {
        let figure = row.months[month]
        switch input.reportStates[row.place]?[month] {
        case nil: return figure?.reportState ?? .notExpected
        // Only the figure knows whether its number will still change.
        case .reported: return figure?.reportState == .preliminary ? .preliminary : .reported
        case .partly: return .partly
        case .late: return .missing
        case .closed: return .closed
        case .notYetDue: return .ahead
        case .notExpected: return .notExpected
        }
    }

    // MARK: places and months

    /// A place and its months.
    private struct PlaceRow {
        let place: String
        let months: [Month: Figure]
    }

    /// The places in the order of the cut.
    private var placeRows: [PlaceRow] {
        let byPlace = Dictionary(grouping: input.placeMonths, by: \.place)
        let order = input.placeMonths.map(\.place).uniqued()
        return order.map { place in
            let months = (byPlace[place] ?? []).map { ($0.period.firstMonth, $0) }
            return PlaceRow(place: place, months: Dictionary(months) { first, _ in first })
        }
    }

    /// The last months that places report on, up to the month of the report.
    private func window(_ count: Int) -> [Month] {
        Array(
            input.placeMonths.map(\.period.firstMonth).uniqued().sorted().filter { $0 <= input.through }.suffix(count))
    }
}

extension Figure {
    /// What is known of the report a figure of one place and month rests on.
    fileprivate var reportState: CoverageMatrix.State {
        if coverage.expected == 0 { return value == nil ? .notExpected : .reported }
        if !coverage.missing.isEmpty { return .missing }
        if coverage.notYetDue > 0 { return .ahead }
        switch status {
        case .preliminary, .provisional, .estimated: return .preliminary
        default: return .reported
        }
    }
}
