"""Loads ten years of monthly counts, asks the ledger the usual questions, and prints a table in Markdown.

    python3 run.py DMO FOLDER [--runs 5] [--places 500] [--years 10]

Every figure is a whole process, started anew: the median of several runs after one that warms the file cache. Loading
is set against the sqlite3 shell, which inserts the very rows of the ledger into the very same tables and indices.
"""

import argparse
import os
import platform
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from pathlib import Path

import make_workspace

LEDGER = "visitors.sqlite"


def timed(command, allowed=(0, 1), stdin=None):
    """Runs a command to its end: seconds, CPU seconds and MiB at the peak."""
    before = time.monotonic()
    process = subprocess.Popen(command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read().decode(errors="replace")[-400:]
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - before
    if os.waitstatus_to_exitcode(status) not in allowed:
        sys.exit(f"{' '.join(map(str, command))} failed: {errors}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss / 1024}


def medians(runs):
    return {key: statistics.median(run[key] for run in runs) for key in ("wall", "cpu", "peak")}


def remove_ledger(folder):
    for ending in ("", "-wal", "-shm"):
        (folder / (LEDGER + ending)).unlink(missing_ok=True)


def insert_script(ledger, path):
    """The ledger as statements for the sqlite3 shell: empty tables with their indices, then a transaction a load."""
    database = sqlite3.connect(ledger)
    tables = [sql for (sql,) in database.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid")]

    def inserts(table, condition="1"):
        columns = ", ".join(f'quote("{row[1]}")' for row in database.execute(f"PRAGMA table_info({table})"))
        for values in database.execute(f'SELECT {columns} FROM "{table}" WHERE {condition} ORDER BY "id"'):
            yield f'INSERT INTO "{table}" VALUES({",".join(values)});\n'

    with open(path, "w", encoding="utf-8") as file:
        file.write("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768;\n")
        file.writelines(sql + ";\n" for sql in tables)
        file.write("BEGIN;\n")
        file.writelines(inserts("series"))
        file.writelines(inserts("load"))
        file.write("COMMIT;\n")
        for (load,) in database.execute('SELECT "id" FROM "load" ORDER BY "id"').fetchall():
            file.write("BEGIN IMMEDIATE;\n")
            file.writelines(inserts("observation", f'"loadId" = {load}'))
            file.write("COMMIT;\n")


def loading(dmo, folder, runs):
    """Loading by dmo and by the shell, in turn."""
    workspace = folder / "workspace"
    script, target = folder / "inserts.sql", folder / "shell.sqlite"
    taken = {"dmo load": [], "sqlite3 shell": []}
    for run in range(runs):
        remove_ledger(workspace)
        taken["dmo load"].append(timed([dmo, "load", workspace / "inbox", "--workspace", workspace, "--quiet"]))
        if run == 0:
            insert_script(workspace / LEDGER, script)
        for ending in ("", "-wal", "-shm"):
            Path(f"{target}{ending}").unlink(missing_ok=True)
        with open(script, "rb") as file:
            taken["sqlite3 shell"].append(timed(["sqlite3", "-bail", target], stdin=file))
    return taken


def questions(last_month):
    year = last_month[:4]
    before = str(int(year) - 1)
    explain = "exchange-population@1:"
    return {
        "progress (forecast in it)": ["progress"],
        "progress, goal's year over: no forecast": ["progress", "--target", "past-goal"],
        "status": ["status"],
        "figures, headline by year": ["figures", "--definition", "exchange-population", "--by", "calendar-year"],
        "figures, headline by month": ["figures", "--definition", "exchange-population", "--by", "month"],
        "figures, by year and place": ["figures", "--definition", "exchange-population", "--by", "calendar-year,place"],
        "figures, inbound by year and market": ["figures", "--definition", "inbound-visitors", "--by", "calendar-year,market"],
        "explain, one place's month (1 count)": ["explain", f"{explain}spot-007:{before}-08:*"],
        "explain, the headline's month (500 counts)": ["explain", f"{explain}prefecture:{before}-08:*"],
        "explain, the headline's year (6,000 counts)": ["explain", f"{explain}prefecture:{before}:*"],
        "report of a month, every usual form": ["report", "--month", last_month, "--out", "{folder}/report"],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dmo", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--load-runs", type=int, default=3)
    parser.add_argument("--places", type=int, default=500)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--only", default="", help="only questions that contain this, on the ledger that is there")
    arguments = parser.parse_args()
    dmo, folder = arguments.dmo.resolve(), arguments.folder.resolve()
    workspace = folder / "workspace"
    shutil.rmtree(workspace / "Pipelines", ignore_errors=True)
    counts = make_workspace.make(workspace, arguments.places, arguments.years)
    last_month = f"{make_workspace.FIRST_YEAR + arguments.years}-03"

    if not arguments.only:
        taken = loading(dmo, folder, arguments.load_runs)
        ledger = sqlite3.connect(workspace / LEDGER)
        rows = ledger.execute("SELECT COUNT(*) FROM observation").fetchone()[0]
        if rows != counts:
            sys.exit(f"{counts} counts were written and {rows} are in the ledger")
        files = sum(path.stat().st_size for path in (workspace / "inbox").iterdir())
        print(f"{arguments.places} places × 12 segments × {12 * arguments.years} months: {counts:,} counts in "
              f"{arguments.years} CSV files of {files / 1e6:.1f} MB together; the ledger has "
              f"{(workspace / LEDGER).stat().st_size / 1e6:.1f} MB. Medians of {arguments.load_runs} loads and "
              f"{arguments.runs} runs of each question. {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
              f"SQLite shell {subprocess.check_output(['sqlite3', '--version'], text=True).split()[0]}.")
        print()
        print("| loading | wall s | CPU s | peak MiB | counts a second |")
        print("| --- | ---: | ---: | ---: | ---: |")
        for name, runs in taken.items():
            median = medians(runs)
            print(f"| {name} | {median['wall']:.2f} | {median['cpu']:.2f} | {median['peak']:.0f} | {counts / median['wall']:,.0f} |")
        ratio = statistics.median(
            ours["wall"] / its["wall"] for ours, its in zip(taken["dmo load"], taken["sqlite3 shell"]))
        print(f"\nLoading takes {ratio:.2f} times as long as the shell: it reads and checks the files, compares every "
              "count with the ones before, and writes the same rows.\n")
    print("| question | wall s | CPU s | peak MiB |")
    print("| --- | ---: | ---: | ---: |")
    for name, words in questions(last_month).items():
        if arguments.only not in name:
            continue
        command = [dmo, *(word.replace("{folder}", str(folder)) for word in words), "--workspace", workspace]
        median = medians([timed(command) for _ in range(arguments.runs + 1)][1:])
        print(f"| {name} | {median['wall']:.2f} | {median['cpu']:.2f} | {median['peak']:.0f} |", flush=True)


if __name__ == "__main__":
    main()
