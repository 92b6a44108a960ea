"""Breaks loads in every way we could think of and counts what became of the ledger."""

import collections
import errno
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

import workspace
from state import faults, state

DMO = os.environ["DMO"]
SEED = int(os.environ.get("DMO_FAULT_SEED", "0")) or random.randrange(1, 1_000_000)
HERE = os.path.dirname(os.path.abspath(__file__))


class Harness:
    """One workspace, the two states it may be in, and the counts."""

    def __init__(self, folder):
        self.folder = folder
        self.inbox = os.path.join(folder, "files")
        self.saved = os.path.join(folder, "before.sqlite")
        self.wrong = []
        os.makedirs(self.inbox)
        workspace.write_definitions(folder)
        self.first = os.path.join(self.inbox, "first.csv")
        self.second = os.path.join(self.inbox, "second.csv")
        workspace.write_counts(self.first, 2013, 2, 3)
        # Half of it revises what the first file said, half is new.
        workspace.write_counts(self.second, 2014, 3, 5)
        self.expect(self.load(self.first), (0, 1), "the first load")
        ledger = os.path.join(folder, "visitors.sqlite")
        connection = sqlite3.connect(ledger)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        shutil.copyfile(ledger, self.saved)
        self.before = state(folder)
        begun = time.monotonic()
        self.expect(self.load(self.second), (0, 1), "the second load")
        self.duration = time.monotonic() - begun
        self.after = state(folder)
        assert self.before != self.after

    def load(self, file, environment=None, folder=None):
        return workspace.run(DMO, folder or self.folder, "load", file, environment=environment)

    def expect(self, result, codes, what):
        if result.returncode not in codes:
            self.wrong.append(f"{what}: exit {result.returncode}: {result.stderr.decode(errors='replace')[-400:]}")

    def check(self, what, folder=None, allowed=None):
        """The state, by name; anything but the allowed ones is recorded as wrong."""
        folder = folder or self.folder
        for fault in faults(folder):
            self.wrong.append(f"{what}: {fault}")
        names = allowed or {self.before: "before", self.after: "after"}
        found = names.get(state(folder))
        if found is None:
            self.wrong.append(f"{what}: the ledger is in neither state")
        return found or "WRONG"

    def kills(self, count):
        outcomes = collections.Counter()
        for number in range(count):
            workspace.restore(self.saved, self.folder)
            # Every other kill falls into the last third, where the transaction is written and committed.
            share = random.uniform(0.6, 1.05) if number % 2 else random.uniform(0, 1)
            process = subprocess.Popen(
                [DMO, "load", self.second, "--workspace", self.folder, "--quiet"], stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL)
            time.sleep(share * self.duration)
            finished = process.poll() is not None
            process.send_signal(signal.SIGKILL)
            process.wait()
            found = self.check(f"kill {number} at {share:.3f}")
            outcomes[found + (" (had finished)" if finished else "")] += 1
            if number % 25 == 0:
                # Whatever was left behind, the same load then goes through.
                self.expect(self.load(self.second), (0, 1), f"load after kill {number}")
                if self.check(f"load after kill {number}") != "after":
                    self.wrong.append(f"load after kill {number}: not in the state after")
        return outcomes

    def io_errors(self, numbers):
        shim = os.path.join(self.folder, "io_faults.so")
        built = subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-o", shim, os.path.join(HERE, "io_faults.c"), "-ldl"],
            capture_output=True, check=False)
        if built.returncode:
            return {"no C compiler": 1}
        outcomes = collections.Counter()
        for code in (errno.EIO, errno.ENOSPC):
            for number in numbers:
                workspace.restore(self.saved, self.folder)
                result = self.load(self.second, {
                    "LD_PRELOAD": shim, "DMO_FAULT_NAME": "visitors.sqlite", "DMO_FAULT_AT": str(number),
                    "DMO_FAULT_ERRNO": str(code)})
                found = self.check(f"{errno.errorcode[code]} at call {number}")
                if result.returncode == 4 and found == "after":
                    # The commit was written and only what follows it failed: told as a failure, yet nothing is lost.
                    outcomes["after, told as failed"] += 1
                    continue
                if result.returncode not in (0, 1, 3, 4):
                    self.wrong.append(f"{errno.errorcode[code]} at call {number}: exit {result.returncode}")
                if result.returncode in (0, 1) and found != "after":
                    self.wrong.append(f"{errno.errorcode[code]} at call {number}: told as done, but it is not")
                outcomes[found] += 1
        return outcomes

    def full_disk(self, steps):
        mount = os.path.join(self.folder, "small")
        os.makedirs(mount, exist_ok=True)
        size = os.path.getsize(self.saved)
        # From another folder the file has another name, which is part of the state.
        roomy = os.path.join(self.folder, "roomy")
        shutil.copytree(os.path.join(self.folder, "Pipelines"), os.path.join(roomy, "Pipelines"))
        workspace.restore(self.saved, roomy)
        self.expect(self.load(self.second, folder=roomy), (0, 1), "a load with room")
        allowed = {self.before: "before", state(roomy): "after"}
        outcomes = collections.Counter()
        for step in range(steps):
            # From hardly any room to more than the load needs.
            room = size + 65536 + step * 98304
            made = subprocess.run(
                ["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", mount], capture_output=True, check=False)
            if made.returncode:
                return {"tmpfs cannot be mounted here (run as root, or in unshare -rm)": 1}
            try:
                shutil.copytree(os.path.join(self.folder, "Pipelines"), os.path.join(mount, "Pipelines"))
                workspace.restore(self.saved, mount)
                result = self.load(self.second, folder=mount)
                copy = os.path.join(self.folder, "copy")
                shutil.rmtree(copy, ignore_errors=True)
                os.makedirs(copy)
                for name in os.listdir(mount):
                    if name.startswith("visitors.sqlite"):
                        shutil.copyfile(os.path.join(mount, name), os.path.join(copy, name))
                found = self.check(f"disk of {room} bytes", folder=copy, allowed=allowed)
                if result.returncode in (0, 1) and found != "after":
                    self.wrong.append(f"disk of {room} bytes: told as done, but it is not")
                if result.returncode not in (0, 1, 4):
                    self.wrong.append(f"disk of {room} bytes: exit {result.returncode}")
                outcomes[f"{found}, exit {result.returncode}"] += 1
            finally:
                subprocess.run(["umount", mount], check=True)
        return outcomes

    def concurrent(self, rounds):
        outcomes = collections.Counter()
        third = os.path.join(self.inbox, "third.csv")
        workspace.write_counts(third, 2018, 2, 7)
        for number in range(rounds):
            workspace.restore(self.saved, self.folder)
            command = [DMO, "load", "--workspace", self.folder, "--quiet"]
            loads = [
                subprocess.Popen(command + [file], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                for file in (self.second, third)]
            while any(load.poll() is None for load in loads):
                reader = workspace.run(DMO, self.folder, "figures", "--format", "json")
                outcomes["reads during a load"] += 1
                if reader.returncode:
                    self.wrong.append(f"round {number}: a reader failed: {reader.stderr.decode(errors='replace')[-300:]}")
            for load in loads:
                outcomes[f"load exit {load.returncode}"] += 1
                if load.returncode not in (0, 1, 4):
                    self.wrong.append(f"round {number}: exit {load.returncode}")
            for fault in faults(self.folder):
                self.wrong.append(f"round {number}: {fault}")
            connection = sqlite3.connect(os.path.join(self.folder, "visitors.sqlite"))
            there = connection.execute('SELECT COUNT(*) FROM "load"').fetchone()[0]
            connection.close()
            done = sum(load.returncode in (0, 1) for load in loads)
            if there != 1 + done:
                self.wrong.append(f"round {number}: {there} loads in the ledger, {1 + done} told as done")
        return outcomes

    def changing_file(self, rounds):
        """A file rewritten while it is read is refused, or read as one of the two: never a mixture."""
        outcomes = collections.Counter()
        moving = os.path.join(self.inbox, "moving.csv")
        contents = []
        for factor in (5, 9):
            workspace.write_counts(moving, 2014, 3, factor)
            with open(moving, "rb") as file:
                contents.append(file.read())
        allowed = {self.before: "before"}
        for name, content in zip(("first text", "second text"), contents):
            workspace.restore(self.saved, self.folder)
            with open(moving, "wb") as file:
                file.write(content)
            self.load(moving)
            allowed[state(self.folder)] = name
        for number in range(rounds):
            workspace.restore(self.saved, self.folder)
            with open(moving, "wb") as file:
                file.write(contents[0])

            def change():
                time.sleep(random.uniform(0, self.duration))
                with open(moving, "r+b") as file:
                    file.write(contents[1])

            writer = threading.Thread(target=change)
            writer.start()
            result = self.load(moving)
            writer.join()
            outcomes[f"{self.check(f'changing file {number}', allowed=allowed)}, exit {result.returncode}"] += 1
        return outcomes


def main():
    kills = int(sys.argv[1])
    random.seed(SEED)
    print(f"seed {SEED}, {DMO}", flush=True)
    folder = tempfile.mkdtemp(prefix="dmo-faults-")
    try:
        harness = Harness(folder)
        print(f"one load takes {harness.duration:.2f} s", flush=True)
        parts = [
            (f"{kills} kills", lambda: harness.kills(kills)),
            ("I/O errors", lambda: harness.io_errors(list(range(1, 25)) + list(range(25, 1500, 29)))),
            ("full disks", lambda: harness.full_disk(40)),
            ("two loads at once, with readers", lambda: harness.concurrent(10)),
            ("a file changed while it is read", lambda: harness.changing_file(30)),
        ]
        for name, part in parts:
            outcomes = part()
            text = ", ".join(f"{outcome} {count}" for outcome, count in sorted(outcomes.items()))
            print(f"{name}: {text}; wrong so far {len(harness.wrong)}", flush=True)
        for line in harness.wrong[:50]:
            print("WRONG " + line)
        print("every check held" if not harness.wrong else f"{len(harness.wrong)} checks failed")
        sys.exit(1 if harness.wrong else 0)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
