import Languages
import VisitorModel

extension CellReader {
    /// Adds up the cells of some places in one period; of one market when one is named, else of all.
    func figure(of place: String, adding places: [String], in period: Period, market: String? = nil) -> Figure {
        let cells = cells(places, period.months, market: market)
        var sum: ExactDecimal? = .zero
        var status: ObservationStatus?
        var missing: [MissingReport] = []
        var vintages: Set<String> = []
        var reported = 0
        var roundingHalfWidth = 0
        for cell in cells {
            switch cell.state {
            case .counted(let value, let vintage):
                reported += 1
                sum = value.number.flatMap { sum?.adding($0) }
                status = status?.weaker(value.status) ?? value.status
                roundingHalfWidth += value.roundingHalfWidth
                vintages.insert(vintage)
            case .closed: reported += 1
            case .missing(let reason):
                missing.append(
                    MissingReport(place: cell.place, month: cell.month, market: cell.market, status: reason))
            case .notYetDue: break
            }
        }
        let months = Set(cells.map(\.month))
        var notices = notices(on: cells, of: places, vintages: vintages)
        for place in places where reportsRarely(place, forSpanOf: period.months.count) {
            notices.append(.reportsRarely(place))
        }
        // A rate or a score of two months is not their sum.
        let isMeaningful = definition.unit.isCount || reported <= 1
        if !isMeaningful { notices.append(.notAdditive(definition.unit)) }
        if sum == nil { notices.append(.tooLarge) }
        let value = reported > 0 && isMeaningful ? sum : nil
        return Figure(
            definition: definition, place: place, period: period, segment: definition.segment(ofMarket: market),
            // A sum of closed months alone is as firm as the calendar.
            value: value, status: value == nil ? reasonForAbsence(missing, of: cells) : status ?? .final,
            coverage: Coverage(
                reported: reported, expected: cells.count, missing: missing,
                monthsOutside: period.months.filter { month in
                    !months.contains(month) && !places.contains { isObserved($0, in: month) }
                }),
            vintages: vintages.sorted(), requestedVintage: vintage, notices: notices,
            roundingHalfWidth: roundingHalfWidth,
            range: value.flatMap { range(of: $0, lacking: missing) },
            breaks: breaks.filter { seriesBreak in places.contains { seriesBreak.concerns($0, definition.measure) } })
    }

    private func reasonForAbsence(_ missing: [MissingReport], of cells: [CountCell]) -> ObservationStatus {
        guard let first = missing.first else {
            // Nothing expected at all is not a report that failed to come.
            return cells.contains { $0.number == nil } ? .notReported : .notApplicable
        }
        return missing.reduce(first.status) { $0.weaker($1.status) }
    }

    private func notices(on cells: [CountCell], of places: [String], vintages: Set<String>) -> [BilingualText] {
        var notices: [BilingualText] = []
        for place in places where isUnheardOf(place) { notices.append(.unheardOf(place)) }
        for cell in cells {
            guard let unit = cell.foreignUnit else { continue }
            notices.append(.otherUnit(unit, than: definition.unit, at: cell.place, in: cell.month))
        }
        if vintages.count > 1 { notices.append(.severalVintages(vintages.sorted())) }
        return notices
    }
}

extension BilingualText {
    fileprivate static func unheardOf(_ place: String) -> Self {
        BilingualText(
            ja: "\(place) は報告予定も数値もなく、合計に含まれていません。",
            en: "\(place) has neither expected reports nor counts and is not part of the sum.")
    }

    fileprivate static func reportsRarely(_ place: String) -> Self {
        BilingualText(
            ja: "\(place) の報告はより長い期間ごとのため、この期間の数値には含まれていません。",
            en: "\(place) reports for longer periods and is not part of this figure.")
    }

    fileprivate static func otherUnit(
        _ unit: StatisticalUnit, than expected: StatisticalUnit, at place: String, in month: Month
    ) -> Self {
        BilingualText(
            ja: "\(place) の\(Period.month(month).label.ja)分は単位が「\(unit.name.ja)」で、「\(expected.name.ja)」には加算していません。",
            en: """
                \(place) gave \(Period.month(month).label.en) in \(unit.name.en); \
                it is not added to \(expected.name.en).
                """)
    }

    fileprivate static func severalVintages(_ vintages: [String]) -> Self {
        let names = list(vintages.map(vintageName))
        return BilingualText(
            ja: "複数の公表版(\(names.ja))の数値を合わせています。",
            en: "The counts come from several releases: \(names.en).")
    }

    fileprivate static func notAdditive(_ unit: StatisticalUnit) -> Self {
        BilingualText(
            ja: "単位が「\(unit.name.ja)」の数値は合計できません。",
            en: "Values in \(unit.name.en) cannot be added up.")
    }

    fileprivate static let tooLarge = BilingualText(
        ja: "合計が扱える桁数を超えました。", en: "The sum has more digits than can be held.")

    /// A release's name; the unnamed release has words of its own.
    static func vintageName(_ vintage: String) -> Self {
        vintage.isEmpty ? BilingualText(ja: "版名なし", en: "unnamed") : BilingualText(verbatim: vintage)
    }
}
