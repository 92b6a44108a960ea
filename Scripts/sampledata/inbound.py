"""illustrative/inbound/: invented foreign visitors by market. They are part of the visitors, never added to them."""

from pathlib import Path

from .draw import apportion, noise
from .files import write_text
from .series import YEARS, last_month

MARKETS = ["台湾", "韓国", "香港", "中国", "タイ", "アメリカ", "その他", "不明"]
# The scale starts from the published 24,988 foreign visitors of 2012; the rest is invented.
YEARLY = {
    2013: [12400, 5200, 1900, 2300, 640, 910, 2310, 1340],
    2014: [13900, 5000, 2300, 2900, 880, 930, 2400, 1260],
    2015: [15800, 6300, 3300, 4100, 1150, 1010, 2560, 1380],
    2016: [15100, 6600, 3900, 3900, 1240, 1060, 2690, 1210],
    2017: [16900, 8300, 4500, 3900, 1320, 1130, 2830, 1160],
    2018: [18200, 7900, 4700, 4300, 1450, 1240, 3020, 1190],
    2019: [18600, 7200, 4800, 4500, 1500, 1300, 3100, 1200],
}
SEASON = [0.95, 1.0, 1.1, 1.3, 0.95, 0.8, 0.95, 0.85, 0.8, 1.2, 1.25, 0.85]
# Months drawn with charter flights from Taiwan to Yamaguchi Ube.
CHARTERS = {(2013, 10), (2014, 2), (2014, 10), (2015, 4), (2015, 10), (2015, 11), (2016, 1), (2016, 2),
            (2017, 2), (2017, 3), (2018, 1), (2018, 2), (2018, 3), (2019, 1), (2019, 2)}


def write(out: Path) -> None:
    """One file a year, declared Shift_JIS and written in CP932 with characters only CP932 has."""
    for year in YEARS:
        lines = ['<?xml version="1.0" encoding="Shift_JIS"?>',
                 f'<外国人観光客 年="平成{year - 1988}年" 単位="人">',
                 "  <備考>①説明用の架空データ（㈱は使用例）</備考>"]
        for market, total in zip(MARKETS, YEARLY[year]):
            lines.append(f'  <国籍 名="{market}">')
            for month, count in enumerate(_months_of(market, year, total), start=1):
                if month <= last_month(year):
                    lines.append(f'    <人数 月="{month}">{count}</人数>')
            lines.append("  </国籍>")
        lines += ["</外国人観光客>", ""]
        write_text(out / f"inbound-{year}.xml", "\n".join(lines), "cp932")


def _months_of(market: str, year: int, total: int) -> list[int]:
    drawn = total + int(total * 0.012 * noise(market, year))
    weights = []
    for month in range(1, 13):
        charter = 1.6 if market == "台湾" and (year, month) in CHARTERS else 1
        weights.append(SEASON[month - 1] * charter * (1 + 0.09 * noise(market, year, month)))
    return apportion(drawn, weights)
