"""The rows of a workbook (XLSX), as words. Runs in a worker (`limited`).

Decides which sheet is read (the first that holds anything, a hidden one only if no other does; the
others are named), and what a cell says:
a day as ISO writes it, a number without an idle ".0". Formulas are never reckoned: the value stored
with one is taken, and where there is none, its own text. Macros and links are not looked at.
"""

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lxml.etree import _Element

from habeas.errors import ReportError
from habeas.reading.formats.archive import Archive, opened
from habeas.reading.formats.limited import Piece, damaged
from habeas.reading.formats.xml import LARGEST, local, tree

MOST_ROWS = 100_000
"""Rows a list may have."""

MOST_COLUMNS = 200
"""Columns a list may have."""

_DATED = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\.")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_BUILT_IN = frozenset((*range(14, 23), *range(45, 48)))


@dataclass(frozen=True, slots=True)
class _Book:
    """What cells refer to: shared words, which styles are days, and the first day."""

    words: list[str]
    dated: frozenset[int]
    first: date


def rows(data: bytes, name: str) -> Iterator[Piece]:
    """One piece: the rows as JSON; facts: the sheet, those left out, how many cells are formulas."""
    archive = opened(data, name=name)
    book = tree(archive.member("xl/workbook.xml", limit=LARGEST), name=name)
    links = _links(archive)
    sheets = [
        (sheet.get("name") or "", links.get(next(iter(_ids(sheet)), ""), ""))
        for sheet in sorted(book.iter("{*}sheet"), key=_hidden)
    ]
    later = any(
        properties.get("date1904") in ("1", "true") for properties in book.iter("{*}workbookPr")
    )
    known = _Book(
        _shared(archive), _dated(archive), date(1904, 1, 1) if later else date(1899, 12, 30)
    )
    for title, path in sheets:
        if path not in archive.names:
            continue
        root = tree(archive.member(path, limit=LARGEST), name=name)
        found, formulas = _sheet(root, known, name)
        if found:
            others = ", ".join(other for other, _ in sheets if other != title)
            facts = {"sheet": title, "others": others, "formulas": str(formulas)}
            facts["unseen"] = str(sum(map(_hidden, root.iter("{*}row", "{*}col"))))
            yield Piece(json.dumps(found).encode("ascii"), facts)
            return
    raise damaged(name, "is a workbook without any row")


def _hidden(element: _Element) -> bool:
    """Whether a sheet, row or column is kept from whoever opens the workbook."""
    return "hidden" in (element.get("state") or "").lower() or element.get("hidden") in (
        "1",
        "true",
    )


def _ids(sheet: _Element) -> Iterator[str]:
    return (str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id"))


def _links(archive: Archive) -> dict[str, str]:
    part = "xl/_rels/workbook.xml.rels"
    if part not in archive.names:
        return {}
    root = tree(archive.member(part, limit=LARGEST), name=archive.name)
    return {
        link.get("Id") or "": posixpath.normpath(posixpath.join("/xl", link.get("Target") or ""))[
            1:
        ]
        for link in root.iter("{*}Relationship")
        if link.get("TargetMode") != "External"
    }


def _shared(archive: Archive) -> list[str]:
    part = "xl/sharedStrings.xml"
    if part not in archive.names:
        return []
    root = tree(archive.member(part, limit=LARGEST), name=archive.name)
    return [_words(entry) for entry in root.iter("{*}si")]


def _words(entry: _Element) -> str:
    """The words of a cell, without the reading aids that stand beside them."""
    return "".join(run.text or "" for run in entry.iter("{*}t") if local(run.getparent()) != "rPh")


def _dated(archive: Archive) -> frozenset[int]:
    """The styles whose numbers are days."""
    if "xl/styles.xml" not in archive.names:
        return frozenset()
    root = tree(archive.member("xl/styles.xml", limit=LARGEST), name=archive.name)
    own = {
        _whole(form.get("numFmtId")): _DATED.sub("", form.get("formatCode") or "").lower()
        for form in root.iter("{*}numFmt")
    }
    days = _BUILT_IN | {key for key, code in own.items() if re.search("[ydm]", code)}
    styles = next(root.iter("{*}cellXfs"), None)
    forms = [] if styles is None else [_whole(style.get("numFmtId")) for style in styles]
    return frozenset(at for at, form in enumerate(forms) if form in days)


def _sheet(root: _Element, book: _Book, name: str) -> tuple[list[list[str]], int]:
    found: list[list[str]] = []
    formulas = 0
    for row in root.iter("{*}row"):
        cells: list[str] = []
        for cell in row.iter("{*}c"):
            place = _CELL.fullmatch(cell.get("r") or "")
            column = _column(place[1]) if place else len(cells)
            if column >= MOST_COLUMNS or len(found) >= MOST_ROWS:
                raise too_many(name)
            cells += [""] * (column + 1 - len(cells))
            cells[column] = _said(cell, book)
            formulas += next(cell.iter("{*}f"), None) is not None
        if any(cells):
            found.append(cells)
    return found, formulas


def too_many(name: str) -> ReportError:
    """The refusal of a list that is too long or too wide."""
    return ReportError(
        f"“{name}” has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns; split it.",
        code="list-too-large",
        report=name,
    )


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _said(cell: _Element, book: _Book) -> str:
    value = next(cell.iter("{*}v"), None)
    written = (value.text or "") if value is not None else ""
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return _words(cell)
    if not written:
        formula = next(cell.iter("{*}f"), None)
        return f"={formula.text}" if formula is not None and formula.text else ""
    if kind == "s":
        at = _whole(written)
        return book.words[at] if 0 <= at < len(book.words) else ""
    if kind == "n":
        return _number(written, _whole(cell.get("s") or "0") in book.dated, book.first)
    return written


def _number(written: str, dated: bool, first: date) -> str:
    try:
        number = float(written)
    except ValueError:
        return written
    if dated and 0 < number < 2_958_466:
        try:
            return (first + timedelta(int(number))).isoformat()
        except OverflowError:
            return written
    return written.removesuffix(".0")


def _whole(written: str | None) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 10 else -1
