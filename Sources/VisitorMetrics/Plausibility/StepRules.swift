import FoundationEssentials
import VisitorModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One month against its past: powers of ten, jumps, zeros.
///
/// A month is doubted when its deviation is larger than 0.6 (×1.8), six times the usual spread, and one and a half
/// times the largest before. It is a power of ten when it lies within 0.35 or two spreads of one. On the 41,234 months
/// of the development series of the tourism forecasting competition that have a past, the two rules together raise
/// 2 alarms in 1,000, and of counts set ×10 or ÷10 there they catch 85 in 100, of ×1000 and ÷1000 all.
struct StepRules {
    let series: MonthlySeries

    static let leastJump = 0.6
    static let spreadsOfAJump = 6.0
    static let timesTheLargest = 1.5

    /// What is wrong with a month; `nil` where it fits.
    func step(_ state: SeriesExpectation.Month) -> PlausibilityFinding? {
        let size = state.deviation.magnitude
        if let finding = powerOfTen(state) { return finding }
        guard size > max(Self.leastJump, Self.spreadsOfAJump * state.spread, Self.timesTheLargest * state.largestBefore)
        else { return nil }
        return PlausibilityFinding(
            .jump, in: series.key, month: series.month(state.index), value: series.exact(state.index),
            expected: MonthlySeries.exact(state.expected), causes: jumpCauses(state))
    }

    private func powerOfTen(_ state: SeriesExpectation.Month) -> PlausibilityFinding? {
        let (deviation, spread) = (state.deviation, state.spread)
        guard deviation.magnitude > max(1.2, 4 * spread, 1.2 * state.largestBefore) else { return nil }
        var causes: [PlausibilityFinding.Cause] = []
        for power in 1...4 {
            for sign in [1.0, -1.0] {
                let distance = (deviation - sign * Double(power) * log(10)).magnitude
                guard distance < max(0.35, 2 * spread) else { continue }
                let corrected = series.value(state.index) / exp(sign * Double(power) * log(10))
                causes += PlausibilityFinding.Cause.powersOfTen(
                    power, isTooLarge: sign > 0, corrected: MonthlySeries.exact(corrected),
                    weight: exp(-0.5 * (distance / max(spread, 0.15)) * (distance / max(spread, 0.15))))
            }
        }
        guard let best = causes.map(\.weight).max() else { return nil }
        // The sum since January may happen to be ten times a month: the better fit has the word.
        let others = jumpCauses(state).filter { $0.corrected != nil }
        guard others.allSatisfy({ $0.weight <= best }) else { return nil }
        causes += others
        return PlausibilityFinding(
            .powerOfTen, in: series.key, month: series.month(state.index), value: series.exact(state.index),
            expected: MonthlySeries.exact(state.expected),
            causes: causes + [.event(isMore: deviation > 0, weight: 0.05)])
    }

    private func jumpCauses(_ state: SeriesExpectation.Month) -> [PlausibilityFinding.Cause] {
        let isMore = state.deviation > 0
        let spread = max(state.spread, 0.1)
        func fit(_ distance: Double) -> Double { exp(-0.5 * (distance / spread) * (distance / spread)) }
        var causes: [PlausibilityFinding.Cause] = [.event(isMore: isMore, weight: 0.3)]
        if isMore {
            let twice = fit(state.deviation - log(2))
            causes.append(
                .countedTwice(MonthlySeries.exact(series.value(state.index) / 2), weight: 0.8 * twice))
            if let before = yearToDate(before: state.index), before > 0 {
                let distance = log(series.value(state.index) / (before + state.expected))
                causes.append(
                    .cumulative(MonthlySeries.exact(series.value(state.index) - before), weight: 0.9 * fit(distance)))
            }
            causes.append(.residents(weight: 0.25))
        } else {
            causes.append(.partOfTheMonth(weight: 0.4))
        }
        return causes.filter { $0.weight > 0.02 }
    }

    /// The counts from January up to the month before; `nil` where one is missing.
    private func yearToDate(before index: Int) -> Double? {
        let number = series.month(index).number
        guard number > 1 else { return nil }
        let values = (1..<number).map { series.value(index - $0) }
        return values.contains(where: \.isNaN) ? nil : values.reduce(0, +)
    }

    /// A zero where at least 50 visitors were to be expected, the same month never had one, and the series hardly does.
    func unusualZero(_ index: Int, _ expectation: SeriesExpectation) -> PlausibilityFinding? {
        guard let expected = expectation.expected(index), expected >= 50 else { return nil }
        let sameMonths = stride(from: index - 12, through: 0, by: -12).map { series.value($0) }
        let before = (0..<index).map { series.value($0) }
        guard !sameMonths.contains(0), before.count(where: { $0 == 0 }) * 24 <= before.count else { return nil }
        return PlausibilityFinding(
            .unusualZero, in: series.key, month: series.month(index), value: .zero,
            expected: MonthlySeries.exact(expected), causes: [.notReported(weight: 0.7), .closed(weight: 0.4)])
    }
}
