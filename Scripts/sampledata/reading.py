"""A small reader of the written files. It shares nothing with the code that writes them."""

import csv
import io
import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from pathlib import Path

MARKET_CODES = {"台湾": "TW", "韓国": "KR", "香港": "HK", "中国": "CN", "タイ": "TH",
                "アメリカ": "US", "その他": "other", "不明": "unknown"}


def rows(path: Path, encoding: str) -> list[list[str]]:
    """Every record of a CSV file."""
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.reader(file))


def number(text: str) -> int:
    """A count with separators or full-width digits."""
    return int(unicodedata.normalize("NFKC", text).replace(",", ""))


def month_key(text: str) -> str:
    """H25.1 or 平成29年8月 as 2013-01."""
    year, month = re.fullmatch(r"(?:H|平成)(\d+)[.年](\d+)月?", text).groups()
    return f"{int(year) + 1988}-{int(month):02d}"


def municipal(path: Path, encoding: str) -> list[dict]:
    """A file of the open data as dictionaries."""
    header, *body = rows(path, encoding)
    return [dict(zip(header, row, strict=True)) for row in body]


def gates(folder: Path) -> tuple[dict[str, int], dict[int, dict[str, int]]]:
    """Months of the cave, and the sums of each gate by fiscal year; rows and columns are checked."""
    months, by_gate = {}, {}
    for path in sorted(folder.glob("*.csv")):
        table = rows(path, "cp932")
        assert all(len(row) == 14 for row in table), path
        title = unicodedata.normalize("NFKC", table[0][0])
        fiscal_year = int(re.search(r"平成(\d+)年度", title).group(1)) + 1988
        assert "説明用の架空データ" in title and table[1][13] == "（単位：人）" and table[-1][0].startswith("※")
        header, body = table[2], table[3:-1]
        assert [row[0] for row in body] == ["正面口", "黒谷口", "エレベーター口", "合計"]
        for row in body:
            assert number(row[13]) == sum(number(cell) for cell in row[1:13] if cell != "…"), (path, row)
        for column in range(1, 13):
            cells = [row[column] for row in body]
            if "…" in cells:
                assert set(cells) == {"…"}
                continue
            values = [number(cell) for cell in cells]
            assert sum(values[:3]) == values[3], (path, column)
            month = int(header[column].rstrip("月"))
            months[f"{fiscal_year + (month < 4)}-{month:02d}"] = values[3]
        by_gate[fiscal_year] = {row[0]: number(row[13]) for row in body}
    return months, by_gate


def plateau(folder: Path) -> tuple[dict[str, int], dict[str, int]]:
    """Months of the plateau as corrected, and the values that were corrected."""
    original, correction = [], []
    for name, target in (("akiyoshidai-2013-2019.csv", original), ("akiyoshidai-2017-08-correction.csv", correction)):
        note, header, *body = rows(folder / name, "utf-8")
        assert "説明用の架空データ" in note[0] and header == ["年月", "観光地点", "区分", "入込客数", "備考"]
        target += [(month_key(row[0]), row[2], int(row[3])) for row in body]
    months = {key: value for key, _, value in original}
    assert len(months) == len(original)
    assert [key for key, status, _ in original if status == "速報"] == [key for key, _, _ in correction]
    before = {key: months[key] for key, _, _ in correction}
    months.update((key, value) for key, _, value in correction)
    return months, before


def spots(folder: Path) -> dict[str, dict[str, int]]:
    """Months of the sixteen other spots."""
    found: dict[str, dict[str, int]] = {}
    for path in sorted(folder.glob("geopark-spots-*.xml")):
        assert "説明用の架空データ" in path.read_text("utf-8")
        root = ElementTree.parse(path).getroot()
        for report in root:
            key = f"{root.get('年')}-{int(report.get('月')):02d}"
            for spot in report:
                months = found.setdefault(spot.get("コード"), {})
                assert key not in months
                months[key] = number(spot.findtext("入込客数"))
                assert months[key] > 0 or spot.findtext("備考") == "休館"
    return found


def events(path: Path) -> dict[str, dict[str, int]]:
    """Months of the two events."""
    root = ElementTree.parse(path).getroot()
    assert "説明用の架空データ" in root.get("source")
    return {event.get("id"): {c.get("month"): int(c.get("visitors")) for c in event} for event in root}


def inbound(folder: Path) -> dict[int, dict[str, list[int]]]:
    """Months by market code and year."""
    found = {}
    for path in sorted(folder.glob("*.xml")):
        content = path.read_bytes()
        try:
            content.decode("shift_jis")
        except UnicodeDecodeError:
            pass
        else:
            raise AssertionError(f"{path} holds nothing that needs CP932")
        text = content.decode("cp932")
        assert text.startswith('<?xml version="1.0" encoding="Shift_JIS"?>') and "説明用の架空データ" in text
        root = ElementTree.fromstring(text.split("?>", 1)[1])
        year = int(re.fullmatch(r"平成(\d+)年", root.get("年")).group(1)) + 1988
        found[year] = {}
        for market in root.findall("国籍"):
            assert [int(n.get("月")) for n in market] == list(range(1, len(market) + 1))
            found[year][MARKET_CODES[market.get("名")]] = [int(n.text) for n in market]
    return found


def national(path: Path) -> dict[str, dict[str, int]]:
    """Yearly sums by name as printed; every month's printed total must be the sum of its rows."""
    note, header, *body = rows(path, "utf-8-sig")
    assert "説明用の架空データ" in note[0] and header == ["年", "月", "国・地域", "訪日外客数", "区分"]
    found: dict[str, dict[str, int]] = {}
    months: dict[tuple, dict[str, int]] = {}
    for year, month, name, count, stage in body:
        assert stage in ("確定値", "暫定値", "推計値")
        months.setdefault((year, month), {})[name] = number(count)
    for (year, _), counts in months.items():
        assert counts["総数"] == sum(counts.values()) - counts["総数"]
        for name, count in counts.items():
            sums = found.setdefault(year, {})
            sums[name] = sums.get(name, 0) + count
    return found


def answers(folder: Path) -> dict[str, int]:
    """How many answers the questionnaire file has, and how many name quarter, home and stay."""
    note, header, *body = rows(folder / "visitor-answers-2018.csv", "utf-8-sig")
    assert "説明用の架空データ" in note[0] and header[:4] == ["回答番号", "回答日", "居住地", "宿泊"]
    assert len({row[0] for row in body}) == len(body) and all(len(row) == len(header) for row in body)
    return {"rows": len(body), "usable": sum(row[2] != "無回答" and row[3] != "無回答" for row in body)}
