import Forecasting

/// Something worked out from a ``ForecastInput`` that is kept between runs.
protocol KeptForecast: Sendable {
    /// Tells apart what is kept of the same input; it rises when the bytes mean something else.
    static var kind: String { get }
    /// Puts it into bytes.
    func write(to writer: inout ByteWriter)
    /// Reads it back; `nil` when the bytes are something else.
    init?(from reader: inout ByteReader)
}

/// The futures of a whole, and what earlier forecasts of it were worth.
struct WholeForecast: KeptForecast, Hashable {
    static let kind = "whole/1"

    /// The models, in their authors' notation.
    var form: String
    /// What earlier forecasts of the same span were worth.
    var record: CalibrationRecord
    /// The futures from the first month ahead on, as wide as the record asks.
    var paths: SamplePaths

    /// Works it out.
    init(_ input: ForecastInput) throws(ForecastingError) {
        let (series, forecaster) = (input.past, StandardForecaster())
        let fitted = try forecaster.fit(series)
        form = fitted.form
        record = RollingOrigins(forecaster: forecaster, horizon: input.span).record(of: series, seed: input.seed)
        let shocks = Shocks(count: input.pathCount, horizon: input.horizon, seed: input.seed)
        paths = fitted.paths(shocks: shocks).widened(by: record.spreadFactor)
    }

    func write(to writer: inout ByteWriter) {
        writer.write(form)
        writer.write(record.shares)
        writer.write(record.statements.map(\.said))
        writer.write(record.statements.map { $0.cameTrue ? 1.0 : 0 })
        writer.write(paths.count)
        writer.write(paths.horizon)
        writer.write(paths.values)
    }

    init?(from reader: inout ByteReader) {
        guard let form = reader.text(), let shares = reader.doubles(), let said = reader.doubles(),
            let came = reader.doubles(), said.count == came.count, let count = reader.int(),
            let horizon = reader.int(), let values = reader.doubles(), count > 0, horizon > 0,
            values.count.isMultiple(of: count), values.count / count == horizon
        else { return nil }
        self.form = form
        record = CalibrationRecord(
            shares: shares,
            statements: zip(said, came).map { CalibrationRecord.Statement(said: $0, cameTrue: $1 == 1) })
        paths = SamplePaths(count: count, horizon: horizon, values: values)
    }
}

/// The middle of a part's futures.
struct PartForecast: KeptForecast, Hashable {
    static let kind = "part/1"

    /// The count expected of each month ahead.
    var counts: [Double]

    /// Makes one from its counts.
    init(counts: [Double]) { self.counts = counts }

    /// Works it out.
    init(_ input: ForecastInput) throws(ForecastingError) {
        counts = try StandardForecaster().fit(input.past).pointForecast(horizon: input.horizon)
    }

    func write(to writer: inout ByteWriter) { writer.write(counts) }

    init?(from reader: inout ByteReader) {
        guard let counts = reader.doubles() else { return nil }
        self.counts = counts
    }
}

/// Where a year ends, in two numbers: for questions asked many times, as what each missing report could change.
struct EndForecast: KeptForecast, Hashable {
    static let kind = "end/1"

    /// The middle of the futures' totals.
    var median: Double
    /// How many futures reach the goal.
    var reached: Int

    /// Works it out.
    ///
    /// - Parameters:
    ///   - known: The sum of the year's known months.
    ///   - ahead: How many months of the year are still to come: the last ones of the horizon.
    ///   - spread: How much wider the futures are than the models say.
    init(
        _ input: ForecastInput, goal: Int, known: Double, ahead: Int, spread: Double
    ) throws(ForecastingError) {
        let shocks = Shocks(count: input.pathCount, horizon: input.horizon, seed: input.seed)
        let paths = try StandardForecaster().fit(input.past).paths(shocks: shocks).widened(by: spread)
        let totals = paths.totals(over: (input.horizon - ahead)..<input.horizon).map { $0 + known }
        median = SortedSample(totals).median
        reached = totals.count { $0 >= Double(goal) }
    }

    func write(to writer: inout ByteWriter) {
        writer.write(median)
        writer.write(reached)
    }

    init?(from reader: inout ByteReader) {
        guard let median = reader.double(), let reached = reader.int(), reached >= 0 else { return nil }
        self.median = median
        self.reached = reached
    }
}
