"""survey/: invented questionnaires of a visitor survey, one answer a row. They are nobody's answers."""

from pathlib import Path

from .draw import noise
from .files import csv_text, write_text

HEADER = ["回答番号", "回答日", "居住地", "宿泊", "目的", "訪問地点数", "消費額", "満足度", "来訪回数", "推奨度"]
# home, stay, purpose, how many in a quarter, mean number of places, index of the usual spend
GROUPS = [
    ("市内", "日帰り", "観光", 14, 1.2, 0), ("県内", "日帰り", "観光", 38, 1.6, 1), ("県内", "1泊", "観光", 8, 2.2, 4),
    ("県外", "日帰り", "観光", 34, 1.8, 2), ("県外", "1泊", "観光", 16, 2.8, 5), ("県外", "2泊以上", "観光", 7, 3.4, 6),
    ("県外", "1泊", "仕事", 5, 1.4, 4), ("海外", "日帰り", "観光", 5, 2.0, 3), ("海外", "2泊以上", "観光", 4, 3.8, 6),
]
SPENDS = ["1,000円未満", "1,000円以上3,000円未満", "3,000円以上5,000円未満", "5,000円以上1万円未満", "1万円以上2万円未満",
          "2万円以上3万円未満", "3万円以上5万円未満"]
SATISFACTION = ["とても不満", "不満", "どちらでもない", "満足", "とても満足"]


def write(out: Path) -> None:
    """Four quarters of 2018."""
    body = []
    for quarter in range(1, 5):
        for home, stay, purpose, size, places, spend in GROUPS:
            for person in range(size):
                body.append(_answer(quarter, home, stay, purpose, places, spend, person))
    body.sort(key=lambda row: (row[0], row[1:]))
    rows = [[f"{number:04d}", *row] for number, row in enumerate(body, start=1)]
    text = "# 観光客アンケート 個票（説明用の架空データ。実在の人の回答ではありません）\n" + csv_text([HEADER, *rows])
    write_text(out / "visitor-answers-2018.csv", text, "utf-8", bom=True)


def _answer(quarter: int, home: str, stay: str, purpose: str, places: float, spend: int, person: int) -> list[str]:
    def draw(what: str) -> float: return (noise("survey", quarter, home, stay, purpose, person, what) + 1) / 2
    month, day = quarter * 3 - 2 + int(draw("month") * 3), 1 + int(draw("day") * 28)
    count = max(1, round(places + 1.6 * (draw("places") - 0.5) + 1.2 * (draw("more") - 0.5)))
    band = min(max(spend + int(draw("spend") * 3) - 1, 0), len(SPENDS) - 1)
    mood = draw("mood")
    liking = 4 if mood > 0.62 else 3 if mood > 0.18 else 2 if mood > 0.06 else 1 if mood > 0.02 else 0
    visits = "初めて" if draw("visits") > (0.75 if home != "海外" else 0.1) else "2～5回目" if draw("often") > 0.3 else "6回目以上"
    advice = min(10, max(0, liking * 2 + 1 + int(draw("advice") * 3)))
    cells = [f"2018-{month:02d}-{day:02d}", home, stay, purpose, str(count), SPENDS[band], SATISFACTION[liking], visits, str(advice)]
    for index, chance in ((1, 0.01), (4, 0.08), (5, 0.12), (6, 0.03), (8, 0.05)):
        if draw(f"silent {index}") < chance:
            cells[index] = "無回答"
    return cells
