#!/usr/bin/env python3
"""Makes SampleData/: published open data cut to Yamaguchi, illustrative data, and files with planted faults.

    python3 Scripts/make-sample-data.py DIR [--out SampleData]   write everything, then verify it
    python3 Scripts/make-sample-data.py --verify [--out SampleData]   only read back and verify

DIR holds the published files as downloaded: city2021_cp932.csv, city2022_cp932.csv,
city2023_cp932.csv and city202304_utf8bom.csv. Standard library only; the same input gives
the same bytes on every run.
"""

import sys

sys.dont_write_bytecode = True

import argparse
import shutil
from pathlib import Path

from sampledata import faults, illustrative, inbound, national, published, readme, survey, verify


def main() -> int:
    if not __debug__:
        sys.exit("run without -O: the verification is made of assertions")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("published", nargs="?", type=Path, help="folder with the published files")
    parser.add_argument("--out", type=Path, default=Path("SampleData"))
    parser.add_argument("--verify", action="store_true", help="only verify what is there")
    arguments = parser.parse_args()

    out: Path = arguments.out
    if not arguments.verify:
        if arguments.published is None:
            parser.error("give the folder with the published files, or --verify")
        for part in ("published", "illustrative", "with-faults", "survey"):
            shutil.rmtree(out / part, ignore_errors=True)
        published.write(arguments.published, out / "published")
        illustrative.write(out / "illustrative")
        inbound.write(out / "illustrative" / "inbound")
        national.write(out / "illustrative" / "national")
        faults.write(out / "with-faults")
        survey.write(out / "survey")

    found = verify.everything(out)
    if arguments.verify:
        verify.same_as_recorded(found, out)
    else:
        readme.write(found, out)
    size = sum(file.stat().st_size for file in out.rglob("*") if file.is_file())
    assert size < 1_000_000, f"SampleData has grown to {size} bytes"
    print(f"{out}: verified, {size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
