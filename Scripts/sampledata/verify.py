"""Reads everything back and adds it up; every stated number must come out."""

import csv
import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from . import reading

CALENDAR_YEARS = range(2013, 2019)
FIRST_QUARTER = ["2019-01", "2019-02", "2019-03"]
ANNUAL_MINE = {"2021": 431_381, "2022": 557_376, "2023": 534_908}


def everything(out: Path) -> dict:
    """Verifies the whole folder and gives its totals (the content of totals.json)."""
    _line_ends(out)
    _fault_list(out / "with-faults")
    return {**_illustrative(out / "illustrative"), "surveyAnswers": reading.answers(out / "survey"), "digital": _digital(out / "published")}


def same_as_recorded(found: dict, out: Path) -> None:
    """The totals found now are those of totals.json."""
    assert json.loads((out / "totals.json").read_text("utf-8")) == found, "totals.json differs from the files"


def _illustrative(folder: Path) -> dict:
    cave, by_gate = reading.gates(folder / "akiyoshi-do")
    plateau, before = reading.plateau(folder / "akiyoshidai")
    places = {"akiyoshi-do": cave, "akiyoshidai": plateau, **reading.spots(folder / "geopark"),
              **reading.events(folder / "geopark" / "events-2013-2019.xml")}
    assert len(places) == 20
    keys = [f"{year}-{month:02d}" for year in range(2013, 2020) for month in range(1, 13)][:75]
    missing = [{"place": place, "month": key} for place, months in places.items() for key in keys if key not in months]
    assert missing == [{"place": "mito-station", "month": "2018-09"}], missing
    assert places["fossil-museum"]["2016-01"] == 0
    for event, allowed in (("yamayaki", {"02", "03"}), ("fireworks", {"07"})):
        assert {key[5:] for key, count in places[event].items() if count} == allowed

    months = {key: sum(values.get(key, 0) for values in places.values()) for key in keys}
    years = {str(y): sum(n for key, n in months.items() if key[:4] == str(y)) for y in CALENDAR_YEARS}
    assert years["2013"] == 1_360_000 and 1_500_000 <= years["2018"] <= 1_560_000 and max(years.values()) < 1_600_000
    fiscal = {str(y): sum(months[key] for key in keys if f"{y}-04" <= key <= f"{y + 1}-03") for y in CALENDAR_YEARS}

    inbound = reading.inbound(folder / "inbound")
    assert all(len(values) == (3 if year == 2019 else 12) for year in inbound for values in inbound[year].values())
    national = reading.national(folder / "national" / "national-arrivals-2013-2019.csv")
    assert [national[str(y)]["台湾"] for y in range(2013, 2017)] == [2_210_821, 2_829_821, 3_677_075, 4_167_512]
    assert national["2018"]["中国"] == 8_380_100 and list(national) == [str(y) for y in range(2013, 2020)]
    key, provisional = next(iter(before.items()))
    assert 1.085 < provisional / plateau[key] < 1.095
    return {
        "calendarYears": years,
        "fiscalYears": fiscal,
        "quarters": {"2019-Q1": sum(months[key] for key in FIRST_QUARTER)},
        "places": {**{str(y): {place: sum(n for key, n in values.items() if key[:4] == str(y))
                               for place, values in places.items()} for y in CALENDAR_YEARS}},
        "placesQuarters": {"2019-Q1": {place: sum(values[key] for key in FIRST_QUARTER)
                                       for place, values in places.items()}},
        "months": months,
        "placeMonths": {place: {key: values[key] for key in keys if key in values} for place, values in places.items()},
        "missing": missing,
        "correction": {"place": "akiyoshidai", "month": key, "before": provisional, "after": plateau[key],
                       "2017Before": years["2017"] + provisional - plateau[key], "2017After": years["2017"]},
        "gatesFiscalYears": {str(year): gates for year, gates in by_gate.items()},
        "inbound": {str(y): {market: sum(n) for market, n in inbound[y].items()} for y in CALENDAR_YEARS},
        "national": national,
        "inboundQuarters": {"2019-Q1": {market: sum(n) for market, n in inbound[2019].items()}},
    }


def _digital(folder: Path) -> dict:
    cut, rows = {}, {}
    for year, total in ANNUAL_MINE.items():
        table = reading.municipal(folder / f"digital-kanko-yamaguchi-{year}.csv", "cp932")
        assert {row["都道府県コード"] for row in table} == {"35"}
        cut[year] = {int(row["月"]): int(row["人数"]) for row in table if row["地域コード"] == "35213"}
        rows[year] = len(table)
        assert len(cut[year]) == 12 and sum(cut[year].values()) == total
    # As published, one town has no row in one month.
    hirao = {row["月"] for row in table if row["地域名称"] == "平生町"}
    assert rows == {"2021": 228, "2022": 228, "2023": 227} and len(hirao) == 11 and "8" not in hirao
    first = reading.municipal(folder / "digital-kanko-yamaguchi-2023-04-first-publication.csv", "utf-8-sig")
    rows["2023-04-first-publication"] = len(first)
    april = [int(row["人数"]) for row in first if row["地域コード"] == "35213"]
    assert april == [30_422] and cut["2023"][4] == 44_863

    table = reading.rows(folder / "digital-kanko-mine-2021-2026.csv", "utf-8-sig")
    assert all(len(row) == 1 and row[0].startswith("#") for row in table[:3])
    assert table[3] == ["年", "月", "版", "地域コード", "地域名称", "人数"]
    mine: dict = {}
    for year, month, edition, code, name, count in table[4:]:
        assert (code, name) == ("35213", "美祢市")
        mine.setdefault(year, {}).setdefault(edition, {})[month] = int(count)
    for year in ANNUAL_MINE:
        assert list(mine[year]["年次"].values()) == [cut[year][month] for month in range(1, 13)]
    assert mine["2023"]["試行版"]["4"] == april[0]
    sums = {year: {edition: sum(months.values()) for edition, months in editions.items()}
            for year, editions in mine.items()}
    assert sums == {
        "2021": {"試行版": 282_339, "年次": 431_381}, "2022": {"試行版": 354_874, "年次": 557_376},
        "2023": {"試行版": 344_586, "年次": 534_908}, "2024": {"月次": 523_874, "年次": 537_943},
        "2025": {"月次": 541_354, "年次": 546_640}, "2026": {"月次": 286_835}}
    headline = reading.rows(folder / "published-headline.csv", "utf-8-sig")
    assert len(headline) == 2 and headline[1][:4] == ["平成25年", "観光交流人口", "136", "万人"]
    return {"mine": sums, "mine2023-04": {"firstPublication": april[0], "annual": cut["2023"][4]},
            "yamaguchiRows": rows, "mineRows": len(table) - 4}


def _line_ends(out: Path) -> None:
    windows = {*out.glob("published/digital-kanko-yamaguchi-202?.csv"), *out.glob("illustrative/akiyoshi-do/*.csv"),
               out / "published/digital-kanko-mine-2021-2026.csv"}
    marked = {*out.glob("published/*first-publication.csv"), out / "published/digital-kanko-mine-2021-2026.csv",
              out / "published/published-headline.csv", *out.glob("illustrative/national/*.csv"), out / "with-faults/akiyoshidai-with-faults.csv"}
    data = [path for part in ("published", "illustrative", "with-faults") for path in (out / part).rglob("*.*")]
    assert len(data) == 34, len(data)
    for path in data:
        content = path.read_bytes()
        newlines, returns = content.count(b"\n"), content.count(b"\r")
        assert returns == content.count(b"\r\n") == (newlines if path in windows else 0), path
        assert content.startswith(b"\xef\xbb\xbf") == (path in marked), path
    for folder, first, second in (
        ("published", "digital-kanko-yamaguchi-2023-04-first-publication.csv", "digital-kanko-yamaguchi-2023.csv"),
        ("illustrative/akiyoshidai", "akiyoshidai-2013-2019.csv", "akiyoshidai-2017-08-correction.csv"),
    ):
        names = sorted(path.name.encode() for path in (out / folder).iterdir())
        assert names.index(first.encode()) < names.index(second.encode())


def _fault_list(folder: Path) -> None:
    """Each listed cell holds the listed text, and the truncated document really breaks where it is said to."""
    table = reading.rows(folder / "akiyoshidai-with-faults.csv", "utf-8-sig")
    lines = (folder / "inbound-with-faults.xml").read_text("utf-8").split("\n")
    with (folder / "expected-faults.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    for fault in expected:
        row = int(fault["row"])
        if fault["file"].endswith(".xml"):
            assert fault["cell"] == f"L{row}" and fault["value"] in lines[row - 1]
        else:
            assert fault["cell"][1:] == str(row)
            assert table[row - 1]["ABCDE".index(fault["cell"][0])] == fault["value"], fault
    assert len({(fault["file"], fault["cell"]) for fault in expected}) == len(expected) == 17
    listed = {int(fault["row"]) for fault in expected if fault["file"].endswith(".csv")}
    widths = {row: len(cells) for row, cells in enumerate(table, start=1)}
    assert {row for row, cells in widths.items() if cells not in (0, 1, 5)} == {14, 15} <= listed
    try:
        ElementTree.fromstring("\n".join(lines))
    except ElementTree.ParseError as error:
        assert error.position[0] == len(lines)
    else:
        raise AssertionError("the truncated document parses")
