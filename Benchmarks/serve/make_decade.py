"""Makes ten years of counts, 2013 to 2022, of the seven that SampleData has: 2015 to 2018 once more, four years later.

    python3 Benchmarks/serve/make_decade.py FOLDER

The files keep their names, encodings and layouts, so the same pipelines read them.
"""

import re
import shutil
import sys
from pathlib import Path

SHIFT = 4
FIRST, LAST = 2015, 2018
SAMPLES = Path(__file__).resolve().parents[2] / "SampleData" / "illustrative"


def later(match: re.Match[str]) -> str:
    """The year of a match, four years on; eras count on past their end, as offices wrote 平成32年."""
    return f"{match[1]}{int(match[2]) + SHIFT}{match[3]}"


def shifted(text: str) -> str:
    text = re.sub(r"(平成)(\d+)(年)", later, text)
    text = re.sub(r"(年=\")(\d{4})(\")", later, text)
    return text


def main(target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for source in sorted(SAMPLES.rglob("*.*")):
        year = re.search(r"(\d{4})\.(csv|xml)$", source.name)
        if "-2013-2019" not in source.name and year and int(year[1]) == 2019:
            continue  # three months, which the whole year below has as well
        shutil.copy(source, target / source.name)
        if "-2013-2019" in source.name or not year or not FIRST <= int(year[1]) <= LAST:
            continue
        name = source.name.replace(year[1], str(int(year[1]) + SHIFT))
        encoding = "utf-8" if source.name.startswith("geopark") else "cp932"
        (target / name).write_text(shifted(source.read_text(encoding)), encoding, newline="")
    rows = (SAMPLES / "akiyoshidai/akiyoshidai-2013-2019.csv").read_text("utf-8").splitlines()
    kept = [row for row in rows if (m := re.match(r"H(\d+)\.", row)) and 27 <= int(m[1]) <= 30]
    later_rows = [re.sub(r"^(H)(\d+)(\.)", later, row) for row in kept]
    (target / "akiyoshidai-2019-2022.csv").write_text("\n".join(rows[:2] + later_rows) + "\n", "utf-8")
    text = (SAMPLES / "geopark/events-2013-2019.xml").read_text("utf-8")
    text = re.sub(r"\n *<count month=\"(?!201[5-8])[^>]*/>", "", text)
    (target / "events-2019-2022.xml").write_text(
        re.sub(r"(month=\")(\d{4})(-)", later, text), "utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
