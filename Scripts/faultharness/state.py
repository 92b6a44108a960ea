"""What a ledger holds, whatever the moments it was written at, and whether it is sound."""

import hashlib
import os
import sqlite3


def state(folder):
    """A hash over every row of every table, without the moments."""
    path = os.path.join(folder, "visitors.sqlite")
    database = sqlite3.connect(path)
    try:
        digest = hashlib.sha256()
        tables = [name for (name,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")]
        for table in tables:
            columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")') if row[1] != "recordedAt"]
            names = ", ".join(f'"{column}"' for column in columns)
            digest.update(table.encode())
            for row in database.execute(f'SELECT {names} FROM "{table}" ORDER BY {names}'):
                digest.update(repr(row).encode())
        return digest.hexdigest()
    finally:
        database.close()


def faults(folder):
    """Everything that is wrong with a ledger: SQLite's own checks, and every load's account."""
    database = sqlite3.connect(os.path.join(folder, "visitors.sqlite"))
    try:
        found = [row[0] for row in database.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"foreign key: {row}" for row in database.execute("PRAGMA foreign_key_check")]
        found += [
            f"load {number}: {read} rows read, {parts} accounted for"
            for number, read, parts in database.execute(
                'SELECT "id", "rowsRead", "rowsAccepted" + "rowsHeld" + "rowsIgnored" FROM "load"')
            if read != parts]
        found += [
            f"load {number}: {there} observations, {keys} keys"
            for number, there, keys in database.execute(
                'SELECT l."id", (SELECT COUNT(*) FROM "observation" o WHERE o."loadId" = l."id"), '
                'l."newKeys" + l."unchangedKeys" + l."revisedKeys" FROM "load" l '
                "WHERE l.\"disposition\" = 'committed'")
            if there != keys]
        found += [
            f"observations of load {number}, which is not there"
            for (number,) in database.execute(
                'SELECT DISTINCT "loadId" FROM "observation" WHERE "loadId" NOT IN (SELECT "id" FROM "load")')]
        return found
    finally:
        database.close()
