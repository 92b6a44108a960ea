"""Writes a file of gate counts: one row for each opening of a gate, in order of time, the same on every run.

    python3 make_gates.py ROWS FILE      FILE ends in .csv, .csv.gz or .xml; -cp932 or -utf8 in
                                         its name asks for Japanese names in that encoding
"""

import datetime
import gzip
import sys

SITES = ["akiyoshi-do-main", "akiyoshi-do-kurotani", "akiyoshi-do-elevator", "akiyoshidai", "taisho-do", "kagekiyo-do",
         "safari-land", "science-museum"]
MARKETS = ["TW", "KR", "HK", "CN", "TH", "US", "other", "unknown"]
NAMES = dict(zip(SITES, ["正面口", "黒谷口", "エレベーター口", "秋吉台", "大正洞", "景清洞", "サファリランド", "科学博物館"]))
SECONDS = 6 * 365 * 86_400


def rows_of(rows: int):
    start = datetime.datetime(2013, 1, 1)
    state = 12_345
    for row in range(rows):
        # Knuth's multiplier for 64 bits; the upper bits are the good ones.
        state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFF_FFFF_FFFF_FFFF
        drawn = state >> 33
        time = start + datetime.timedelta(seconds=row * SECONDS // rows)
        yield (f"{time:%Y-%m-%d %H:%M:%S}", f"g{(drawn >> 3) % 40:02d}", SITES[drawn % 8], MARKETS[(drawn >> 9) % 8],
               1 + (drawn >> 12) % 60)


def lines_of(rows: int, path: str):
    if ".xml" in path:
        yield '<?xml version="1.0" encoding="UTF-8"?>\n<gates>\n'
        for time, gate, site, market, persons in rows_of(rows):
            yield (f"<r><datetime>{time}</datetime><gate>{gate}</gate><site>{site}</site><market>{market}</market>"
                   f"<persons>{persons}</persons></r>\n")
        yield "</gates>\n"
        return
    yield "datetime,gate,site,market,persons\n"
    for time, gate, site, market, persons in rows_of(rows):
        if "-cp932" in path or "-utf8" in path:
            site = NAMES[site]
        yield f"{time},{gate},{site},{market},{persons}\n"


def main(rows: int, path: str) -> None:
    encoding = "cp932" if "-cp932" in path else "utf-8"
    with (gzip.open(path, "wt", 6, encoding) if ".gz" in path else open(path, "w", encoding=encoding)) as file:
        lines = []
        for line in lines_of(rows, path):
            lines.append(line)
            if len(lines) == 100_000:
                file.write("".join(lines))
                lines = []
        file.write("".join(lines))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
