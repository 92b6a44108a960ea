#!/usr/bin/env python3
"""Reads the exports of one selection with sdmx1 and Python's own csv, and holds all forms against each other.

    Scripts/check-exchange.py FOLDER     FOLDER/{datapackage,sdmx-ml,sdmx-csv,open-data} as Scripts/check-exchange writes them
"""
import csv
import json
import logging
import math
import sys
from decimal import Decimal
from pathlib import Path

import sdmx

logging.disable(logging.WARNING)


def attribute(observation, name):
    found = observation.attached_attribute.get(name)
    return None if found is None else str(getattr(found.value, "id", found.value))


def figures(message, values):
    """What sdmx1 understood: value, unit and status of each figure."""
    found = {}
    for dataset in message.data:
        for observation in dataset.obs:
            # sdmx1 takes a number for a float, and an absent one for None or not-a-number.
            value = observation.value
            value = None if value in (None, "") or (isinstance(value, float) and math.isnan(value)) else Decimal(str(value))
            key = attribute(observation, "FIGURE_ID")
            if key in found:
                values.append(f"{key} stands twice")
            found[key] = (value, attribute(observation, "UNIT_MEASURE"), attribute(observation, "STATUS"))
    return found


def main(folder):
    problems = []
    expected = {}
    with open(folder / "datapackage/figures.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            value = Decimal(row["value"]) if row["value"] else None
            expected[row["id"]] = (value, row["unit"], row["status"])
    resources = json.loads((folder / "datapackage/datapackage.json").read_text("utf-8"))["resources"]
    forms = {}
    structures = sdmx.read_sdmx(folder / "sdmx-ml/structure.xml")
    definition = next(iter(structures.structure.values()))
    forms["sdmx-ml"] = figures(sdmx.read_sdmx(folder / "sdmx-ml/data.xml", structure=definition), problems)
    forms["sdmx-csv"] = figures(sdmx.read_sdmx(folder / "sdmx-csv/data.csv", structure=definition), problems)
    with open(folder / "open-data/figures.csv", encoding="utf-8-sig", newline="") as file:
        forms["open-data"] = {
            row["Figure id"]: (Decimal(row["Value"]) if row["Value"] else None, row["Unit"], row["Status"])
            for row in csv.DictReader(file)}
    for form, found in forms.items():
        for key in sorted(set(expected) | set(found), key=str):
            if expected.get(key) != found.get(key):
                problems.append(f"{form}: {key} is {found.get(key)} instead of {expected.get(key)}")
    for problem in problems[:20]:
        print(problem)
    absent = sum(value is None for value, _, _ in expected.values())
    print(f"{folder.name}: {len(expected)} figures, {absent} without a value, {len(resources)} tables, "
          f"{len(forms) + 1} forms agree" if not problems else f"{folder.name}: {len(problems)} problems")
    return 1 if problems or not expected else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
