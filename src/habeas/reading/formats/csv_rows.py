"""The rows of a CSV file. Runs in a worker where the file is large (`limited`).

Decides which sign parts the cells (of comma, semicolon, tab and bar, the one the first line has most
of). What a cell says is text: a formula in it is never reckoned.
"""

import csv
import json
from collections.abc import Iterator
from io import StringIO

from habeas.reading.formats.decoding import decoded
from habeas.reading.formats.limited import Piece, damaged
from habeas.reading.formats.workbook import MOST_COLUMNS, MOST_ROWS, too_many

_SIGNS = ",;\t|"


def rows(data: bytes, name: str) -> Iterator[Piece]:
    """One piece: the rows as JSON; fact: what was odd about the encoding."""
    found = decoded(data, name=name)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    first = text.lstrip("\n").partition("\n")[0]
    sign = max(_SIGNS, key=first.count)
    rows = list[list[str]]()
    try:
        for row in csv.reader(StringIO(text), delimiter=sign):
            if not any(cell.strip() for cell in row):
                continue
            if len(row) > MOST_COLUMNS or len(rows) >= MOST_ROWS:
                raise too_many(name)
            rows.append(row)
    except csv.Error:
        raise damaged(name, "is a CSV file with a cell that never ends") from None
    yield Piece(json.dumps(rows).encode("ascii"), {"encoding": " ".join(found.warnings)})
