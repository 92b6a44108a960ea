"""Writes the reference numbers that ForecastingTests compare with.

Everything comes from independent implementations (statsmodels, numpy) on a series made by a formula, so nobody's data
are in it. Run with Python 3 and statsmodels 0.15; the output, references.json, is kept beside this file.
"""

import json
import math

import numpy as np
from statsmodels.tsa.exponential_smoothing.ets import ETSModel
from statsmodels.tsa.seasonal import STL


def made_up(count):
    """The test series: growth, a season that widens, and a scatter from a small linear congruential generator."""
    state, values = 12345, []
    for t in range(count):
        state = (1103515245 * state + 12345) % 2**31
        scatter = state / 2**31 - 0.5
        level = 200 + 1.5 * t
        season = 1 + (0.25 + 0.001 * t) * math.sin(2 * math.pi * t / 12) + 0.1 * math.cos(4 * math.pi * t / 12)
        values.append(level * season * (1 + 0.2 * scatter))
    return values


def textbook(values, error, trend, damped, season, initial):
    """The log likelihood from the recursions of Hyndman et al. (2008), tables 2.2 and 2.3, in their error form."""
    level, slope, seasons = 190.0, 1.2 if trend else 0.0, list(initial)
    alpha, beta, gamma, phi = 0.3, 0.02 if trend else 0.0, 0.1, 0.95 if damped else 1.0
    squares, logs = 0.0, 0.0
    for t, y in enumerate(values):
        base = level + phi * slope
        s = seasons[t % 12] if season else None
        mu = base if season is None else base + s if season == "add" else base * s
        e = (y - mu) / mu if error == "mul" else y - mu
        squares += e * e
        logs += math.log(abs(mu)) if error == "mul" else 0.0
        surprise = mu * e if error == "mul" else e
        by_season = surprise / s if season == "mul" else surprise
        level, slope = base + alpha * by_season, phi * slope + beta * by_season
        if season:
            seasons[t % 12] = s + gamma * (surprise / base if season == "mul" else surprise)
    n = len(values)
    return -0.5 * (n * math.log(squares) + 2 * logs + n * (math.log(2 * math.pi / n) + 1))


def smoothing(values):
    """Log likelihoods of exponential smoothing at fixed parameters, and at statsmodels' own optimum."""
    forms = [("add", None, False, None), ("add", "add", False, "add"), ("add", "add", True, "add"),
             ("mul", "add", False, "mul"), ("mul", "add", True, "mul"), ("mul", None, False, "add"),
             ("mul", "add", False, "add"), ("mul", None, False, "mul")]
    season_add = [40 * math.sin(2 * math.pi * i / 12) for i in range(12)]
    season_mul = [1 + 0.25 * math.sin(2 * math.pi * i / 12) for i in range(12)]
    result = []
    for error, trend, damped, season in forms:
        model = ETSModel(np.array(values), error=error, trend=trend, damped_trend=damped, seasonal=season,
                         seasonal_periods=12 if season else None)
        given = {"smoothing_level": 0.3, "smoothing_trend": 0.02, "smoothing_seasonal": 0.1, "damping_trend": 0.95,
                 "initial_level": 190.0, "initial_trend": 1.2}
        initial = {None: [], "add": season_add, "mul": season_mul}[season]
        for index in range(12):
            # statsmodels counts initial seasons backwards from the first period.
            given[f"initial_seasonal.{index}"] = initial[11 - index] if initial else 0.0
        parameters = [given[name] for name in model.param_names]
        fixed = model.smooth(parameters)
        best = model.fit(disp=False, maxiter=2000)
        name = ("A" if error == "add" else "M") + "," + ({None: "N"}.get(trend, "Ad" if damped else "A")) + "," + \
            {None: "N", "add": "A", "mul": "M"}[season]
        by_hand = textbook(values, error, trend, damped, season, initial)
        # statsmodels updates a multiplicative season in its own way; everywhere else the two must agree.
        assert season == "mul" or abs(by_hand - fixed.llf) < 1e-6, name
        result.append({"form": name, "fixedLogLikelihood": by_hand, "bestLogLikelihood": float(best.llf),
                       "forecast": [float(x) for x in fixed.forecast(14)]})
    return {"initialSeasons": {"A": season_add, "M": season_mul}, "models": result}


def decomposition(values):
    parts = STL(values, period=12, seasonal=17).fit(inner_iter=2, outer_iter=0)
    return {"season": [float(x) for x in parts.seasonal], "trend": [float(x) for x in parts.trend]}


def random_numbers(seed, count):
    """xoshiro256++ after its authors' description, seeded by SplitMix64."""
    mask = 2**64 - 1
    state = []
    for _ in range(4):
        seed = (seed + 0x9E3779B97F4A7C15) & mask
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        state.append(z ^ (z >> 31))
    rotl = lambda x, k: ((x << k) | (x >> (64 - k))) & mask
    numbers = []
    for _ in range(count):
        numbers.append((rotl((state[0] + state[3]) & mask, 23) + state[0]) & mask)
        shifted = (state[1] << 17) & mask
        state[2] ^= state[0]
        state[3] ^= state[1]
        state[1] ^= state[2]
        state[0] ^= state[3]
        state[2] ^= shifted
        state[3] = rotl(state[3], 45)
    return [str(number) for number in numbers]


sample = [3.0, 1.0, 4.0, 1.5, 9.0, 2.6, 5.3]
values = made_up(120)
references = {
    "series": values,
    "decomposition": decomposition(values),
    "smoothing": smoothing(values),
    "quantiles": {"sample": sample, "shares": [0.025, 0.1, 0.5, 0.9, 0.975],
                  "values": [float(x) for x in np.quantile(sample, [0.025, 0.1, 0.5, 0.9, 0.975])]},
    "randomNumbers": random_numbers(42, 5),
}
with open("references.json", "w") as file:
    json.dump(references, file, indent=0)
    file.write("\n")
