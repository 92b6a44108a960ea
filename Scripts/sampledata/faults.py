"""with-faults/: each common fault once, and the list of what must be held."""

from pathlib import Path

from .files import csv_text, write_text
from .illustrative import PLATEAU_HEADER, PLATEAU_PREAMBLE

CSV_FILE = "akiyoshidai-with-faults.csv"
XML_FILE = "inbound-with-faults.xml"

# (line as written, column of the wrong cell, code of the fault); no code: the row is fine or ignored.
ROWS = [
    (PLATEAU_PREAMBLE, None, None),
    (",".join(PLATEAU_HEADER), None, None),
    ('平成31年4月,秋吉台,確報,"31,204","大型連休を\n一部含む"', None, None),
    ("平成31年5月,秋吉台,確報,38450,改元後も平成で記載", None, None),
    ("R1.6,秋吉台,確報,1O234,", "D", "number.unreadable"),
    ("R1.7,秋吉台,確報,-120,", "D", "number.negative"),
    ('R1.8,秋吉台,確報,"1,33",', "D", "number.damaged-separator"),
    ("2019年13月,秋吉台,確報,20418,", "A", "period.month-out-of-range"),
    ("令和元年の夏,秋吉台,確報,61007,", "A", "period.unreadable"),
    ("R1.9,秋吉大,確報,24631,", "B", "place.unknown"),
    ("R1.10,秋吉台,速法,30922,", "C", "label.unknown"),
    ("R1.11,秋吉台,確報,,集計中", "D", "value.missing"),
    ("R1.12,秋吉台,確報,1234.5,", "D", "number.not-whole"),
    ("R2.1,秋吉台,確報", "A", "row.too-few-cells"),
    ("R2.2,秋吉台,確報,12,345,団体あり", "A", "row.too-many-cells"),
    ("R2.3,秋吉台,確報,10120,", "D", "duplicate.conflict"),
    ("R2.3,秋吉台,確報,10210,", "D", "duplicate.conflict"),
    ("R2.4,秋吉台,確報,8004,", None, None),
    ("R2.4,秋吉台,確報,8004,", None, None),
    ('合計,,,"258,664",', None, None),
    ("", None, None),
    (",,,,", None, None),
    ('R2.5,秋吉台,確報,"12,345人",', None, None),
    ("R2.6,秋吉台,確報,12.3千人,", None, None),
    ("R2.7,秋吉台,確報,１８２０４,", None, None),
    ('R2.8,秋吉台,確報,25960,"=HYPERLINK(""http://x"")"', None, None),
    ("R2.9,秋吉台,確報,21377,<script>alert(1)</script>", None, None),
    ("R2.10,秋吉台,確報,29815," + "長い備考。" * 1000, None, None),
    ("R2.11,秋吉台,速報,27446,", None, None),
    ("R2.12,秋吉台,速報,13902,", None, None),
    ("※この表は説明用の架空データで、誤りをわざと入れています。", None, None),
]

# (line as written, wrong value, code of the fault)
XML_LINES = [
    ('<?xml version="1.0" encoding="UTF-8"?>', None, None),
    ('<外国人観光客 年="令和元年" 単位="人">', None, None),
    ("  <備考>①説明用の架空データ（㈱は使用例）　誤りをわざと入れています。</備考>", None, None),
    ('  <国籍 名="台湾">', None, None),
    ('    <人数 月="4">2104</人数>', None, None),
    ('    <人数 月="5">1388</人数>', None, None),
    ('    <人数 月="6">abc</人数>', "abc", "number.unreadable"),
    ('    <人数 月="7">1402</人数>', None, None),
    ('    <人数 月="13">1515</人数>', "13", "period.month-out-of-range"),
    ("  </国籍>", None, None),
    ('  <国籍 名="火星"><人数 月="4">12</人数></国籍>', "火星", "label.unknown"),
    ('  <国籍 名="韓国">', None, None),
    ('    <人数 月="4">655</人数>', None, None),
    ("  </国籍>", None, None),
    ('  <国籍 名="香港">', None, None),
    ('    <人数 月="4">412</人数>', None, None),
    ('    <人数 月="5">3', "", "xml.truncated"),
]


def write(out: Path) -> None:
    """Writes both faulty files and expected-faults.csv."""
    text = "".join(line + "\n" for line, _, _ in ROWS)
    write_text(out / CSV_FILE, text, "utf-8", bom=True)
    write_text(out / XML_FILE, "\n".join(line for line, _, _ in XML_LINES), "utf-8")

    expected = [["file", "row", "cell", "value", "what"]]
    wrong = {"A": 0, "B": 1, "C": 2, "D": 3}
    for row, (line, column, what) in enumerate(ROWS, start=1):
        if what is not None:
            value = "1,33" if '"' in line else line.split(",")[wrong[column]]
            expected.append([CSV_FILE, row, f"{column}{row}", value, what])
    for number, (_, value, what) in enumerate(XML_LINES, start=1):
        if what is not None:
            expected.append([XML_FILE, number, f"L{number}", value, what])
    write_text(out / "expected-faults.csv", csv_text(expected), "utf-8")
