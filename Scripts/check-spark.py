"""Holds `dmo run --engine spark` against the local engine, on a cluster that Scripts/spark keeps running.

    python3 check-spark.py DMO [--rows N] [--municipalities N] [--kill-rows N] [--only NAME,…] [--seed N]

Ends with an exit code other than 0 at the first difference. Everything is made in a fresh folder and removed.
"""

import argparse
import json
import os
import random
import re
import shutil
import signal
import socket
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOMENTS = {"recordedAt", "appliedAt", "createdAt"}
CHECKS = ["equality", "random", "parquet", "whole", "failures", "losses"]


def run(
    dmo: str, workspace: Path, *arguments: str, engine: str | None = None, environment=None,
    pipeline: str = "national-gates",
) -> subprocess.CompletedProcess:
    command = [dmo, "run", pipeline, "--workspace", str(workspace), "--lang", "en", "--verbose", *arguments]
    if engine:
        command += ["--engine", engine]
    return subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **(environment or {})}, timeout=900, check=False)


def ledger(workspace: Path) -> dict[str, list]:
    """Everything the ledger holds but the moments at which it was written."""
    files = list(workspace.glob("*.sqlite"))
    if not files:
        return {}
    found = {}
    connection = sqlite3.connect(files[0])
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    for table in tables:
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")') if row[1] not in MOMENTS]
        listed = ", ".join(f'"{column}"' for column in columns)
        found[table] = sorted(connection.execute(f'SELECT {listed} FROM "{table}"').fetchall(), key=repr)
    connection.close()
    return found


def fail(message: str) -> None:
    sys.exit("check-spark: " + message)


def messages(text: str) -> list[str]:
    """What was said about the data, which must not depend on the engine."""
    return [
        line for line in text.splitlines()
        if not line.startswith("Running on Spark") and "Read here and not on Spark" not in line
        and "[spark.read-here]" not in line
    ]


def compare(dmo: str, nation: Path, label: str, *arguments: str, read_here: range = range(1),
            pipeline: str = "national-gates") -> None:
    """One nation, both engines: the same ledger, to the last message and the row each number came from."""
    folder = nation.parent
    ledgers, outputs = [], []
    for engine in ["local", "spark"]:
        workspace = folder / engine
        shutil.copytree(nation, workspace, copy_function=os.link)
        started = time.monotonic()
        outcome = run(dmo, workspace, *(arguments if engine == "spark" else ()), engine=engine, pipeline=pipeline)
        seconds = time.monotonic() - started
        if outcome.returncode not in (0, 1):
            fail(f"{label}, {engine}: exit code {outcome.returncode}\n{outcome.stderr[-2000:]}")
        said = messages(outcome.stderr)
        here = outcome.stderr.count("[spark.read-here]")
        if engine == "spark" and here not in read_here:
            fail(f"{label}: {here} files were read here, not {read_here}\n{outcome.stderr[-2000:]}")
        outputs.append((outcome.returncode, outcome.stdout, said))
        ledgers.append(ledger(workspace))
        print(f"  {label}, {engine}: {seconds:.1f} s", flush=True)
    if outputs[0] != outputs[1]:
        lines = [one for one in zip(*(output[1].splitlines() + output[2] for output in outputs)) if one[0] != one[1]]
        fail(f"{label}: the engines say different things: {lines[:3]}")
    for table in ledgers[0]:
        if ledgers[0][table] != ledgers[1].get(table):
            fail(f"{label}: the ledgers differ in table {table}")
    rows = sum(len(rows) for rows in ledgers[0].values())
    print(f"  {label}: equal ledgers of {rows:,} records", flush=True)
    for engine in ["local", "spark"]:
        shutil.rmtree(folder / engine)


def check_field_numbers() -> None:
    """Our few messages against those the server's own archive carries."""
    jars = Path(os.environ["SPARK_HOME"]) / "jars"
    archive = next(jars.glob("spark-connect_*.jar"), None) or next(jars.glob("**/spark-connect_*.jar"))
    with zipfile.ZipFile(archive) as jar:
        theirs = "".join(
            jar.read(name).decode() for name in sorted(jar.namelist())
            if name.startswith("spark/connect/") and name.endswith(".proto"))
    ours = fields((ROOT / "Sources/SparkEngine/Protocol/spark_connect.proto").read_text())
    known = fields(theirs)
    for path, number in ours.items():
        if known.get(path) != number:
            fail(f"{'.'.join(path)} is {number} here and {known.get(path)} in {archive.name}")
    print(f"Field numbers: {len(ours)} as in {archive.name}", flush=True)


def fields(text: str) -> dict[tuple[str, ...], int]:
    """The fields and constants of a .proto file by their path; a oneof is no part of it."""
    text = re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.DOTALL)
    found: dict[tuple[str, ...], int] = {}
    stack: list[str] = []
    for token in re.finditer(r"(message|enum|oneof|service)\s+(\w+)\s*\{|\{|\}|(\w+)\s*=\s*(\d+)\s*[;\[]", text):
        if token[1]:
            stack.append("" if token[1] == "oneof" else token[2])
        elif token[0] == "{":
            stack.append("")
        elif token[0] == "}":
            stack.pop()
        else:
            found[(*filter(None, stack), token[3])] = int(token[4])
    return found


def make_nation(folder: Path, municipalities: int, rows: int, faults: bool = True, xml: bool = False) -> Path:
    nation = folder / "nation"
    shutil.rmtree(nation, ignore_errors=True)
    command = [sys.executable, ROOT / "Benchmarks/national/make_national.py", nation, "--municipalities",
               str(municipalities), "--rows", str(rows)] + (["--faults"] if faults else []) + (
        ["--xml"] if xml else [])
    subprocess.run(command, check=True)
    return nation


def random_files(nation: Path, count: int, seed: int) -> None:
    """Files of random rows: bad numbers, blanks, quotes, short and long rows, other line ends, other encodings."""
    inbox = nation / "inbox"
    for file in inbox.iterdir():
        file.unlink()
    dice = random.Random(seed)
    numbers = ["5", "0", "007", "12", "1,234", '"1,234"', "１２", "", " ", "-", "-1", "3.5", "1e3", "999999999",
               "1000000000", "99999999999999999", "12人", "+5"]
    days = ["2019-01-05", "2019-01-05 10:00", "2019-01-05 10:00:59", "2019-01-05T23:59", "2019-01-05 24:00",
            "2019/1/5", "平成31年1月5日", "H31.1.5", "2019-02-30", "", "43470", '"2019-01-05 09:00"']
    places = ["第1市", "第2市", '"第1市"', "第１市", "City 1", "", "髙市", '"a""b"', "第9市"]
    markets = ["日本", "台湾", '"韓国"', "対象外", "火星", "", "JP"]
    for number in range(count):
        lines = ["日時,市区町村,入口,国・地域,人数"]
        for _ in range(dice.choice([1, 5, 40, 400])):
            odd = dice.random() < 0.3
            cells = [dice.choice(days[:4]), dice.choice(places[:3]), "北口", dice.choice(markets[:3]), str(dice.randrange(100))]
            if odd:
                column = dice.randrange(5)
                cells[column] = dice.choice([days, places, ["北口", '"北,口"', '"北""口"', ""], markets, numbers][column])
            if odd and dice.random() < 0.15:
                cells = dice.choice([cells[:2], cells + ["余り"], [""], ["", "", "", "", ""], cells + [""]])
            lines.append(",".join(cells))
        end = dice.choice(["\n", "\r\n"])
        text = end.join(lines) + dice.choice(["", end])
        encoding = dice.choice(["cp932", "utf-8", "utf-8-sig"])
        (inbox / f"乱数 {number}, [{dice.randrange(10)}] %41.csv").write_bytes(text.encode(encoding))


def check_equality(dmo: str, folder: Path, municipalities: int, rows: int) -> None:
    compare(dmo, make_nation(folder, municipalities, rows), "a nation with faults")
    compare(dmo, make_nation(folder, 4, 500), "pieces of 1,000 bytes", "--piece-bytes", "1000")
    nation = make_nation(folder, 9, 1)
    for file in (nation / "inbox").iterdir():
        file.unlink()
    header = "日時,市区町村,入口,国・地域,人数\n2019-01-05,第1市,北口,日本,5\n"
    for name, tail in [("total", "合計,,,,5\n"), ("break", '2019-01-05,第1市,"北\n口",日本,5\n'), ("open", '2019-01-05,"第1市,,日本,5\n')]:
        (nation / "inbox" / f"{name}.csv").write_text(header + tail, encoding="utf-8")
    compare(dmo, nation, "rows that depend on others", read_here=range(3, 4))


def random_documents(nation: Path, count: int, seed: int) -> None:
    """XML documents of random records: bad numbers, blanks, entities, fields twice or missing, some broken off."""
    inbox = nation / "inbox"
    for file in inbox.iterdir():
        file.unlink()
    dice = random.Random(seed)
    numbers = ["5", "0", "007", "1,234", "１２", "", " ", "-", "-1", "3.5", "99999999999999999999", "12人", "&#53;", "<n>5</n>"]
    days = ["2019-01-05", "2019/1/5", "平成31年1月5日", "2019-02-30", "", "2019-01"]
    places = ["第1市", "第2市", "第１市", "City 1", "", "髙市", "a&amp;b", "第9市"]
    markets = ["日本", "台湾", "対象外", "火星", "", "&lt;JP&gt;"]
    for number in range(count):
        declared, encoding = dice.choice([("UTF-8", "utf-8"), ("Windows-31J", "cp932"), ("UTF-16", "utf-16")])
        lines = [f'<?xml version="1.0" encoding="{declared}"?>', "<報告>"]
        for _ in range(dice.choice([1, 5, 40, 400])):
            odd = dice.random() < 0.3
            fields = [f'日="{dice.choice(days if odd else days[:1])}"', f'市区町村="{dice.choice(places if odd else places[:2])}"',
                      f'国・地域="{dice.choice(markets if odd else markets[:2])}"']
            if odd and dice.random() < 0.2:
                fields.pop(dice.randrange(3))
            if odd and dice.random() < 0.2:
                fields.append('余り="1"')
            value = dice.choice(numbers) if odd else str(dice.randrange(100))
            lines.append(f"  <記録 {' '.join(fields)}>{value}</記録>")
        if dice.random() < 0.8:
            lines.append("</報告>")
        text = dice.choice(["\n", "\r\n"]).join(lines)
        (inbox / f"乱数 {number}, [{dice.randrange(10)}] %41.xml").write_bytes(text.encode(encoding))


def check_random_files(dmo: str, folder: Path, seeds: list[int]) -> None:
    """The same seeds on every run and a new one; a seed that fails is repeated with --seed."""
    program = ("--worker-dmo", shutil.which(dmo) or dmo)
    for seed in seeds:
        nation = make_nation(folder, 9, 1, xml=True)
        random_files(nation, 25, seed)
        # A lone text in a row may be a heading: such a file is read here.
        compare(dmo, nation, f"random tables, seed {seed}", "--piece-bytes", "700", read_here=range(10))
        random_documents(nation, 20, seed)
        compare(dmo, nation, f"random XML, seed {seed}", *program, pipeline="national-visits")


PARQUET = """
import sys
from pyspark.sql import SparkSession
spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
folder = sys.argv[1]
# The number as each kind of program stores it; a text keeps what is no number.
kinds = {"text": "人数", "double": "CAST(try_cast(`人数` AS INT) AS DOUBLE)", "decimal": "CAST(try_cast(`人数` AS INT) AS DECIMAL(12,2))",
         "int": "try_cast(`人数` AS INT)"}
rows = spark.read.csv(folder + "/plain.csv", header=True)
for kind, number in kinds.items():
    typed = rows.selectExpr("CAST(`日時` AS TIMESTAMP_NTZ) AS `日時`" if kind != "text" else "`日時`", "`市区町村`", "`入口`",
                            "`国・地域`", f"{number if kind != 'text' else '`人数`'} AS `人数`")
    typed.coalesce(1).write.parquet(f"{folder}/{kind}")
spark.stop()
"""


def check_parquet(dmo: str, folder: Path) -> None:
    """The rows of one table as Parquet, its numbers stored in several types: the counts and held rows of the CSV file."""
    nation = make_nation(folder, 3, 1)
    for file in (nation / "inbox").iterdir():
        file.unlink()
    dice = random.Random(3)
    lines = ["日時,市区町村,入口,国・地域,人数"]
    for row in range(4000):
        number = dice.choice(["", "-5"]) if dice.random() < 0.004 else str(dice.randrange(60))
        place = "存在しない市" if dice.random() < 0.002 else dice.choice(["第1市", "第2市", "第3市"])
        market = dice.choice(["日本", "台湾", "韓国", "対象外"])
        lines.append(f"2019-{1 + row // 400:02}-05 10:00:00,{place},北口,{market},{number}")
    (nation / "inbox" / "plain.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    stored = folder / "stored"
    stored.mkdir()
    shutil.copy(nation / "inbox" / "plain.csv", stored)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SPARK_") or name == "SPARK_LOCAL_IP"}
    python = Path(os.environ["SPARK_HOME"]).parents[3] / "bin/python"
    subprocess.run([python, "-c", PARQUET, stored], check=True, env=environment, stderr=subprocess.DEVNULL)
    profile = (nation / "Pipelines/profiles/gate-hours.yaml").read_text(encoding="utf-8")
    (nation / "Pipelines/profiles/gate-store.yaml").write_text(
        profile.replace("profile: gate-hours", "profile: gate-store").replace("format: csv", "format: parquet"), encoding="utf-8")
    pipeline = (nation / "Pipelines/national-gates.yaml").read_text(encoding="utf-8")
    (nation / "Pipelines/national-store.yaml").write_text(
        pipeline.replace("national-gates", "national-store").replace("gate-hours", "gate-store").replace("*.csv", "*.parquet"),
        encoding="utf-8")

    def told(workspace: Path, name: str, *arguments: str, engine: str) -> str:
        output = workspace.parent / "told.csv"
        outcome = run(dmo, workspace, "--output", str(output), *arguments, engine=engine, pipeline=name)
        if outcome.returncode not in (0, 1):
            fail(f"Parquet, {name}: exit code {outcome.returncode}\n{outcome.stderr[-2000:]}")
        return "\n".join(sorted(output.read_text(encoding="utf-8").splitlines()))

    expected = told(nation, "national-gates", engine="local")
    if expected.count("\n") < 30:
        fail("Parquet: hardly anything to compare")
    ledgers = {}
    for kind in ["csv", "text", "double", "decimal", "int"]:
        workspace = folder / "as-stored"
        shutil.copytree(nation, workspace)
        if kind != "csv":
            part = next((stored / kind).glob("part-*.parquet"))
            shutil.copy(part, workspace / "inbox" / f"gates {kind}.parquet")
        name = "national-gates" if kind == "csv" else "national-store"
        if kind == "text":
            refused = run(dmo, workspace, engine="local", pipeline=name)
            if refused.returncode != 3 or "[parquet.needs-spark]" not in refused.stderr or ledger(workspace):
                fail(f"Parquet on the local engine: exit code {refused.returncode}\n{refused.stderr[-2000:]}")
        if kind != "csv" and told(workspace, name, engine="spark") != expected:
            fail(f"Parquet, {kind}: other rows than from the CSV file")
        outcome = run(dmo, workspace, engine="local" if kind == "csv" else "spark", pipeline=name)
        if outcome.returncode != 1:
            fail(f"Parquet, {kind}: exit code {outcome.returncode}\n{outcome.stderr[-2000:]}")
        connection = sqlite3.connect(next(workspace.glob("*.sqlite")))
        accepted, held = connection.execute('SELECT sum(rowsAccepted), sum(rowsHeld) FROM "load"').fetchone()
        ledgers[kind] = {"accepted": accepted, "held": held}
        connection.close()
        print(f"  Parquet, {kind}: {ledgers[kind]}", flush=True)
        # The CSV file's header is a row that is set aside; Parquet has none.
        if kind != "csv" and (ledgers[kind]["accepted"], ledgers[kind]["held"]) != (
                ledgers["csv"]["accepted"], ledgers["csv"]["held"]):
            fail(f"Parquet, {kind}: another account than of the CSV file")
        shutil.rmtree(workspace)
    (nation / "inbox" / "broken.parquet").write_bytes(b"PAR1 and no more")
    broken = run(dmo, nation, engine="spark", pipeline="national-store")
    if broken.returncode != 3 or "[parquet.unreadable]" not in broken.stderr or ledger(nation):
        fail(f"a broken Parquet file: exit code {broken.returncode}\n{broken.stderr[-2000:]}")
    print("  Parquet: equal counts and accounts; refused without Spark; a broken file told", flush=True)
    shutil.rmtree(stored)


def check_whole_files(dmo: str, folder: Path, municipalities: int, rows: int) -> None:
    """Files read whole by this program on the workers: XML, and tables that cannot be grouped."""
    program = ("--worker-dmo", shutil.which(dmo) or dmo)
    nation = make_nation(folder, municipalities, rows, xml=True)
    compare(dmo, nation, "XML with faults, one broken off", *program, pipeline="national-visits")
    compare(dmo, nation, "the nation's tables, read whole", *program)
    shutil.rmtree(nation)
    shutil.copytree(ROOT / "Pipelines", nation / "Pipelines")
    for file in [*ROOT.glob("SampleData/illustrative/**/*.*"), *ROOT.glob("SampleData/published/*.*"),
                 *ROOT.glob("SampleData/with-faults/*.*")]:
        shutil.copy(file, nation)
    for definition in sorted((nation / "Pipelines").glob("*.yaml")):
        declared = definition.read_text(encoding="utf-8")
        if (found := re.search(r"^pipeline: (\S+)$", declared, re.MULTILINE)) is None:
            continue
        pattern = re.search(r'files: \[?"([^"]+)"', declared)
        if pattern and list(nation.glob(pattern[1])):
            compare(dmo, nation, f"SampleData, {found[1]}", *program, pipeline=found[1])
    shutil.rmtree(nation)


def expect(label: str, outcome: subprocess.CompletedProcess, status: int, code: str, workspace: Path) -> None:
    if outcome.returncode != status or f"[{code}]" not in outcome.stderr:
        fail(f"{label}: exit code {outcome.returncode}, not {status} with {code}\n{outcome.stderr[-2000:]}")
    if ledger(workspace):
        fail(f"{label}: the ledger was touched")
    print(f"  {label}: {code}, exit code {status}, ledger untouched", flush=True)


def pipe(source: socket.socket, target: socket.socket) -> None:
    try:
        while data := source.recv(65536):
            target.sendall(data)
    except OSError:
        pass
    finally:
        target.close()


def serve_tls(folder: Path, port: int) -> tuple[int, Path]:
    """A door with TLS before the server, for which Spark itself has none."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "1",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    context.set_alpn_protocols(["h2"])
    door = socket.create_server(("127.0.0.1", 0))

    def accept() -> None:
        while True:
            plain, _ = door.accept()
            try:
                client = context.wrap_socket(plain, server_side=True)
            except (OSError, ssl.SSLError):
                continue
            server = socket.create_connection(("127.0.0.1", port))
            for one, other in [(client, server), (server, client)]:
                threading.Thread(target=pipe, args=(one, other), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return door.getsockname()[1], certificate


def check_failures(dmo: str, folder: Path) -> None:
    workspace = make_nation(folder, 2, 50)
    remote = os.environ["SPARK_REMOTE"]
    port = int(remote.rsplit(":", 1)[1])

    def spark(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
        return run(dmo, workspace, *arguments, engine="spark", environment=environment)

    expect("wrong token", spark(SPARK_CONNECT_AUTHENTICATE_TOKEN="wrong"), 2, "spark.token-refused", workspace)
    expect("no token", spark(SPARK_CONNECT_AUTHENTICATE_TOKEN=""), 2, "spark.token-refused", workspace)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        free = closed.getsockname()[1]
    expect("server down", spark("--remote", f"sc://127.0.0.1:{free}"), 4, "spark.unreachable", workspace)
    web = subprocess.Popen(
        [sys.executable, "-m", "http.server", str(free), "--bind", "127.0.0.1"], stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    time.sleep(2)
    expect("no Spark server", spark("--remote", f"sc://127.0.0.1:{free}"), 2, "spark.not-spark", workspace)
    web.kill()
    web.wait()
    missing = spark("--worker-dmo", "/no/such/dmo")
    expect("no dmo on the workers", missing, 4, "spark.worker-program", workspace)
    expect("no address", spark("--remote", "spark.example:15002"), 2, "spark.no-address", workspace)
    if shutil.which("openssl"):
        door, certificate = serve_tls(folder, port)
        expect(
            "certificate not trusted", spark("--remote", f"sc://localhost:{door}/;use_ssl=true"), 4, "spark.no-encryption",
            workspace)
        outcome = spark("--remote", f"sc://localhost:{door}/;use_ssl=true;trust={certificate}", "--output", str(folder / "o.csv"))
        if outcome.returncode not in (0, 1):
            fail(f"TLS: exit code {outcome.returncode}\n{outcome.stderr[-2000:]}")
        print("  TLS with a certificate of our own: works", flush=True)


def applications() -> dict:
    with urllib.request.urlopen(os.environ["SPARK_MASTER_JSON"], timeout=10) as answer:
        return json.load(answer)


def children(pid: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found += [int(stat.parent.name), *children(int(stat.parent.name))]
    return found


def start_spark(dmo: str, workspace: Path) -> subprocess.Popen:
    return subprocess.Popen(
        [dmo, "run", "national-gates", "--workspace", str(workspace), "--lang", "en", "--engine", "spark",
         "--piece-bytes", "500000"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def worker_logs() -> list[Path]:
    return list(Path(os.environ["SPARK_FOLDER"]).glob("work*/app-*/*/stderr"))


def tasks_begun() -> int:
    return sum(log.read_text(errors="replace").count("Running task") for log in worker_logs())


def wait_for_tasks(process: subprocess.Popen, before: int) -> None:
    """Until the workers are in the middle of it: some tasks begun, most still to come."""
    deadline = time.monotonic() + 300
    while tasks_begun() < before + 5:
        if process.poll() is not None:
            fail(f"ended before anything could happen to it: {process.communicate()}")
        if time.monotonic() > deadline:
            fail("the workers begin no tasks")
        time.sleep(0.05)


def check_interruption(dmo: str, folder: Path, nation: Path) -> None:
    workspace = folder / "interrupted"
    shutil.copytree(nation, workspace, copy_function=os.link)
    begun = tasks_begun()
    process = start_spark(dmo, workspace)
    wait_for_tasks(process, begun)
    process.send_signal(signal.SIGINT)
    started = time.monotonic()
    output, errors = process.communicate(timeout=60)
    expect("Ctrl-C", subprocess.CompletedProcess([], process.returncode, output, errors), 4, "spark.cancelled", workspace)
    print(f"  Ctrl-C: ended after {time.monotonic() - started:.1f} s", flush=True)
    deadline = time.monotonic() + 30
    while not any("Stage cancelled" in log.read_text(errors="replace") for log in worker_logs()):
        if time.monotonic() > deadline:
            fail("Ctrl-C ended dmo, but no worker was told to stop")
        time.sleep(0.5)
    print("  Ctrl-C: the workers stopped too", flush=True)
    shutil.rmtree(workspace)


def check_lost_worker(dmo: str, folder: Path, nation: Path) -> None:
    workspace, local = folder / "lost", folder / "local"
    for copy in [workspace, local]:
        shutil.copytree(nation, copy, copy_function=os.link)
    before = run(dmo, local, engine="local")
    worker = int((Path(os.environ["SPARK_FOLDER"]) / "worker1.pid").read_text())
    begun = tasks_begun()
    process = start_spark(dmo, workspace)
    wait_for_tasks(process, begun)
    for pid in [worker, *children(worker)]:
        os.kill(pid, signal.SIGKILL)
    output, errors = process.communicate(timeout=900)
    if process.returncode != before.returncode or output != before.stdout:
        fail(f"a killed worker changes the result\n{errors[-2000:]}\n{output}")
    if ledger(workspace) != ledger(local):
        fail("a killed worker changes the ledger")
    deadline = time.monotonic() + 120
    while (state := applications())["aliveworkers"] != 1:
        if time.monotonic() > deadline:
            fail(f"the master still counts {state['aliveworkers']} workers")
        time.sleep(2)
    log = (Path(os.environ["SPARK_FOLDER"]) / "log/connect").read_text()
    if "Lost executor" not in log and "Executor lost" not in log:
        fail("the log shows no lost executor")
    print("  a worker killed while it worked: the same ledger, and the log shows a lost executor", flush=True)
    shutil.rmtree(workspace)
    shutil.rmtree(local)


def check_lost_server(dmo: str, folder: Path, nation: Path) -> None:
    workspace = folder / "driverless"
    shutil.copytree(nation, workspace, copy_function=os.link)
    begun = tasks_begun()
    process = start_spark(dmo, workspace)
    wait_for_tasks(process, begun)
    os.kill(int((Path(os.environ["SPARK_FOLDER"]) / "connect.pid").read_text()), signal.SIGKILL)
    output, errors = process.communicate(timeout=120)
    expect("the Connect server killed", subprocess.CompletedProcess([], process.returncode, output, errors), 4, "spark.lost", workspace)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dmo")
    parser.add_argument("--municipalities", type=int, default=12)
    parser.add_argument("--rows", type=int, default=2_000, help="rows a municipality")
    parser.add_argument("--kill-rows", type=int, default=0, help="rows a municipality while processes are killed; 0: none are")
    parser.add_argument("--seed", type=int, help="random data of this seed alone")
    parser.add_argument("--only", default=",".join(CHECKS), help="some of the checks, by name: %(default)s")
    arguments = parser.parse_args()
    wanted = arguments.only.split(",")
    if unknown := set(wanted) - set(CHECKS):
        parser.error(f"no such check: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory(prefix="dmo-spark-") as scratch:
        folder = Path(scratch)
        check_field_numbers()
        print("Both engines, the same ledger:", flush=True)
        if "equality" in wanted:
            check_equality(arguments.dmo, folder, arguments.municipalities, arguments.rows)
        if "random" in wanted:
            new = arguments.seed if arguments.seed is not None else random.SystemRandom().randrange(1_000_000)
            check_random_files(arguments.dmo, folder, [new] if arguments.seed is not None else [1, 2, new])
        if "parquet" in wanted:
            check_parquet(arguments.dmo, folder)
        if "whole" in wanted:
            check_whole_files(arguments.dmo, folder, 4, arguments.rows)
        print("What goes wrong is said, and nothing is recorded:", flush=True)
        if "failures" in wanted:
            check_failures(arguments.dmo, folder)
        if "losses" in wanted and arguments.kill_rows:
            nation = make_nation(folder, 8, arguments.kill_rows, faults=False)
            check_interruption(arguments.dmo, folder, nation)
            check_lost_worker(arguments.dmo, folder, nation)
            check_lost_server(arguments.dmo, folder, nation)
    print("check-spark: all is equal", flush=True)


if __name__ == "__main__":
    main()
