"""illustrative/: the invented series in five office layouts, each with its own habits."""

from pathlib import Path

from . import series
from .draw import apportion, noise
from .files import csv_text, write_text

GATES = [("正面口", 0.71), ("黒谷口", 0.16), ("エレベーター口", 0.13)]
FISCAL_MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]
NOT_SURVEYED = "…"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
PLATEAU_PREAMBLE = "# 秋吉台 月別入込客数（説明用の架空データ）単位：人"
PLATEAU_HEADER = ["年月", "観光地点", "区分", "入込客数", "備考"]
CORRECTED = (2017, 8)


def write(out: Path) -> None:
    """Writes gates, plateau, spots and events."""
    counts = series.monthly()
    for fiscal_year in range(2012, 2019):
        _write_gates(counts, fiscal_year, out / "akiyoshi-do")
    _write_plateau(counts, out / "akiyoshidai")
    for year in series.YEARS:
        _write_spots(counts, year, out / "geopark")
    _write_events(counts, out / "geopark" / "events-2013-2019.xml")


def _write_gates(counts: dict, fiscal_year: int, out: Path) -> None:
    table = {gate: [] for gate, _ in GATES}
    for month in FISCAL_MONTHS:
        year = fiscal_year if month >= 4 else fiscal_year + 1
        total = counts.get(("akiyoshi-do", year, month))
        shares = [share * (1 + 0.06 * noise(gate, year, month)) for gate, share in GATES]
        parts = [None] * len(GATES) if total is None else apportion(total, shares)
        for (gate, _), part in zip(GATES, parts):
            table[gate].append(part)
    table["合計"] = [None if None in column else sum(column) for column in zip(*table.values())]

    era_year = str(fiscal_year - 1988)
    if fiscal_year == 2014:
        era_year = era_year.translate(FULL_WIDTH)
    written = (lambda n: str(n).translate(FULL_WIDTH)) if fiscal_year == 2015 else "{:,}".format
    width = 2 + len(FISCAL_MONTHS)
    rows = [[f"秋芳洞　洞口別入洞者数（平成{era_year}年度）　※説明用の架空データ"],
            [""] * (width - 1) + ["（単位：人）"],
            ["洞口", *(f"{month}月" for month in FISCAL_MONTHS), "合計"]]
    for name, values in table.items():
        total = sum(value for value in values if value is not None)
        rows.append([name, *(NOT_SURVEYED if v is None else written(v) for v in values), written(total)])
    rows.append(["※合計は３洞口の計。「…」は調査前で集計していません。"])
    rows = [row + [""] * (width - len(row)) for row in rows]
    path = out / f"akiyoshi-do-gates-fy{fiscal_year}.csv"
    write_text(path, csv_text(rows), "cp932", line_end="\r\n")


def _write_plateau(counts: dict, out: Path) -> None:
    rows = []
    for year in series.YEARS:
        for month in range(1, series.last_month(year) + 1):
            count, status = counts["akiyoshidai", year, month], "確報"
            if (year, month) == CORRECTED:
                count, status = count + (count * 9 + 50) // 100, "速報"
            rows.append([f"H{year - 1988}.{month}", "秋吉台", status, count, ""])
    _write_plateau_file(out / "akiyoshidai-2013-2019.csv", rows)
    right = counts["akiyoshidai", *CORRECTED]
    row = ["平成29年8月", "秋吉台", "確報", right, "車両数の二重計上を訂正"]
    _write_plateau_file(out / "akiyoshidai-2017-08-correction.csv", [row])


def _write_plateau_file(path: Path, rows: list) -> None:
    write_text(path, PLATEAU_PREAMBLE + "\n" + csv_text([PLATEAU_HEADER, *rows]), "utf-8")


def _write_spots(counts: dict, year: int, out: Path) -> None:
    spots = [p for p in series.PLACES if p.id not in ("akiyoshi-do", "akiyoshidai", *series.EVENTS)]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             "<!-- 説明用の架空データ: illustrative, not the city's record -->",
             f'<入込客報告 年="{year}" 自治体コード="35213" 単位="人">']
    for month in range(1, series.last_month(year) + 1):
        lines.append(f'  <月報 月="{month}">')
        for spot in spots:
            key = (spot.id, year, month)
            if key not in counts:
                continue
            note = "<備考>休館</備考>" if key == series.CLOSED else ""
            lines.append(f'    <地点 コード="{spot.id}" 区分="{spot.category}"><名称>{spot.name}</名称>'
                         f"<入込客数>{counts[key]:,}</入込客数>{note}</地点>")
        lines.append("  </月報>")
    lines += ["</入込客報告>", ""]
    write_text(out / f"geopark-spots-{year}.xml", "\n".join(lines), "utf-8")


def _write_events(counts: dict, path: Path) -> None:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<events source="illustrative 説明用の架空データ" city="35213">']
    for place in series.PLACES:
        if place.id not in series.EVENTS:
            continue
        lines.append(f'  <event id="{place.id}" name="{place.name}">')
        for year in series.YEARS:
            for month in range(1, series.last_month(year) + 1):
                count = counts[place.id, year, month]
                lines.append(f'    <count month="{year}-{month:02d}" visitors="{count}"/>')
        lines.append("  </event>")
    lines += ["</events>", ""]
    write_text(path, "\n".join(lines), "utf-8")
