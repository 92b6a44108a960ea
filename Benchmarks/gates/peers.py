"""The same aggregate by other engines: month × site × market, sum of persons and count of rows.

    python3 peers.py duckdb|polars|pandas INPUT OUTPUT
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


if __name__ == "__main__":
    {"duckdb": with_duckdb, "polars": with_polars, "pandas": with_pandas}[sys.argv[1]](sys.argv[2], sys.argv[3])
