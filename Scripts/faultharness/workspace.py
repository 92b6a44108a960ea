"""A workspace to be broken: a destination of made-up places, and files of counts big enough that loading takes a while."""

import os
import shutil
import subprocess

PLACES = 120
DEFINITIONS = {
    "destination.yaml": "destination: town\ntitle: {{ ja: 町, en: Town }}\nplaces:\n"
    "  - id: town\n    names: {{ ja: 町, en: Town }}\n    kind: destination\n    places:\n{places}"
    "measures:\n  - {{ id: visitors, names: {{ ja: 客, en: Visitors }}, unit: person-spots }}\n",
    "definitions.yaml": "definitions:\n  - name: visitors\n    version: 1\n    title: {{ ja: 客, en: Visitors }}\n"
    "    formula: {{ ja: 和, en: the sum }}\n    measure: visitors\n    unit: person-spots\n    whole: town\n"
    "    places: [{names}]\n    source: {{ ja: 試験, en: a test }}\n",
    "profiles/counts.yaml": "profile: counts\ntitle: {{ ja: 数, en: Counts }}\ndata: illustrative\n"
    "read: {{ format: csv }}\ncolumns:\n  month: {{ type: month, from: month }}\n"
    "  place: {{ type: place, from: place }}\n  visitors: {{ type: count, from: visitors, unit: person-spots }}\n",
    "counts.yaml": "pipeline: counts\ntitle: {{ ja: 数, en: Counts }}\n"
    "source: {{ profile: counts, files: \"*.csv\" }}\n"
    "output:\n  ledger: {{ measure: visitors, unit: person-spots, place: place, period: month, value: visitors }}\n",
}


def write_definitions(folder):
    names = [f"place-{number}" for number in range(PLACES)]
    places = "".join(
        f"      - {{ id: {name}, names: {{ ja: {name}, en: {name} }}, kind: spot }}\n" for name in names)
    for path, text in DEFINITIONS.items():
        target = os.path.join(folder, "Pipelines", path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "w", encoding="utf-8") as file:
            file.write(text.format(places=places, names=", ".join(names)))


def write_counts(path, first_year, years, factor):
    """Counts of every place and month; one row in 500 cannot be read and is held."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("month,place,visitors\n")
        row = 0
        for year in range(first_year, first_year + years):
            for month in range(1, 13):
                for place in range(PLACES):
                    row += 1
                    value = "12x" if row % 500 == 0 else str(1000 + factor * place + month)
                    file.write(f"{year}-{month:02d},place-{place},{value}\n")


def run(dmo, folder, *arguments, environment=None):
    """Runs a command in a workspace to its end."""
    return subprocess.run(
        [dmo, *arguments, "--workspace", folder, "--quiet", "--lang", "en"], stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, env={**os.environ, **(environment or {})}, check=False)


def restore(ledger, folder):
    """Puts a saved ledger in place, with no log beside it."""
    target = os.path.join(folder, "visitors.sqlite")
    for ending in ("", "-wal", "-shm", "-journal"):
        if os.path.exists(target + ending):
            os.remove(target + ending)
    shutil.copyfile(ledger, target)
