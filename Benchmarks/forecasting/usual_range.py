#!/usr/bin/env python3
"""How often a count that is left out lies in the range dmo gives for it ("usual counts"). See README.md beside it.

Written from the formula in `UsualRange.swift`, not from its code: a second reckoning. Every month of every series is left
out once, with its neighbours on both sides (a gap in the middle) and with nothing after it (the latest report is late).
"""

import argparse
import math
from collections import defaultdict
from statistics import median

from backtest import series_of_file, series_of_package

YEARS, SPAN, WIDTH = 5, 12, 0.4


def usual_range(counts, month, years=YEARS, width=WIDTH):
    """Low, middle, high and how many years they rest on; counts by month number, the month itself absent."""
    candidates = []
    for back in range(1, years + 1):
        then = counts.get(month - 12 * back)
        if then is None:
            continue
        pairs = [(counts[month + d], counts[month + d - 12 * back]) for d in range(-SPAN, SPAN + 1)
                 if d and month + d in counts and month + d - 12 * back in counts]
        now, before = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
        candidates.append(then * now / before if before > 0 else then)
    if not candidates:
        return None
    middle = median(candidates)
    margin = ((max(candidates) - min(candidates)) + width * middle) / len(candidates)
    return (math.floor(max(0, min(candidates) - margin)), middle, math.ceil(max(candidates) + margin), len(candidates))


def measured(series, is_last, width=WIDTH):
    """By number of years: how many months, how many inside, the widths and the errors of the middle."""
    found = defaultdict(list)
    for values in series:
        for month in range(len(values)):
            known = {m: v for m, v in enumerate(values) if m != month and (m < month or not is_last)}
            answer = usual_range(known, month, width=width)
            if answer is None or values[month] <= 0:
                continue
            low, middle, high, years = answer
            found[years].append((low <= values[month] <= high, (high - low) / values[month],
                                 abs(middle - values[month]) / values[month]))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--file", help="a CSV of series in place of the package's")
    parser.add_argument("--width", type=float, default=WIDTH, help="the constant in the margin")
    arguments = parser.parse_args()
    parts = series_of_file(arguments.file) if arguments.file else series_of_package("monthly")
    series = [list(train) + list(test) for train, test, _ in parts.values()]
    print(f"{len(series)} series, {sum(map(len, series)):,} months\n")
    print("| left out | years it rests on | months | inside % | range ÷ count, median | error of the middle %, median |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, is_last in (("a month in the middle", False), ("the latest month", True)):
        found = measured(series, is_last, arguments.width)
        for years in sorted(found):
            rows = found[years]
            print(f"| {name} | {years} | {len(rows):,} | {100 * sum(row[0] for row in rows) / len(rows):.1f} "
                  f"| {median(row[1] for row in rows):.2f} | {100 * median(row[2] for row in rows):.1f} |")
        rows = [row for years in found for row in found[years]]
        print(f"| {name} | all | {len(rows):,} | {100 * sum(row[0] for row in rows) / len(rows):.1f} "
              f"| {median(row[1] for row in rows):.2f} | {100 * median(row[2] for row in rows):.1f} |")


if __name__ == "__main__":
    main()
