#!/usr/bin/env python3
"""Takes the pictures of the clerk's guide anew, from the pages as they are.

    Scripts/take-guide-pictures.py DMO WORKSPACE [FOLDER]     WORKSPACE is that of `dmo demo`; a copy is shown

FOLDER takes the pictures; without it they go where the guide has them. Look at them before they are committed.
"""
import base64
import importlib.util
import json
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
GUIDE = HERE.parent / "Sources/dmo/Documentation.docc/Resources"
WIDTH = 900  # pixels of every picture
PASSWORD = "only-for-the-pictures"

spec = importlib.util.spec_from_file_location("walk", HERE / "walk-dashboard.py")
walk = importlib.util.module_from_spec(spec)
spec.loader.exec_module(walk)


def take(browser, path, x, y, width, height):
    shot = browser.tell(
        "Page.captureScreenshot", format="png", captureBeyondViewport=True,
        clip={"x": x, "y": y, "width": width, "height": height, "scale": WIDTH / width})
    path.write_bytes(base64.b64decode(shot["data"]))
    print(path)


def frame(browser, chart):
    """The figure around a chart, up to the foot of its drawing and what is said of it."""
    browser.value(f"document.getElementById('{chart}').scrollIntoView({{block: 'center'}})")
    return browser.value(
        f"(() => {{ const f = document.getElementById('{chart}').closest('figure'), b = f.getBoundingClientRect(),"
        "d = f.querySelector('details').getBoundingClientRect();"
        "return [b.x + scrollX - 12, b.y + scrollY - 10, b.width + 24, d.top - b.top + 14]; })()")


def report(browser, dmo, workspace, folder, out):
    subprocess.run(
        [dmo, "report", "--workspace", workspace, "--month", "2018-12", "--lang", "ja", "--as", "html", "--out", out, "--quiet"],
        check=True, stdout=subprocess.DEVNULL)
    browser.open((out / "kpi-report-2018-12.ja.html").as_uri())
    take(browser, folder / "clerk-report-top.png", 0, 0, 1000, 920)
    take(browser, folder / "clerk-report-coverage.png", *frame(browser, "coverage"))


def dashboard(browser, root, folder):
    browser.open(root + "/?lang=ja")
    browser.until("document.querySelector('#progress').closest('.drawing').role === 'slider'", "the chart cannot be read")
    x, y = browser.value(
        "(() => { const svg = document.querySelector('#progress'); svg.scrollIntoView({block: 'center'});"
        "const [, first, step, , top, bottom] = svg.dataset.plot.split(' ').map(Number);"
        "const p = new DOMPoint(first + 4 * step, (top + bottom) / 2).matrixTransform(svg.getScreenCTM());"
        "return [p.x, p.y]; })()")
    browser.point(x, y)
    browser.until("document.querySelectorAll('#progress .mark').length > 0", "the chart does not answer")
    take(browser, folder / "clerk-dashboard.png", *frame(browser, "progress"))
    browser.open(root + "/?lang=ja")
    take(browser, folder / "clerk-dashboard-top.png", 0, 0, 1000, 920)


def upload(browser, root, folder, file):
    browser.open(root + "/login?lang=ja")
    browser.value(
        f"(() => {{ document.querySelector('#name').value = 'tanaka';"
        f"document.querySelector('#password').value = {json.dumps(PASSWORD)};"
        "window.leaving = true; document.querySelector('form.log-in').submit(); })()")
    browser.until("!window.leaving && document.readyState === 'complete'", "nobody is let in")
    browser.open(root + "/upload?lang=ja")
    document = browser.tell("DOM.getDocument")["root"]["nodeId"]
    field = browser.tell("DOM.querySelector", nodeId=document, selector="#file")["nodeId"]
    browser.tell("DOM.setFileInputFiles", nodeId=field, files=[str(file)])
    browser.value("(() => { window.leaving = true; document.querySelector('form.upload').submit(); })()")
    browser.until("!window.leaving && location.pathname.startsWith('/upload/')", "no preview is shown")
    height = browser.value("document.documentElement.scrollHeight")
    take(browser, folder / "clerk-upload.png", 0, 0, 1000, min(height, 1000))


def main(dmo, demo, folder):
    dmo = pathlib.Path(dmo).resolve()
    with tempfile.TemporaryDirectory(prefix="dmo-pictures-") as scratch:
        scratch = pathlib.Path(scratch)
        workspace = scratch / "mine"
        shutil.copytree(demo, workspace)
        arrived = scratch / "akiyoshidai-2019-04.csv"
        arrived.write_text(
            "年月,観光地点,区分,入込客数,備考\n2019-04,秋吉台,確報,31204,\n2019-05,秋吉台,確報,3O500,\n", encoding="utf-8")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]

        def serve():
            server = subprocess.Popen(
                [dmo, "serve", "--workspace", workspace, "--port", str(port), "--quiet"],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            for _ in range(600):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/health").read()
                    return server
                except OSError:
                    time.sleep(0.1)
            raise SystemExit("the dashboard does not answer")

        browser = walk.Browser(scratch)
        browser.screen(1000, 1100)
        server = serve()
        try:
            dashboard(browser, f"http://127.0.0.1:{port}", folder)
            report(browser, dmo, workspace, folder, scratch / "report")
            subprocess.run(
                [dmo, "user", "add", "tanaka", "--role", "clerk", "--workspace", workspace], check=True,
                input=PASSWORD + "\n", text=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            upload(browser, f"http://127.0.0.1:{port}", folder, arrived)
        finally:
            server.kill()
            server.wait()
            browser.process.terminate()
            browser.process.wait()
    return int(bool(walk.problems))


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        raise SystemExit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]) if len(sys.argv) == 4 else GUIDE))
