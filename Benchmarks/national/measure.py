"""Times both engines over files of growing size and prints a table for the capacity page.

    Scripts/spark python3 Benchmarks/national/measure.py dmo FOLDER [ROWS …]

One file a size, from Benchmarks/gates/make_gates.py; each engine once to warm up, then RUNS times in turn; medians.
The memory of Spark is that of all its processes together, the largest seen.
"""

import os
import shutil
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 3


def memory_of(pids: set[int]) -> float:
    """The resident memory of processes and their children, in MiB."""
    parents, sizes = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1])
        sizes[int(stat.parent.name)] = int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    found = {pid for pid in pids if pid in parents}
    while added := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= added
    return sum(sizes[pid] for pid in found)


def main() -> None:
    dmo, folder = sys.argv[1], Path(sys.argv[2])
    sizes = [int(text) for text in sys.argv[3:]] or [1_000_000, 5_000_000, 20_000_000]
    shutil.copytree(ROOT / "Benchmarks/gates/workspace", folder / "workspace", dirs_exist_ok=True)
    spark_pids = {int(path.read_text()) for path in Path(os.environ["SPARK_FOLDER"]).glob("*.pid")}
    print("| rows | MB | engine | wall s | dmo CPU s | dmo MiB | Spark MiB |\n| ---: | ---: | --- | ---: | ---: | ---: | ---: |")
    for rows in sizes:
        file = folder / f"gates-{rows}.csv"
        if not file.exists():
            subprocess.run([sys.executable, ROOT / "Benchmarks/gates/make_gates.py", str(rows), file], check=True)
        results: dict[str, list[tuple[float, float, float, float]]] = {"local": [], "spark": []}
        outputs = {}
        for turn in range(RUNS + 1):
            for engine, found in results.items():
                output = folder / f"{engine}.csv"
                largest = [0.0]
                ended = threading.Event()

                def watch() -> None:
                    while not ended.wait(0.2):
                        largest[0] = max(largest[0], memory_of(spark_pids))

                watcher = threading.Thread(target=watch)
                if engine == "spark":
                    watcher.start()
                started = time.monotonic()
                process = subprocess.Popen(
                    [dmo, "run", "gates", "--workspace", folder / "workspace", "--engine", engine, "--input", file,
                     "--output", output], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                errors = process.stderr.read().decode()
                _, status, usage = os.wait4(process.pid, 0)
                seconds = time.monotonic() - started
                ended.set()
                if os.waitstatus_to_exitcode(status) != 0:
                    sys.exit(f"{engine} failed: {errors}")
                outputs[engine] = output.read_bytes()
                if turn:
                    found.append((seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, largest[0]))
        if outputs["local"] != outputs["spark"]:
            sys.exit("the engines differ")
        for engine, found in results.items():
            wall, cpu, memory, spark = (statistics.median(column) for column in zip(*found))
            print(
                f"| {rows:,} | {file.stat().st_size / 1e6:.0f} | {engine} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | "
                f"{spark:.0f} |" if engine == "spark" else
                f"| {rows:,} | {file.stat().st_size / 1e6:.0f} | {engine} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | |",
                flush=True)
    print(f"\nLoad average at the end: {os.getloadavg()[0]:.1f}; {os.cpu_count()} cores.")


if __name__ == "__main__":
    main()
