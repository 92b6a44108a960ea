import VisitorMetrics
import VisitorModel

/// The monthly counts of a whole: those that are whole, what models may learn from them, and those filled for sums.
struct MonthCounts {
    /// Counts with every report in.
    var whole: [Month: Double] = [:]
    /// What the models learn from them.
    var learnt: [Month: Double] = [:]
    /// Counts for sums; a missing report counts as a year before.
    var usable: [Month: Double] = [:]
    /// The months of which some reports were filled.
    var filled: [Month] = []
    /// The months of which the models learn something else than the count, or nothing, since a place was closed once.
    var closed: [Month] = []
    /// The months of which they learn nothing, since nobody came, unlike other years, and nothing says why.
    var zeros: [Month] = []

    /// Sorts out some months.
    ///
    /// - Parameter months: The figures of the whole by month.
    /// - Parameter view: Where they come from.
    init(_ months: [Figure], of definition: MetricDefinition, in view: LedgerView) {
        let changes = view.figures.changes
        for figure in months {
            let month = figure.period.firstMonth
            if let value = figure.wholeValue {
                whole[month] = value.approximate
                learnt[month] = changes.lesson(
                    from: value.approximate, of: definition.measure, at: definition.cut.members, in: month)
                usable[month] = value.approximate
            } else if let usual = view.figures.totalWithUsualCounts(figure) {
                usable[month] = usual.approximate
                filled.append(month)
            }
        }
        putBackClosed(definition, view)
        for month in UnusualZeros.months(in: learnt).sorted() {
            learnt[month] = nil
            zeros.append(month)
        }
    }

    /// Lets the models learn a month with a closed place as if the place had been open.
    ///
    /// The place gets the mean of what it had in the same month a year before and after. Where that is more than was
    /// counted, or not known, they learn nothing.
    private mutating func putBackClosed(_ definition: MetricDefinition, _ view: LedgerView) {
        let changes = view.figures.changes
        let members = definition.cut.members
        let months = learnt.keys.filter { month in members.contains { changes.isClosedOnce($0, in: month) } }.sorted()
        guard !months.isEmpty else { return }
        var counts: [String: [Month: Double]] = [:]
        for figure in view.figures(of: definition, by: .month, split: .place) {
            counts[figure.place, default: [:]][figure.period.firstMonth] = figure.wholeValue?.approximate
        }
        for month in months {
            guard let count = learnt[month] else { continue }
            closed.append(month)
            var missed: Double? = 0
            for place in members where changes.isClosedOnce(place, in: month) {
                let around = [-12, 12].compactMap { counts[place]?[month.advanced(by: $0)] }
                let usual = around.isEmpty ? nil : around.reduce(0, +) / Double(around.count)
                // Of a month closed in part some came all the same.
                missed = usual.flatMap { usual in missed.map { $0 + max(usual - (counts[place]?[month] ?? 0), 0) } }
            }
            learnt[month] = missed.flatMap { $0 <= count ? count + $0 : nil }
        }
    }
}
