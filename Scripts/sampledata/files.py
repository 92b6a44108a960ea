"""Writing text with an exact encoding and exact line ends."""

import csv
import io
from pathlib import Path


def write_text(path: Path, text: str, encoding: str, line_end: str = "\n", bom: bool = False) -> None:
    """Writes `text` (lines ended by \\n), with the encoding and line ends asked for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = text.replace("\n", line_end).encode(encoding)
    path.write_bytes((b"\xef\xbb\xbf" if bom else b"") + content)


def csv_text(rows) -> str:
    """Rows as CSV; a cell is quoted only where it must be."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()
