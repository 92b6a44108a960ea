#!/usr/bin/env python3
"""Checks a report's page for what a reader without a mouse, without colours or without eyes needs.

Uses nothing but Python's standard library.

    Scripts/check-page.py report/kpi-report-2019-03.ja.html

Looks for: one language, one first heading and no skipped level; every drawing with a name and a description of its own; every
table with a caption and headed columns; ids that are there once and links that lead to one; no script, no frame and
nothing fetched from outside; and a contrast of 4.5 for text (3 for drawings) in the light and the dark face.
"""
import collections
import re
import sys
from html.parser import HTMLParser


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.problems, self.ids, self.links, self.named = [], [], [], []
        self.levels, self.tables, self.drawings, self.language, self.style = [], 0, 0, None, ""
        self.inside, self.caption, self.words = [], None, {}

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "html":
            self.language = values.get("lang")
        if tag in ("script", "iframe", "object", "embed", "form"):
            self.problems.append(f"<{tag}> has no place here")
        for name in ("src", "srcset", "action", "poster", "xlink:href"):
            if values.get(name):
                self.problems.append(f"<{tag} {name}> fetches something")
        link = values.get("href")
        if link is not None:
            if link.startswith("#"):
                self.links.append(link[1:])
            elif link != "data:,":
                self.problems.append(f"<{tag} href={link[:60]!r}> leaves the page")
        for name in ("aria-labelledby", "aria-describedby"):
            self.named += values.get(name, "").split()
        if any(name.startswith("on") for name in values):
            self.problems.append(f"<{tag}> has a handler")
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag == "svg":
            self.drawings += 1
            self.words = {}
            if values.get("role") != "img" or not values.get("aria-labelledby"):
                self.problems.append(f"drawing {values.get('id')} has no name")
        if tag == "table":
            self.tables += 1
            self.caption = False
        if tag == "caption":
            self.caption = True
        if tag == "thead" and not self.caption:
            self.problems.append("a table has no caption")
        if tag == "th" and values.get("scope") not in ("col", "row"):
            self.problems.append("a heading cell heads nothing")
        if values.get("tabindex") == "0" and not (values.get("aria-label") or values.get("aria-labelledby")):
            self.problems.append(f"<{tag}> takes the focus and has no name")
        self.inside.append(tag)

    def handle_data(self, data):
        if self.inside and self.inside[-1] == "style":
            self.style += data
        if self.inside and self.inside[-1] in ("title", "desc") and "svg" in self.inside:
            self.words[self.inside[-1]] = data.strip()

    def handle_endtag(self, tag):
        if tag == "svg" and (not self.words.get("desc") or self.words.get("desc") == self.words.get("title")):
            self.problems.append(f"a drawing says in words no more than its title: {self.words.get('title')!r}")
        while self.inside and self.inside.pop() != tag:
            pass


def luminance(colour):
    parts = [int(colour[index:index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


# What stands on what, and the least contrast (WCAG 2.2, 1.4.3 and 1.4.11).
PAIRS = [
    *[(ink, ground, 4.5) for ground in ("ground", "tint") for ink in ("ink", "muted", "accent", "good", "caution", "bad")],
    ("warning-ink", "warning-ground", 4.5),
    *[("chart-" + ink, "chart-surface", 4.5) for ink in ("ink", "muted", "target", "1", "3", "5", "7")],
    ("chart-axis", "chart-surface", 3),
]


def check_contrast(style):
    faces = re.findall(r":root\s*\{([^}]*)\}", style)
    if len(faces) != 2:
        return [f"{len(faces)} faces instead of light and dark"]
    colours, problems = {}, []
    for face, declarations in zip(("light", "dark"), faces):
        colours.update(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})", declarations))
        for ink, ground, least in PAIRS:
            if ink not in colours or ground not in colours:
                problems.append(f"{face}: no colour {ink} or {ground}")
                continue
            found = contrast(colours[ink], colours[ground])
            if found < least:
                problems.append(f"{face}: {ink} on {ground} has a contrast of {found:.2f}, not {least}")
    return problems


def main(path):
    page = Page()
    with open(path, encoding="utf-8") as file:
        page.feed(file.read())
    problems = page.problems
    if page.language not in ("ja", "en"):
        problems.append("the page does not say its language")
    if page.levels.count(1) != 1:
        problems.append(f"{page.levels.count(1)} first headings")
    problems += [
        f"a heading of level {below} after one of level {above}"
        for above, below in zip(page.levels, page.levels[1:]) if below > above + 1]
    counts = collections.Counter(page.ids)
    problems += [f"id {name} stands {count} times" for name, count in counts.items() if count > 1]
    problems += [f"#{name} leads nowhere" for name in sorted(set(page.links + page.named) - set(page.ids))]
    problems += check_contrast(page.style)
    for problem in problems:
        print(problem)
    print(f"{path}: {page.drawings} drawings, {page.tables} tables, {len(page.links)} links, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    sys.exit(max(main(path) for path in sys.argv[1:]))
