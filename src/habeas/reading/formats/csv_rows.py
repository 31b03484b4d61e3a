"""The rows of a CSV file. Runs in a worker where the file is large (`limited`).

Decides which sign parts the cells: the one that a first line "sep=;" names, as Excel writes it; else of
comma, semicolon, tab and bar, the one that most of the first lines have equally often. What a cell says
is text: a formula in it is never reckoned.
"""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from habeas.reading.formats.decoding import decoded
from habeas.reading.formats.limited import Piece, damaged
from habeas.reading.formats.workbook import MOST_COLUMNS, MOST_ROWS, too_many

_SIGNS = ",;\t|"
_LOOKED_AT = 12
_NAMED = re.compile(r"\"?sep=([,;|\t])\"?", re.I)


def rows(data: bytes, name: str) -> Iterator[Piece]:
    """One piece: the rows as JSON; fact: what was odd about the encoding."""
    found = decoded(data, name=name)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    sign, text = _sign(text.lstrip("\n"))
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


def _sign(text: str) -> tuple[str, str]:
    """The sign that parts the cells, and the text without a line that names it."""
    first, _, rest = text.partition("\n")
    if named := _NAMED.fullmatch(first.strip("\ufeff ")):
        return named[1], rest
    lines = [line for line in text[:20_000].split("\n", _LOOKED_AT)[:_LOOKED_AT] if line.strip()]
    counts = {sign: Counter(line.count(sign) for line in lines) for sign in _SIGNS}
    return max(_SIGNS, key=lambda sign: _agreement(counts[sign])), text


def _agreement(counts: Counter[int]) -> tuple[int, int]:
    """How many lines have a sign equally often, and how often; a sign they lack speaks for nothing."""
    return max(((lines, times) for times, lines in counts.items() if times), default=(0, 0))
