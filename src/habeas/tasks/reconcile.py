"""Set the reported totals of a table against each other; needs no register.

Joins the file with the ledger and turns the answer into plain values in the shape of the
command-line contract. The arithmetic is in `counting.ledger`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from habeas.counting.ledger.reconcile import (
    Ask,
    Assumption,
    Between,
    Reconciled,
    Told,
    reconcile,
)
from habeas.counting.ledger.statements import Measure, Statement, statements
from habeas.errors import MistakeError, ReportError
from habeas.terms.count import Issue
from habeas.terms.plain import Plain
from habeas.terms.when import from_edtf

COLUMNS = ("id", "date_from", "measure", "value")
"""Columns a table must have. `date_to hedge definition claimant url note quote part part_of` may be."""

LARGEST = 64 * 1024 * 1024
"""Bytes a table may have."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table's statements, what they say together, and what was odd in the table."""

    statements: tuple[Statement, ...]
    answer: Reconciled
    issues: tuple[Issue, ...]


def ledger(
    path: Path,
    *,
    definition: str | None = None,
    aside: Collection[str] | None = None,
    asks: Sequence[Ask] = (),
    assumptions: Sequence[Assumption] = (),
) -> Ledger:
    """Read a CSV table and reconcile it; arguments as in `counting.ledger.reconcile`.

    Raises:
        ReportError: the table cannot be read, or has no row that can be used.
        MistakeError: see `reconcile`.
    """
    found, issues = read_table(path)
    answer = reconcile(
        found, definition=definition, aside=aside, asks=asks, assumptions=assumptions
    )
    return Ledger(tuple(found), answer, tuple(issues))


def read_table(path: Path) -> tuple[list[Statement], list[Issue]]:
    """The statements of a CSV table, and an issue per row left out.

    Raises:
        ReportError: the table cannot be read, or has no row that can be used.
    """
    found, issues = statements(_rows(path), name=path.name)
    if not found:
        raise ReportError(
            f"{path.name} has no row that can be used; "
            + (issues[0].sentence if issues else "it holds nothing but its header."),
            code="table-empty",
            report=path.name,
        )
    return found, issues


def ask_from(text: str) -> Ask:
    """The ask written as MEASURE:FROM/TO, or MEASURE:DAY; days as EDTF, both inclusive.

    Raises:
        MistakeError: it is not written so, or the measure is unknown.
    """
    word, colon, window = text.partition(":")
    if not colon or word not in list(Measure):
        raise MistakeError(
            f"“{text}” is not MEASURE:FROM/TO with a measure out of {', '.join(Measure)}.",
            code="ask-unreadable",
        )
    when = from_edtf(window)
    if when.earliest is None or when.latest is None:
        raise MistakeError(f"“{text}” needs a day at both ends.", code="ask-unreadable")
    return Ask(Measure(word), when.earliest, when.latest)


def assumption_from(text: str) -> Assumption:
    """The assumption written as MEASURE<=NUMBER, at most so many people a day.

    Raises:
        MistakeError: it is not written so.
    """
    word, sign, number = text.replace("≤", "<=").partition("<=")
    flows = [one for one in Measure if one.value in ("recognised_in", "left_prison", "pardoned")]
    if not sign or word.strip() not in flows or not _is_number(number):
        raise MistakeError(
            f"“{text}” is not an assumption; write one of {', '.join(flows)}, then <=, "
            "then how many a day, as left_prison<=4.",
            code="assumption-unreadable",
        )
    return Assumption(Measure(word.strip()), float(number))


def plain_ledger(found: Ledger) -> Plain:
    """The answer as plain values."""
    answer = found.answer
    named = {one for told in answer.conflicts for one in told.claims}
    named |= {one for between in answer.bounds for one in between.because} | set(answer.set_aside)
    return {
        "definition": {"id": answer.definition.id, "name": answer.definition.name},
        "used": list(answer.used),
        "left_out": list(answer.left_out),
        "repeats": {key: list(ids) for key, ids in answer.repeats.items()},
        "conflicts": [_plain_told(told) for told in answer.conflicts],
        "complete": answer.complete,
        "set_aside": list(answer.set_aside),
        "other_choices": [list(choice) for choice in answer.rivals],
        "open_conflicts": [_plain_told(told) for told in answer.open_conflicts],
        "assumptions": list(answer.assumptions),
        "bounds": [_plain_between(between) for between in answer.bounds],
        "statements": {
            one.id: _plain_statement(one) for one in found.statements if one.id in named
        },
        "issues": [{"code": one.code, "words": one.sentence} for one in found.issues],
    }


def _is_number(text: str) -> bool:
    return text.strip().replace(".", "", 1).isdecimal()


def _plain_told(told: Told) -> Plain:
    return {"claims": list(told.claims), "words": told.words, "kind": told.kind}


def _plain_between(between: Between) -> Plain:
    return {
        "what": str(between.ask.measure),
        "from": between.ask.first.isoformat(),
        "to": between.ask.last.isoformat(),
        "low": between.low,
        "high": between.high,
        "because": list(between.because),
        "low_words": between.low_words,
        "high_words": between.high_words,
    }


def _plain_statement(one: Statement) -> Plain:
    return {
        "measure": str(one.measure),
        "from": one.first.isoformat(),
        "to": one.last.isoformat(),
        "value": one.value,
        "hedge": one.hedge,
        "claimant": one.claimant,
        "address": one.address,
        "quote": one.quote,
        "note": one.note,
    }


def _rows(path: Path) -> list[dict[str, str | None]]:
    try:
        if path.stat().st_size > LARGEST:
            raise _unreadable(path, f"it is larger than {LARGEST // 2**20} MiB; split it")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as wrong:
        raise _unreadable(path, f"{wrong.strerror or wrong}; check the path") from None
    except UnicodeDecodeError:
        raise _unreadable(path, "it is not UTF-8; save it as CSV in UTF-8") from None
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise _unreadable(path, f"it has no column “{missing[0]}”; see the reference")
        return list(reader)
    except csv.Error as wrong:
        raise _unreadable(path, f"it is not a CSV table ({wrong}); save it anew") from None


def _unreadable(path: Path, why: str) -> ReportError:
    return ReportError(
        f"The table {path.name} cannot be read: {why}.", code="table-unreadable", report=path.name
    )
