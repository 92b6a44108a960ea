import FoundationEssentials
import VisitorModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Places that have one another's numbers: two exchanged, or a run of columns moved by one.
///
/// A cell does not fit when it deviates by more than 0.5 and four spreads; another place's number fits when it is within
/// 0.25 or two spreads of what was expected.
struct MixUpRule {
    let examined: [PlausibilityChecker.Examined]

    private struct Table: Hashable {
        let measure: String
        let segment: Segment
        let vintage: String
        let month: Month
    }

    private struct Cell {
        let series: MonthlySeries
        let state: SeriesExpectation.Month
        var value: Double { series.value(state.index) }
        var isMisfit: Bool { state.deviation.magnitude > max(0.5, 4 * state.spread) }

        /// Whether another number would fit here.
        func fits(_ number: Double) -> Bool { log(number / state.expected).magnitude < max(0.25, 2 * state.spread) }
    }

    func findings() -> [PlausibilityFinding] {
        var tables: [Table: [Cell]] = [:]
        var order: [Table] = []
        var misfits: [Table: Int] = [:]
        for entry in examined {
            let key = entry.series.key
            for (index, state) in entry.months.sorted(by: { $0.key < $1.key }) {
                let table = Table(
                    measure: key.measure, segment: key.segment, vintage: key.vintage, month: entry.series.month(index))
                if tables[table] == nil { order.append(table) }
                let cell = Cell(series: entry.series, state: state)
                if cell.isMisfit { misfits[table, default: 0] += 1 }
                tables[table, default: []].append(cell)
            }
        }
        let found = order.filter { misfits[$0, default: 0] >= 2 }.flatMap { table in
            let cells = tables[table] ?? []
            let moved = moved(cells, in: table.month)
            return moved.isEmpty ? swapped(cells, in: table.month) : moved
        }
        return joined(found)
    }

    /// Runs of three or more neighbouring columns whose numbers fit one column further.
    private func moved(_ cells: [Cell], in month: Month) -> [PlausibilityFinding] {
        guard cells.count >= 3 else { return [] }
        for step in [1, -1] {
            var run: [Int] = []
            var best: [Int] = []
            for index in cells.indices {
                let target = index - step
                let isMoved =
                    cells.indices.contains(target) && cells[index].isMisfit && cells[target].fits(cells[index].value)
                if isMoved { run.append(index) } else { run = [] }
                if run.count > best.count { best = run }
            }
            guard best.count >= 3, let first = best.first else { continue }
            let cell = cells[first]
            return [
                PlausibilityFinding(
                    .shiftedColumn, in: cell.series.key, month: month, value: cell.series.exact(cell.state.index),
                    expected: MonthlySeries.exact(cell.state.expected),
                    otherPlaces: best.dropFirst().map { cells[$0].series.key.place },
                    causes: [.columnMoved(weight: 0.9)])
            ]
        }
        return []
    }

    private func swapped(_ cells: [Cell], in month: Month) -> [PlausibilityFinding] {
        let misfits = cells.filter(\.isMisfit)
        var findings: [PlausibilityFinding] = []
        var used: Set<String> = []
        for (index, first) in misfits.enumerated() where !used.contains(first.series.key.place) {
            let partner = misfits[(index + 1)...].first { second in
                !used.contains(second.series.key.place) && second.fits(first.value) && first.fits(second.value)
            }
            guard let partner else { continue }
            used.formUnion([first.series.key.place, partner.series.key.place])
            findings.append(
                PlausibilityFinding(
                    .swappedPlaces, in: first.series.key, month: month, value: first.series.exact(first.state.index),
                    expected: MonthlySeries.exact(first.state.expected), otherPlaces: [partner.series.key.place],
                    causes: [.exchanged(partner.series.exact(partner.state.index), weight: 0.9)]))
        }
        return findings
    }

    /// The same exchange in months that follow one another is told once.
    private func joined(_ findings: [PlausibilityFinding]) -> [PlausibilityFinding] {
        var joined: [PlausibilityFinding] = []
        for finding in findings.sorted(by: { ($0.series.place, $0.month) < ($1.series.place, $1.month) }) {
            if let last = joined.last, last.kind == finding.kind, last.series == finding.series,
                last.otherPlaces == finding.otherPlaces, last.month.advanced(by: 1) == finding.month
            {
                joined[joined.count - 1].month = finding.month
                joined[joined.count - 1].value = finding.value
            } else {
                joined.append(finding)
            }
        }
        return joined
    }
}
