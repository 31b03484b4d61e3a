"""Lists of people in CSV files and workbooks (XLSX): one report, whose rows are claims.

A list whose header is known, or for which a mapping is given, yields claims (`listing`); any other is
read as the text its rows make, and a warning names its columns.
"""

import json
from dataclasses import dataclass, replace

from habeas.errors import ReportError
from habeas.reading.formats.binary import binary_kind
from habeas.reading.formats.limited import Piece, read_limited
from habeas.reading.formats.list_mapping import ListMapping, mapping, mapping_of
from habeas.reading.formats.listing import listed, plain_list
from habeas.reading.formats.making import made
from habeas.terms.claim import Draft
from habeas.terms.report import Text

Rows = list[list[str]]

_HEAD = 12
"""Rows at the top among which the header is looked for."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A format of lists; `job` finds the rows, `zipped` tells those that are ZIP packages."""

    name: str
    media_types: tuple[str, ...]
    endings: tuple[str, ...]
    job: str
    zipped: bool
    version: str = "2"

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether the bytes are a workbook, or the name ends as a CSV file's."""
        if self.zipped:
            return data.startswith(b"PK\x03\x04") and b"xl/workbook.xml" in data
        return name.lower().endswith(self.endings) and binary_kind(data) is None

    def listed(
        self, data: bytes, *, name: str, given: str | None = None
    ) -> tuple[Text, tuple[Draft, ...] | None]:
        """The text of the rows and their claims; None: nobody knows what its columns mean.

        `given` is the TOML text of a mapping, see `list_mapping`.

        Raises:
            ReportError: it is damaged or too large, the mapping cannot be used, or it is for another
                list (code "list-columns").
        """
        [piece] = read_limited(self.job, data, name=name, alone=self.zipped)
        above, rows = _table(json.loads(piece.data))
        warnings = _odd(piece)
        title = " ".join(above) or piece.facts.get("sheet", "")
        text = Text("", f"{self.name} {self.version}", title, warnings=warnings)
        if not rows:
            return made(text, name=name), None
        known = _given(given, rows, name) if given else mapping_of(rows[0])
        if known is None:
            columns = ", ".join(filter(None, rows[0][:40]))
            doubt = (
                f"Nobody knows what its columns mean ({columns[:500]}), so its rows are read as "
                "text; write a mapping, see docs/how-to/add-lists-and-archives.md."
            )
            body = "\n".join([*above, plain_list(rows)])
            text = replace(text, body=body, warnings=(*warnings, doubt))
            return made(text, name=name), None
        found = listed(rows, known)
        text = replace(
            text,
            body=found.body,
            extractor=f"{self.name} {self.version} ({known.name})",
            language=known.language,
            publisher=known.publisher,
            warnings=(*warnings, *found.warnings),
        )
        return made(text, name=name), found.drafts

    def text_of(self, data: bytes, *, name: str) -> Text:
        """The text of the rows.

        Raises:
            ReportError: as `listed`.
        """
        return self.listed(data, name=name)[0]


def _table(rows: Rows) -> tuple[list[str], Rows]:
    """What is written above a table, line by line, and the table from its header on.

    A row of one cell is no header where wider ones follow, nor is one whose header is known below it.
    """
    head = rows[:_HEAD]
    known = next((at for at, row in enumerate(head) if mapping_of(row)), None)
    widths = [sum(map(bool, map(str.strip, row))) for row in head]
    start = known
    if start is None:
        wide = max(widths, default=0) > 2
        start = next((at for at, width in enumerate(widths) if width > 1), 0) if wide else 0
    above = [" ".join(filter(None, map(str.strip, row))) for row in rows[:start]]
    return above, rows[start:]


def _given(text: str, rows: Rows, name: str) -> ListMapping:
    known = mapping(text, name=f"the mapping of {name}")
    if not known.fits(rows[0]):
        lacking = sorted(set(known.required) - set(known.places(rows[0])))
        raise ReportError(
            f"“{name}” lacks the columns {', '.join(lacking)} of its mapping “{known.name}”; its "
            f"header is: {', '.join(rows[0])[:300]}.",
            code="list-columns",
            report=name,
        )
    return known


def _odd(piece: Piece) -> tuple[str, ...]:
    told = [piece.facts.get("encoding", "")]
    if others := piece.facts.get("others"):
        told.append(f"Only its sheet “{piece.facts['sheet']}” is read; not: {others}.")
    if (unseen := piece.facts.get("unseen", "0")) != "0":
        told.append(f"Rows and columns that the workbook hides, read all the same: {unseen}.")
    if (formulas := piece.facts.get("formulas", "0")) != "0":
        told.append(f"Cells that are formulas, read as the values stored with them: {formulas}.")
    return tuple(filter(None, told))


CSV = Sheet("csv", ("text/csv",), (".csv", ".tsv"), "csv_rows:rows", zipped=False)
XLSX = Sheet(
    "xlsx",
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
    (".xlsx", ".xlsm"),
    "workbook:rows",
    zipped=True,
)
