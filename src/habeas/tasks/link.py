"""Join two lists of people, or one with itself: read the tables, link, and say why.

Decides which column of a table is what, and how a day of birth is read. How links are found is for
`resolving.linking`. Laws: every line of a table is one record; no line is dropped, one without a name
meets nobody.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from tomllib import loads

import numpy as np

from habeas.errors import MistakeError, ReportError
from habeas.resolving.circumstances import Circumstances, Facts, reasons
from habeas.resolving.keys import keys
from habeas.resolving.likeness import Reason, likeness
from habeas.resolving.linking import NO_YEAR, Link, People, links
from habeas.terms.when import When, from_edtf

_MOST_TOLD, _LONGEST_TOLD = 20, 60

COLUMNS = ("name", "given", "surname", "patronymic", "born", "place", "article")
"""What a column may be."""


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a list: its number (the header is line 1), its name, and what stands beside it."""

    line: int
    name: str
    facts: Facts
    year: int


@dataclass(frozen=True, slots=True)
class Joined:
    """Two records that are linked; `others` are records of the first list that are nearly as like."""

    left: Record
    right: Record
    likeness: float
    reasons: tuple[Reason, ...]
    others: int


def link(
    left: Path, right: Path, *, columns: Mapping[str, str], least: float = 0.5
) -> Iterator[Joined]:
    """The links of two lists, in the order of the second; of a list with itself, each pair once.

    Both lists are read before the first link is given.

    Args:
        left: A table with a header, in UTF-8, with commas, semicolons or tabs.
        right: Another, or the same.
        columns: Names of columns by what they are (`COLUMNS`); what is not given is guessed.
        least: The least likeness, above 0 and below 1.

    Raises:
        ReportError: a table is not there, or cannot be read.
        MistakeError: it has no column with a name, or `least` is no likeness.
    """
    if not 0.0 < least < 1.0:
        raise MistakeError(
            f"The least likeness lies between 0 and 1, and is not {least}.", code="link-least"
        )
    one = records(left, columns)
    if left.resolve() == right.resolve():
        return _with_itself(one, least)
    return _between(one, records(right, columns), least)


def records(file: Path, columns: Mapping[str, str]) -> list[Record]:
    """The lines of a table as records.

    Raises:
        ReportError: the table is not there, or cannot be read.
        MistakeError: it has no column with a name.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            first = stream.readline()
            stream.seek(0)
            mark = max(",;\t", key=first.count)
            reader = csv.DictReader(stream, delimiter=mark, restkey="", restval="")
            table, header = list(reader), [column for column in reader.fieldnames or () if column]
    except FileNotFoundError:
        raise _unreadable(file, "does not exist; check its name and folder") from None
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _unreadable(file, f"cannot be read as a table in UTF-8: {error}") from error
    chosen = _chosen(header, columns, file)
    return [_record(number, row, chosen) for number, row in enumerate(table, 2)]


def _unreadable(file: Path, why: str) -> ReportError:
    return ReportError(f"The list {file} {why}.", code="list-unreadable", report=file.name)


def keys_of(record: Record) -> str:
    """The keys of a record, with spaces between: a plain column by which any engine can join."""
    return " ".join(keys(record.name))


def _chosen(header: Sequence[str], columns: Mapping[str, str], file: Path) -> dict[str, str]:
    known = loads((files("habeas.resolving") / "columns.toml").read_text("utf-8"))
    chosen = {}
    for what in COLUMNS:
        names = [columns[what]] if what in columns else known[what].split("|")
        found = [one for one in header if one.strip().casefold() in [n.casefold() for n in names]]
        if found:
            chosen[what] = found[0]
        elif what in columns:
            raise MistakeError(
                f"The list {file} has no column “{columns[what]}”; it has {_some(header)}.",
                code="column-missing",
            )
    if header and "name" not in chosen and "surname" not in chosen:
        raise MistakeError(
            f"No column of {file} is known to hold a name; give it with --column name=HEADER. "
            f"The columns are {_some(header)}.",
            code="column-missing",
        )
    return chosen


def _some(header: Sequence[str]) -> str:
    """The columns by name: not all of a thousand, and none at full length."""
    names = [one[:_LONGEST_TOLD] for one in header[:_MOST_TOLD]]
    more = len(header) - len(names)
    return ", ".join(names) + (f" and {more:,} more" if more else "")


def _record(number: int, row: Mapping[str, str], chosen: Mapping[str, str]) -> Record:
    value = {what: (row[column] or "").strip() for what, column in chosen.items()}
    parts = [value.get(what, "") for what in ("given", "patronymic", "surname")]
    name = value.get("name") or " ".join(part for part in parts if part)
    if value.get("name") and value.get("patronymic"):
        name = f"{name} {value['patronymic']}"
    born = _born(value.get("born", ""))
    year = born.earliest.year if born and born.earliest else NO_YEAR
    facts = Facts(born, _words(value.get("place", "")), _words(value.get("article", "")))
    return Record(number, name, facts, year)


def _born(text: str) -> When | None:
    """A day, month or year of birth as it is written; None where it is none."""
    parts = text.replace("/", ".").split(".")
    if len(parts) == 3 and len(parts[2]) == 4:
        text = f"{parts[2]}-{parts[1]:0>2}-{parts[0]:0>2}"
    try:
        return from_edtf(text)
    except MistakeError:
        return None


def _words(text: str) -> frozenset[str]:
    parts = text.replace(";", ",").split(",")
    return frozenset(part.strip().casefold() for part in parts if part.strip())


def _people(list_: Sequence[Record]) -> People:
    return People([one.name for one in list_], np.array([one.year for one in list_], np.int64))


def _joined(found: Link, one: Sequence[Record], two: Sequence[Record]) -> Joined:
    left, right = one[found.left], two[found.right]
    beside = Circumstances(
        Facts(places=left.facts.places, articles=left.facts.articles),
        Facts(places=right.facts.places, articles=right.facts.articles),
    )
    steps = (*(Reason(*step) for step in found.reasons), *reasons(beside))
    return Joined(left, right, likeness(steps).value, steps, found.others)


def _between(one: Sequence[Record], two: Sequence[Record], least: float) -> Iterator[Joined]:
    for found in links(_people(one), _people(two), least=least):
        yield _joined(found, one, two)


def _with_itself(list_: Sequence[Record], least: float) -> Iterator[Joined]:
    people = _people(list_)
    for found in links(people, people, least=least, itself=True):
        yield _joined(found, list_, list_)
