"""Writes a nation of gate counts: a workspace, and one file a municipality, the same on every run.

    python3 make_national.py FOLDER [--municipalities N] [--rows N] [--faults] [--xml]

Half the files are CP932 with CRLF, half UTF-8. With --faults a few rows in a hundred are what offices really send:
no number, a number with a comma, an unknown place, a day that does not exist, too few cells, quotes, blank rows.
With --xml the same rows are written as XML besides, for the pipeline national-visits; with faults one document breaks off.
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


def write_pipeline_for_xml(folder: Path) -> None:
    pipelines = folder / "Pipelines"
    (pipelines / "profiles" / "visit-records.yaml").write_text(
        "profile: visit-records\ntitle: { ja: 来訪の記録, en: Records of visits }\ndata: illustrative\n"
        "notice: { ja: 説明用の架空データです。, en: Illustrative data; not a record of real visits. }\n"
        "read: { format: xml, record: 報告/記録 }\ncolumns:\n  day: { type: day, from: \"@日\" }\n"
        "  place: { type: place, from: \"@市区町村\" }\n"
        "  market: { type: market, from: \"@国・地域\", ignore: [対象外] }\n"
        "  visitors: { type: count, from: ., unit: person-spots }\n", encoding="utf-8")
    text = (pipelines / "national-gates.yaml").read_text(encoding="utf-8")
    (pipelines / "national-visits.yaml").write_text(
        text.replace("Every gate of the nation, by hour,", "Every record of the nation").replace(
            "pipeline: national-gates", "pipeline: national-visits").replace("gate-hours", "visit-records").replace(
            "inbox/*.csv", "inbox/*.xml").replace("datetime", "day"), encoding="utf-8")


def write_xml(path: Path, number: int, rows: int, faults: bool, cp932: bool) -> None:
    dice = Dice(number)
    start = datetime.date(2013, 1, 1)
    encoding = "Windows-31J" if cp932 else "UTF-8"
    lines = [f'<?xml version="1.0" encoding="{encoding}"?>', "<報告>"]
    for row in range(rows):
        cells = [
            f"{start + datetime.timedelta(days=row * 3_652 // rows)}", name(number), "",
            (MARKETS[0] if dice.below(8) < 5 else MARKETS[1 + dice.below(3)])[1], str(dice.below(60))]
        if faults and dice.below(100) < 3:
            cells = (FAULTS[dice.below(9)](cells) + [""] * 5)[:5]
        day, place, _, market, count = (cell.replace('"', "&quot;") for cell in cells)
        lines.append(f'  <記録 日="{day[:10]}" 市区町村="{place}" 国・地域="{market}">{count}</記録>')
    if not (faults and number == 2):
        lines.append("</報告>")
    path.write_bytes(("\n".join(lines) + "\n").encode("cp932" if cp932 else "utf-8"))


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
    parser.add_argument("--xml", action="store_true")
    arguments = parser.parse_args()
    workspace(arguments.folder, arguments.municipalities)
    if arguments.xml:
        write_pipeline_for_xml(arguments.folder)
    inbox = arguments.folder / "inbox"
    inbox.mkdir(exist_ok=True)
    for number in range(1, arguments.municipalities + 1):
        write_file(
            inbox / f"gates {number:04}.csv", number, arguments.rows, arguments.faults, cp932=number % 2 == 1)
        if arguments.xml:
            write_xml(
                inbox / f"visits {number:04}.xml", number, arguments.rows, arguments.faults, cp932=number % 2 == 1)


if __name__ == "__main__":
    main()
