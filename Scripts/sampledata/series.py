"""The invented monthly series of the twenty places, January 2013 to March 2019.

Real counts by place and month were never published for these years. Only two things are real:
the sum of 2013 is the city's headline of 1.36 million, and the shape of the year is the mean
of Mine's published phone-location shapes of 2022 to 2025.
"""

from dataclasses import dataclass, field

from .draw import apportion, noise
from .published import mine_months

YEARS = range(2013, 2020)


@dataclass(frozen=True)
class Place:
    id: str
    name: str
    category: str
    size: int                      # visitors of 2013, before the exact apportionment
    swing: float = 1.0             # 1 = the city's seasons, 0 = flat
    tilt: float = 0.0              # extra growth a year against the others
    months: dict = field(default_factory=dict)  # factors for single months


CAVE = {5: 1.18, 8: 1.14, 1: 0.92, 2: 0.9, 12: 0.9}
PLACES = [
    Place("akiyoshi-do", "秋芳洞", "自然", 521_384, 1.0, 0.002, CAVE),
    Place("akiyoshidai", "秋吉台", "自然", 328_917, 1.0, 0.0, {10: 1.12, 11: 1.1, 2: 1.05}),
    Place("taisho-do", "大正洞", "自然", 12_612, 1.05, -0.004, CAVE),
    Place("kagekiyo-do", "景清洞", "自然", 11_087, 1.05, 0.006, CAVE),
    Place("safari-land", "秋吉台自然動物公園サファリランド", "歴史・文化", 80_426, 0.95, 0.0, {3: 1.15, 5: 1.2}),
    Place("science-museum", "秋吉台科学博物館", "歴史・文化", 9_118, 0.45),
    Place("history-museum", "美祢市歴史民俗資料館", "歴史・文化", 4_963, 0.3, -0.006, {11: 1.2}),
    Place("fossil-museum", "美祢市化石館", "歴史・文化", 4_271, 0.4, 0.004, {7: 1.15, 8: 1.25}),
    Place("art-village", "秋吉台国際芸術村", "歴史・文化", 9_240, 0.25, 0.0, {9: 1.15, 11: 1.2}),
    Place("family-village", "秋吉台家族旅行村", "スポーツ・レクリエーション", 23_874, 1.15, 0.004, {1: 0.5, 2: 0.5, 7: 1.2, 12: 0.6}),
    Place("refresh-park", "秋吉台リフレッシュパーク", "スポーツ・レクリエーション", 19_745, 0.7),
    Place("beppu-benten", "別府弁天池", "自然", 41_862, 0.9, 0.018, {7: 1.2, 8: 1.1}),
    Place("naganobori", "長登銅山文化交流館", "歴史・文化", 4_406, 0.35, 0.002, {10: 1.2}),
    Place("ofuku-station", "道の駅おふく", "都市型観光", 109_318, 0.4, 0.004),
    Place("mito-station", "道の駅みとう", "都市型観光", 85_907, 0.4, 0.006, {4: 1.05}),
    Place("ofuku-onsen", "於福温泉", "温泉・健康", 35_631, 0.15, -0.002, {1: 1.15, 12: 1.1}),
    Place("exchange-centre", "秋吉台観光交流センター", "その他", 17_894, 0.85, 0.008),
    Place("sakura-park", "桜山公園", "自然", 8_153, 0.3, 0.0, {3: 2.2, 4: 3.4, 1: 0.5, 2: 0.6}),
    Place("yamayaki", "秋吉台山焼き", "行祭事・イベント", 8_046, 0),
    Place("fireworks", "秋吉台観光まつり花火大会", "行祭事・イベント", 22_310, 0),
]
EVENTS = ("yamayaki", "fireworks")
# The burning of the plateau waits for dry weather, so it falls in February or March.
EVENT_MONTH = {"yamayaki": {2014: 3, 2017: 3}, "fireworks": {}}
EVENT_USUAL_MONTH = {"yamayaki": 2, "fireworks": 7}

# Invented: gentle, bumpy, far below the target of 2.5 million. 2019 is drawn whole, written to March.
YEAR_TOTALS = {2013: 1_360_000, 2014: 1_374_212, 2015: 1_421_950, 2016: 1_409_338,
               2017: 1_478_106, 2018: 1_541_127, 2019: 1_556_300}
MONTH_BUMPS = {(2015, 9): 1.08, (2015, 10): 1.1, (2016, 4): 0.9, (2016, 5): 0.93, (2018, 7): 0.88, (2014, 8): 0.94}

MISSING = ("mito-station", 2018, 9)
CLOSED = ("fossil-museum", 2016, 1)


def last_month(year: int) -> int:
    """The last month written for a year."""
    return 3 if year == 2019 else 12


def city_shape() -> list[float]:
    """Mean share of each month in its year, published annual files 2022 to 2025."""
    years = [mine_months(year, "年次") for year in range(2022, 2026)]
    return [sum(months[m] / sum(months) for months in years) / len(years) for m in range(12)]


def monthly() -> dict[tuple[str, int, int], int]:
    """(place id, year, month) -> visitors. The missing place-month has no entry."""
    shape = city_shape()
    counts = {}
    for year in YEARS:
        for place, total in zip(PLACES, _yearly(year)):
            for month, count in enumerate(_months_of(place, year, total, shape), start=1):
                if month <= last_month(year):
                    counts[place.id, year, month] = count
    counts[CLOSED] = 0
    del counts[MISSING]
    return counts


def _yearly(year: int) -> list[int]:
    sizes = [place.size * (1 + place.tilt * (year - 2013)) for place in PLACES]
    if year > 2013:
        sizes = [size * (1 + 0.03 * noise(place.id, year)) for size, place in zip(sizes, PLACES)]
    return apportion(YEAR_TOTALS[year], sizes)


def _months_of(place: Place, year: int, total: int, shape: list[float]) -> list[int]:
    if place.id in EVENTS:
        held = EVENT_MONTH[place.id].get(year, EVENT_USUAL_MONTH[place.id])
        return [total if month == held else 0 for month in range(1, 13)]
    weights = []
    for month in range(1, 13):
        season = place.swing * shape[month - 1] + (1 - place.swing) / 12
        factor = place.months.get(month, 1) * MONTH_BUMPS.get((year, month), 1)
        weights.append(season * factor * (1 + 0.05 * noise(place.id, year, month)))
    return apportion(total, weights)
