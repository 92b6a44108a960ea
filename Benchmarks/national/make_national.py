"""Writes a nation of gate counts: a workspace, and one file a municipality, the same on every run.

    python3 make_national.py FOLDER [--municipalities N] [--rows N] [--faults]

Half the files are CP932 with CRLF, half UTF-8. With --faults a few rows in a hundred are what offices really send:
no number, a number with a comma, an unknown place, a day that does not exist, too few cells, quotes, blank rows.
"""

import argparse
import datetime
from pathlib import Path

MARKETS = [("JP", "日本", "Japan"), ("TW", "台湾", "Taiwan"), ("KR", "韓国", "Korea"), ("US", "アメリカ", "United States")]
# 髙 is one of the characters CP932 has and Shift_JIS has not.
QUOTED_GATE = '"髙い ""門"""'
GATES = ["正面口", "北口", "駐車場"]
FAULTS = [
    lambda cells: [cells[0], cells[1], cells[2], cells[3], ""],
    lambda cells: [cells[0], cells[1], cells[2], cells[3], '"1,234"'],
    lambda cells: [cells[0], cells[1], cells[2], cells[3], "-5"],
    lambda cells: [cells[0], cells[1], cells[2], cells[3], "１２"],
    lambda cells: [cells[0], cells[1], cells[2], cells[3], "12人"],
    lambda cells: [cells[0], "存在しない市", cells[2], cells[3], cells[4]],
    lambda cells: [cells[0], cells[1], cells[2], "火星", cells[4]],
    lambda cells: ["2019-02-30 10:00", *cells[1:]],
    lambda cells: ["平成31年4月3日", *cells[1:]],
    lambda cells: cells[:3],
    lambda cells: [*cells, "余り"],
    lambda cells: [cells[0], f'"{cells[1]}"', QUOTED_GATE, cells[3], cells[4]],
    lambda cells: [""],
    lambda cells: [cells[0], cells[1], cells[2], "対象外", cells[4]],
]


class Dice:
    """Knuth's multiplier for 64 bits; the upper bits are the good ones."""

    def __init__(self, seed: int) -> None:
        self.state = seed * 2862933555777941757 + 3037000493 & 0xFFFF_FFFF_FFFF_FFFF

    def below(self, bound: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFF_FFFF_FFFF_FFFF
        return (self.state >> 33) % bound


def name(number: int) -> str:
    return f"第{number}市"


def workspace(folder: Path, municipalities: int) -> None:
    pipelines = folder / "Pipelines"
    (pipelines / "profiles").mkdir(parents=True, exist_ok=True)
    places = "".join(
        f"      - {{ id: m{n:04}, names: {{ ja: {name(n)}, en: City {n} }}, kind: spot }}\n"
        for n in range(1, municipalities + 1))
    markets = "".join(f"  - {{ id: {code}, names: {{ ja: {ja}, en: {en} }} }}\n" for code, ja, en in MARKETS)
    listed = ", ".join(f"m{n:04}" for n in range(1, municipalities + 1))
    (pipelines / "destination.yaml").write_text(
        "destination: nation\ntitle: { ja: 全国, en: Nation }\nplaces:\n  - id: nation\n"
        "    names: { ja: 全国, en: Nation }\n    kind: destination\n    places:\n" + places + "markets:\n" + markets
        + "measures:\n  - { id: visitors, names: { ja: 入込客数, en: Visitors }, unit: person-spots }\n",
        encoding="utf-8")
    (pipelines / "definitions.yaml").write_text(
        "definitions:\n  - name: visitors\n    version: 1\n    title: { ja: 入込客数, en: Visitors }\n"
        "    formula: { ja: 合計, en: sum }\n    measure: visitors\n    unit: person-spots\n    whole: nation\n"
        f"    places: [{listed}]\n    basis: calendar-year\n    source: {{ ja: 説明用, en: illustrative }}\n",
        encoding="utf-8")
    (pipelines / "profiles" / "gate-hours.yaml").write_text(
        "profile: gate-hours\ntitle: { ja: 入口・時間別, en: Gates by hour }\ndata: illustrative\n"
        "notice: { ja: 説明用の架空データです。, en: Illustrative data; not a record of real visits. }\n"
        "read: { format: csv }\ncolumns:\n  datetime: { type: day, from: 日時 }\n"
        "  place: { type: place, from: 市区町村 }\n"
        "  market: { type: market, from: 国・地域, ignore: [対象外] }\n"
        "  visitors: { type: count, from: 人数, unit: person-spots }\n", encoding="utf-8")
    (pipelines / "national-gates.yaml").write_text(
        "# Every gate of the nation, by hour, to months by municipality and market.\n"
        "pipeline: national-gates\ntitle: { ja: 全国の入口, en: Gates of the nation }\n"
        'source: { profile: gate-hours, files: "inbox/*.csv" }\nstages:\n'
        '  - derive: { month: "year-month(datetime)" }\n'
        "  - aggregate: { by: [place, month, market], visitors: sum(visitors), rows: count() }\noutput:\n"
        "  ledger: { measure: visitors, unit: person-spots, place: place, period: month, market: market, value: visitors }\n",
        encoding="utf-8")


def write_file(path: Path, number: int, rows: int, faults: bool, cp932: bool) -> None:
    dice = Dice(number)
    start = datetime.datetime(2013, 1, 1)
    end = "\r\n" if cp932 else "\n"
    encoding = "cp932" if cp932 else "utf-8"
    with open(path, "w", encoding=encoding, newline="") as file:
        lines = ["日時,市区町村,入口,国・地域,人数"]
        for row in range(rows):
            time = start + datetime.timedelta(hours=row * 87_600 // rows)
            cells = [
                f"{time:%Y-%m-%d %H:00}", name(number), GATES[dice.below(3)],
                (MARKETS[0] if dice.below(8) < 5 else MARKETS[1 + dice.below(3)])[1], str(dice.below(60))]
            if faults and dice.below(100) < 3:
                cells = FAULTS[dice.below(len(FAULTS))](cells)
            lines.append(",".join(cells))
            if len(lines) >= 50_000:
                file.write(end.join(lines) + end)
                lines = []
        file.write(end.join(lines) + (end if lines and not faults else ""))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--municipalities", type=int, default=47)
    parser.add_argument("--rows", type=int, default=2_000, help="rows a file")
    parser.add_argument("--faults", action="store_true")
    arguments = parser.parse_args()
    workspace(arguments.folder, arguments.municipalities)
    inbox = arguments.folder / "inbox"
    inbox.mkdir(exist_ok=True)
    for number in range(1, arguments.municipalities + 1):
        write_file(
            inbox / f"gates {number:04}.csv", number, arguments.rows, arguments.faults, cp932=number % 2 == 1)


if __name__ == "__main__":
    main()
