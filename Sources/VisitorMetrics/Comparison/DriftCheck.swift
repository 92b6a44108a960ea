public import Languages
public import VisitorModel

/// A series of another source beside one's own, by the rule its definition states.
public struct DriftCheck: Sendable, Hashable {
    /// One's own definition.
    public let own: MetricDefinition
    /// The other source's definition, which states the rule.
    public let other: MetricDefinition
    /// The ratio over time.
    public let ratio: SeriesRatio
    /// The first and last month one's own series has a number in; `nil` without one.
    public let ownMonths: ClosedRange<Month>?
    /// The same of the other.
    public let otherMonths: ClosedRange<Month>?

    /// Makes a check from figures of both.
    ///
    /// - Parameters:
    ///   - ownFigures: Of one's own definition, by the rule's span.
    ///   - otherFigures: Of the other, by the same span.
    public init(
        own: MetricDefinition, other: MetricDefinition, rule: DriftRule, ownFigures: [Figure], otherFigures: [Figure]
    ) {
        self.own = own
        self.other = other
        ratio = SeriesRatio(of: ownFigures, to: otherFigures, limit: rule.limit, history: rule.history)
        ownMonths = Self.months(of: ownFigures)
        otherMonths = Self.months(of: otherFigures)
    }

    /// The points beyond the limit.
    public var alarms: [SeriesRatio.Point] { ratio.points.filter(\.isAlarm) }

    /// The span of figures that have a value.
    private static func months(of figures: [Figure]) -> ClosedRange<Month>? {
        let known = figures.filter { $0.value != nil }.map(\.period)
        guard let first = known.map(\.firstMonth).min(), let last = known.map(\.lastMonth).max() else { return nil }
        return first...last
    }
}

extension DriftCheck {
    /// An alarm in words.
    public func warning(_ point: SeriesRatio.Point) -> BilingualText? {
        guard point.isAlarm, let drift = point.drift, let median = point.median else { return nil }
        let sign = drift.isNegative ? "−" : "+"
        let size = sign + drift.magnitude.grouped
        let (label, ours, theirs) = (point.period.label, own.titles, other.titles)
        return BilingualText(
            ja:
                "\(label.ja)の「\(ours.ja)」÷「\(theirs.ja)」は\(point.ratio)で、これまでの中央値\(median)から\(size)%離れています。どちらかの数え方が変わっていないか確かめてください。",
            en:
                "\(label.en): \(ours.en) over \(theirs.en) is \(point.ratio), \(size) % off the earlier median of \(median). Check whether either has changed its way of counting."
        )
    }

    /// Alarms as findings, each at the last month of its period.
    public var findings: [PlausibilityFinding] {
        alarms.compactMap { point in
            guard let median = point.median else { return nil }
            return PlausibilityFinding(
                .drift,
                in: SeriesKey(measure: other.measure, place: other.cut.whole, segment: other.segment),
                month: point.period.lastMonth, firstMonth: point.period.firstMonth, value: point.ratio,
                expected: median, otherPlaces: own.cut.whole == other.cut.whole ? [] : [own.cut.whole],
                causes: [.ownCounting(weight: 0.5), .otherCounting(weight: 0.5), .event(isMore: true, weight: 0.3)])
        }
    }
}
