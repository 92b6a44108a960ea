"""Writes a file of gate counts: one row for each opening of a gate, in order of time, the same on every run.

    python3 make_gates.py ROWS FILE
"""

import datetime
import sys

SITES = ["akiyoshi-do-main", "akiyoshi-do-kurotani", "akiyoshi-do-elevator", "akiyoshidai", "taisho-do", "kagekiyo-do",
         "safari-land", "science-museum"]
MARKETS = ["TW", "KR", "HK", "CN", "TH", "US", "other", "unknown"]
SECONDS = 6 * 365 * 86_400


def main(rows: int, path: str) -> None:
    start = datetime.datetime(2013, 1, 1)
    state = 12_345
    lines = ["datetime,gate,site,market,persons\n"]
    with open(path, "w", encoding="ascii") as file:
        for row in range(rows):
            # Knuth's multiplier for 64 bits; the upper bits are the good ones.
            state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFF_FFFF_FFFF_FFFF
            drawn = state >> 33
            time = start + datetime.timedelta(seconds=row * SECONDS // rows)
            lines.append(
                f"{time:%Y-%m-%d %H:%M:%S},g{(drawn >> 3) % 40:02d},{SITES[drawn % 8]},{MARKETS[(drawn >> 9) % 8]},"
                f"{1 + (drawn >> 12) % 60}\n")
            if len(lines) == 100_000:
                file.write("".join(lines))
                lines = []
        file.write("".join(lines))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
