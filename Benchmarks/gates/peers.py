"""The same aggregate by other engines: month × site × market, sum of persons and count of rows.

    python3 peers.py duckdb|polars|pandas|lxml INPUT OUTPUT      lxml reads XML, the others CSV
"""

import sys


def with_duckdb(source: str, target: str) -> None:
    import duckdb

    duckdb.sql(
        f"copy (select strftime(datetime, '%Y-%m') as month, site, market, sum(persons) as visitors, count(*) as rows"
        f" from read_csv('{source}') group by 1, 2, 3 order by 1, 2, 3) to '{target}' (header)")


def with_polars(source: str, target: str) -> None:
    import polars

    (polars.scan_csv(source)
     .with_columns(month=polars.col("datetime").str.slice(0, 7))
     .group_by("month", "site", "market")
     .agg(visitors=polars.col("persons").sum(), rows=polars.len())
     .sort("month", "site", "market")
     .collect(engine="streaming")
     .write_csv(target))


def with_pandas(source: str, target: str) -> None:
    import pandas

    table = pandas.read_csv(source)
    table["month"] = table["datetime"].str.slice(0, 7)
    grouped = table.groupby(["month", "site", "market"], sort=True)["persons"].agg(["sum", "count"])
    grouped.columns = ["visitors", "rows"]
    grouped.to_csv(target)


def with_lxml(source: str, target: str) -> None:
    from lxml import etree

    sums: dict[tuple[str, str, str], list[int]] = {}

    class Target:
        """Takes what the parser calls out, and keeps nothing of it but the sums."""

        def __init__(self) -> None:
            self.values: dict[str, str] = {}
            self.parts: list[str] = []

        def start(self, name: str, attributes: dict[str, str]) -> None:
            self.parts = []

        def data(self, text: str) -> None:
            self.parts.append(text)

        def end(self, name: str) -> None:
            if name != "r":
                self.values[name] = "".join(self.parts)
                return
            values = self.values
            found = sums.setdefault((values["datetime"][:7], values["site"], values["market"]), [0, 0])
            found[0] += int(values["persons"])
            found[1] += 1

        def close(self) -> None:
            pass

    etree.parse(source, etree.XMLParser(target=Target()))
    with open(target, "w", encoding="utf-8") as file:
        file.write("month,site,market,visitors,rows\n")
        for (month, site, market), (persons, rows) in sorted(sums.items()):
            file.write(f"{month},{site},{market},{persons},{rows}\n")


if __name__ == "__main__":
    {"duckdb": with_duckdb, "polars": with_polars, "pandas": with_pandas, "lxml": with_lxml}[sys.argv[1]](sys.argv[2], sys.argv[3])
