"""Set the reported totals of a table, or of a register, against each other.

Joins these with the ledger and turns the answer into plain values in the shape of the
command-line contract. The arithmetic is in `counting.ledger`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.counting.ledger.asked import Ask, Assumption
from habeas.counting.ledger.between import Between
from habeas.counting.ledger.reconcile import Reconciled, Recorded, Told, reconcile
from habeas.counting.ledger.statements import Statement, statements
from habeas.errors import MistakeError, ReportError
from habeas.tasks.aside import chosen, plain_asides
from habeas.tasks.ledger_claims import claimed
from habeas.tasks.ledger_options import widened
from habeas.tasks.withheld import check_left
from habeas.terms.aside import SetAside
from habeas.terms.count import Issue
from habeas.terms.ids import ReportId
from habeas.terms.plain import Plain

if TYPE_CHECKING:
    from habeas.register.register import Register

COLUMNS = ("id", "date_from", "measure", "value")
"""Columns a table must have. `date_to hedge definition claimant url note quote part part_of` may be."""

LARGEST = 64 * 1024 * 1024
"""Bytes a table may have."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table's statements, what they say together, and what was odd.

    `widths` chosen of hedges; `chosen`: what a reviewer had set aside of them.
    """

    statements: tuple[Statement, ...]
    answer: Reconciled
    issues: tuple[Issue, ...]
    widths: tuple[str, ...] = ()
    chosen: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a ledger; as in `counting.ledger.reconcile`. `widths`: of hedges, as typed."""

    definition: str | None = None
    aside: Collection[str] | Recorded | None = None
    asks: Sequence[Ask] = ()
    assumptions: Sequence[Assumption] = ()
    widths: Mapping[str, str] = field(default_factory=dict)


def ledger(path: Path, wanted: Wanted) -> Ledger:
    """Read a CSV table and reconcile it.

    Raises:
        ReportError: the table cannot be read, or has no row that can be used.
        MistakeError: see `reconcile`.
    """
    found, issues = read_table(path)
    return _reconciled(found, issues, wanted)


def ledger_of_register(
    register: Register, wanted: Wanted, *, known_by: date | None = None
) -> Ledger:
    """Reconcile the accepted totals of a register, each with its quote.

    Raises:
        MistakeError: see `reconcile`; or the register has no total that can be used.
    """
    reports = {report.id: report for report in register.reports()}
    found, issues = claimed(register.counted(known_by=known_by), reports)
    if not found:
        raise MistakeError(
            "No accepted claim of this register gives a total that can be used. Review claims first "
            "(`habeas review`), or name a table.",
            code="no-totals",
        )
    kept = chosen(register)
    if wanted.aside is None:
        wanted = replace(wanted, aside=Recorded(frozenset(map(str, kept))))
    made = _reconciled(found, issues, wanted)
    used = tuple(one for one in kept.values() if one.claim in made.answer.recorded)
    return replace(made, chosen=used)


def drawable(found: Ledger, wanted: Wanted, held: Collection[ReportId]) -> Ledger:
    """The ledger anew, by the same definition, without what the reports `held` back told.

    Raises:
        PolicyError: nothing is left of it.
    """
    kept = [one for one in found.statements if one.address not in held]
    check_left(held, left=any(one.id in found.answer.used for one in kept))
    gone = {one.id for one in found.statements}.difference(one.id for one in kept)
    aside = wanted.aside
    if aside is None:
        aside = Recorded(frozenset(str(one.claim) for one in found.chosen) - gone)
    elif not isinstance(aside, Recorded):
        aside = set(aside) - gone
    same = replace(wanted, definition=found.answer.definition.id, aside=aside, widths={})
    return _reconciled(kept, found.issues, same)


def _reconciled(found: Sequence[Statement], issues: Sequence[Issue], wanted: Wanted) -> Ledger:
    told = widened(found, wanted.widths)
    answer = reconcile(
        told,
        definition=wanted.definition,
        aside=wanted.aside,
        asks=wanted.asks,
        assumptions=wanted.assumptions,
    )
    widths = tuple(f"{hedge}={width}" for hedge, width in sorted(wanted.widths.items()))
    return Ledger(tuple(told), answer, tuple(issues), widths)


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
        "cut": [list(members) for members in answer.cut],
        "set_aside": list(answer.set_aside),
        "recorded": plain_asides(found.chosen),
        "choices": [[list(choice) for choice in part] for part in answer.choices],
        "other_choices": [list(choice) for choice in answer.rivals],
        "other_choices_count": answer.rival_count,
        "open_conflicts": [_plain_told(told) for told in answer.open_conflicts],
        "assumptions": list(answer.assumptions),
        "hedges": list(found.widths),
        "bounds": [_plain_between(between) for between in answer.bounds],
        "statements": {
            one.id: _plain_statement(one) for one in found.statements if one.id in named
        },
        "issues": [{"code": one.code, "words": one.sentence} for one in found.issues],
    }


def _plain_told(told: Told) -> Plain:
    return {
        "claims": list(told.claims),
        "words": told.words,
        "kind": told.kind,
        "remark": told.remark or None,
    }


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
            raise _unreadable(
                path,
                f"it has no column “{missing[0]}”; a table of totals needs {', '.join(COLUMNS)}",
            )
        return list(reader)
    except csv.Error as wrong:
        raise _unreadable(path, f"it is not a CSV table ({wrong}); save it anew") from None


def _unreadable(path: Path, why: str) -> ReportError:
    return ReportError(
        f"The table {path.name} cannot be read: {why}.", code="table-unreadable", report=path.name
    )
