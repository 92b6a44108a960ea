"""Runs ours and the peers in turn as whole processes and prints medians, and ratios pair by pair.

    python3 run.py DMO INPUT FOLDER [--runs N] [--peers duckdb,polars] [--once pandas]

Every run's result is compared with the others': an engine that gives other sums ends the benchmark. libxml2 only reads
(bare_sax.c, built in FOLDER): it says what reading XML costs before anything is made of it. sha256 only hashes the
file, as ours does on the way: what that costs can be set against the difference.
"""

import argparse
import csv
import hashlib
import importlib.metadata
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent


# These read the file and give no sums.
READERS = ["libxml2", "sha256"]


def version_of(peer: str) -> str:
    if peer == "sha256":
        return "sha256 of hashlib"
    if peer == "libxml2":
        found = subprocess.run(["pkg-config", "--modversion", "libxml-2.0"], capture_output=True, text=True, check=True)
        return "libxml2 " + found.stdout.strip()
    return f"{peer} {importlib.metadata.version(peer)}"


def timed(command: list[str]) -> dict[str, float]:
    before = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read().decode(errors="replace")[-400:]
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - before
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command[0]} failed: {errors}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss / 1024}


def rows_of(path: Path) -> list[tuple[str, ...]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return sorted(tuple(row) for row in list(csv.reader(file))[1:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dmo")
    parser.add_argument("input", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peers", default="duckdb,polars")
    parser.add_argument("--once", default="", help="peers so slow that one run must do")
    arguments = parser.parse_args()
    once = [peer for peer in arguments.once.split(",") if peer]
    peers = [peer for peer in arguments.peers.split(",") if peer] + once

    def command(engine: str) -> tuple[list[str], Path]:
        output = arguments.folder / f"{engine}.csv"
        if engine == "libxml2":
            return [str(arguments.folder / "bare_sax"), str(arguments.input), str(output)], output
        if engine == "sha256":
            return [sys.executable, str(HERE / "run.py"), "--hash", str(arguments.input)], output
        if engine == "dmo":
            pipeline = "records" if ".xml" in arguments.input.suffixes else "gates"
            return [arguments.dmo, "run", pipeline, "--workspace", str(HERE / "workspace"), "--input",
                    str(arguments.input), "--output", str(output)], output
        return [sys.executable, str(HERE / "peers.py"), engine, str(arguments.input), str(output)], output

    engines = ["dmo", *peers]
    taken: dict[str, list[dict[str, float]]] = {engine: [] for engine in engines}
    for run in range(arguments.runs + 1):
        for engine in engines:
            if engine in once and run < arguments.runs:
                continue
            line, output = command(engine)
            figures = timed(line)
            # The first round warms the file cache and is not counted.
            if run > 0:
                taken[engine].append(figures)
            if engine not in READERS and rows_of(output) != rows_of(command("dmo")[1]):
                sys.exit(f"{engine} gives other sums than dmo")

    size = arguments.input.stat().st_size / 1e6
    print(f"{arguments.input.name}: {size:,.0f} MB; {arguments.runs} runs in turn after one warm-up; "
          f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}, "
          + ", ".join(version_of(peer) for peer in peers))
    print()
    print("| engine | wall s | CPU s | peak MiB | ours ÷ it, wall | ours ÷ it, CPU |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for engine in engines:
        median = {key: statistics.median(run[key] for run in taken[engine]) for key in ("wall", "cpu", "peak")}
        ratio = {
            key: statistics.median(
                ours[key] / its[key] for ours, its in zip(reversed(taken["dmo"]), reversed(taken[engine])))
            for key in ("wall", "cpu")}
        shown = ("", "") if engine == "dmo" else (f"{ratio['wall']:.2f}", f"{ratio['cpu']:.2f}")
        print(f"| {engine} | {median['wall']:.2f} | {median['cpu']:.2f} | {median['peak']:.0f} | {shown[0]} | {shown[1]} |")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--hash"]:
        with open(sys.argv[2], "rb") as file:
            hashlib.file_digest(file, "sha256")
    else:
        main()
