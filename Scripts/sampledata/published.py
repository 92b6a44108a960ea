"""published/: rows cut from the open data, the long table of Mine, and the headline figure."""

from pathlib import Path

from .files import csv_text, write_text

PREFECTURE = "35"
ANNUAL = {2021: "city2021_cp932.csv", 2022: "city2022_cp932.csv", 2023: "city2023_cp932.csv"}
FIRST_PUBLICATION = "city202304_utf8bom.csv"

# 観光来訪者数 of 美祢市 (35213), January to December, by year and edition. The trial edition is the
# annual file before the launch of October 2024, when the set of observed points was changed.
MINE = {
    (2021, "試行版"): "11239 18913 22703 23169 29038 15593 26373 26252 24983 29620 32551 21905",
    (2021, "年次"): "14871 25823 32122 33295 43167 22065 44656 43573 39764 46837 52177 33031",
    (2022, "試行版"): "18231 13558 27156 31666 48796 21090 27492 51150 26496 36018 33543 19678",
    (2022, "年次"): "22429 18416 38820 48363 79229 34721 45650 90319 42150 54569 53584 29126",
    (2023, "試行版"): "21329 17301 30048 30422 44857 18214 27120 46764 29331 32642 31037 15521",
    (2023, "年次"): "29566 28277 45117 44863 68889 29817 43331 78607 47198 48931 47621 22691",
    (2024, "月次"): "19326 20341 35413 46342 64796 29575 41291 87164 57371 44290 48696 29269",
    (2024, "年次"): "23579 30157 35413 46342 64796 29575 41291 87164 57371 44290 48696 29269",
    (2025, "月次"): "28825 21358 43065 49319 63007 31909 46150 78051 43867 44840 56413 34550",
    (2025, "年次"): "31716 23753 43065 49319 63007 31909 46150 78051 43867 44840 56413 34550",
    (2026, "月次"): "27653 34065 56493 45651 87847 35126",
}
# Sums copied from a separate reading of the same files.
MINE_SUMS = {
    (2021, "試行版"): 282_339, (2021, "年次"): 431_381, (2022, "試行版"): 354_874, (2022, "年次"): 557_376,
    (2023, "試行版"): 344_586, (2023, "年次"): 534_908, (2024, "月次"): 523_874, (2024, "年次"): 537_943,
    (2025, "月次"): 541_354, (2025, "年次"): 546_640, (2026, "月次"): 286_835,
}

PREAMBLE = [
    "# 美祢市の観光来訪者数（デジタル観光統計）2021年1月～2026年6月　Visitors to Mine City (Digital Tourism Statistics)",
    "# 出典：公益社団法人日本観光振興協会「デジタル観光統計オープンデータ」（データ提供：ブログウォッチャー）"
    "　ライセンス：CC BY 4.0（https://creativecommons.org/licenses/by/4.0/deed.ja）　美祢市分を抜き出し、縦長の表に加工しました（changed by us）。",
    "# 単位：人日（person-days）。国内居住者のみ。スマートフォンの位置情報による推計です。"
    "傾向の照合にだけ使い、観光交流人口（KPI）には加えません（domestic residents only; phone location; cross-check only; never part of the KPI）。",
]


def mine_months(year: int, edition: str) -> list[int]:
    """The published months of one column, from January on."""
    return [int(text) for text in MINE[year, edition].split()]


def write(source: Path, out: Path) -> None:
    """Writes the folder; `source` holds the files as published."""
    for key, total in MINE_SUMS.items():
        assert sum(mine_months(*key)) == total, key
    out.mkdir(parents=True, exist_ok=True)
    for year, name in ANNUAL.items():
        kept = _cut((source / name).read_bytes(), b"\r\n", "cp932")
        (out / f"digital-kanko-yamaguchi-{year}.csv").write_bytes(kept)
    kept = _cut((source / FIRST_PUBLICATION).read_bytes(), b"\n", "utf-8-sig")
    (out / "digital-kanko-yamaguchi-2023-04-first-publication.csv").write_bytes(kept)
    _write_mine(out / "digital-kanko-mine-2021-2026.csv")
    rows = [["年", "指標", "値", "単位", "出典"],
            ["平成25年", "観光交流人口", "136", "万人", "美祢市の総合戦略（平成27年度～31年度）の基準値"]]
    write_text(out / "published-headline.csv", csv_text(rows), "utf-8", bom=True)


def _cut(content: bytes, line_end: bytes, encoding: str) -> bytes:
    """The header and the rows of Yamaguchi, byte for byte."""
    header, *lines = content.split(line_end)
    assert lines.pop() == b"", "the file ends with a line end"
    column = header.decode(encoding).split(",").index("都道府県コード")
    kept = [line for line in lines if line.decode(encoding).split(",")[column] == PREFECTURE]
    return line_end.join([header, *kept, b""])


def _write_mine(path: Path) -> None:
    rows = [["年", "月", "版", "地域コード", "地域名称", "人数"]]
    for year, edition in MINE:
        for month, count in enumerate(mine_months(year, edition), start=1):
            rows.append([year, month, edition, 35213, "美祢市", count])
    text = "\n".join(PREAMBLE) + "\n" + csv_text(rows)
    write_text(path, text, "utf-8", line_end="\r\n", bom=True)
