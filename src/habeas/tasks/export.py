"""Writing claims, reviews and reports out in the clear, as CSV and as JSON lines.

Decides what goes out, and in which files. Laws: nothing goes out unless the caller says that it is for
private use, nor while somebody is contested; notes, calls, private letters and sealed reports only if
they are asked for by name; a review that was withdrawn, and its reason, not at all; an existing folder
is never touched; the folder is there whole, or not at all; no cell of a CSV can become a formula.
"""

import csv
import json
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TypeVar

from habeas.errors import MistakeError, PolicyError, RegisterError
from habeas.register.register import Register
from habeas.tasks.plainly import plain_claim, plain_report, plain_review
from habeas.tasks.resolve import refuse_contested
from habeas.tasks.withheld import held_back
from habeas.terms.canonical import content_from
from habeas.terms.entry import EntryKind
from habeas.terms.ids import ReportId
from habeas.terms.plain import Plain
from habeas.terms.report import Report
from habeas.terms.review import Review, Withdrawal

Entry = TypeVar("Entry", Review, Withdrawal)

_SIGNS = "=+@\uff1d\uff0b\uff20\uff0d-"
"""Signs a formula begins with in some spreadsheet; the wide ones are those of East Asia."""
_FORMULA = re.compile(rf"\s*[{_SIGNS}]|\s")
_PARTED = re.compile(rf"(?<=[;\t\r\n])(?=\s*[{_SIGNS}])")
"""Where a spreadsheet that parts cells at ";" or tabs, or does not heed quotation marks, finds one."""
_WHOLE = frozenset({"amended", "proposed", "spans"})
"""Keys whose parts stay together in one cell, as JSON."""


@dataclass(frozen=True, slots=True)
class Exported:
    """How many of each went out, and how many reports were held back."""

    reports: int
    claims: int
    reviews: int
    held_back: int


def export(register: Register, out: Path, *, private: bool, with_notes: bool = False) -> Exported:
    """Write the register's claims, reviews and reports into the new folder `out`.

    Raises:
        PolicyError: it was not said that this is for private use, or somebody is contested.
        MistakeError: `out` is there already.
        RegisterError: it cannot be written.
    """
    check_private(private)
    if out.exists() or out.is_symlink():
        raise MistakeError(f"{out} is there already; name a new folder.", code="export-exists")
    refuse_contested(register)
    every = register.reports()
    going = {one.id: one for one in every if with_notes or not held_back(register, one)}
    tables = _tables(register, going)
    files = {f"{name}.csv": _csv(rows) for name, rows in tables.items()}
    files |= {f"{name}.jsonl": _lines(rows) for name, rows in tables.items()}
    _write(out, files)
    reports, claims, reviews = (len(tables[name]) for name in ("reports", "claims", "reviews"))
    return Exported(reports, claims, reviews, len(every) - len(going))


def check_private(private: bool) -> None:
    """Refuse an export that is not said to be for private use.

    Raises:
        PolicyError: it is not.
    """
    if not private:
        raise PolicyError(
            "An export shows in the clear whom the register knows of; whoever finds it can use it "
            "against them. If it stays in your hands, say so with --private.",
            code="export-not-private",
        )


def _tables(register: Register, going: Mapping[ReportId, Report]) -> dict[str, list[Plain]]:
    claims = [one for one in register.claims() if one.claim.report in going]
    in_force = {one.claim.id: one.review.id if one.review else None for one in claims}
    withdrawn = {one.target for one in _contents(register, EntryKind.WITHDRAWN, Withdrawal)}
    return {
        "reports": [plain_report(report) for report in going.values()],
        "claims": [plain_claim(one) for one in claims],
        "reviews": [
            plain_review(review, in_force=in_force[review.claim] == review.id)
            for review in _contents(register, EntryKind.REVIEWED, Review)
            if review.claim in in_force and review.id not in withdrawn
        ],
    }


def _contents(register: Register, kind: EntryKind, what: type[Entry]) -> Iterator[Entry]:
    """What the entries of a kind say, in the order of the log; nothing, where it was redacted."""
    for entry in register.log():
        if entry.kind is kind:
            content = content_from(entry.kind, entry.body, at=entry.at)
            if isinstance(content, what):
                yield content


def _csv(rows: Sequence[Plain]) -> str:
    """One line for each row; what has parts ("when") has a column for each ("when_earliest")."""
    parted = {key for row in rows for key, value in row.items() if _has_parts(key, value)}
    flat = [_flat(row, parted) for row in rows]
    columns = list(dict.fromkeys(key for row in flat for key in row))
    file = StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(row.get(key)) for key in columns] for row in flat)
    return file.getvalue()


def _flat(row: Plain, parted: Set[str]) -> Plain:
    flat: Plain = {}
    for key, value in row.items():
        if isinstance(value, dict) and key in parted:
            flat |= {f"{key}_{part}": inner for part, inner in value.items()}
        elif key not in parted:
            flat[key] = value
    return flat


def _has_parts(key: str, value: object) -> bool:
    return isinstance(value, dict) and key not in _WHOLE


def cell(value: object) -> str:
    """The value as a cell that no spreadsheet takes for a formula, nor a part of it.

    A German spreadsheet parts cells at ";", and would else find a formula in the middle of a name. The
    lines of JSON beside it hold every word as it is.
    """
    if value is None:
        return ""
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        words = "; ".join(value)
    words = _PARTED.sub("'", words)
    return f"'{words}" if _FORMULA.match(words) else words


def _lines(rows: Iterable[Plain]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _write(out: Path, files: Mapping[str, str]) -> None:
    building = out.with_name(f"{out.name}.part-{secrets.token_hex(4)}")
    try:
        building.mkdir(mode=0o700)
        for name, text in files.items():
            handle = os.open(building / name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        building.rename(out)
    except OSError as error:
        raise RegisterError(
            f"{out} cannot be written ({error.strerror}); nothing was left behind.",
            code="export-not-written",
        ) from None
    finally:
        shutil.rmtree(building, ignore_errors=True)
