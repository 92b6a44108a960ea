#!/usr/bin/env python3
"""Walks through the dashboard in a browser, as a person would, and says what that person would have to complain about.

    Scripts/walk-dashboard.py DMO WORKSPACE PICTURES     WORKSPACE is that of `dmo demo`; a copy is walked through

Uses nothing but Python's standard library and a browser of the Chromium family (DMO_CHROMIUM names another), which is
told what to do through a pipe. Points at a chart, reads it by keys, opens a passport, chooses a place and a market,
switches the language, opens reports, loads a file beside it and sees the page change by itself, does all this without
a script, on a phone's width, and after the server has gone. On every page: nothing on the console, nothing asked of
anybody else, nothing wider than the screen, nothing to press that has no name.
"""
import base64
import json
import os
import pathlib
import queue
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
PATIENCE = 30  # seconds
problems = []


def expect(truth, problem):
    if not truth:
        problems.append(problem)
        print("PROBLEM", problem)


class Browser:
    """A browser that is told what to do by messages through a pipe (the DevTools protocol)."""

    def __init__(self, folder):
        named = os.environ.get("DMO_CHROMIUM")
        program = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
        if not program:
            raise SystemExit("No browser of the Chromium family was found; Scripts/setup-pdf installs one.")
        (there, self.to), (self.back, here) = os.pipe(), os.pipe()

        def hand_over():
            # It reads from 3 and writes to 4; neither end may be overwritten by the other's move.
            ends = os.dup(there), os.dup(here)
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        options = ["--headless", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe", "--disable-extensions",
                   "--disable-sync", "--disable-background-networking", "--disable-component-update",
                   "--hide-scrollbars", f"--user-data-dir={folder}/profile"]
        self.process = subprocess.Popen(
            [program, *options, *(["--no-sandbox"] if os.getuid() == 0 else []), "about:blank"],
            preexec_fn=hand_over, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(there)
        os.close(here)
        self.number, self.answers, self.console, self.asked, self.failed = 0, queue.Queue(), [], [], []
        threading.Thread(target=self.listen, daemon=True).start()
        targets = self.tell("Target.getTargets")["targetInfos"]
        page = next(target["targetId"] for target in targets if target["type"] == "page")
        self.session = self.tell("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log", "Accessibility"):
            self.tell(domain + ".enable")

    session = None

    def listen(self):
        rest = b""
        while piece := os.read(self.back, 1 << 16):
            *whole, rest = (rest + piece).split(b"\0")
            for message in map(json.loads, whole):
                method, values = message.get("method"), message.get("params", {})
                if "id" in message:
                    self.answers.put(message)
                elif method == "Network.requestWillBeSent":
                    self.asked.append(values["request"]["url"])
                elif method == "Network.responseReceived" and values["response"]["status"] >= 400:
                    self.failed.append((values["response"]["status"], values["response"]["url"]))
                elif method == "Runtime.exceptionThrown":
                    self.console.append(values["exceptionDetails"].get("exception", {}).get("description", "exception"))
                elif method == "Log.entryAdded" and values["entry"]["level"] in ("error", "warning"):
                    self.console.append(values["entry"]["text"] + " " + values["entry"].get("url", ""))
                elif method == "Runtime.consoleAPICalled" and values["type"] in ("error", "warning"):
                    self.console.append(str(values["args"]))

    def tell(self, method, **values):
        self.number += 1
        message = {"id": self.number, "method": method, "params": values}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.answers.get(timeout=PATIENCE)
            if answer["id"] == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']}")
                return answer["result"]

    def value(self, script):
        """What an expression in the page amounts to."""
        answer = self.tell("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise SystemExit(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def until(self, script, problem, patience=PATIENCE):
        """Waits until an expression is true; says how long that took, or the problem."""
        started = time.monotonic()
        while time.monotonic() - started < patience:
            try:
                if self.value(script):
                    return time.monotonic() - started
            except SystemExit:
                pass  # Between two pages there is none to ask.
            time.sleep(0.05)
        expect(False, f"{problem} (at {self.value('location.href')})")
        return None

    def open(self, address):
        self.value("window.leaving = true")
        self.tell("Page.navigate", url=address)
        self.until("!window.leaving && document.readyState === 'complete'", f"{address} does not open")

    def screen(self, width, height=900, dark=False):
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)
        self.tell("Emulation.setEmulatedMedia",
                  features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def picture(self, path):
        shot = self.tell("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(shot["data"]))

    def press(self, key, code=None):
        for kind in ("keyDown", "keyUp"):
            self.tell("Input.dispatchKeyEvent", type=kind, key=key, code=code or key,
                      windowsVirtualKeyCode={"Enter": 13}.get(key, 0), **({"text": "\r"} if key == "Enter" and kind == "keyDown" else {}))

    def point(self, x, y, clicks=False):
        self.tell("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        if clicks:
            for kind in ("mousePressed", "mouseReleased"):
                self.tell("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def click(self, selector):
        x, y = self.value(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: 'center'}});"
            "const b = e.getBoundingClientRect(); return [b.x + Math.min(b.width / 2, 20), b.y + b.height / 2]; })()")
        self.point(x, y, clicks=True)

    def nameless(self):
        """What can be pressed and has no name."""
        found = []
        for node in self.tell("Accessibility.getFullAXTree")["nodes"]:
            role = node.get("role", {}).get("value")
            focusable = any(p["name"] == "focusable" and p["value"].get("value") for p in node.get("properties", []))
            if focusable and not node["ignored"] and role not in ("RootWebArea", "main", "generic") and not node.get("name", {}).get("value"):
                found.append(role)
        return found


def look_over(browser, where):
    """What must hold on every page."""
    width, scroll = browser.value("[innerWidth, document.documentElement.scrollWidth]")
    expect(scroll <= width, f"{where}: {scroll} wide on a screen of {width}")
    expect(not (found := browser.nameless()), f"{where}: without a name: {found}")
    expect(browser.value("document.querySelectorAll('h1').length") == 1, f"{where}: not one first heading")
    expect(not browser.console, f"{where}: on the console: {browser.console}")
    expect(not browser.failed, f"{where}: answers: {browser.failed}")
    browser.console.clear()
    browser.failed.clear()


PAGES = ["/", "/places", "/markets", "/progress", "/kpis", "/quality", "/reports", "/loads", "/holds", "/findings",
         "/definitions"]
# The chart of the goal: 2017 is its fifth year.
CHART = "#progress"
READOUT = "document.querySelector('#progress').closest('figure').querySelector('.readout').textContent"


def walk(browser, home, dmo, workspace, folder, pictures):
    browser.screen(1280)
    for language in ("ja", "en"):
        for page in PAGES:
            browser.open(f"{home}{page}?lang={language}")
            look_over(browser, f"{page} {language}")
            browser.picture(pictures / f"dashboard{page.replace('/', '-').rstrip('-')}.{language}.png")

    browser.open(home + "/?lang=ja")
    x, y = browser.value(
        f"(() => {{ const svg = document.querySelector('{CHART}'); svg.scrollIntoView({{block: 'center'}});"
        "const [kind, first, step, count, top, bottom] = svg.dataset.plot.split(' ').map(Number);"
        "const p = new DOMPoint(first + 4 * step, (top + bottom) / 2).matrixTransform(svg.getScreenCTM()); return [p.x, p.y]; })()")
    browser.point(x, y)
    browser.until(f"{READOUT}.includes('平成29年') && {READOUT}.includes('1,478,106')", "pointing at 2017 does not tell its value")
    expect(browser.value(f"document.querySelectorAll('{CHART} .mark').length") == 1, "the year pointed at is not marked")
    browser.picture(pictures / "dashboard-pointed.png")
    expect(browser.value("(() => { const d = document.querySelector('#progress').closest('.drawing'); d.focus();"
                         "return document.activeElement === d && d.role === 'slider' && !!d.ariaLabel; })()"),
           "the chart cannot be chosen by keys")
    browser.press("ArrowLeft")
    browser.until(f"{READOUT}.includes('1,409,034')", "an arrow key does not lead to 2016")
    expect("1,409,034" in (browser.value("document.activeElement.ariaValueText") or ""), "a screen reader is not told 2016")
    browser.press("Enter")
    browser.until("location.pathname === '/figure' && document.readyState === 'complete'", "Enter does not lead to the passport")
    expect("1,409,034" in browser.value("document.querySelector('h1').textContent"), "the passport is another's")
    look_over(browser, "passport")
    browser.picture(pictures / "dashboard-passport.png")

    # Grids and little charts answer with the same cell of their table.
    for chart, page in (("calendar", "/places"), ("places", "/places"), ("coverage", "/quality")):
        browser.open(f"{home}{page}?lang=en")
        told = browser.value(
            f"(() => {{ const svg = document.querySelector('#{chart}'), d = svg.closest('.drawing'), f = d.closest('figure');"
            "d.focus(); d.dispatchEvent(new KeyboardEvent('keydown', {key: 'Home'}));"
            "const row = [...f.querySelectorAll('details tbody tr')].at(-1);"
            "return [f.querySelector('.readout').textContent, row.cells[0].textContent, row.cells[1].textContent]; })()")
        expect(told and told[1] in told[0] and told[2].strip() in told[0], f"{chart}: {told}")
        box = browser.value(
            f"(() => {{ const svg = document.querySelector('#{chart}'), b = svg.getBoundingClientRect(),"
            "m = svg.querySelector('.mark').getBoundingClientRect();"
            "return b.left <= m.left && m.right <= b.right + 1 && b.top <= m.top && m.bottom <= b.bottom + 1; })()")
        expect(box, f"{chart}: the mark stands outside the drawing")

    browser.open(home + "/?lang=ja&through=2018-12")
    browser.value("document.querySelector('#what').value = 'place:akiyoshi-do'")
    browser.click(".period button")
    browser.until("location.pathname === '/place'", "choosing a place leads nowhere")
    expect(browser.value("location.search") == "?id=akiyoshi-do&lang=ja&through=2018-12", "the choice is not in the address: "
           + str(browser.value("location.search")))
    browser.until("document.readyState === 'complete'", "the place's page does not open")
    expect("秋芳洞" in browser.value("document.querySelector('h1').textContent"), "the page of a place is another's")
    expect(browser.value("document.querySelector('#what').value") == "place:akiyoshi-do", "the choice is forgotten")
    look_over(browser, "place")
    browser.value("document.querySelector('#what').value = 'market:TW'")
    browser.click(".period button")
    browser.until("location.pathname === '/market' && document.readyState === 'complete'", "choosing a market leads nowhere")
    look_over(browser, "market")
    browser.click("nav a[hreflang=en]")
    browser.until("document.documentElement.lang === 'en' && document.readyState === 'complete'", "the language does not change")
    expect("Taiwan" in browser.value("document.querySelector('h1').textContent"), "the market's page in English is another's")

    browser.open(home + "/reports?lang=en")
    for published in sorted((folder / "published").iterdir()):
        address = browser.value(f"[...document.links].find(a => a.textContent === {json.dumps(published.name)})?.href")
        if not address:
            expect(False, f"{published.name} is not listed")
            continue
        with urllib.request.urlopen(address) as answer:
            expect(answer.read() == published.read_bytes(), f"{published.name} is not the file that was published")
    browser.click("a[href*='.ja.html']")
    browser.until("document.querySelector('.headline') && document.documentElement.lang === 'ja'", "a published report does not open")
    expect("案(未公表)" not in browser.value("document.body.textContent"), "a published report calls itself a draft")
    expect(browser.value("getComputedStyle(document.querySelector('.headline')).fontWeight") == "700", "a published report has no style")
    look_over(browser, "published report")

    live(browser, home, dmo, workspace, pictures)
    without_script(browser, home)
    browser.screen(360, 800, dark=True)
    for page in PAGES + ["/place?id=akiyoshi-do&lang=ja"]:
        browser.open(home + page + ("" if "?" in page else "?lang=ja"))
        look_over(browser, f"{page} on a phone")
    browser.open(home + "/?lang=ja")
    browser.picture(pictures / "dashboard-phone.dark.png")


def live(browser, home, dmo, workspace, pictures):
    """A load beside it changes the page; nothing else does."""
    browser.open(home + "/?lang=en")
    browser.value("window.same = document.querySelector('main')")
    time.sleep(11)  # The page asks twice; nothing was loaded.
    expect(browser.value("window.same === document.querySelector('main')"), "the page is shown anew without any news")
    expect("*1,532,792" in browser.value("document.querySelector('main').textContent"), "2018 is not told as a lower bound")
    subprocess.run([dmo, "enter", "mito-station", "2018-09", "7000", "--workspace", workspace, "--source", "telephone",
                    "--by", "walk"], capture_output=True, check=True)
    took = browser.until("window.same !== document.querySelector('main')", "a load does not show on the page")
    # 1,532,792 and the 7,000 entered.
    browser.until("document.querySelector('main').textContent.includes('1,539,792')", "the new total is not shown")
    expect(browser.value("document.querySelector('.news').textContent") == "New data are shown.", "nobody says that the page changed")
    expect(browser.value("document.querySelectorAll('#progress').length === 1 && "
                         "!!document.querySelector('#progress').closest('.drawing').role"), "after the change charts do not answer")
    look_over(browser, "after a load")
    browser.picture(pictures / "dashboard-live.png")
    print(f"a load showed on the page after {took or 0:.1f} s")


def without_script(browser, home):
    browser.tell("Emulation.setScriptExecutionDisabled", value=True)
    browser.tell("Page.navigate", url=home + "/?lang=en")
    time.sleep(1)
    document = browser.tell("DOM.getDocument", depth=0)["root"]["nodeId"]

    def count(selector):
        return len(browser.tell("DOM.querySelectorAll", nodeId=document, selector=selector)["nodeIds"])

    expect(count("figure.chart svg") > 2 and count("figure.chart details table") > 2, "without a script charts or tables lack")
    expect(count(".period select option[value^='place:']") > 10, "without a script nothing can be chosen")
    browser.tell("Emulation.setScriptExecutionDisabled", value=False)
    browser.console.clear()


def main(dmo, demo, pictures):
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="dmo-walk-") as scratch:
        folder = pathlib.Path(scratch)
        workspace = folder / "mine"
        shutil.copytree(demo, workspace)
        subprocess.run([dmo, "report", "--workspace", workspace, "--month", "2018-12", "--publish", "--by", "walk", "--note",
                        "<script>console.error('ran')</script>", "--out", folder / "published"], capture_output=True, check=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        home = f"http://127.0.0.1:{port}"
        server = subprocess.Popen([dmo, "serve", "--workspace", workspace, "--port", str(port), "--quiet"], stderr=subprocess.DEVNULL)
        browser = None
        try:
            for _ in range(300):
                try:
                    urllib.request.urlopen(home + "/health").read()
                    break
                except OSError:
                    time.sleep(0.1)
            browser = Browser(folder)
            walk(browser, home, dmo, workspace, folder, pictures)
            outside = sorted({address for address in browser.asked if not address.startswith((home + "/", "data:", "about:"))})
            expect(not outside, f"asked of others: {outside}")
            print(f"{len(browser.asked)} requests, all of them to {home}")
            browser.open(home + "/?lang=ja")
            server.send_signal(signal.SIGTERM)
            expect(server.wait(timeout=PATIENCE) == 0, f"the server ended with {server.returncode}")
            browser.until("document.querySelector('.news')?.textContent.includes('返事がありません')",
                          "nobody says that the server has gone")
        finally:
            server.kill()
            if browser:
                browser.process.terminate()
                browser.process.wait(timeout=PATIENCE)
    print(f"the dashboard in a browser: {len(problems)} problems")
    return int(bool(problems))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])))
