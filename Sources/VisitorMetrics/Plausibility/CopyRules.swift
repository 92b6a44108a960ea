import VisitorModel

/// Numbers that were copied instead of counted.
///
/// Two months with the same number are a coincidence where numbers are small or rounded: two counts of about *x* that
/// usually lie *s* apart are the same once in 2.5 × *s* × *x*. So only numbers of at least 5,000 steps of the series' own
/// rounding are doubted, or of 1,000 steps when the number does not fit its own past either (by more than 1.5 spreads);
/// for a year three months in a row of at least 20 steps each.
struct CopyRules {
    let series: MonthlySeries
    let excluded: Set<Int>
    let months: [Int: SeriesExpectation.Month]

    static let leastSteps = 5_000.0
    static let leastStepsOfAMisfit = 1_000.0
    static let spreadsOfAMisfit = 1.5
    static let leastStepsOfAYear = 20.0
    static let monthsOfAYear = 3

    func findings() -> [PlausibilityFinding] {
        var findings: [PlausibilityFinding] = []
        var toldYear = Int.min
        for index in 0..<series.count where series.value(index) > 0 && !excluded.contains(index) {
            let value = series.value(index)
            let misfits = months[index].map { $0.deviation.magnitude > Self.spreadsOfAMisfit * $0.spread } ?? false
            let least = misfits ? Self.leastStepsOfAMisfit : Self.leastSteps
            if series.value(index - 1) == value, value / series.granularity >= least {
                findings.append(
                    PlausibilityFinding(
                        .copiedMonth, in: series.key, month: series.month(index), value: series.exact(index),
                        causes: [.copied(weight: 0.8)]))
            }
            let isCopied = (0..<Self.monthsOfAYear).allSatisfy { back in
                let past = series.value(index - back)
                return past == series.value(index - back - 12) && past / series.granularity >= Self.leastStepsOfAYear
            }
            // Told once for a run, at its third month.
            if isCopied, toldYear != index - 1 {
                findings.append(
                    PlausibilityFinding(
                        .copiedYear, in: series.key, month: series.month(index),
                        firstMonth: series.month(index - Self.monthsOfAYear + 1), value: series.exact(index),
                        causes: [.copied(weight: 0.9)]))
            }
            if isCopied { toldYear = index }
        }
        return findings
    }
}
