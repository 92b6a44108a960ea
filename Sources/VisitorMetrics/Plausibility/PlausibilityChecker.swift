public import VisitorModel

/// Looks for counts that do not fit their own past, their neighbours or the register, before anything is published.
///
/// Every rule compares a series with itself: no rule knows what a cave or a market ought to have. What an event in the
/// register explains raises no alarm, and counts from before a break serve as no past.
public struct PlausibilityChecker: Sendable {
    let changes: KnownChanges

    /// Makes a checker.
    public init(changes: KnownChanges = KnownChanges()) { self.changes = changes }

    /// Everything noticed in some series.
    ///
    /// - Parameters:
    ///   - series: The series, those of one table in the order of its columns.
    ///   - places: Which places lie in which.
    /// - Returns: In the order of the series, then by month.
    public func findings(in series: [MonthlySeries], places: PlaceTree? = nil) -> [PlausibilityFinding] {
        var examined = series.map { examine($0) }
        let mixed = MixUpRule(examined: examined).findings()
        // Numbers of the wrong place need no second explanation.
        let explained = Set(
            mixed.flatMap { finding in
                ([finding.series.place] + finding.otherPlaces).flatMap { place in
                    CellKey.months(finding, place: place)
                }
            })
        for index in examined.indices {
            examined[index].findings.removeAll { explained.contains(CellKey($0)) }
        }
        var findings = examined.flatMap(\.findings) + mixed
        if let places { findings += WholesRule(series: series, places: places).findings() }
        let order = Dictionary(
            series.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        return findings.sorted { left, right in
            let (a, b) = (order[left.series] ?? 0, order[right.series] ?? 0)
            return (a, left.month, left.kind.rawValue) < (b, right.month, right.kind.rawValue)
        }
    }

    /// One series held against its own past.
    struct Examined {
        let series: MonthlySeries
        var months: [Int: SeriesExpectation.Month] = [:]
        var findings: [PlausibilityFinding] = []
    }

    func examine(_ series: MonthlySeries) -> Examined {
        let key = series.key
        var excluded: Set<Int> = []
        for event in changes.events where event.measure == nil || event.measure == key.measure {
            for index in 0..<series.count where event.touches(key.place, key.measure, in: series.month(index)) {
                excluded.insert(index)
            }
        }
        let breaks = changes.breaks.filter { $0.concerns(key.place, key.measure) }.map {
            series.firstMonth.distance(to: $0.since)
        }.filter { $0 > 0 && $0 < series.count }
        let closures = changes.closures.filter { $0.places.contains(key.place) }
        var examined = Examined(series: series)
        var expectation = SeriesExpectation(series, excluded: excluded, breaks: breaks)
        let steps = StepRules(series: series)
        var shift = LevelShiftRule(series: series)
        for index in 0..<series.count {
            let month = series.month(index)
            if series.value(index) > 0, closures.contains(where: { $0.closes(key.place, in: month) }) {
                examined.findings.append(.whileClosed(series, index))
                expectation.exclude(index)
                continue
            }
            if series.value(index) == 0 {
                let isClosed = closures.contains { $0.touches(key.place, in: month) }
                if !isClosed, !excluded.contains(index), let zero = steps.unusualZero(index, expectation) {
                    examined.findings.append(zero)
                }
                continue
            }
            guard let state = expectation.examine(index) else { continue }
            examined.months[index] = state
            if excluded.contains(index) { continue }
            if let finding = steps.step(state) {
                examined.findings.append(finding)
                expectation.exclude(index)
            } else if let finding = shift.add(state, breaks: breaks) {
                examined.findings.append(finding)
                for past in (index - LevelShiftRule.months + 1)...index { expectation.exclude(past) }
            }
        }
        examined.findings += CopyRules(series: series, excluded: excluded, months: examined.months).findings()
        examined.findings += ShiftedMonthsRule(series: series, breaks: breaks).findings()
        return examined
    }
}

/// A cell that a finding is about.
struct CellKey: Hashable {
    let measure: String
    let place: String
    let segment: Segment
    let vintage: String
    let month: Month

    init(_ finding: PlausibilityFinding) {
        self.init(finding, place: finding.series.place, month: finding.month)
    }

    private init(_ finding: PlausibilityFinding, place: String, month: Month) {
        measure = finding.series.measure
        self.place = place
        segment = finding.series.segment
        vintage = finding.series.vintage
        self.month = month
    }

    /// The cells of a place in all months of a finding.
    static func months(_ finding: PlausibilityFinding, place: String) -> [CellKey] {
        (0...max(0, finding.firstMonth.distance(to: finding.month))).map {
            CellKey(finding, place: place, month: finding.firstMonth.advanced(by: $0))
        }
    }
}

extension MonthlySeries {
    /// The number at an index as it was read.
    func exact(_ index: Int) -> ExactDecimal { Self.exact(value(index)) }

    /// An estimate as a whole number of visitors.
    static func exact(_ number: Double) -> ExactDecimal {
        guard number.isFinite, number.magnitude < 1e15 else { return .zero }
        return ExactDecimal(Int(number.rounded()))
    }
}
