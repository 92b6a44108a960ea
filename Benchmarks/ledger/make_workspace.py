"""Writes a destination of made-up places with ten years of monthly counts: the same bytes every time.

    python3 make_workspace.py FOLDER [--places 500] [--years 10]

Every place counts twelve segments: everybody; residents and others of the country, each with and without a night;
seven inbound markets. A file holds one fiscal year. Counts have a level, a season, a trend and some noise of their own,
so that forecasts and plausibility checks have something to do. One place in fifty has not reported the last month yet.
"""

import argparse
import random
from pathlib import Path

MARKETS = {"TW": 0.34, "KR": 0.25, "HK": 0.14, "CN": 0.12, "TH": 0.06, "US": 0.05, "unknown": 0.04}
DOMESTIC = [("in-prefecture", "same-day", 0.37), ("in-prefecture", "overnight", 0.04),
            ("out-of-prefecture", "same-day", 0.33), ("out-of-prefecture", "overnight", 0.23)]
SEASON = [0.62, 0.66, 0.93, 1.12, 1.42, 0.84, 0.98, 1.55, 0.99, 1.13, 1.17, 0.59]
FIRST_YEAR = 2010

DESTINATION = """destination: prefecture
title: {{ ja: 試験県, en: Test Prefecture }}
places:
  - id: prefecture
    names: {{ ja: 試験県, en: Test Prefecture }}
    kind: destination
    places:
{places}
markets:
{markets}
measures:
  - {{ id: visitors, names: {{ ja: 観光入込客数, en: Visitors }}, unit: person-spots }}
expected-reports:
  - {{ measure: visitors, from: {first}-04, places: [{names}] }}
"""

DEFINITIONS = """definitions:
  - name: exchange-population
    version: 1
    title: {{ ja: 観光交流人口, en: Exchange population }}
    formula: {{ ja: 全地点の和, en: the sum over all places }}
    measure: visitors
    unit: person-spots
    whole: prefecture
    places: [{names}]
    source: {{ ja: 性能試験, en: a benchmark }}
  - name: inbound-visitors
    version: 1
    title: {{ ja: 外国人観光客数, en: Inbound visitors }}
    formula: {{ ja: 全地点・全市場の和, en: the sum over all places and markets }}
    measure: visitors
    unit: person-spots
    whole: prefecture
    places: [{names}]
    origin: inbound
    markets: all
    source: {{ ja: 性能試験, en: a benchmark }}
"""

KPIS = """targets:
  - id: goal
    title: {{ ja: 目標, en: Goal }}
    definition: exchange-population@1
    baseline: {{ value: {baseline}, year: {base_year} }}
    target: {{ value: {target}, year: {target_year} }}
    source: {{ ja: 性能試験, en: a benchmark }}
  - id: past-goal
    title: {{ ja: 前の年の目標, en: The goal of the year before }}
    definition: exchange-population@1
    baseline: {{ value: {baseline}, year: {base_year} }}
    target: {{ value: {target}, year: {past_year} }}
    source: {{ ja: 性能試験, en: a benchmark }}
"""

PROFILE = """profile: monthly
title: { ja: 月報, en: Monthly counts }
data: illustrative
read: { format: csv }
columns:
  month: { type: month, from: month }
  place: { type: place, from: place }
  origin: { type: text, from: origin }
  market: { type: text, from: market }
  stay: { type: text, from: stay }
  visitors: { type: count, from: visitors, unit: person-spots }
"""

PIPELINE = """pipeline: monthly
title: { ja: 月報, en: Monthly counts }
source: { profile: monthly, files: "counts-*.csv" }
output:
  ledger: { measure: visitors, unit: person-spots, place: place, period: month, value: visitors,
            origin: origin, market: market, stay: stay }
"""


def shares(total, weights):
    """Whole numbers in these proportions that add up to the total."""
    parts = [int(total * weight) for weight in weights]
    parts[0] += total - sum(parts)
    return parts


class Place:
    def __init__(self, number):
        self.id = f"spot-{number:03d}"
        self.random = random.Random(f"dmo ledger benchmark {number}")
        self.level = int(10 ** self.random.uniform(2.6, 4.9))
        self.trend = self.random.uniform(-0.01, 0.05)
        self.lean = self.random.uniform(0.4, 1.4)
        self.inbound = self.random.uniform(0.01, 0.12)
        self.is_late = number % 50 == 0

    def rows(self, month_number, month):
        """The twelve counts of one month."""
        noise = self.random.gauss(1, 0.06)
        season = 1 + self.lean * (SEASON[month - 1] - 1)
        total = max(40, int(self.level * season * (1 + self.trend) ** (month_number / 12) * max(0.5, noise)))
        inbound = int(total * self.inbound)
        return ([("", "", "", total)]
                + [(origin, "", stay, count) for (origin, stay, _), count
                   in zip(DOMESTIC, shares(total - inbound, [weight for *_, weight in DOMESTIC]))]
                + [("inbound", market, "", count) for market, count in zip(MARKETS, shares(inbound, MARKETS.values()))])


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def make(folder, places=500, years=10):
    """Writes the workspace and returns how many counts its files hold."""
    spots = [Place(number) for number in range(places)]
    yearly = {}
    written = 0
    for year in range(years):
        lines = ["month,place,origin,market,stay,visitors"]
        for offset in range(12):
            calendar, month = FIRST_YEAR + year + (offset + 3) // 12, (offset + 3) % 12 + 1
            for spot in spots:
                if spot.is_late and year == years - 1 and offset == 11:
                    continue
                for origin, market, stay, count in spot.rows(12 * year + offset, month):
                    lines.append(f"{calendar}-{month:02d},{spot.id},{origin},{market},{stay},{count}")
                    if not origin:
                        yearly[calendar] = yearly.get(calendar, 0) + count
        written += len(lines) - 1
        write(folder / "inbox" / f"counts-{FIRST_YEAR + year}.csv", "\n".join(lines) + "\n")
    names = ", ".join(spot.id for spot in spots)
    pipelines = folder / "Pipelines"
    write(pipelines / "destination.yaml", DESTINATION.format(
        first=FIRST_YEAR, names=names,
        places="\n".join(f"      - {{ id: {spot.id}, names: {{ ja: 地点{spot.id[5:]}, en: Spot {spot.id[5:]} }}, kind: spot }}"
                         for spot in spots),
        markets="\n".join(f"  - {{ id: {market}, names: {{ ja: {market}, en: {market} }} }}" for market in MARKETS)))
    write(pipelines / "definitions.yaml", DEFINITIONS.format(names=names))
    base_year, target_year = FIRST_YEAR, FIRST_YEAR + years
    write(pipelines / "kpis.yaml", KPIS.format(
        baseline=yearly[base_year], base_year=base_year, target_year=target_year,
        past_year=target_year - 1,
        target=int(yearly[target_year - 1] * 1.03) // 10_000 * 10_000))
    write(pipelines / "profiles" / "monthly.yaml", PROFILE)
    write(pipelines / "monthly.yaml", PIPELINE)
    return written


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--places", type=int, default=500)
    parser.add_argument("--years", type=int, default=10)
    arguments = parser.parse_args()
    print(f"{make(arguments.folder, arguments.places, arguments.years):,} counts")


if __name__ == "__main__":
    main()
