import Foundation
import Testing

@testable import Forecasting

struct ARIMALikelihoodTests {
    /// The numbers of `arima_references.json`, which `make_arima_references.py` computes with statsmodels.
    struct References: Decodable {
        struct Outcome: Decodable {
            var logLikelihood: Double
            var variance: Double
            var forecast: [Double]
        }
        struct Case: Decodable {
            var order: [Int]
            var seasonal: [Int]
            var parameters: [Double]
            var whole: Outcome
            var holed: Outcome
        }
        struct Fixed: Decodable {
            var series: [Double]
            var absent: [Int]
            var cases: [Case]
        }
        struct Best: Decodable {
            var order: [Int]
            var seasonal: [Int]
            var hasConstant: Bool
            var logLikelihood: Double
            var parameters: [Double]
            var forecast: [Double]
        }
        struct Process: Decodable {
            var phi: [Double]
            var theta: [Double]
            var autocovariances: [Double]
            var responses: [Double]
        }
        struct Stationarity: Decodable {
            var name: String
            var series: [Double]
            var statistic: Double
        }

        var passengers: [Double]
        var fixed: Fixed
        var best: [Best]
        var processes: [Process]
        var kpss: [Stationarity]

        static func read() throws -> References {
            let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Inputs")
            return try JSONDecoder().decode(
                References.self, from: Data(contentsOf: folder.appending(path: "arima_references.json")))
        }
    }

    private func order(_ plain: [Int], _ seasonal: [Int], hasConstant: Bool = false) -> ARIMAOrder {
        ARIMAOrder(
            (plain[0], plain[1], plain[2]), seasonal: (seasonal[0], seasonal[1], seasonal[2]), seasonLength: 12,
            hasConstant: hasConstant)
    }

    /// The search's free numbers for coefficients as statsmodels lists them.
    private func point(_ order: ARIMAOrder, _ parameters: [Double]) throws -> [Double] {
        var point: [Double] = []
        var taken = 0
        for (count, sign) in [
            (order.autoregressive, 1.0), (order.movingAverage, -1), (order.seasonalAutoregressive, 1),
            (order.seasonalMovingAverage, -1),
        ] {
            let coefficients = parameters[taken..<(taken + count)].map { sign * $0 }
            let partials = try #require(PartialAutocorrelations.orders(coefficients)).map { $0[$0.count - 1] }
            point += partials.map { $0 / (1 - $0 * $0).squareRoot() }
            taken += count
        }
        return point
    }

    private func expectAgreement(
        _ found: ARIMALikelihood.Outcome, _ wanted: References.Outcome, count: Int, _ name: String
    ) {
        #expect(abs(-0.5 * found.objective - wanted.logLikelihood) < 1e-5, "\(name)")
        let squares = found.surprises.reduce(0) { $1.isNaN ? $0 : $0 + $1 * $1 }
        #expect(abs(squares / Double(count) - wanted.variance) < 1e-5 * wanted.variance, "\(name)")
        #expect(abs(found.variance - wanted.variance) < 1e-5 * wanted.variance, "\(name)")
    }

    @Test func `likelihoods at given coefficients are those of an independent filter, gaps or none`() throws {
        let fixed = try References.read().fixed
        var holed = fixed.series
        for index in fixed.absent { holed[index] = .nan }
        for given in fixed.cases {
            let order = order(given.order, given.seasonal)
            let point = try point(order, given.parameters)
            for (samples, wanted) in [(fixed.series, given.whole), (holed, given.holed)] {
                // Whatever stands in for an absent figure may not matter.
                let bridged = samples.map { $0.isNaN ? 5 : $0 }
                let likelihood = ARIMALikelihood(order: order, samples: samples, bridged: bridged)
                let found = try #require(likelihood.outcome(at: point))
                let name = "\(order), \(samples.count { $0.isNaN }) absent"
                expectAgreement(found, wanted, count: likelihood.effectiveCount, name)
                let forecast = likelihood.differencing.continued(
                    found.completed, differences: found.whitening.forecast(from: found.state, horizon: 14))
                for (value, other) in zip(forecast, wanted.forecast) { #expect(abs(value - other) < 1e-6, "\(name)") }
            }
        }
    }

    @Test func `the airline model of Box and Jenkins is found as published`() throws {
        let references = try References.read()
        let airline = ARIMAForecaster(isRelative: true, order: order([0, 1, 1], [0, 1, 1]))
        let fitted = try #require(
            try airline.fit(TimeSeries(references.passengers, seasonLength: 12)) as? FittedARIMA)
        // R and the textbooks print 244.70, -0.4018, -0.5569 and 0.001348.
        #expect(abs(fitted.logLikelihood - 244.6965) < 0.001)
        #expect(abs(fitted.coefficients.movingAverage[0] + 0.4018) < 0.001)
        #expect(abs(fitted.coefficients.movingAverage[11] + 0.5569) < 0.001)
        #expect(abs(fitted.variance - 0.001348) < 0.000002)
        #expect(fitted.form == "ARIMA(0,1,1)(0,1,1)[12] on logs")
    }

    @Test func `the search for coefficients ends at least as high as an independent one`() throws {
        let references = try References.read()
        for wanted in references.best {
            let order = order(wanted.order, wanted.seasonal, hasConstant: wanted.hasConstant)
            let forecaster = ARIMAForecaster(isRelative: true, order: order)
            let fitted = try #require(
                try forecaster.fit(TimeSeries(references.passengers, seasonLength: 12)) as? FittedARIMA)
            #expect(fitted.logLikelihood > wanted.logLikelihood - 0.05, "\(order)")
            let forecast = fitted.pointForecast(horizon: 12)
            for (value, other) in zip(forecast, wanted.forecast) {
                #expect(abs(log(value) - other) < 0.01, "\(order)")
            }
        }
    }

    @Test func `autocovariances and responses are those of an independent implementation`() throws {
        for process in try References.read().processes {
            let coefficients = ARMACoefficients(autoregressive: process.phi, movingAverage: process.theta)
            let covariances = try #require(coefficients.autocovariances(count: 6))
            for (value, other) in zip(covariances, process.autocovariances) { #expect(abs(value - other) < 1e-9) }
            for (value, other) in zip(coefficients.responses(count: 8), process.responses) {
                #expect(abs(value - other) < 1e-12)
            }
        }
    }

    @Test func `the statistic of a steady level is that of an independent implementation`() throws {
        for test in try References.read().kpss {
            #expect(abs(StationarityTests.levelStatistic(test.series) - test.statistic) < 1e-9, "\(test.name)")
        }
    }

    @Test func `coefficients become partial autocorrelations and come back`() throws {
        let coefficients = PartialAutocorrelations.coefficients([0.5, -0.4, 0.9])
        let orders = try #require(PartialAutocorrelations.orders(coefficients))
        for (found, wanted) in zip(orders.map { $0[$0.count - 1] }, [0.5, -0.4, 0.9]) {
            #expect(abs(found - wanted) < 1e-12)
        }
        #expect(PartialAutocorrelations.orders([1.0]) == nil)
        #expect(PartialAutocorrelations.orders([0.5, 0.5]) == nil)
    }
}
