public import VisitorModel

/// A figure against the same period a year before: a rate in per cent, or the reason there is none.
///
/// `(current − base) ÷ base × 100`, rounded half away from zero. Given only between whole figures of one definition
/// that were taken from the same releases: the step between two releases is not growth.
public struct Growth: Sendable, Hashable {
    /// The later figure.
    public let current: Figure
    /// The figure of the year before; `nil` when there is none.
    public let base: Figure?
    /// The rate in per cent, or why there is none.
    public let rate: Result<ExactDecimal, GrowthRefusal>
    /// Where a rate that is refused for missing reports would lie; `nil` where nothing due is missing.
    public let range: GrowthRange?
    /// Breaks the rate reaches across by leave of the register, to be said beside it.
    public let footnotedBreaks: [SeriesBreak]

    /// Compares a figure with the one a year before.
    ///
    /// - Parameter fractionDigits: How many digits of the per cent are kept.
    public init(of current: Figure, over base: Figure?, fractionDigits: Int = 1) {
        self.current = current
        self.base = base
        rate = Self.rate(of: current, over: base, fractionDigits)
        let across =
            base.map { base in current.breaks.filter { $0.separates(base.period, from: current.period) } } ?? []
        footnotedBreaks = across.filter { $0.growth == .footnote }
        if case .failure(.incomplete) = rate, across.allSatisfy({ $0.growth == .footnote }) {
            range = base.flatMap { GrowthRange(of: current, over: $0) }
        } else {
            range = nil
        }
    }

    /// The rate in per cent, where there is one.
    public var percent: ExactDecimal? { try? rate.get() }

    /// Why there is no rate, where there is none.
    public var refusal: GrowthRefusal? {
        if case .failure(let refusal) = rate { refusal } else { nil }
    }

    /// Each figure compared with its counterpart a year before, where the figures hold one.
    public static func yearOnYear(in figures: [Figure], fractionDigits: Int = 1) -> [Growth] {
        let byPeriod = Dictionary(grouping: figures, by: \.period)
        return figures.map { figure in
            let base = byPeriod[figure.period.yearBefore]?.first {
                $0.place == figure.place && $0.segment == figure.segment
                    && $0.definition.name == figure.definition.name
                    && $0.requestedVintage == figure.requestedVintage
            }
            return Growth(of: figure, over: base, fractionDigits: fractionDigits)
        }
    }

    private static func rate(
        of current: Figure, over base: Figure?, _ fractionDigits: Int
    ) -> Result<ExactDecimal, GrowthRefusal> {
        if current.status == .suppressed || base?.status == .suppressed { return .failure(.suppressed) }
        guard let base, let before = base.value else { return .failure(.baseMissing) }
        guard current.definition.id == base.definition.id, current.unit == base.unit else {
            return .failure(.differentDefinitions(current: current.definition.id, base: base.definition.id))
        }
        guard current.place == base.place, current.segment == base.segment,
            current.period.yearBefore == base.period
        else { return .failure(.notCounterparts) }
        guard let now = current.value else { return .failure(.currentMissing) }
        for figure in [current, base] where !figure.coverage.isWhole {
            return .failure(.incomplete(figure.period, figure.coverage))
        }
        if let broken = current.breaks.first(where: {
            $0.growth == .refuse && $0.separates(base.period, from: current.period)
        }) {
            return .failure(.seriesBreak(broken))
        }
        // A figure of closed months alone comes from no release.
        guard current.vintages == base.vintages || current.vintages.isEmpty || base.vintages.isEmpty else {
            return .failure(.differentVintages(current: current.vintages, base: base.vintages))
        }
        return percentChange(from: before, to: now, fractionDigits)
    }

    /// `(now − before) ÷ before × 100`, rounded half away from zero.
    static func percentChange(
        from before: ExactDecimal, to now: ExactDecimal, _ fractionDigits: Int
    ) -> Result<ExactDecimal, GrowthRefusal> {
        guard before != .zero else { return .failure(.baseZero) }
        guard let percent = now.subtracting(before)?.percent(of: before, fractionDigits: fractionDigits) else {
            return .failure(.outOfRange)
        }
        return .success(percent)
    }
}
