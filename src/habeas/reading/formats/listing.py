"""A list of people, row by row: each becomes a line of text, and what its columns say, claims.

Decides how a row is written (the columns a claim speaks of first, then the rest, so that a quote holds
them), and which cells mean a day or a term. Laws: every argument stands in its quote; a cell that
cannot be understood is counted in a warning, never guessed at; a column that nobody knows is named.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from habeas.errors import MistakeError
from habeas.language.clean import clean
from habeas.language.durations import durations
from habeas.language.pack import codes, pack
from habeas.reading.formats.list_mapping import ListMapping, Rule, folded
from habeas.terms.claim import Argument, Draft, Said, Tier
from habeas.terms.kind import Kind
from habeas.terms.quote import LONGEST, quote
from habeas.terms.when import When, from_edtf, on

READER = "list 1"
"""Name and version of what reads lists, as written into every claim."""

_LONGEST_CELL = 120
_CAREFUL = frozenset((Kind.DIED,))
_ISO = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ]\d\d:\d\d.*)?")
_NUMBERED = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


Cells = dict[str, tuple[int, int]]
"""Per known column of a row, where its cell stands in the text."""


@dataclass(frozen=True, slots=True)
class _Pending:
    """A claim of the row at `start..stop`, before the text is whole."""

    start: int
    stop: int
    rule: Rule
    cells: Cells


@dataclass(slots=True)
class _Page:
    """The text as it grows, and the drafts made of it."""

    mapping: ListMapping
    header: list[str]
    places: dict[str, int]
    lines: list[str] = field(default_factory=list)
    size: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    pending: list[_Pending] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Listed:
    """The text of a list, the claims of its rows, and what was odd about it."""

    body: str
    drafts: tuple[Draft, ...]
    warnings: tuple[str, ...]


def plain_list(rows: Sequence[Sequence[str]]) -> str:
    """The text of a list without a mapping: each row a line, each cell with its header."""
    header = [_cell(cell) for cell in rows[0]]
    lines = [" | ".join(header)]
    for row in rows[1:]:
        cells = (_named(header, at, _cell(cell)) for at, cell in enumerate(row) if cell.strip())
        lines.append("; ".join(cells))
    return "\n".join(lines)


def listed(rows: Sequence[Sequence[str]], mapping: ListMapping) -> Listed:
    """The text and the claims of a list; `rows[0]` is its header."""
    header = [_cell(cell) for cell in rows[0]]
    page = _Page(mapping, header, mapping.places(rows[0]))
    page.lines.append(" | ".join(header))
    page.size = len(page.lines[0]) + 1
    for row in rows[1:]:
        _add(page, row)
    body = "\n".join(page.lines)
    drafts = tuple(_draft(page, body, pending) for pending in page.pending)
    return Listed(body, drafts, tuple(_warnings(page, len(rows) - 1)))


def _add(page: _Page, row: Sequence[str]) -> None:
    """Write a row as a line, and note which claims it makes."""
    used = [page.places[key] for key in _used(page.mapping) if key in page.places]
    order = [*dict.fromkeys(used), *(at for at in range(len(row)) if at not in used)]
    parts, rests, spans, size = [], [], dict[int, tuple[int, int]](), 0
    for at in order:
        words = _cell(row[at]) if at < len(row) else ""
        if not words:
            continue
        shown = words[:_LONGEST_CELL] if at in used else words
        if shown != words:
            rests.append(_named(page.header, at, "…" + words[_LONGEST_CELL:]))
        parts.append(_named(page.header, at, shown))
        size += len(parts[-1]) + 2
        if at in used and size - 2 <= LONGEST:
            spans[at] = (size - 2 - len(shown), size - 2)
    line = "; ".join((*parts, *rests))
    if not line:
        return
    stop = max((stop for _, stop in spans.values()), default=0)
    cells = {key: spans[at] for key, at in page.places.items() if at in spans}
    for rule in page.mapping.rules:
        if _made(rule, cells, line):
            moved = {key: (page.size + a, page.size + b) for key, (a, b) in cells.items()}
            page.pending.append(_Pending(page.size, page.size + stop, rule, moved))
    page.lines.append(line)
    page.size += len(line) + 1


def _used(mapping: ListMapping) -> Iterator[str]:
    for rule in mapping.rules:
        yield from filter(None, (rule.persons, rule.when, rule.penalty, *rule.needs))
        yield from (column for _, column in rule.words)
        yield from (column for column, _ in rule.only)


def _made(rule: Rule, cells: dict[str, tuple[int, int]], line: str) -> bool:
    needed = {rule.persons, rule.when, *rule.needs} - {""}
    return needed <= set(cells) and all(
        key in cells and folded(line[slice(*cells[key])]) in words for key, words in rule.only
    )


def _draft(page: _Page, body: str, row: _Pending) -> Draft:
    rule, columns = row.rule, dict(row.rule.words)

    def argument(key: str) -> Argument | None:
        span = row.cells.get(columns.get(key, ""))
        return Argument(body[slice(*span)], *span) if span else None

    name = row.cells[rule.persons]
    when = _when(page, body, row)
    said = Said(
        rule.kind,
        (Argument(body[slice(*name)], *name),),
        when=when,
        place=argument("place"),
        destination=argument("destination"),
        actor=argument("actor"),
        terms=argument("terms"),
        penalty=_penalty(page, body, row),
        population=argument("population"),
    )
    sure = rule.kind not in _CAREFUL and page.mapping.checked and (not rule.when or when)
    return Draft(
        said,
        quote(body, row.start, row.stop),
        tier=Tier.LIKELY if sure else Tier.CHECK,
        reader=READER,
        rules=(f"{page.mapping.name}.{rule.kind}",),
    )


def _when(page: _Page, body: str, row: _Pending) -> When | None:
    column = row.rule.when
    if column not in row.cells:
        return None
    words = body[slice(*row.cells[column])]
    found = day_in(words, page.mapping.days)
    if found is None:
        page.unread[column] += 1
        return None
    return found.said(words, f"column “{page.header[page.places[column]]}”")


def day_in(words: str, order: str) -> When | None:
    """The day, month or year a cell holds; `order` is that of days as 07.09.2020. None: none."""
    try:
        if match := _ISO.fullmatch(words.strip()):
            return from_edtf(match[1])
        if match := _NUMBERED.fullmatch(words.strip()):
            one, two, year = int(match[1]), int(match[2]), int(match[3])
            number, day = (one, two) if order == "MDY" else (two, one)
            return on(date(year, number, day))
    except (ValueError, MistakeError):
        return None
    return None


def _penalty(page: _Page, body: str, row: _Pending) -> Argument | None:
    column, language = row.rule.penalty, page.mapping.language
    if column not in row.cells:
        return None
    span = row.cells[column]
    words = body[slice(*span)]
    for code in [language] if language in codes() else codes():
        for found in durations(words, pack(code)):
            return Argument(found.length, *span)
    page.unread[column] += 1
    return None


def _warnings(page: _Page, rows: int) -> Iterator[str]:
    mapping = page.mapping
    known = {spelling for _, spellings in mapping.columns for spelling in spellings}
    known.update(mapping.ignored)
    unknown = [cell for cell in page.header if folded(cell) not in known and cell]
    if unknown:
        yield f"Columns that nobody knows, kept as text: {', '.join(unknown)}."
    missing = [key for key, _ in mapping.columns if key not in page.places]
    if missing:
        yield f"Columns that are expected and not there: {', '.join(missing)}."
    if not mapping.least <= rows <= mapping.most:
        yield f"The list has {rows:,} rows; {mapping.least:,} to {mapping.most:,} are expected."
    for column, number in sorted(page.unread.items()):
        yield f"Cells of “{column}” that could not be understood, left out of the claims: {number:,}."
    if not mapping.checked:
        yield (
            f"Its header was taken for {mapping.publisher}'s by its look; no file of theirs was at "
            "hand when this was made: check a few rows."
        )


def _cell(words: str) -> str:
    return " ".join(clean(words)[0].split())


def _named(header: Sequence[str], at: int, words: str) -> str:
    label = header[at] if at < len(header) else ""
    return f"{label}: {words}" if label else words
