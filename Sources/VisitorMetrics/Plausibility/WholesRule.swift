import VisitorModel

/// Numbers that contradict one another: parts over their whole, inbound visitors over all visitors.
///
/// These are plain arithmetic: no past is needed and there is nothing to be unsure of.
struct WholesRule {
    let series: [MonthlySeries]
    let places: PlaceTree

    func findings() -> [PlausibilityFinding] { partsOverWhole() + inboundOverTotal() }

    private func partsOverWhole() -> [PlausibilityFinding] {
        let byKey = Dictionary(series.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        return series.flatMap { whole -> [PlausibilityFinding] in
            let parts = places.children(of: whole.key.place).compactMap { place -> MonthlySeries? in
                var key = whole.key
                key.place = place
                return byKey[key]
            }
            guard !parts.isEmpty else { return [] }
            return contradictions(of: parts, with: whole, kind: .partsOverWhole, cause: .partsOverWhole(weight: 0.9))
        }
    }

    private func inboundOverTotal() -> [PlausibilityFinding] {
        let abroad = Dictionary(grouping: series.filter { $0.key.segment.origin == .inbound }) { series in
            var key = series.key
            key.segment = Segment(stay: key.segment.stay)
            return key
        }
        return series.flatMap { total -> [PlausibilityFinding] in
            guard total.key.segment.origin == .all, total.key.segment.market == nil else { return [] }
            let related = abroad[total.key] ?? []
            // All inbound visitors in one number, or else the markets added up.
            let whole = related.filter { $0.key.segment.market == nil }
            let parts = whole.isEmpty ? related : whole
            guard !parts.isEmpty else { return [] }
            return contradictions(
                of: parts, with: total, kind: .inboundOverTotal, cause: .inboundOverTotal(weight: 0.9))
        }
    }

    private func contradictions(
        of parts: [MonthlySeries], with whole: MonthlySeries, kind: PlausibilityFinding.Kind,
        cause: PlausibilityFinding.Cause
    ) -> [PlausibilityFinding] {
        (0..<whole.count).compactMap { index in
            let month = whole.month(index)
            let counts = parts.map { $0.value($0.firstMonth.distance(to: month)) }.filter { !$0.isNaN }
            let sum = counts.reduce(0, +)
            guard !counts.isEmpty, whole.value(index) < sum else { return nil }
            return PlausibilityFinding(
                kind, in: whole.key, month: month, value: whole.exact(index), expected: MonthlySeries.exact(sum),
                otherPlaces: parts.map(\.key.place).filter { $0 != whole.key.place }, causes: [cause])
        }
    }
}

extension PlausibilityChecker {
    /// Months in which the figures of inbound visitors are larger than those of all visitors.
    public func inboundOverTotal(inbound: [Figure], total: [Figure]) -> [PlausibilityFinding] {
        let counts = Dictionary(inbound.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
        return total.compactMap { figure in
            guard let all = figure.wholeValue, let abroad = counts[figure.period]?.value, abroad > all else { return nil }
            return PlausibilityFinding(
                .inboundOverTotal, in: SeriesKey(measure: figure.definition.measure, place: figure.place),
                month: figure.period.lastMonth, value: all, expected: abroad, causes: [.inboundOverTotal(weight: 0.9)])
        }
    }
}
