"""illustrative/national/: arrivals in the whole country by market, in a layout like a national tourism office's table.

The months are invented. Only the yearly sums of PUBLISHED follow something real: what Japan's national tourism
organisation (JNTO) made known, as the press reported it; most of them are its first estimates (推計値), since revised.
"""

from pathlib import Path

from .draw import apportion, noise
from .files import csv_text, write_text
from .series import YEARS, last_month

# Taiwan 2013 to 2016 final; the rest first estimates.
PUBLISHED = {
    ("台湾", 2013): 2_210_821, ("台湾", 2014): 2_829_821, ("台湾", 2015): 3_677_075, ("台湾", 2016): 4_167_512,
    ("台湾", 2017): 4_564_100, ("韓国", 2017): 7_140_200, ("中国", 2017): 7_355_800,
    ("台湾", 2018): 4_757_300, ("韓国", 2018): 7_539_000, ("中国", 2018): 8_380_100, ("香港", 2018): 2_207_900,
}
# In thousands, in the order of YEARS; only of a likely size.
INVENTED = {
    "韓国": [2460, 2760, 4010, 5080, 7140, 7540, 5600], "台湾": [2210, 2830, 3680, 4170, 4560, 4760, 4880],
    "香港": [740, 920, 1530, 1850, 2230, 2210, 2290], "中国": [1320, 2400, 5000, 6380, 7360, 8380, 9580],
    "タイ": [460, 650, 790, 910, 980, 1130, 1310], "シンガポール": [190, 230, 310, 360, 400, 440, 490],
    "米国": [800, 890, 1040, 1240, 1380, 1520, 1730], "オーストラリア": [240, 300, 380, 440, 500, 550, 620],
    "その他": [1930, 2420, 3010, 3610, 4130, 4660, 5380],
}
SEASON = [0.95, 0.95, 1.05, 1.15, 0.98, 1.0, 1.12, 1.02, 0.9, 1.05, 0.93, 0.95]
NEW_YEAR = {2013: 2, 2014: 1, 2015: 2, 2016: 2, 2017: 1, 2018: 2, 2019: 2}  # the month of the lunar new year


def write(out: Path) -> None:
    """One long table of all years; quoted separators, a total row a month, and the stage of each number."""
    lines = ["# 国籍・地域別 訪日外客数（説明用の架空データ）単位：人 様式は例示",
             "年,月,国・地域,訪日外客数,区分"]
    body = []
    for index, year in enumerate(YEARS):
        months = {name: _months_of(name, year, PUBLISHED.get((name, year), sizes[index] * 1000))
                  for name, sizes in INVENTED.items()}
        for month in range(1, last_month(year) + 1):
            stage = "確定値" if year < 2018 else "暫定値" if (year, month) < (2019, 2) else "推計値"
            counts = {name: values[month - 1] for name, values in months.items()}
            for name, count in [("総数", sum(counts.values())), *counts.items()]:
                body.append([year, month, name, f"{count:,}", stage])
    write_text(out / "national-arrivals-2013-2019.csv", "\n".join(lines) + "\n" + csv_text(body), "utf-8", bom=True)


def _months_of(name: str, year: int, total: int) -> list[int]:
    lunar = {"台湾", "香港", "中国", "シンガポール"}
    weights = [SEASON[month - 1] * (1.22 if name in lunar and NEW_YEAR[year] == month else 1)
               * (1 + 0.05 * noise("national", name, year, month)) for month in range(1, 13)]
    return apportion(total, weights)
