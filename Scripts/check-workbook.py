#!/usr/bin/env python3
"""Reads a report's workbook back and holds every figure against the JSON of the same report.

Uses nothing but Python's standard library, so it shares no code with what wrote the workbook.

    Scripts/check-workbook.py report/kpi-report-2019-03.ja.xlsx report/kpi-report-2019-03.ja.json

Prints how many figures agree; ends with 1 and each difference where one does not.
"""
import json
import re
import sys
import zipfile
import xml.etree.ElementTree as ET
from decimal import Decimal

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_workbook(path):
    """The sheets in order: name, rows of {column: text or Decimal}, and how many formulas and charts there are."""
    book = zipfile.ZipFile(path)
    damaged = book.testzip()
    if damaged:
        raise SystemExit(f"{path}: {damaged} is damaged")
    strings = []
    if "xl/sharedStrings.xml" in book.namelist():
        for item in ET.fromstring(book.read("xl/sharedStrings.xml")):
            text = "".join(part.text or "" for part in item.iter(MAIN + "t"))
            strings.append(re.sub("_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), text))
    sheets, formulas = [], 0
    for number, entry in enumerate(ET.fromstring(book.read("xl/workbook.xml")).find(MAIN + "sheets"), 1):
        rows = {}
        for cell in ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(MAIN + "c"):
            formulas += cell.find(MAIN + "f") is not None
            value = cell.find(MAIN + "v")
            if value is None:
                continue
            letters, row = re.fullmatch("([A-Z]+)([0-9]+)", cell.get("r")).groups()
            column = 0
            for letter in letters:
                column = column * 26 + ord(letter) - 64
            content = strings[int(value.text)] if cell.get("t") == "s" else Decimal(value.text)
            rows.setdefault(int(row), {})[column] = content
        sheets.append((entry.get("name"), rows))
    charts = sum(name.startswith("xl/charts/chart") for name in book.namelist())
    return sheets, formulas, charts


def expected(cell, column_kind):
    """The number a cell must hold, or None for words and missing values."""
    value = cell["value"]
    if value is None or len(re.sub("[^0-9]", "", str(value)).lstrip("0")) > 15:
        return None
    number = Decimal(str(value))
    return number / 100 if column_kind == "percent" else number


def tables_of(section):
    """The tables of a section as they stand on its sheet, key figures among them."""
    for block in section["blocks"]:
        if block["type"] == "table":
            yield block["table"]["caption"], block["table"]
        elif block["type"] == "chart" and block["table"] is not None:
            # The finding stands above the values a chart is made of.
            yield block["title"], block["table"]


def check_table(sheet, rows, caption, table, found):
    # The caption with the heads of the columns under it: the title of the sheet may be worded alike.
    first = table["columns"][0]["title"]
    heads = [
        row for row, cells in rows.items()
        if caption and cells.get(1) == caption and str(rows.get(row + 1, {}).get(1, "")).split("\n")[0] == first]
    if not heads:
        return [f"{sheet}: no table “{caption}”"], 0
    problems, figures = [], 0
    row = found.get(caption, -1)
    row = next(head for head in sorted(heads) if head > row)
    found[caption] = row
    kinds = [column["kind"] for column in table["columns"]][1:]
    for offset, wanted in enumerate(table["rows"]):
        cells = rows.get(row + 2 + offset, {})
        numbers = [cells[column] for column in sorted(cells) if isinstance(cells[column], Decimal)]
        wishes = [expected(cell, kind) for cell, kind in zip(wanted["cells"], kinds)]
        wishes = [wish for wish in wishes if wish is not None]
        # A period at the head of a row is a number or a date of its own.
        if len(numbers) == len(wishes) + 1 and isinstance(cells.get(1), Decimal):
            numbers = numbers[1:]
        figures += len(wishes)
        # Spreadsheets hold binary fractions of some 15 digits.
        same = len(numbers) == len(wishes) and all(
            abs(number - wish) <= abs(wish) * Decimal("1e-13") for number, wish in zip(numbers, wishes))
        if not same:
            problems.append(f"{sheet}, {caption}, {wanted['header']}: {numbers} instead of {wishes}")
    return problems, figures


def main(workbook, report):
    with open(report, encoding="utf-8") as file:
        document = json.load(file)
    sheets, formulas, charts = read_workbook(workbook)
    problems, figures = [], 0
    if formulas:
        problems.append(f"{formulas} cells hold formulas")
    # The summary comes first; sections follow in their order.
    for (name, rows), section in zip(sheets[1:], document["sections"]):
        found = {}
        for caption, table in tables_of(section):
            new, count = check_table(name, rows, caption, table, found)
            problems += new
            figures += count
    wanted = sum(block["type"] == "chart" for section in document["sections"] for block in section["blocks"])
    if charts > wanted or (wanted and not charts):
        problems.append(f"{charts} charts instead of at most {wanted}")
    for problem in problems:
        print(problem)
    print(f"{workbook}: {len(sheets)} sheets, {figures} figures compared, {charts} charts, {len(problems)} problems")
    return 1 if problems or not figures else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    sys.exit(main(*sys.argv[1:]))
