import Foundation
import Testing

@testable import Forecasting

struct ETSLikelihoodTests {
    private static let forms: [ETSForm] = ETSForm.admissible(isSeasonal: true, isPositive: true)

    private func form(_ text: String) throws -> ETSForm {
        try #require(Self.forms.first { $0.description == "ETS(\(text))" })
    }

    /// statsmodels' log likelihood of a form whose objective is -2 log L without its constant.
    private func logLikelihood(_ objective: Double, count: Int) -> Double {
        let n = Double(count)
        return -0.5 * (objective + n * (log(2 * .pi / n) + 1))
    }

    @Test func `likelihoods at given parameters are those of an independent implementation`() throws {
        let references = try References.read()
        for model in references.smoothing.models {
            let form = try form(model.form)
            var parameters = ETSParameters()
            parameters.alpha = 0.3
            parameters.level = 190
            if form.trend != .none {
                parameters.beta = 0.02
                parameters.slope = 1.2
            }
            if form.trend == .damped { parameters.phi = 0.95 }
            if form.season != .none {
                parameters.gamma = 0.1
                parameters.season = try #require(references.smoothing.initialSeasons[form.season.rawValue])
            }
            var likelihood = ETSLikelihood(form: form, samples: references.series, seasonLength: 12)
            let outcome = likelihood.outcome(parameters)
            let found = logLikelihood(outcome.objective, count: references.series.count)
            #expect(abs(found - model.fixedLogLikelihood) < 1e-6, "\(form)")
        }
    }

    @Test func `the search ends at least as high as an independent optimiser`() throws {
        let references = try References.read()
        let series = TimeSeries(references.series, seasonLength: 12)
        for model in references.smoothing.models {
            let fitted = try #require(try ETSForecaster(forms: [form(model.form)]).fitAll(series).first)
            let found = logLikelihood(fitted.objective, count: references.series.count)
            #expect(found > model.bestLogLikelihood - 0.5, "\(model.form)")
        }
    }

    @Test(arguments: forms)
    func `derivatives agree with differences, gaps included`(form: ETSForm) {
        var samples = madeUpSeries(60).map { $0 / 1000 }
        samples[20] = .nan
        samples[41] = .nan
        var parameters = ETSParameters()
        parameters.alpha = 0.25
        parameters.beta = form.trend == .none ? 0 : 0.03
        parameters.gamma = form.season == .none ? 0 : 0.2
        parameters.phi = form.trend == .damped ? 0.9 : 1
        parameters.level = 1
        parameters.slope = form.trend == .none ? 0 : 0.01
        switch form.season {
        case .none: break
        case .additive: parameters.season = (0..<12).map { 0.2 * sin(Double($0) / 2) }
        case .multiplicative: parameters.season = (0..<12).map { 1 + 0.2 * sin(Double($0) / 2) }
        }
        var likelihood = ETSLikelihood(form: form, samples: samples, seasonLength: 12)
        let point = parameters.vector(of: form)
        var gradient = [Double](repeating: 0, count: point.count)
        var ignored = gradient
        _ = likelihood(point, &gradient)
        for index in point.indices {
            var (up, down) = (point, point)
            up[index] += 1e-5
            down[index] -= 1e-5
            let difference = (likelihood(up, &ignored) - likelihood(down, &ignored)) / 2e-5
            #expect(abs(gradient[index] - difference) < 1e-4 * max(1, abs(difference)), "coordinate \(index)")
        }
    }
}
