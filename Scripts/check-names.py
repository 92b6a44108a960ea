#!/usr/bin/env python3
"""Plants hostile names in a workspace and looks for harm in every form the command writes.

    Scripts/check-names.py DMO WORKSPACE FOLDER     WORKSPACE is that of `dmo demo`; a copy in FOLDER is spoiled

Places, markets, files and cells are named like a script, a formula, a path, a text that runs backwards, ten thousand
letters, and what else spreadsheets, pages and terminals take for something to do. Then: pages in a browser, where
nothing may run and nothing may be wider than a phone or a sheet of A4; the workbook read by openpyxl, the paper by
pdftotext, CSV, JSON and Markdown by their own rules, the exports as XML and JSON, the terminal byte by byte.
A format whose reader is missing (browser, openpyxl, pdftotext) is named as not checked.
"""
import collections
import csv
import importlib.util
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

LONG = "長" * 10_000
NAMES = [
    "<script>console.error('ran')</script><img src=x onerror=\"console.error('ran')\">",
    "=HYPERLINK(\"http://evil.invalid\",\"x\")", "../../x", "\u202Egnp.exe\u200F\u2066", LONG,
    "+cmd|' /C calc'!A0", "@SUM(1+1)*cmd", "]]>&lt;b>\"'`--", "| a | b |\r\n# [x](javascript:alert(1))",
    "Z\u0335\u0336" + "\u0301" * 500 + "algo", "\u001b[31mred\u0007",
]
# No slash, no longer than a file system allows.
FILES = [
    "<img src=x onerror=console.error('ran')>", "=HYPERLINK(\"http:evil.invalid\",\"x\")", "..\\..\\x", "\u202Elmx.exe\u200F",
    "長" * 70, "\u001b[31mred", "' onclick='x", "a,b;c|d`e",
]
# What changes how the text around it is shown or read; U+FEFF begins a CSV file rightly.
HIDDEN = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f]")

problems, checked, skipped = [], collections.Counter(), []


def expect(truth, problem):
    checked["statements"] += 1
    if not truth:
        problems.append(problem)


def quoted(text):
    """A name as YAML reads it; JSON's strings are YAML's."""
    return json.dumps(text)


def spoil(workspace):
    """Gives places and markets of the workspace hostile names; their old ones stay as aliases, so that files match."""
    path = workspace / "Pipelines/destination.yaml"
    lines, left = [], {"kind: spot": list(NAMES), "markets": list(NAMES)}
    in_markets = False
    for line in path.read_text(encoding="utf-8").splitlines():
        in_markets = line.startswith("markets:") or (in_markets and line.startswith("  "))
        kind = "markets" if in_markets else "kind: spot"
        found = re.match(r"( +- \{ id: [\w-]+, names: )\{ ja: ([^,]+), en: ([^}]+) \}(.*)\}$", line)
        if found and left[kind] and (in_markets or "kind: spot" in line):
            name = left[kind].pop(0)
            rest, ja, en = found[4].rstrip(), found[2].strip(), found[3].strip()
            if "aliases: [" in rest:
                rest = rest.replace("aliases: [", f"aliases: [{ja}, {quoted(en)}, ")
            else:
                rest += f", aliases: [{ja}, {quoted(en)}]"
            line = f"{found[1]}{{ ja: {quoted(name)}, en: {quoted(name)} }}{rest} }}"
        lines.append(line)
    expect(not left["kind: spot"], "not every hostile name became a place's")
    expect(len(left["markets"]) <= len(NAMES) - 8, "not every market has a hostile name")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    arrived = workspace / "arrived"
    arrived.mkdir()
    for number, name in enumerate(FILES):
        (arrived / f"akiyoshidai-{name}.csv").write_text(
            "年月,観光地点,区分,入込客数,備考\n"
            f"2018年{number + 1}月,秋吉台,確報,{50_000 + number},{quoted(NAMES[number % 4])}\n", encoding="utf-8")
    held = io.StringIO()
    csv.writer(held, lineterminator="\n").writerows(
        [["年月", "観光地点", "区分", "入込客数", "備考"]]
        + [[f"2018年{number + 1}月", name, "確報", name, name] for number, name in enumerate(NAMES)])
    (arrived / "akiyoshidai-held.csv").write_text(held.getvalue(), encoding="utf-8", newline="")


def run(*arguments, statuses=(0, 1)):
    done = subprocess.run([str(argument) for argument in arguments], capture_output=True)
    said = done.stdout.decode("utf-8") + done.stderr.decode("utf-8")
    expect(done.returncode in statuses, f"{' '.join(map(str, arguments[1:4]))} ended with {done.returncode}: {said[-600:]}")
    return done.stdout.decode("utf-8"), said


def visible(text, where):
    found = HIDDEN.search(text)
    expect(not found, f"{where}: U+{ord(found[0]):04X} in {text[max(0, found.start() - 20):found.start() + 20]!r}" if found else "")


def check_csv(path):
    raw = path.read_bytes()
    text = raw.decode("utf-8-sig")
    visible(text, path)
    for row in csv.reader(io.StringIO(text, newline="")):
        for cell in row:
            start = cell.lstrip()[:1]
            number = re.fullmatch(r"[+-]?[0-9.]+", cell.strip())
            expect(start not in tuple("=+-@＝＋－＠") or not start or number or cell == "-", f"{path.name}: a formula: {cell[:60]!r}")


def check_json(path, wholly):
    text = path.read_text(encoding="utf-8")
    json.loads(text)
    # Whatever is hidden may stand in JSON escaped, never bare; and nothing that ends a page's script element.
    visible(text, path)
    if wholly:
        expect(LONG in text, f"{path.name}: the long name is not whole")


def check_markdown(path):
    text = path.read_text(encoding="utf-8")
    visible(text, path)
    expect(not re.search(r"<\s*(script|img)", text, re.I), f"{path.name}: markup")
    expect(not re.search(r"(?<!\\)\]\(javascript:", text), f"{path.name}: a link that runs")
    columns = None
    for line in text.splitlines():
        expect(len(line) < 20_000, f"{path.name}: a line of {len(line)} letters")
        count = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else None
        expect(columns is None or count is None or count == columns, f"{path.name}: {count} bars for {columns}: {line[:80]}")
        columns = count


def check_workbook(path):
    book = zipfile.ZipFile(path)
    names = book.namelist()
    expect(book.testzip() is None, f"{path.name}: damaged")
    for name in names:
        if name.endswith((".xml", ".rels")):
            text = book.read(name).decode("utf-8")
            ET.fromstring(text)
            expect("TargetMode" not in text, f"{path.name}, {name}: leads outside")
            expect("<f>" not in text or name.startswith("xl/charts/"), f"{path.name}, {name}: a formula")
    try:
        import openpyxl
    except ImportError:
        return skipped.append("workbook by openpyxl")
    sheets = openpyxl.load_workbook(path)
    titles = [sheet.title for sheet in sheets]
    expect(len({title.casefold() for title in titles}) == len(titles), f"{path.name}: two sheets of one name")
    found = set()
    for sheet in sheets:
        expect(0 < len(sheet.title) <= 31 and not re.search(r"[\[\]:*?/\\]", sheet.title), f"sheet {sheet.title!r}")
        visible(sheet.title, path)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                checked["cells"] += 1
                expect(cell.data_type != "f" and cell.hyperlink is None or (
                    cell.hyperlink and cell.hyperlink.target is None), f"{sheet.title}!{cell.coordinate} does something")
                if isinstance(cell.value, str):
                    expect(len(cell.value) <= 32_767, f"{sheet.title}!{cell.coordinate} is too long")
                    visible(cell.value, f"{path.name} {sheet.title}!{cell.coordinate}")
                    found.add(cell.value)
    for name in NAMES[:3]:
        expect(any(name in text for text in found), f"{path.name}: {name[:30]!r} is lost")
    office = shutil.which("soffice")
    if not office:
        return skipped.append("workbook by LibreOffice")
    with tempfile.TemporaryDirectory(prefix="dmo-office-") as scratch:
        subprocess.run(
            [office, f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--convert-to", "ods", "--outdir",
             scratch, str(path)], capture_output=True, timeout=180)
        converted = pathlib.Path(scratch) / (path.stem + ".ods")
        if not converted.exists():
            return problems.append(f"{path.name}: LibreOffice cannot open it")
        content = zipfile.ZipFile(converted).read("content.xml").decode("utf-8")
        tables = re.findall(r"<table:table table:name=\"", content)
        expect(len(tables) == len(titles), f"{path.name}: LibreOffice sees {len(tables)} sheets of {len(titles)}")
        expect("table:formula=" not in content, f"{path.name}: LibreOffice sees a formula")
        expect("Err:" not in content and "#REF!" not in content, f"{path.name}: LibreOffice sees an error")
        pictures = sum(name.startswith("Object") and name.endswith("/content.xml") for name in zipfile.ZipFile(converted).namelist())
        wanted = sum(name.startswith("xl/charts/chart") for name in names)
        expect(pictures == wanted, f"{path.name}: LibreOffice sees {pictures} of {wanted} charts")
        checked["workbooks in LibreOffice"] += 1


def check_paper(path):
    raw = path.read_bytes()
    for mark in (b"/JavaScript", b"/JS ", b"/Launch", b"/URI", b"/EmbeddedFile"):
        expect(mark not in raw, f"{path.name}: {mark.decode()}")
    if not shutil.which("pdftotext"):
        return skipped.append("paper by pdftotext")
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode("utf-8")
    letters = re.sub(r"\s", "", text)
    # Some marks are glyphs of one piece on paper; a page breaks lines anywhere.
    for name in ("<script>console.error('ran')</script>", "=HYPERLINK(\"http://evil.invalid\",\"x\")", "../../x", "gnp.exe"):
        expect(re.sub(r"\s", "", name) in letters, f"{path.name}: {name} is not on paper")
    expect(LONG[:1000] not in letters, f"{path.name}: pages of one name")


def check_pages(paths, here):
    for path in paths:
        text = path.read_text(encoding="utf-8")
        visible(text, path)
        expect(not re.search(r"<\s*(script|img|iframe|object)", text, re.I), f"{path.name}: markup of a name")
        done = subprocess.run([sys.executable, str(here / "check-page.py"), str(path)], capture_output=True, text=True)
        expect(done.returncode == 0, f"{path.name}: {done.stdout}")
    spec = importlib.util.spec_from_file_location("look", here / "look-at-page.py")
    look = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(look)
    look.WIDTHS = {"wide": 794, "narrow": 360}  # A4 and a phone
    try:
        look.browser()
    except SystemExit:
        return skipped.append("pages in a browser")
    with tempfile.TemporaryDirectory(prefix="dmo-names-") as scratch:
        folder = pathlib.Path(scratch)
        seen = look.Browser(folder)
        for path in paths:
            for width in look.WIDTHS.values():
                found = seen.measure(path)[width]
                expect(found["scroll"] <= width, f"{path.name}: {found['scroll']} wide on {width}: {found['wider']}")
            # Without the page's own policy a script of a name would run, and say so.
            bare = folder / "bare.html"
            bare.write_text(
                re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", path.read_text(encoding="utf-8")),
                encoding="utf-8")
            console, asked, _ = seen.picture(bare, "light", 900, folder / "bare.png")
            expect(not console and not asked, f"{path.name}: {console} {asked}")
            checked["pages in the browser"] += 1


def check_xml(path):
    text = path.read_text(encoding="utf-8")
    ET.fromstring(text)
    visible(text, path)


def main(dmo, demo, folder):
    here = pathlib.Path(__file__).resolve().parent
    folder.mkdir(parents=True)
    workspace, out = folder / "deep/er/workspace", folder / "deep/er/out"
    workspace.parent.mkdir(parents=True)
    shutil.copytree(demo, workspace)
    spoil(workspace)
    before = {path for path in folder.rglob("*") if workspace not in path.parents}
    options = ["--workspace", workspace]
    _, said = run(dmo, "load", workspace / "arrived", *options, "--lang", "en")
    visible(said, "dmo load")
    for language in ("ja", "en"):
        for arguments in (
            ["status"], ["holds", "list"], ["findings"], ["loads"], ["progress", "--why"], ["kpis"],
            ["figures", "--by", "calendar-year,place"], ["figures", "--by", "calendar-year,market"],
            ["explain", "exchange-population@1:akiyoshidai:2018:*"],
        ):
            _, said = run(dmo, *arguments, *options, "--lang", language, statuses=(0, 1, 2))
            visible(said, "dmo " + " ".join(arguments))
            checked["terminal outputs"] += 1
        formats = "html,xlsx,md,csv,json" + (",pdf" if shutil.which("chromium") else "")
        run(dmo, "report", *options, "--month", "2019-03", "--lang", language, "--as", formats, "--out", out)
        for form in ("datapackage", "sdmx-ml", "sdmx-csv", "open-data"):
            run(dmo, "export", *options, "--lang", language, "--by", "calendar-year,place", "--as", form, "--out",
                out / f"export-{language}" / form)
    for arguments in (["holds", "list"], ["figures", "--by", "calendar-year,place"], ["loads"]):
        told, _ = run(dmo, *arguments, *options, "--format", "csv", statuses=(0, 1, 2))
        path = out / f"{arguments[0]}.csv"
        path.write_text(told, encoding="utf-8", newline="")
    files = [path for path in out.rglob("*") if path.is_file()]
    strays = {path for path in folder.rglob("*") if workspace not in path.parents and out not in path.parents} - before - {out}
    expect(not strays, f"written elsewhere: {strays}")
    for path in files:
        checked["files"] += 1
        if path.suffix == ".csv":
            check_csv(path)
        elif path.suffix == ".json":
            check_json(path, wholly=path.parent == out)
        elif path.suffix == ".md":
            check_markdown(path)
        elif path.suffix == ".xlsx":
            check_workbook(path)
        elif path.suffix == ".pdf":
            check_paper(path)
        elif path.suffix == ".xml":
            check_xml(path)
        elif path.suffix != ".html":
            problems.append(f"{path}: a form nobody checks")
    check_pages([path for path in files if path.suffix == ".html"], here)
    print(*problems[:40], sep="\n", end="\n" if problems else "")
    for form in sorted(set(skipped)):
        print(f"NOT CHECKED: {form}")
    print("hostile names: " + ", ".join(f"{count} {what}" for what, count in checked.items()) + f", {len(problems)} problems")
    return int(bool(problems) or not checked["files"])


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    sys.exit(main(*map(pathlib.Path, sys.argv[1:])))
