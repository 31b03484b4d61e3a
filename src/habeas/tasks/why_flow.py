"""Walking from a flow, or from the answer of a refill, back to claims, quotes and reports.

Decides how such a figure is named: `flow:FROM/TO` and `refill:FROM/TO`, with `known-by:DAY` and
`definition:NAME` behind it, as needed. Law: every claim that a number rests on is there, with its quote.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from habeas.counting.flow import Tally
from habeas.counting.refill import Known, told
from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.tasks.flow import Window, flows
from habeas.tasks.flow_plainly import plain_flows
from habeas.tasks.grounds import Ground, grounds, reviews_of
from habeas.tasks.moments import day
from habeas.tasks.reconcile import Wanted
from habeas.tasks.refill import ByName, refill
from habeas.tasks.refill_plainly import plain_named
from habeas.terms.claim import Claim
from habeas.terms.definition import NAMED
from habeas.terms.ids import ClaimId
from habeas.terms.plain import Plain

_FIGURE = re.compile(r"\s*(flow|refill)[:=](\S+?)/(\S+)((?:\s+(?:known-by|definition)[:=]\S+)*)\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """One number of the answer: what it is, its arithmetic (may be empty), and the claims behind it."""

    words: str
    arithmetic: tuple[str, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Traced:
    """A figure with its parts, the whole answer as plain values, and what stands behind each claim."""

    figure: str
    parts: tuple[Part, ...]
    answer: Plain
    grounds: Mapping[ClaimId, Ground]


def is_flow(figure: str) -> bool:
    """Whether the words name a flow or a refill."""
    return re.match(r"\s*(flow|refill)[:=]", figure) is not None


def flow_figure(asked: Window, first: date, last: date) -> str | None:
    """The words that name the flow from `first` to `last`; None where none do, as of an instant."""
    if asked.recorded_by is not None:
        return None
    definition = asked.definition if asked.definition != NAMED.id else None
    return _figure(f"flow:{first}/{last}", asked.known_by, definition)


def refill_figure(wanted: Wanted, window: tuple[date, date], known_by: date | None) -> str | None:
    """The words that name the refill of a window; None where none do, as with assumptions."""
    if wanted.aside is not None or wanted.assumptions:
        return None
    first, last = window
    return _figure(f"refill:{first}/{last}", known_by, wanted.definition)


def _figure(head: str, known_by: date | None, definition: str | None) -> str:
    known = f"known-by:{known_by}" if known_by else ""
    return " ".join(filter(None, (head, known, definition and f"definition:{definition}")))


def trace(register: Register, figure: str, *, today: date) -> Traced:
    """The flow or refill that `figure` names, walked down to its quotes.

    Raises:
        MistakeError: the figure is not named as it should be, or cannot be counted.
        IntegrityError: a quote does not stand in its report.
    """
    match = _FIGURE.fullmatch(figure)
    if match is None:
        raise MistakeError(
            f"“{figure[:80]}” names no flow; write flow:2025-09-12/2025-12-12 or "
            "refill:2025-09-11/2025-12-13, with known-by:DAY or definition:NAME behind it.",
            code="figure-unknown",
        )
    first, last = day(match[2]), day(match[3])
    more = dict(re.split("[:=]", word, maxsplit=1) for word in match[4].split())
    known = day(more["known-by"]) if "known-by" in more else None
    if match[1] == "flow":
        by = more.get("definition", str(NAMED.id))
        found = flows(register, Window("month", first, last, known, None, by), today=today)
        whole = found.whole
        parts = _flow_parts(whole.detained, whole.recognised, whole.out)
        answer, claims = plain_flows(found), found.told.claims
    else:
        by_name = refill(register, first, last, Wanted(more.get("definition")), known_by=known)
        parts = _refill_parts(by_name)
        answer, claims = plain_named(by_name), by_name.told.claims
    return Traced(" ".join(figure.split()), parts, answer, _grounds(register, parts, claims))


def _flow_parts(*tallies: Tally) -> tuple[Part, ...]:
    heads = ("newly detained", "newly recognised", "left")
    return tuple(
        Part(f"{head}: {told(tally.bounds)}", (), _claims(tally))
        for head, tally in zip(heads, tallies, strict=True)
    )


def _claims(tally: Tally) -> tuple[ClaimId, ...]:
    changes = (*tally.sure, *tally.possible)
    return tuple(sorted({claim for change in changes for claim in change.claims}))


def _refill_parts(found: ByName) -> tuple[Part, ...]:
    one = found.refill
    freed = [
        Part(f"freed: {told(two.bounds)} ({two.what})", (), _ids([two.id])) for two in one.freed
    ]
    parts = [*freed, _known("newly recognised, by name", one.recognised)]
    parts += [_known("newly arrested, by name", one.arrested)] if one.arrested else []
    parts.append(_known("left, by name", one.left))
    if found.totals is not None:
        totals = found.totals.refill
        parts.append(_known("newly recognised, by reported totals", totals.recognised))
        for head, known in (("on the eve", totals.before), ("at the end", totals.after)):
            parts += [_known(f"inside {head}, by reported totals", known)] if known else []
    return tuple(parts)


def _known(head: str, known: Known) -> Part:
    return Part(f"{head}: {told(known.bounds)}", known.words, _ids(known.because))


def _ids(names: Iterable[str]) -> tuple[ClaimId, ...]:
    """The ids of claims among the names (an assumption is none)."""
    return tuple(ClaimId(name) for name in names if name.startswith("c-"))


def _grounds(
    register: Register, parts: Iterable[Part], claims: Iterable[Claim]
) -> Mapping[ClaimId, Ground]:
    needed = {claim for part in parts for claim in part.claims}
    some = [claim for claim in claims if claim.id in needed]
    return grounds(register, some, reviews_of(register, some, None))
