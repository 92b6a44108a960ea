"""Writes the reference numbers of ARIMA models that ForecastingTests compare with.

Likelihoods come from statsmodels 0.15 (SARIMAX: a Kalman filter with whole matrices), on series made by a formula and on
the monthly airline passengers of Box and Jenkins (Series G, 1949-1960). Run with Python 3; the output,
arima_references.json, is kept beside this file.
"""

import json
import math
import warnings

import numpy as np
from scipy.signal import lfilter
from statsmodels.tsa.arima_process import ArmaProcess
from statsmodels.tsa.stattools import kpss
from statsmodels.tsa.statespace.sarimax import SARIMAX

warnings.simplefilter("ignore")

PASSENGERS = [
    112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140,
    145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194,
    196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229,
    242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306,
    315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337,
    360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432]


def made_up(count):
    """Growth, a season and a scatter from a small linear congruential generator, on logarithms."""
    state, values = 12345, []
    for t in range(count):
        state = (1103515245 * state + 12345) % 2**31
        values.append(0.004 * t + 0.3 * math.sin(2 * math.pi * t / 12) + 0.4 * (state / 2**31 - 0.5))
    return values


def model(values, order, seasonal, constant):
    """SARIMAX with the differencing in the state and a diffuse start, so that gaps are skipped exactly."""
    return SARIMAX(np.array(values), order=order, seasonal_order=(*seasonal, 12 if any(seasonal) else 0),
                   trend="c" if constant else "n", use_exact_diffuse=True)


def without_start(log_likelihood, order, seasonal):
    """The log likelihood of the differenced series: an exactly diffuse start counts -log(2 pi) / 2 for each period that
    is lost to differencing, and nothing else of it."""
    return log_likelihood + (order[1] + 12 * seasonal[1]) / 2 * math.log(2 * math.pi)


def at_fixed_parameters(values, order, seasonal, parameters):
    """The log likelihood and the forecast at given coefficients, the variance at its best."""
    build = model(values, order, seasonal, False)
    low, high = -12.0, 4.0
    # The likelihood has one maximum in the variance: golden section on its logarithm.
    gold = (math.sqrt(5) - 1) / 2
    def value(x):
        return build.loglike([*parameters, math.exp(x)])
    for _ in range(100):
        a, b = high - gold * (high - low), low + gold * (high - low)
        low, high = (low, b) if value(a) > value(b) else (a, high)
    variance = math.exp((low + high) / 2)
    result = build.smooth([*parameters, variance])
    return {"logLikelihood": without_start(float(result.llf), order, seasonal), "variance": variance,
            "forecast": [float(x) for x in result.forecast(14)]}


def fixed(values):
    cases = [((1, 0, 1), (0, 0, 0), [0.6, 0.3]), ((2, 0, 0), (1, 0, 0), [0.5, 0.2, 0.4]),
             ((0, 1, 1), (0, 1, 1), [-0.4, -0.55]), ((2, 1, 2), (1, 1, 1), [0.5, -0.3, -0.6, 0.2, 0.3, -0.7]),
             ((3, 0, 1), (2, 0, 1), [0.4, 0.1, 0.1, -0.2, 0.5, 0.3, -0.4]), ((0, 2, 1), (0, 0, 0), [-0.8])]
    holed = list(values)
    for index in [20, 21, 37, 60, 61, 62, 63, 95]:
        holed[index] = float("nan")
    result = []
    for order, seasonal, parameters in cases:
        entry = {"order": order, "seasonal": seasonal, "parameters": parameters}
        entry["whole"] = at_fixed_parameters(values, order, seasonal, parameters)
        entry["holed"] = at_fixed_parameters(holed, order, seasonal, parameters)
        result.append(entry)
    return {"series": values, "absent": [20, 21, 37, 60, 61, 62, 63, 95], "cases": result}


def best(values, order, seasonal, constant):
    result = max((model(values, order, seasonal, constant).fit(disp=False, method=method, maxiter=2000)
                  for method in ("lbfgs", "nm", "powell")), key=lambda result: result.llf)
    return {"order": order, "seasonal": seasonal, "hasConstant": constant,
            "logLikelihood": without_start(float(result.llf), order, seasonal),
            "parameters": [float(x) for x in result.params], "forecast": [float(x) for x in result.forecast(12)]}


def processes():
    """Autocovariances and responses of ARMA processes, by another way than ours."""
    result = []
    for phi, theta in [([0.6], []), ([], [0.4, -0.2]), ([0.5, -0.3], [0.4]), ([1.2, -0.5, 0.1], [0.3, 0.2, -0.4])]:
        process = ArmaProcess([1, *[-x for x in phi]], [1, *theta])
        responses = lfilter([1, *theta], [1, *[-x for x in phi]], np.eye(1, 4000)[0])
        result.append({"phi": phi, "theta": theta,
                       "autocovariances": [float(np.dot(responses[:4000 - k], responses[k:])) for k in range(6)],
                       "responses": [float(x) for x in process.arma2ma(8)]})
    return result


logs = [math.log(x) for x in PASSENGERS]
values = made_up(132)
tests = []
for name, series in [("passengers", logs), ("madeUp", values), ("differences", list(np.diff(logs)))]:
    lags = int(3 * math.sqrt(len(series)) / 13)
    tests.append({"name": name, "series": series, "statistic": float(kpss(series, regression="c", nlags=lags)[0])})
references = {
    "passengers": PASSENGERS,
    "fixed": fixed(values),
    "best": [best(logs, (0, 1, 1), (0, 1, 1), False), best(logs, (2, 0, 0), (0, 1, 1), True),
             best(logs, (1, 1, 1), (1, 0, 1), False)],
    "processes": processes(),
    "kpss": tests,
}
with open("arima_references.json", "w") as file:
    json.dump(references, file, indent=0)
    file.write("\n")
