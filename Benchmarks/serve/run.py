"""Asks the dashboard and Datasette in turn for pages over one SQLite file, and prints a table.

    python3 Benchmarks/serve/run.py DMO FOLDER REQUESTS

Run by Scripts/bench-serve, which makes what FOLDER holds. The machine asks and answers at once, so both have less of it
than they would have alone; the ratio holds all the same.
"""

import os
import re
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path
from statistics import median

DMO, FOLDER, REQUESTS = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
LEDGER = FOLDER / "mine" / "visitors.sqlite"
CONNECTIONS, SECONDS, ROUNDS = 8, 5, 3
# What the overview's headline is made of: visitors by month.
SQL = (
    "select o.firstMonth as month, sum(o.coefficient) as visitors, count(*) as counts from observation o "
    "join series s on s.id = o.seriesId where s.measure = 'visitors' and o.firstMonth = o.lastMonth group by 1 order by 1"
)
OURS, THEIRS = "http://127.0.0.1:18480", "http://127.0.0.1:18481"
PAGES = [
    ("dmo, overview", OURS + "/?lang=en"),
    ("dmo, overview as at 2020-12", OURS + "/?lang=en&through=2020-12"),
    ("Datasette, page of the file", THEIRS + "/visitors"),
    ("Datasette, visitors by month, JSON", THEIRS + "/visitors.json?" + urllib.parse.urlencode({"sql": SQL, "_shape": "array"})),
    ("Datasette, visitors by month", THEIRS + "/visitors?" + urllib.parse.urlencode({"sql": SQL})),
]


def start(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait_for(url: str) -> bytes:
    for _ in range(300):
        try:
            with urllib.request.urlopen(url, timeout=120) as answer:
                return answer.read()
        except OSError:
            time.sleep(0.2)
    sys.exit(f"nothing answers at {url}")


def wrk(url: str, seconds: int) -> tuple[float, float, int]:
    """Requests a second, the 99th percentile in ms, and how many were answered; an error ends the run."""
    text = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", url], capture_output=True, text=True, check=True
    ).stdout
    if "Non-2xx" in text or "Socket errors" in text:
        sys.exit(f"{url}:\n{text}")
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    milliseconds = float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    return rate, milliseconds, int(re.search(r"(\d+) requests in", text)[1])


def resident(process: subprocess.Popen[bytes]) -> float:
    """What a process has of memory, in MiB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def main() -> None:
    ours = start([DMO, "serve", "--workspace", str(FOLDER / "mine"), "--port", "18480", "--quiet"])
    theirs = start(
        [str(FOLDER / "venv/bin/datasette"), "serve", str(LEDGER), "--port", "18481", "--setting", "sql_time_limit_ms", "10000"]
    )
    try:
        sizes = {url: len(wait_for(url)) for _, url in PAGES}
        found: dict[str, list[tuple[float, float, int]]] = {url: [] for _, url in PAGES}
        for _ in range(ROUNDS):
            for _, url in PAGES:
                found[url].append(wrk(url, SECONDS))
        print(f"{CONNECTIONS} connections, {SECONDS} s, {ROUNDS} rounds in turn; {os.cpu_count()} cores; medians\n")
        print("| page | KiB | requests/s | p99 ms |\n| --- | ---: | ---: | ---: |")
        for name, url in PAGES:
            rates, tails = [each[0] for each in found[url]], [each[1] for each in found[url]]
            print(f"| {name} | {sizes[url] / 1024:.0f} | {median(rates):,.0f} | {median(tails):.1f} |")
        best = max(median([each[0] for each in found[url]]) for name, url in PAGES if "Datasette" in name)
        print(f"\noverview ÷ the quickest page of Datasette: {median([e[0] for e in found[PAGES[0][1]]]) / best:.1f}")
        before, asked = resident(ours), 0
        while asked < REQUESTS:
            asked += wrk(PAGES[0][1], 5)[2]
        print(f"memory of dmo before and after {asked:,} requests more: {before:.1f} MiB, {resident(ours):.1f} MiB")
    finally:
        for process in (ours, theirs):
            process.terminate()
        for process in (ours, theirs):
            process.wait(20)


if __name__ == "__main__":
    main()
