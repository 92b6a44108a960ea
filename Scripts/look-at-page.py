#!/usr/bin/env python3
"""Opens a report's page in a browser, as a reader would, and says what only a browser can know.

Uses nothing but Python's standard library and a browser of the Chromium family (DMO_CHROMIUM names another).

    Scripts/look-at-page.py FOLDER report/kpi-report-2019-03.ja.html …     FOLDER takes the pictures

In the light and the dark face: nothing on the console, nothing asked of the network, and the ground in a colour the
page gives that face. On a wide and on a narrow screen: the page is never wider than the screen, every drawing has a size, and
only tables in a frame of their own scroll. First a page with these faults planted shows that each would be seen.
"""
import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import urllib.parse
import zlib

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
FACES = {"light": 1, "dark": 0}  # Blink's numbers for prefers-color-scheme
WIDTHS = {"wide": 1280, "narrow": 390}
LONGEST_PICTURE = 16000  # pixels; beyond, browsers leave the rest of a picture empty

# Runs in a copy of the page, because the page itself allows no script.
MEASURE = """<script>addEventListener("load", () => {
  const name = e => e.getAttribute("aria-label") || e.id || e.className;
  const all = s => [...document.querySelectorAll(s)];
  const wider = all("body *").filter(e => e.getBoundingClientRect().right > innerWidth + 1
    && !e.closest(".table, svg, [tabindex]") && getComputedStyle(e).position !== "absolute");
  parent.postMessage({
    width: innerWidth, scroll: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight,
    letters: document.body.innerText.length, wider: wider.slice(0, 5).map(e => e.tagName + " " + name(e)),
    empty: all("svg").filter(e => e.checkVisibility() && !(e.getBoundingClientRect().width > 20)).map(name),
    scrolled: all(".table").filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
      .map(e => name(e) + " (" + e.scrollWidth + " > " + e.clientWidth + ")"),
  }, "*");
});</script>"""

PLANTED = """<!doctype html><html lang="ja"><style>:root { --ground: #ffffff } body { background: #eeeeee }</style>
<svg id="planted" width="0" height="9"></svg><img src="http://planted.invalid/picture.png" alt="">
<p style="width: 3000px">planted</p><script>console.error("planted")</script></html>"""


def browser():
    named = os.environ.get("DMO_CHROMIUM")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise SystemExit("No browser of the Chromium family was found; Scripts/setup-pdf installs one.")
    return found


class Browser:
    def __init__(self, folder):
        self.folder, self.program = folder, browser()

    def open(self, page, *arguments):
        """What it printed and what it said."""
        options = [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
            "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={self.folder}/profile",
        ] + (["--no-sandbox"] if os.getuid() == 0 else [])
        done = subprocess.run(
            [self.program, *options, *arguments, page.resolve().as_uri()], capture_output=True, timeout=120, check=True)
        return done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")

    def measure(self, page):
        """The page's measures on a wide and on a narrow screen."""
        text = page.read_text(encoding="utf-8")
        text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
        (self.folder / "copy.html").write_text(text + MEASURE, encoding="utf-8")
        frames = "".join(f'<iframe src="copy.html" width="{width}" height="900" style="border:0"></iframe>'
                         for width in WIDTHS.values())
        outer = self.folder / "measure.html"
        outer.write_text(
            '<!doctype html><pre id="found"></pre><script>const found = []; addEventListener("message", said => {'
            'found.push(said.data); document.getElementById("found").textContent = '
            f'encodeURIComponent(JSON.stringify(found)) }})</script>{frames}', encoding="utf-8")
        printed, _ = self.open(outer, "--dump-dom", "--virtual-time-budget=10000", "--window-size=1700,1000")
        found = re.search('<pre id="found">([^<]*)</pre>', printed)
        measures = {entry["width"]: entry for entry in json.loads(urllib.parse.unquote(found[1]) or "[]")} if found else {}
        if set(measures) != set(WIDTHS.values()):
            raise SystemExit(f"{page}: the browser gave no measures: {printed[:200]}")
        return measures

    def picture(self, page, face, height, picture):
        """Takes a picture; what stood on the console, what the page asked of the network, the ground's colour."""
        log = self.folder / "network.json"
        log.unlink(missing_ok=True)
        picture.unlink(missing_ok=True)
        _, said = self.open(
            page, "--enable-logging=stderr", "--v=0", f"--log-net-log={log}", f"--screenshot={picture}",
            f"--blink-settings=preferredColorScheme={FACES[face]}",
            f"--window-size={WIDTHS['wide']},{min(height, LONGEST_PICTURE)}")
        console = re.findall(r"CONSOLE[:(][^\]]*\] (.*)", said)
        return console, requests(log), ground(picture)


def requests(log):
    """Every address a page asked for; the browser's own errands have no page behind them."""
    record = json.loads(log.read_text(encoding="utf-8"))
    start = record["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
    asked = [event["params"] for event in record["events"] if event["type"] == start and "url" in event.get("params", {})]
    return sorted({
        entry["url"] for entry in asked
        if entry.get("initiator") != "not an origin" and not entry["url"].startswith(("file:", "data:"))})


def ground(picture):
    """The colour of the first pixel: no filter of the format changes it."""
    data = picture.read_bytes()
    packed, position = b"", 8
    while position < len(data):
        length, kind = struct.unpack(">I4s", data[position:position + 8])
        if kind == b"IDAT":
            packed += data[position + 8:position + 8 + length]
        position += length + 12
    return "#" + zlib.decompressobj().decompress(packed, 4)[1:4].hex()


def faults(browser, page, pictures):
    """Everything wrong with a page, a line each, and what is worth knowing."""
    measures = browser.measure(page)
    problems, notes = [], []
    for name, width in WIDTHS.items():
        found = measures[width]
        if found["scroll"] > width:
            problems.append(f"{name}: the page is {found['scroll']} wide on a screen of {width}: {found['wider']}")
        problems += [f"{name}: drawing {drawing} has no size" for drawing in found["empty"]]
        if not found["letters"]:
            problems.append(f"{name}: nothing to read")
    notes += [f"scrolls in its frame on a wide screen: {table}" for table in measures[WIDTHS["wide"]]["scrolled"]]
    # A banner may stand at the top, on a ground of its own.
    grounds = [
        re.findall(r"--(?:[a-z]+-)?ground:\s*(#[0-9a-f]{6})", declarations)
        for declarations in re.findall(r":root\s*\{([^}]*)\}", page.read_text(encoding="utf-8"))]
    for face, wanted in zip(FACES, grounds + [[]] * (len(FACES) - len(grounds))):
        picture = pictures / f"{page.stem}.{face}.png"
        console, asked, colour = browser.picture(page, face, measures[WIDTHS["wide"]]["height"], picture)
        problems += [f"{face}: on the console: {line}" for line in console]
        problems += [f"{face}: asked of the network: {address}" for address in asked]
        if colour not in wanted:
            problems.append(f"{face}: the ground is {colour}, not {' or '.join(wanted)}")
    return problems, notes


def main(pictures, pages):
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="dmo-look-") as scratch:
        seen = Browser(pathlib.Path(scratch))
        planted = pathlib.Path(scratch) / "planted.html"
        planted.write_text(PLANTED, encoding="utf-8")
        told = " ".join(faults(seen, planted, pathlib.Path(scratch))[0])
        for sign in ("narrow: the page is", "wide: the page is", "drawing planted", "console: \"planted\"",
                     "network: http://planted.invalid/", "light: the ground", "dark: the ground"):
            if sign not in told:
                raise SystemExit(f"A planted fault was not seen, so this check proves nothing: {sign}: {told}")
        failed = 0
        for page in pages:
            problems, notes = faults(seen, page, pictures)
            print(*problems, *notes, sep="\n", end="\n" if problems or notes else "")
            print(f"{page}: light and dark, wide and narrow, {len(problems)} problems")
            failed |= bool(problems)
    return int(failed)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1]), [pathlib.Path(name) for name in sys.argv[2:]]))
