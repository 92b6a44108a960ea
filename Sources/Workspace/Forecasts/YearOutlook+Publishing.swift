import Forecasting
import VisitorLedger
import VisitorMetrics
import VisitorModel

extension YearOutlook {
    /// The outlook as it is kept when it is published.
    ///
    /// - Parameters:
    ///   - by: Who answers for it.
    ///   - target: The goal's identifier.
    ///   - knownThrough: The last month of which any count is known.
    func published(
        by: String, target: String, definition: MetricDefinition, knownThrough: Month, product: String
    ) -> PublishedForecast {
        PublishedForecast(
            by: by, target: target, definition: definition.id, unit: definition.unit, year: year, goal: goal,
            lastMonth: lastMonth, knownThrough: max(knownThrough, lastMonth), known: verdict.known,
            chance: verdict.chance.share, total: Self.said(verdict.end),
            percentiles: (1...99).map { verdict.end.quantile(Double($0) / 100) },
            months: monthsLeft.indices.map { step in
                .init(month: monthsLeft[step], said: Self.said(SortedSample(paths.values(atStep: step))))
            }, scale: input.past.seasonalScale, model: form, modelVersion: input.models, product: product,
            seed: Int(bitPattern: UInt(truncatingIfNeeded: input.seed)), pathCount: paths.count, inputHash: input.hash)
    }

    private static func said(_ sample: SortedSample) -> PublishedForecast.Said {
        PublishedForecast.Said(
            mean: sample.values.reduce(0, +) / Double(sample.values.count), range80: sample.range(holding: 0.8),
            range95: sample.range(holding: 0.95))
    }
}

extension TimeSeries {
    /// What errors are measured by: the mean of |y(t) − y(t − m)| over the past, m periods in a season (Hyndman and Koehler 2006).
    ///
    /// `nil` where no two figures lie a season apart, or they never differ.
    var seasonalScale: Double? {
        let steps = zip(values.dropFirst(seasonLength), values).compactMap { later, earlier in
            later.flatMap { later in earlier.map { abs(later - $0) } }
        }
        let sum = steps.reduce(0, +)
        return sum > 0 ? sum / Double(steps.count) : nil
    }
}
