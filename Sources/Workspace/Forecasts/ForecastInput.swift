import ByteStreams
import Forecasting
import VisitorMetrics
import VisitorModel

/// Everything a forecast of one series depends on: the counts with their statuses and months, what is known about them,
/// the models, how far ahead, and what the random numbers begin with.
///
/// Its hash names what is kept of the forecast. Two inputs that differ in anything have different hashes; that some
/// differences would change nothing is no harm.
struct ForecastInput: Sendable, Hashable {
    /// One month of the past.
    struct Entry: Sendable, Hashable {
        /// The month.
        var month: Month
        /// What the models learn from it; `nil` for nothing.
        var lesson: Double?
        /// The count as digits; `nil` where there is none.
        var value: String?
        /// How firm it is, or why there is none.
        var status: ObservationStatus
        /// How many reports it lacks.
        var missing: Int
    }

    /// What is counted, with version, and of which part: `*` for the whole.
    var series: [String]
    /// The past, month by month without a gap.
    var entries: [Entry]
    /// What is known about the series beside its counts.
    var changes: [String]
    /// How many months ahead.
    var horizon: Int
    /// Over how many months earlier forecasts are checked.
    var span: Int
    /// How many futures are drawn.
    var pathCount = 2000
    /// What the random numbers begin with.
    var seed: UInt64 = 1
    /// Which edition of the models.
    var models = StandardForecaster.edition

    /// The past as the models see it.
    var past: TimeSeries { TimeSeries(entries.map(\.lesson), seasonLength: 12) }

    /// The SHA-256 of all of it, in lowercase hexadecimal.
    var hash: String { ContentHash(of: canonical).hexadecimal }

    /// Every part with its length before it, so that no two inputs make the same bytes.
    private var canonical: [UInt8] {
        var writer = ByteWriter()
        writer.write("dmo-forecast-input/1")
        writer.write(models)
        for part in [horizon, span, pathCount, entries.count, series.count, changes.count] { writer.write(part) }
        writer.write(Int(bitPattern: UInt(truncatingIfNeeded: seed)))
        for text in series + changes { writer.write(text) }
        for entry in entries {
            writer.write(entry.month.id)
            writer.write(entry.lesson.map { String($0.bitPattern, radix: 16) } ?? "")
            writer.write(entry.value ?? "")
            writer.write(entry.status.rawValue)
            writer.write(entry.missing)
        }
        return writer.bytes
    }
}

extension ForecastInput {
    /// The input for some months of figures.
    ///
    /// - Parameters:
    ///   - series: What is counted, and of which part.
    ///   - figures: The figures of the months, in any order; months without one teach nothing.
    ///   - months: The past, first to last.
    ///   - lessons: What the models learn from each month.
    ///   - changes: What is known about the series, see `KnownChanges.canonical`.
    init(
        of series: [String], figures: [Figure], in months: ClosedRange<Month>, lessons: [Month: Double],
        changes: [String], horizon: Int, span: Int
    ) {
        let figures = Dictionary(figures.map { ($0.period.firstMonth, $0) }, uniquingKeysWith: { first, _ in first })
        let entries = (0...months.lowerBound.distance(to: months.upperBound)).map { step in
            let month = months.lowerBound.advanced(by: step)
            let figure = figures[month]
            return Entry(
                month: month, lesson: lessons[month], value: figure?.value?.description,
                status: figure?.status ?? .notReported, missing: figure?.coverage.missing.count ?? 0)
        }
        self.init(series: series, entries: entries, changes: changes, horizon: horizon, span: span)
    }
}

extension KnownChanges {
    /// What is known about some places' counts of a measure, one text an entry, in the order of the register.
    ///
    /// What an entry is called plays no part.
    func canonical(of measure: String, at places: [String]) -> [String] {
        func text(_ parts: [String?]) -> String { parts.map { $0 ?? "-" }.joined(separator: "\u{1F}") }
        let events = events.filter { event in
            (event.measure ?? measure) == measure && (event.places.isEmpty || !event.places.isDisjoint(with: places))
        }.map { event in
            text(
                ["event", event.from.id, event.to.id, event.counted?.description, event.measure]
                    + event.places.sorted().map { $0 })
        }
        let breaks = breaks.filter { entry in places.contains { entry.concerns($0, measure) } }.map { entry in
            text(["break", entry.since.id, entry.growth.rawValue, entry.measure] + entry.places.sorted().map { $0 })
        }
        let closures = closures.filter { !$0.places.isDisjoint(with: places) }.map { closure in
            text(
                ["closure", closure.from.id, closure.to?.id, closure.isPartial ? "partial" : "whole"]
                    + closure.season.sorted().map { String($0) } + closure.places.sorted().map { $0 })
        }
        return events + breaks + closures
    }
}
